import type { PictureStore } from './images/picture.js';
/** A data file in memory: texts by column; an empty text is a missing value. */
export interface Table {
    readonly file: string;
    readonly names: readonly string[];
    readonly columns: readonly (readonly string[])[];
    /** Line of the file where each row begins, counted from 1; of a file without lines the number of the row. */
    readonly lines: Int32Array;
    /** How many rows the file has, where not all of them are here. */
    readonly drawnFrom?: number;
    /** Column of the texts, of a text task. */
    readonly text?: string;
    /** Column of the files that the texts are in, where each is one of its own. */
    readonly files?: string;
    /** What the cells of a column stand for, where they name pictures. */
    readonly pictures?: PictureStore;
}
/** What is wrong with a data file: the message names file, line and column. */
export declare class DataError extends Error {
    readonly name = "DataError";
}
/** Rows in memory: a value that no JSON has is its text. */
export declare function tableOfRows(rows: readonly Readonly<Record<string, unknown>>[], file: string): Table;
/** What stands for a value of JSON or Parquet in a table. */
export declare function jsonText(value: unknown): string;
/** A text, or none where it says that the value is missing. */
export declare function present(text: string): string;
/** @throws {DataError} when columns cannot be told apart */
export declare function checkNames(names: readonly string[], file: string): void;
/** Names of columns, some of many. */
export declare function listed(names: readonly string[], most?: number): string;
