import { type Table } from './table.js';
/**
 * Reads CSV or TSV (RFC 4180) piece by piece: quotes with anything in them, line ends of any system, a mark of byte order,
 * and decimal commas where the separator is a semicolon. Rows of another length than the header are errors.
 */
export declare class DelimitedReader {
    #private;
    /**
     * @param separator absent: what the header has most of, of comma, semicolon and tab
     * @param most values to keep; rows are drawn from longer files
     */
    constructor(file: string, separator?: string, most?: number);
    /** Rows with values so far. */
    get rows(): number;
    expect(rows: number): void;
    /**
     * Takes the next bytes of the file.
     *
     * @param last whether nothing comes after them
     * @throws {DataError}
     */
    push(chunk: Buffer, last: boolean): void;
    /** @throws {DataError} when there is no header */
    table(): Table;
}
/**
 * CSV or TSV in memory.
 *
 * @throws {DataError}
 */
export declare function parseDelimited(source: string, separator: string | undefined, file: string): Table;
/**
 * How many bytes to skip at the beginning of a text file.
 *
 * @throws {DataError} when the mark says that it is not UTF-8
 */
export declare function skipByteOrderMark(bytes: Buffer, file: string): number;
/** Names the first byte that no UTF-8 text has there. */
export declare function badByte(bytes: Buffer): string;
