import { type Table } from './table.js';
/**
 * Reads a Parquet file: dates and times as ISO 8601, lists and nested values as JSON texts.
 *
 * @param most values to keep; rows are drawn from longer files
 * @throws {DataError}
 */
export declare function readParquet(file: string, shownAs: string, most?: number): Promise<Table>;
/**
 * A Parquet file in pieces of so many rows; of the file itself one group of rows is in memory at a time.
 *
 * @throws {DataError}
 */
export declare function parquetPieces(file: string, shownAs: string, rows: number): AsyncGenerator<Table>;
