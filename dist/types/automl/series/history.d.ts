import type { Series } from './panel.js';
/** What is known of one series at any of its steps, from sums over its past. */
export interface History {
    readonly values: Float64Array;
    /** The same with the last known value where one is missing. */
    readonly filled: Float64Array;
    /** Mean distance of values a season apart, up to a step (inclusive); that of neighbours where that is 0; NaN where both are. */
    scale(step: number): number;
    /** Mean and standard deviation of the known values among the last `count` up to a step (inclusive). */
    window(step: number, count: number): {
        readonly mean: number;
        readonly deviation: number;
    };
    /** Whether all values up to a step are above 0. */
    positive(step: number): boolean;
}
/** Steps are counted from the beginning of the series. No answer depends on what comes behind its step. */
export declare function historyOf({ values }: Pick<Series, 'values'>, season: number): History;
