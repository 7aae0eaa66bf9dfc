import { RecordReader } from './record-reader.js';
import { type Table } from './table.js';
/** Reads JSON Lines piece by piece: one object a line; keys that a line does not have are missing values. */
export declare class JsonLinesReader extends RecordReader {
    #private;
    protected readonly whyLong = ": one JSON object a line is expected";
    /** @param names of columns that are known before: the first of the table, whatever its lines have */
    constructor(file: string, most?: number, names?: readonly string[]);
    /** @throws {DataError} when there is no row */
    table(): Table;
    protected record(bytes: Buffer, from: number, last: boolean): number;
}
/**
 * JSON lines in memory.
 *
 * @throws {DataError}
 */
export declare function parseJsonLines(text: string, file: string): Table;
