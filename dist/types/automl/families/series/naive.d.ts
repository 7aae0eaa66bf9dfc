import type { History } from '../../series/history.js';
/** What forecasts are measured against. */
export type NaiveKind = 'seasonal' | 'last' | 'drift' | 'mean';
/** Nothing is learned but which of them it is. */
export interface FittedNaive {
    readonly family: 'naive';
    readonly kind: NaiveKind;
}
/**
 * The values of the last season again; the last value; the line from the first value through the last; or the mean
 * (Hyndman and Athanasopoulos 2021, «Forecasting: principles and practice», section 5.2).
 *
 * @param step last one that is known
 */
export declare function naiveForecast({ kind }: Pick<FittedNaive, 'kind'>, { values, filled, window }: History, step: number, season: number, horizon: number): Float64Array;
/** The newest known value that is whole seasons before `ahead` steps behind `step`. */
export declare function seasonBefore(values: Float64Array, step: number, ahead: number, season: number, otherwise: number): number;
