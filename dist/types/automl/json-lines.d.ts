import { type Table } from './table.js';
/** Reads JSON Lines piece by piece: one object a line; keys that a line does not have are missing values. */
export declare class JsonLinesReader {
    #private;
    /** @param most values to keep; rows are drawn from longer files */
    constructor(file: string, most?: number);
    /** Rows so far. */
    get rows(): number;
    expect(rows: number): void;
    /**
     * Takes the next bytes of the file.
     *
     * @param last whether nothing comes after them
     * @throws {DataError}
     */
    push(chunk: Buffer, last: boolean): void;
    /** @throws {DataError} when there is no row */
    table(): Table;
}
/**
 * JSON lines in memory.
 *
 * @throws {DataError}
 */
export declare function parseJsonLines(text: string, file: string): Table;
