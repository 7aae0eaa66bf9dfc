import { type ForecastStep } from './series/forecast.js';
import { type SeriesModel } from './series/series-model.js';
import { type Table } from './table.js';
import { type TableModel } from './table-model.js';
/** What a model says of one row. */
export interface Prediction {
    /** The class, or the number. */
    readonly value: string | number;
    /** Of each class; absent for numbers. */
    readonly probabilities?: Readonly<Record<string, number>>;
}
/** A model in memory. */
export interface LoadedModel {
    readonly task: 'classification' | 'regression' | 'forecasting';
    /** What it predicts. */
    readonly target: string;
    /** In the order of the probabilities; none for numbers. */
    readonly classes: readonly string[];
    /** Columns that rows must have. */
    readonly columns: readonly string[];
    /**
     * @param rows values by column; `undefined`, `null` and an empty text are missing values. An image is the path of a PNG or JPEG
     *   file, or the bytes of one (Uint8Array)
     * @throws {DataError} when no row has a column, an image cannot be read, or the model forecasts
     */
    predict(rows: readonly Readonly<Record<string, unknown>>[]): readonly Prediction[];
    /**
     * The next steps of each series, of a model that forecasts.
     *
     * @param history rows of the past, with time, target and the other columns; it may go on behind what the model was trained on
     * @param known rows of the steps to come with the columns that are known ahead, where there are some
     * @throws {DataError} when a column is missing, times are not at the steps of the model, or the model does not forecast
     */
    forecast(history: readonly Readonly<Record<string, unknown>>[], options?: {
        readonly known?: readonly Readonly<Record<string, unknown>>[];
    }): readonly ForecastStep[];
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
/**
 * The data that a model is asked of: a table, or what its pictures come in.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export declare function readDataFor(model: TableModel, file: string, shownAs: string): Promise<Table>;
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
/** A file of forecasts: the next steps of each series, and what was left out. */
export declare function forecastFile(model: SeriesModel, table: Table): {
    readonly csv: string;
    readonly rows: number;
    readonly notes: readonly string[];
};
