import { type FittedForecaster } from '../families/series/forecasters.js';
import type { TableModel } from '../table-model.js';
import type { Surroundings } from './features.js';
import type { Intervals } from './intervals.js';
import type { SeriesColumns } from './series-data.js';
import type { Frequency } from './times.js';
import type { Window } from './windows.js';
/** A model of series to use: what makes inputs of a past, and fitted models whose forecasts are averaged. */
export interface SeriesModel {
    readonly task: 'forecasting';
    readonly target: string;
    readonly time: string;
    /** Column that tells series apart. */
    readonly series?: string;
    readonly horizon: number;
    readonly season: number;
    readonly frequency: Frequency;
    readonly columns: SeriesColumns;
    /** Series that it was trained on. */
    readonly names: readonly string[];
    readonly intervals: Intervals;
    readonly members: readonly SeriesMember[];
}
export interface SeriesMember {
    /** Number of the search trial whose config it is. */
    readonly trial: number;
    /** All add up to 1. */
    readonly weight: number;
    readonly config: Readonly<Record<string, unknown>>;
    readonly fitted: FittedForecaster;
}
/** Weighted mean of what the members say: windows × horizon. */
export declare function forecastModel({ members, horizon }: Pick<SeriesModel, 'members' | 'horizon'>, around: Surroundings, windows: readonly Window[]): Float64Array;
/** Writes `model.json`, and a folder for each network. */
export declare function writeSeriesModel(folder: string, { members, ...model }: SeriesModel): void;
/**
 * Reads a model of any task.
 *
 * @throws {ModelFileError}
 */
export declare function readAnyModel(folder: string): TableModel | SeriesModel;
