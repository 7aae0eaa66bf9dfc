import { type TableModel } from './fitted.js';
import { type Table } from './table.js';
/** What a model says of one row. */
export interface Prediction {
    /** The class, or the number. */
    readonly value: string | number;
    /** Of each class; absent for numbers. */
    readonly probabilities?: Readonly<Record<string, number>>;
}
/** A model in memory. */
export interface LoadedModel {
    readonly task: 'classification' | 'regression';
    /** What it predicts. */
    readonly target: string;
    /** In the order of the probabilities; none for numbers. */
    readonly classes: readonly string[];
    /** Columns that rows must have. */
    readonly columns: readonly string[];
    /**
     * @param rows values by column; `undefined`, `null` and an empty text are missing values
     * @throws {DataError} when no row has a column
     */
    predict(rows: readonly Readonly<Record<string, unknown>>[]): readonly Prediction[];
}
/**
 * Reads a model that Tunegate has made. It needs no TensorFlow.
 *
 * @param folder with `model.json`
 * @throws {ModelFileError} when there is none, or it is damaged
 */
export declare function loadModel(folder: string): LoadedModel;
/**
 * What a model says of each row of a table.
 *
 * @throws {DataError} when a column is missing
 */
export declare function predictTable(model: TableModel, table: Table): readonly Prediction[];
/** A file of predictions, and how good they are. */
export interface PredictedFile {
    /** CSV: the columns of the data, `prediction`, and the probability of each class. */
    readonly csv: string;
    readonly rows: number;
    /** Metrics of the rows that have the target; absent where the data do not have it. */
    readonly scores?: Readonly<Record<string, number>>;
    /** How many rows those are. */
    readonly scored: number;
}
/** @throws {DataError} when a column is missing */
export declare function predictFile(model: TableModel, table: Table): PredictedFile;
