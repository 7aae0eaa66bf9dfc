/** A data file in memory: texts by column; an empty text is a missing value. */
export interface Table {
    readonly file: string;
    readonly names: readonly string[];
    readonly columns: readonly (readonly string[])[];
    /** Line of the file where each row begins, counted from 1. */
    readonly lines: Int32Array;
}
/** What is wrong with a data file: the message names file, line and column. */
export declare class DataError extends Error {
    readonly name = "DataError";
}
/**
 * Reads CSV, TSV or JSON Lines, told apart by the ending.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export declare function readTable(file: string, shownAs?: string): Table;
/** RFC 4180, by columns. Rows of another length than the header are errors. */
export declare function parseDelimited(source: string, separator: string | undefined, file: string): Table;
/** One object a line; keys that a line does not have are missing values. */
export declare function parseJsonLines(text: string, file: string): Table;
/** Rows in memory: a value that no JSON has is its text. */
export declare function tableOfRows(rows: readonly Readonly<Record<string, unknown>>[], file: string): Table;
