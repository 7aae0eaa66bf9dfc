import { isUtf8 } from 'node:buffer';
import { RecordReader } from './record-reader.ts';
import { spread } from './row-sample.ts';
import { DataError, jsonText, present, type Table } from './table.ts';
import { badByte } from './utf8.ts';

/** Reads JSON Lines piece by piece: one object a line; keys that a line does not have are missing values. */
export class JsonLinesReader extends RecordReader {
  protected override readonly whyLong = ': one JSON object a line is expected';
  readonly #names = new Map<string, number>();

  /** @param names of columns that are known before: the first of the table, whatever its lines have */
  constructor(file: string, most?: number, names: readonly string[] = []) {
    super(file, most);
    for (const name of names) this.#names.set(name, this.#names.size);
    if (names.length > 0) this.collect(names.length);
  }

  /** @throws {DataError} when there is no row */
  override table(): Table {
    if (!this.collector) throw new DataError(`${this.file} is empty: one JSON object a line is expected`);
    return { file: this.file, names: [...this.#names.keys()], ...this.collector.content };
  }

  protected override record(bytes: Buffer, from: number, last: boolean): number {
    const end = bytes.indexOf(10, from);
    if (end < 0 && !last) return -1;
    this.#row(bytes.subarray(from, end < 0 ? bytes.length : end));
    this.line += 1;
    return end < 0 ? bytes.length : end + 1;
  }

  #row(bytes: Buffer): void {
    let hash = 0x811c9dc5;
    let blank = true;
    for (const byte of bytes) {
      if (byte > 32) blank = false;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (blank) return;
    hash = spread(hash);
    if (this.collector && !this.collector.wants(hash)) return;
    const place = `${this.file}:${this.line}`;
    if (!isUtf8(bytes))
      throw new DataError(`${place}: ${badByte(bytes)} in this line is not UTF-8; save the file as UTF-8`);
    const row = jsonObject(bytes.toString('utf8'), place);
    let rows = this.collector;
    if (!rows) {
      rows = this.collect(Object.keys(row).length);
      rows.wants(hash);
      for (const key of Object.keys(row)) this.#names.set(key, this.#names.size);
    }
    for (const key of Object.keys(row))
      if (!this.#names.has(key)) {
        this.#names.set(key, this.#names.size);
        rows.addColumn();
      }
    const texts = Array.from(this.#names.keys(), (name) => present(jsonText(row[name])));
    rows.add(texts, this.line, hash);
  }
}

/**
 * JSON lines in memory.
 *
 * @throws {DataError}
 */
export function parseJsonLines(text: string, file: string): Table {
  const reader = new JsonLinesReader(file, Number.POSITIVE_INFINITY);
  reader.push(Buffer.from(text), true);
  return reader.table();
}

function jsonObject(content: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new DataError(`${place}: this line is not JSON: ${(error as Error).message}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new DataError(`${place}: a JSON object is expected, such as {"age": 41, "label": "yes"}`);
  return value as Readonly<Record<string, unknown>>;
}
