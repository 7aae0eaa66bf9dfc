import { asyncBufferFromFile, parquetScan } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { damaged, type ParquetFooter, readFooter } from './parquet-footer.ts';
import { hashText, RowCollector, spread } from './row-sample.ts';
import { DataError, present, type Table } from './table.ts';

/**
 * Reads a Parquet file: dates and times as ISO 8601, lists and nested values as JSON texts.
 *
 * @param most values to keep; rows are drawn from longer files
 * @throws {DataError}
 */
export async function readParquet(file: string, shownAs: string, most?: number): Promise<Table> {
  const footer = readFooter(file, shownAs);
  const rows = new RowCollector(footer.columns.length, most);
  rows.expect(footer.rows);
  for await (const { from, count, values, texts } of groupsOf(file, shownAs, footer))
    for (let i = 0; i < count; i++) {
      const hash = hashRow(values, i);
      if (rows.wants(hash)) rows.add(texts(i), from + i + 1, hash);
    }
  return { file: shownAs, names: namesOf(footer), ...rows.content };
}

/**
 * A Parquet file in pieces of so many rows; of the file itself one group of rows is in memory at a time.
 *
 * @throws {DataError}
 */
export async function* parquetPieces(file: string, shownAs: string, rows: number): AsyncGenerator<Table> {
  const footer = readFooter(file, shownAs);
  const names = namesOf(footer);
  for await (const { from, count, texts } of groupsOf(file, shownAs, footer))
    for (let begin = 0; begin < count; begin += rows) {
      const part = Array.from({ length: Math.min(rows, count - begin) }, (_, i) => texts(begin + i));
      yield {
        file: shownAs,
        names,
        columns: names.map((_, j) => part.map((row) => row[j]!)),
        lines: Int32Array.from(part, (_, i) => from + begin + i + 1),
      };
    }
}

function namesOf({ columns }: ParquetFooter): readonly string[] {
  return columns.map(({ name }) => name);
}

/** Rows that stand together in a file. */
interface RowGroup {
  /** Rows before it. */
  readonly from: number;
  readonly count: number;
  /** Column by column. */
  readonly values: readonly ArrayLike<unknown>[];
  /** What a table has of one of the rows. */
  texts(row: number): string[];
}

async function* groupsOf(
  file: string,
  shownAs: string,
  { metadata, columns }: ParquetFooter,
): AsyncGenerator<RowGroup> {
  let seen = 0;
  try {
    const scan = await parquetScan({ file: await asyncBufferFromFile(file), metadata, compressors });
    for (const range of scan.ranges) {
      const values: ArrayLike<unknown>[] = [];
      for (const { name } of columns) values.push(await scan.readColumn({ column: name, ...range }));
      const count = range.rowEnd - range.rowStart;
      seen += count;
      yield {
        from: range.rowStart,
        count,
        values,
        texts: (row) => values.map((column, j) => present(textOf(column[row], columns[j]!.isDate))),
      };
    }
  } catch (error) {
    throw damaged(shownAs, error);
  }
  if (seen === 0) throw new DataError(`${shownAs} has columns and no rows`);
}

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

function hashRow(columns: readonly ArrayLike<unknown>[], row: number): number {
  let hash = 0x811c9dc5;
  for (const column of columns) {
    const value = column[row];
    if (typeof value === 'number') {
      number[0] = value;
      hash = Math.imul(hash ^ words[0]!, 0x01000193);
      hash = Math.imul(spread(hash) ^ words[1]!, 0x01000193);
    } else hash = hashText(`${textOf(value, false)}\u0000`, hash);
  }
  return spread(hash);
}

function textOf(value: unknown, isDate: boolean): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, isDate ? 10 : undefined);
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part));
}
