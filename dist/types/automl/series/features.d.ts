import type { Feature } from '../dataset.js';
import type { History } from './history.js';
import type { Panel } from './panel.js';
import { type Frequency } from './times.js';
/** How a past becomes inputs of a regression. Plain data. */
export interface FeatureOptions {
    /** Newest values that are inputs. */
    readonly lags: number;
    /** What is predicted: the distance from the mean of the last seasons, from the last value, or from the value a season before. */
    readonly difference: 'none' | 'last' | 'season';
    /** Logarithms, of series whose values up to the origin are all above 0. */
    readonly log: boolean;
}
/** What all rows of a panel have in common. */
export interface Surroundings {
    readonly panel: Panel;
    readonly histories: readonly History[];
    /** Of the logarithms, where all values are above 0 at some step. */
    readonly logs: readonly (History | undefined)[];
    readonly season: number;
    /** Names of the series that the training has seen. */
    readonly names: readonly string[];
    /** Columns that are known ahead, and those that are not; one value for each row of the table. */
    readonly known: readonly Feature[];
    readonly past: readonly Feature[];
}
/** One value to predict: `ahead` steps (from 1) behind a step of a series, both counted from its beginning. */
export interface Cell {
    readonly series: number;
    readonly step: number;
    readonly ahead: number;
}
/** Inputs of cells, and how what is predicted becomes a value: target · scale + base, of logarithms where `logged`. */
export interface Cells {
    readonly features: readonly Feature[];
    readonly base: Float64Array;
    readonly scale: Float64Array;
    readonly logged: Uint8Array;
}
/** Inputs from what is known at the step of each cell, columns known ahead apart: nothing behind it changes them. */
export declare function featuresOf(around: Surroundings, cells: readonly Cell[], options: FeatureOptions): Cells;
/** What a model says of cells, as values. */
export declare function valuesOf({ base, scale, logged }: Cells, targets: Float64Array): Float64Array;
/** What a model should say for cells to have these values. */
export declare function targetsOf({ base, scale, logged }: Cells, values: Float64Array): Float64Array;
/** Where in the season, the year, the week and the day steps of the grid lie. */
export declare function calendar(frequency: Frequency, season: number, steps: readonly number[]): Feature[];
