import { type Table } from '../table.js';
import type { Surroundings } from './features.js';
import type { Intervals } from './intervals.js';
import { type SeriesModel } from './series-model.js';
import { type Window } from './windows.js';
/** One value to come. */
export interface ForecastStep {
    /** As the history writes its times. */
    readonly time: string;
    /** Which series; empty where the model is of one. */
    readonly series: string;
    readonly prediction: number;
    /** 90 % of the values should lie between them. */
    readonly lower: number;
    readonly upper: number;
}
/** The next steps of each series. */
export interface Forecast {
    readonly steps: readonly ForecastStep[];
    /** What was left out, in words. */
    readonly notes: readonly string[];
}
/** Rows in memory, and what is known of the steps to come. */
export declare function forecastRows(model: SeriesModel, history: readonly Readonly<Record<string, unknown>>[], known?: readonly Readonly<Record<string, unknown>>[]): Forecast;
/**
 * The next steps of each series of a table, from all that it has of the past, which may go on behind what the model was trained on.
 * Rows behind the last value of a series say what is known ahead.
 *
 * @throws {DataError} when a column is missing, times are not those of the model, or columns known ahead are not there
 */
export declare function forecastTable(model: SeriesModel, table: Table): Forecast;
/** Ends of the intervals: windows × horizon. */
export declare function bounded({ histories, panel }: Surroundings, windows: readonly Window[], horizon: number, { low, high }: Intervals, predicted: Float64Array): {
    readonly lower: Float64Array;
    readonly upper: Float64Array;
};
