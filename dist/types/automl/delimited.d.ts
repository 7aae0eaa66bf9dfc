import { RecordReader } from './record-reader.js';
import { type Table } from './table.js';
/**
 * Reads CSV or TSV (RFC 4180) piece by piece: quotes with anything in them, line ends of any system, a mark of byte order,
 * and decimal commas where the separator is a semicolon. Rows of another length than the header are errors.
 */
export declare class DelimitedReader extends RecordReader {
    #private;
    protected readonly whyLong = "; most likely a quote is opened here and never closed";
    /**
     * @param separator absent: what the header has most of, of comma, semicolon and tab
     * @param most values to keep; rows are drawn from longer files
     */
    constructor(file: string, separator?: string, most?: number);
    /** @throws {DataError} when there is no header */
    table(): Table;
    protected record(bytes: Buffer, from: number, last: boolean): number;
}
/**
 * CSV or TSV in memory.
 *
 * @throws {DataError}
 */
export declare function parseDelimited(source: string, separator: string | undefined, file: string): Table;
