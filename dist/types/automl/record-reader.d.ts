import { RowCollector } from './row-sample.js';
import { type Table } from './table.js';
/** Reads a file of text piece by piece, record by record. */
export declare abstract class RecordReader {
    #private;
    protected readonly file: string;
    /** Where the next record begins, counted from 1. */
    protected line: number;
    /** Absent until the columns are known. */
    protected collector: RowCollector | undefined;
    /** @param most values to keep; rows are drawn from longer files */
    constructor(file: string, most?: number);
    /** Rows with values so far, since the last `take`. */
    get rows(): number;
    /** About so many rows will come; said before the first bytes. */
    expect(rows: number): void;
    /**
     * Takes the next bytes of the file.
     *
     * @param last whether nothing comes after them
     * @throws {DataError}
     */
    push(chunk: Buffer, last: boolean): void;
    /** @throws {DataError} when there is nothing to make a table of */
    abstract table(): Table;
    /**
     * The rows since the last time as a table; they are forgotten here.
     *
     * @throws {DataError} when there is nothing to make a table of
     */
    take(): Table;
    /** What a row without an end most likely means. */
    protected abstract readonly whyLong: string;
    /** Reads one record; returns where the next begins, or -1 when its end is not there yet. */
    protected abstract record(bytes: Buffer, from: number, last: boolean): number;
    /** Where rows of so many columns are collected. */
    protected collect(columns: number): RowCollector;
}
