import type { History } from '../../series/history.js';
/** `auto`: whichever of them has the lowest AICc, series by series. */
export interface SmoothingOptions {
    readonly trend: 'auto' | 'none' | 'linear' | 'damped';
    readonly season: 'auto' | 'none' | 'additive' | 'multiplicative';
    /** Smooth the logarithms of series whose values are all above 0. */
    readonly log: boolean;
}
/** One series: its form, and how fast level (α), trend (β, as a share of α) and season (γ) follow; φ damps the trend. */
export interface SmoothingState {
    readonly trend: 'none' | 'linear' | 'damped';
    readonly season: 'none' | 'additive' | 'multiplicative';
    readonly alpha: number;
    readonly beta: number;
    readonly gamma: number;
    readonly phi: number;
}
/** Plain data; a series that is not in `series` is fitted when it is asked for. */
export interface FittedSmoothing {
    readonly family: 'smoothing';
    readonly options: SmoothingOptions;
    readonly series: Readonly<Record<string, SmoothingState>>;
}
/** Fits level, trend and season to what is known at a step. */
export declare function fitSmoothing(options: SmoothingOptions, history: History, step: number, season: number): SmoothingState;
/** Forecasts of the steps behind `step`, from what is known there. */
export declare function smoothingForecast(state: SmoothingState, { log }: SmoothingOptions, history: History, step: number, season: number, horizon: number): Float64Array;
