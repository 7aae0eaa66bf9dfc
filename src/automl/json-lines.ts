import { isUtf8 } from 'node:buffer';
import { badByte, skipByteOrderMark } from './delimited.ts';
import { RowCollector, spread } from './row-sample.ts';
import { DataError, jsonText, present, type Table } from './table.ts';

/** Reads JSON Lines piece by piece: one object a line; keys that a line does not have are missing values. */
export class JsonLinesReader {
  readonly #file: string;
  readonly #most: number | undefined;
  #expected = 0;
  #rest: Buffer = Buffer.alloc(0);
  #line = 0;
  #begun = false;
  readonly #names = new Map<string, number>();
  #rows: RowCollector | undefined;

  /** @param most values to keep; rows are drawn from longer files */
  constructor(file: string, most?: number) {
    this.#file = file;
    this.#most = most;
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows?.seen ?? 0;
  }

  expect(rows: number): void {
    this.#expected = rows;
  }

  /**
   * Takes the next bytes of the file.
   *
   * @param last whether nothing comes after them
   * @throws {DataError}
   */
  push(chunk: Buffer, last: boolean): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    if (!this.#begun) {
      if (bytes.length < 3 && !last) {
        this.#rest = bytes;
        return;
      }
      at = skipByteOrderMark(bytes, this.#file);
      this.#begun = true;
    }
    while (at < bytes.length) {
      let end = bytes.indexOf(10, at);
      if (end < 0) {
        if (!last) break;
        end = bytes.length;
      }
      this.#line += 1;
      this.#row(bytes.subarray(at, end));
      at = end + 1;
    }
    this.#rest = bytes.subarray(at);
  }

  /** @throws {DataError} when there is no row */
  table(): Table {
    if (!this.#rows) throw new DataError(`${this.#file} is empty: one JSON object a line is expected`);
    return { file: this.#file, names: [...this.#names.keys()], ...this.#rows.content };
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
    if (this.#rows && !this.#rows.wants(hash)) return;
    const place = `${this.#file}:${this.#line}`;
    if (!isUtf8(bytes))
      throw new DataError(`${place}: ${badByte(bytes)} in this line is not UTF-8; save the file as UTF-8`);
    const row = jsonObject(bytes.toString('utf8'), place);
    if (!this.#rows) {
      this.#rows = new RowCollector(Object.keys(row).length, this.#most);
      this.#rows.wants(hash);
      this.#rows.expect(this.#expected);
      for (const key of Object.keys(row)) this.#names.set(key, this.#names.size);
    }
    for (const key of Object.keys(row))
      if (!this.#names.has(key)) {
        this.#names.set(key, this.#names.size);
        this.#rows.addColumn();
      }
    const texts = Array.from(this.#names.keys(), (name) => present(jsonText(row[name])));
    this.#rows.add(texts, this.#line, hash);
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
