import type { Actual } from './windows.js';
/** Where values lie about a forecast, step by step, in units of the scale of their series. Plain data. */
export interface Intervals {
    /** Share of the values that should lie within. */
    readonly level: number;
    readonly low: readonly number[];
    readonly high: readonly number[];
}
export declare const intervalLevel = 0.9;
/**
 * From errors of forecasts that the model was not chosen by: their spread by step (it never gets less with further steps), and the
 * quantile of the absolute errors in units of that spread, with the rank of split conformal prediction (Vovk et al. 2005). Errors
 * of one origin are alike, so that few of them tell little of the next one: the quantile is widened as Student's t distribution is beside
 * the normal one. Both ends are as far away: too few origins tell on which side a model errs.
 */
export declare function intervalsOf(actuals: readonly Actual[], predicted: Float64Array, horizon: number): Intervals;
