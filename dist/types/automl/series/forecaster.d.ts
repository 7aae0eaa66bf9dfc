import type { FittedForecaster } from '../families/series/forecasters.js';
import type { Surroundings } from './features.js';
import type { Window } from './windows.js';
/** A model of series in training. */
export interface Forecaster {
    /** Trains up to this share of the whole training, 0 to 1. */
    trainTo(share: number): Promise<void>;
    /** The values of each window, step by step: windows × horizon. */
    forecast(): Promise<Float64Array>;
    /** What it has learned, as plain data. */
    fitted(): Promise<FittedForecaster>;
    dispose(): void;
}
export interface ForecasterInput {
    readonly around: Surroundings;
    readonly horizon: number;
    /** Last step of the grid that it may learn from. */
    readonly cutoff: number;
    /** What to forecast; no origin is before the cut-off. */
    readonly windows: readonly Window[];
    readonly seed: number;
}
