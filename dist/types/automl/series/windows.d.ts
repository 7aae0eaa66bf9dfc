import type { History } from './history.js';
import { type Panel } from './panel.js';
/** A forecast to make: of a series, from what is known at its step `origin` (inclusive, counted on the grid). */
export interface Window {
    /** Index in the panel. */
    readonly series: number;
    readonly origin: number;
}
/** Fewest known values that a series is forecast from. */
export declare const fewestKnown = 4;
/**
 * Rolling origins (Tashman 2000): the last steps that the forecasts of a validation know, ascending. Horizons end with the
 * panel at the latest; they are apart from each other where the newest 40 % of the steps have room for that.
 */
export declare function cutoffs(panel: Panel, horizon: number): number[];
/**
 * Where forecasts of the model of one cut-off begin: there, and in between up to the next one. More origins tell more
 * of the errors, and see steps ahead at other places of the season; a forecast costs little where a training does not.
 *
 * @param alike windows of all cut-offs
 */
export declare function originsBetween(cutoff: number, next: number | undefined, horizon: number, alike: number): number[];
/** The series that have enough values at an origin, and one later. */
export declare function windowsAt({ series }: Panel, origin: number): Window[];
/** A value that came where one was forecast. */
export interface Actual {
    readonly series: number;
    readonly origin: number;
    /** Place among the forecasts of all windows. */
    readonly place: number;
    /** Steps ahead, from 1. */
    readonly step: number;
    readonly actual: number;
    /** Mean distance of values a season apart in what was known; NaN where all of it is the same. */
    readonly scale: number;
}
/** What came in windows, where something did. */
export declare function actualsOf(panel: Panel, histories: readonly History[], windows: readonly Window[], horizon: number): Actual[];
/**
 * `val_mase`: mean absolute error, each in mean absolute errors of the seasonal naive forecast within what was known (Hyndman
 * and Koehler 2006), by series and then over the series; `val_rmse`, `val_mae`: of all forecasts alike; `val_smape`: 0 to 200 %
 * (Makridakis 1993).
 *
 * @param predicted of all windows; looked at where `actuals` are
 */
export declare function scoreForecasts(actuals: readonly Actual[], predicted: Float64Array): Record<string, number>;
