import { RowCollector } from './row-sample.ts';
import { DataError, type Table } from './table.ts';
import { skipByteOrderMark } from './utf8.ts';

/** A row may be so long (bytes). */
const longestRow = 2 ** 26;

/** Reads a file of text piece by piece, record by record. */
export abstract class RecordReader {
  protected readonly file: string;
  /** Where the next record begins, counted from 1. */
  protected line = 1;
  /** Absent until the columns are known. */
  protected collector: RowCollector | undefined;
  readonly #most: number | undefined;
  #expected = 0;
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  /** @param most values to keep; rows are drawn from longer files */
  constructor(file: string, most?: number) {
    this.file = file;
    this.#most = most;
  }

  /** Rows with values so far, since the last `take`. */
  get rows(): number {
    return this.collector?.seen ?? 0;
  }

  /** About so many rows will come; said before the first bytes. */
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
      at = skipByteOrderMark(bytes, this.file);
      this.#begun = true;
    }
    while (at < bytes.length) {
      const next = this.record(bytes, at, last);
      if (next < 0) break;
      at = next;
    }
    this.#rest = bytes.subarray(at);
    if (this.#rest.length > longestRow)
      throw new DataError(`${this.file}:${this.line}: this row is longer than 64 MiB${this.whyLong}`);
  }

  /** @throws {DataError} when there is nothing to make a table of */
  abstract table(): Table;

  /**
   * The rows since the last time as a table; they are forgotten here.
   *
   * @throws {DataError} when there is nothing to make a table of
   */
  take(): Table {
    const table = this.table();
    this.collect(table.names.length);
    return table;
  }

  /** What a row without an end most likely means. */
  protected abstract readonly whyLong: string;

  /** Reads one record; returns where the next begins, or -1 when its end is not there yet. */
  protected abstract record(bytes: Buffer, from: number, last: boolean): number;

  /** Where rows of so many columns are collected. */
  protected collect(columns: number): RowCollector {
    this.collector = new RowCollector(columns, this.#most);
    this.collector.expect(this.#expected);
    return this.collector;
  }
}
