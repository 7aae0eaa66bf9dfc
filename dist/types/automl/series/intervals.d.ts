import type { Scored } from './windows.js';
/** Where values lie about a forecast, step by step, in units of the scale of their series. Plain data. */
export interface Intervals {
    /** Share of the values that should lie within. */
    readonly level: number;
    readonly low: readonly number[];
    readonly high: readonly number[];
}
export declare const intervalLevel = 0.9;
/**
 * From the errors of the rolling origins: their spread by step (it never gets less with further steps), and quantiles of all errors
 * in units of that spread, with the rank of split conformal prediction (Vovk et al. 2005).
 */
export declare function intervalsOf(scored: readonly Scored[], horizon: number): Intervals;
