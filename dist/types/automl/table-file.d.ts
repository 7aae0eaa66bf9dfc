import { DataError, type Table } from './table.js';
/** What data files may end in. */
export declare const endings: string[];
/** Reads a file piece by piece. */
export interface TextReader {
    /** Rows so far. */
    readonly rows: number;
    /** About so many rows will come; said before the first bytes. */
    expect(rows: number): void;
    push(chunk: Buffer, last: boolean): void;
    /** @throws {DataError} when there is no row */
    table(): Table;
}
/**
 * Reads CSV, TSV, JSON Lines or Parquet, told apart by the ending. Of a file with very many values some rows are drawn
 * (see `RowSample`).
 *
 * @param shownAs how messages name the file
 * @param most values to keep
 * @throws {DataError}
 */
export declare function readTable(file: string, shownAs?: string, most?: number): Promise<Table>;
/** @throws {DataError} when a file cannot hold a table */
export declare function checkEnding(file: string, shownAs: string): string;
/** @param ending of a file of text */
export declare function textReader(ending: string, shownAs: string, most?: number): TextReader;
/**
 * A file in pieces, the last of which may be empty.
 *
 * @throws {DataError} when it cannot be read
 */
export declare function chunksOf(file: string, shownAs: string, bytes?: number): Generator<{
    readonly chunk: Buffer;
    readonly last: boolean;
}>;
/** In words of people who see a file that cannot be read. */
export declare function unreadable(error: unknown, shownAs: string): DataError;
