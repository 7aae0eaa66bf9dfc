import { asyncBufferFromFile, parquetScan } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { damaged, readFooter } from './parquet-footer.ts';
import { hashText, RowCollector, spread } from './row-sample.ts';
import { DataError, present, type Table } from './table.ts';

/**
 * Reads a Parquet file: dates and times as ISO 8601, lists and nested values as JSON texts.
 *
 * @param most values to keep; rows are drawn from longer files
 * @throws {DataError}
 */
export async function readParquet(file: string, shownAs: string, most?: number): Promise<Table> {
  const { metadata, columns, rows: expected } = readFooter(file, shownAs);
  const names = columns.map(({ name }) => name);
  const rows = new RowCollector(names.length, most);
  rows.expect(expected);
  try {
    const scan = await parquetScan({ file: await asyncBufferFromFile(file), metadata, compressors });
    for (const range of scan.ranges) {
      const parts: ArrayLike<unknown>[] = [];
      for (const column of names) parts.push(await scan.readColumn({ column, ...range }));
      for (let i = 0; i < range.rowEnd - range.rowStart; i++) {
        const hash = hashRow(parts, i);
        if (!rows.wants(hash)) continue;
        const texts = parts.map((part, j) => present(textOf(part[i], columns[j]!.isDate)));
        rows.add(texts, range.rowStart + i + 1, hash);
      }
    }
  } catch (error) {
    throw damaged(shownAs, error);
  }
  if (rows.seen === 0) throw new DataError(`${shownAs} has columns and no rows`);
  return { file: shownAs, names, ...rows.content };
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
