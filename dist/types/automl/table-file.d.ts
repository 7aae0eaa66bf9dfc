import { DataError, type Table } from './table.js';
/** What data files may end in. */
export declare const endings: string[];
/** Reads a file piece by piece. */
export interface TextReader {
    /** Rows so far, since the last `take`. */
    readonly rows: number;
    /** About so many rows will come; said before the first bytes. */
    expect(rows: number): void;
    push(chunk: Buffer, last: boolean): void;
    /** @throws {DataError} when there is no row */
    table(): Table;
    /** The rows since the last time as a table; they are forgotten. */
    take(): Table;
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
/** How large the pieces are that a file is read in. */
export interface PieceSize {
    /** Of the file, at once. */
    readonly bytes?: number;
    /** Of a piece, at most. */
    readonly rows?: number;
}
/** Rows that are encoded and predicted at once. */
export declare const pieceRows = 4096;
/**
 * The whole of such a file in pieces with the same columns, for files larger than memory. A file with columns and no rows
 * gives one piece without rows (Parquet: an error, as `readTable` has it).
 *
 * @throws {DataError} as `readTable` does, when it comes to the place
 */
export declare function readPieces(file: string, shownAs: string, { bytes, rows }?: PieceSize): AsyncGenerator<Table>;
/** A table in pieces of so many rows; of one without rows it is the table. */
export declare function slices(table: Table, rows: number): Generator<Table>;
/** @throws {DataError} when a file cannot hold a table */
export declare function checkEnding(file: string, shownAs: string): string;
/**
 * @param ending of a file of text
 * @param names of columns of JSON lines, where they are known before
 */
export declare function textReader(ending: string, shownAs: string, most?: number, names?: readonly string[]): TextReader;
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
