import type { TaskSpec } from '../spec/spec.js';
import { type ColumnCoding } from './columns.js';
import { parts } from './split.js';
import { type Table } from './table.js';
export { parts };
/** An input of the models, one value a row. */
export type Feature = 
/** NaN is a missing value. */
{
    readonly kind: 'number';
    readonly name: string;
    readonly values: Float64Array;
}
/** Index into `levels`; -1 is a missing value. */
 | {
    readonly kind: 'category';
    readonly name: string;
    readonly codes: Int32Array;
    readonly levels: readonly string[];
}
/** What a text task reads; families that read none leave it out. */
 | {
    readonly kind: 'text';
    readonly name: string;
    readonly texts: readonly string[];
}
/** Pictures one after the other, each row by row, the channels of a pixel side by side. */
 | {
    readonly kind: 'image';
    readonly name: string;
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    readonly pixels: Uint8Array | Float32Array;
};
/** Data as the models take it. */
export interface Dataset {
    readonly task: 'classification' | 'regression';
    readonly rows: number;
    readonly features: readonly Feature[];
    /** Index of the class, or the number to predict. */
    readonly target: Float64Array;
    /** Of a classification. */
    readonly classes: readonly string[];
    /** Which part of the data each row belongs to, 0 to 4; the same for the same data, whatever the seed of a trial. */
    readonly part: Uint8Array;
    /** What people should know, in words. */
    readonly notes: readonly string[];
}
/** A dataset of a table, with what makes the same inputs of other rows. */
export interface TableDataset extends Dataset {
    readonly coding: readonly ColumnCoding[];
}
/**
 * Types the columns, looks for what spoils a training, and splits the rows.
 *
 * @throws {DataError} when nothing can be learned
 */
export declare function createDataset(given: Table, task: TaskSpec): TableDataset;
/** What becomes of a column (nothing: it is left out), and its type in words. */
export declare function typed(name: string, texts: readonly string[], notes: string[]): {
    kind: string;
    coding?: ColumnCoding;
};
