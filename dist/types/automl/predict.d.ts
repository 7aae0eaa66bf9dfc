import { type ForecastStep } from './series/forecast.js';
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
/** How the pictures of a model are read; undefined when it takes none. */
export declare function imageCoding({ columns }: TableModel): {
    readonly column: string;
    readonly kind: 'image';
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    readonly size: number;
    readonly pixelRows?: import("./images/picture.ts").PixelRows;
} | undefined;
/** @param predicted see `predictModel` */
export declare function predictionsOf({ classes, task }: TableModel, predicted: Float64Array, rows: number): Prediction[];
