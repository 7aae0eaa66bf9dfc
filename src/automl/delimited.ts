import { isUtf8 } from 'node:buffer';
import { RecordReader } from './record-reader.ts';
import { spread } from './row-sample.ts';
import { checkNames, DataError, present, type Table } from './table.ts';
import { badByte } from './utf8.ts';

const [quote, space, tab, lineFeed, carriageReturn] = [0x22, 0x20, 0x09, 0x0a, 0x0d];
/** `3,14` where semicolons separate fields. */
const decimalComma = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;

/**
 * Reads CSV or TSV (RFC 4180) piece by piece: quotes with anything in them, line ends of any system, a mark of byte order,
 * and decimal commas where the separator is a semicolon. Rows of another length than the header are errors.
 */
export class DelimitedReader extends RecordReader {
  protected override readonly whyLong = '; most likely a quote is opened here and never closed';
  #separator: number | undefined;
  #names: readonly string[] | undefined;
  // Of the record that is being read: where its fields are, and whether they are quoted, with doubled quotes or not.
  #starts: number[] = [];
  #ends: number[] = [];
  #quoted: (0 | 1 | 2)[] = [];
  #recordEnd = 0;
  #recordLines = 0;

  /**
   * @param separator absent: what the header has most of, of comma, semicolon and tab
   * @param most values to keep; rows are drawn from longer files
   */
  constructor(file: string, separator?: string, most?: number) {
    super(file, most);
    this.#separator = separator?.charCodeAt(0);
  }

  /** @throws {DataError} when there is no header */
  override table(): Table {
    if (this.#names === undefined || this.collector === undefined)
      throw new DataError(`${this.file} is empty: the first row must name the columns`);
    return { file: this.file, names: this.#names, ...this.collector.content };
  }

  protected override record(bytes: Buffer, from: number, last: boolean): number {
    const next = this.#findFields(bytes, from, last);
    if (next < 0) return -1;
    const begun = this.line;
    this.line += this.#recordLines + 1;
    const [starts, ends] = [this.#starts, this.#ends];
    const isBlank = starts.length === 1 && bytes.subarray(starts[0], ends[0]).every((byte) => byte <= space);
    if (isBlank) return next;
    let [hash, seen] = [0x811c9dc5, 0];
    for (let i = from; i < this.#recordEnd; i++) {
      const byte = bytes[i]!;
      if (byte === 0)
        throw new DataError(
          `${this.file}:${begun}: there is a NUL byte in this row: the file is not text, or is UTF-16; save it as UTF-8`,
        );
      seen |= byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (this.#names === undefined || this.collector === undefined) {
      this.#names = this.#texts(bytes, from, seen < 0x80, begun);
      checkNames(this.#names, this.file);
      this.collect(this.#names.length);
      return next;
    }
    if (starts.length !== this.#names.length)
      throw new DataError(
        `${this.file}:${begun}: this row has ${starts.length} fields, the header has ${this.#names.length} columns`,
      );
    hash = spread(hash);
    if (!this.collector.wants(hash)) return next;
    const texts = this.#texts(bytes, from, seen < 0x80, begun);
    for (let j = 0; j < texts.length; j++) texts[j] = present(texts[j]!);
    if (this.#separator === 0x3b)
      for (let j = 0; j < texts.length; j++)
        if (decimalComma.test(texts[j]!)) texts[j] = texts[j]!.replace(',', '.');
    this.collector.add(texts, begun, hash);
    return next;
  }

  #findFields(bytes: Buffer, from: number, last: boolean): number {
    this.#separator ??= guessSeparator(bytes, from);
    const separator = this.#separator;
    const [starts, ends, quoted] = [this.#starts, this.#ends, this.#quoted];
    starts.length = ends.length = quoted.length = 0;
    this.#recordLines = 0;
    const length = bytes.length;
    let at = from;
    for (;;) {
      let start = at;
      while (bytes[start] === space || (bytes[start] === tab && separator !== tab)) start += 1;
      if (bytes[start] === quote) {
        const close = this.#closingQuote(bytes, start, last);
        if (close < 0) return -1;
        starts.push(start + 1);
        ends.push(close);
        at = close + 1;
        while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at]!)) at += 1;
      } else {
        starts.push(at);
        while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at]!)) at += 1;
        ends.push(at);
        quoted.push(0);
      }
      if (at >= length) {
        if (!last) return -1;
        break;
      }
      if (bytes[at] !== separator) break;
      at += 1;
    }
    this.#recordEnd = at;
    if (bytes[at] !== carriageReturn) return at + 1;
    // A line feed that belongs to it may come with the next bytes.
    if (at + 1 >= length && !last) return -1;
    return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  #closingQuote(bytes: Buffer, start: number, last: boolean): number {
    let close = start + 1;
    let doubled = false;
    for (;;) {
      close = bytes.indexOf(quote, close);
      if (close < 0 && last)
        throw new DataError(`${this.file}:${this.line}: a quote is opened here and never closed`);
      if (close < 0 || (close + 1 >= bytes.length && !last)) return -1;
      if (bytes[close + 1] !== quote) break;
      doubled = true;
      close += 2;
    }
    for (let i = start; i < close; i++)
      if (bytes[i] === lineFeed || (bytes[i] === carriageReturn && bytes[i + 1] !== lineFeed))
        this.#recordLines += 1;
    this.#quoted.push(doubled ? 2 : 1);
    return close;
  }

  #texts(bytes: Buffer, from: number, ascii: boolean, line: number): string[] {
    const [starts, ends, quoted] = [this.#starts, this.#ends, this.#quoted];
    if (!ascii && !isUtf8(bytes.subarray(from, this.#recordEnd)))
      throw new DataError(
        `${this.file}:${line}: ${badByte(bytes.subarray(from, this.#recordEnd))} in this row is not UTF-8; save the file as UTF-8 (it may be in Latin-1 or Windows-1252)`,
      );
    const whole = ascii ? bytes.toString('latin1', from, this.#recordEnd) : '';
    return starts.map((start, j) => {
      const end = ends[j]!;
      const text = ascii ? whole.slice(start - from, end - from) : bytes.toString('utf8', start, end);
      return (quoted[j] === 2 ? text.replaceAll('""', '"') : text).trim();
    });
  }
}

/**
 * CSV or TSV in memory.
 *
 * @throws {DataError}
 */
export function parseDelimited(source: string, separator: string | undefined, file: string): Table {
  const reader = new DelimitedReader(file, separator, Number.POSITIVE_INFINITY);
  reader.push(Buffer.from(source), true);
  return reader.table();
}

function isLineEnd(byte: number): boolean {
  return byte === lineFeed || byte === carriageReturn;
}

function guessSeparator(bytes: Buffer, from: number): number {
  const counts = new Map([0x2c, 0x3b, tab].map((mark) => [mark, 0]));
  let inQuotes = false;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === quote) inQuotes = !inQuotes;
    if (inQuotes) continue;
    if (isLineEnd(byte)) break;
    const count = counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
