import type { TensorFlow } from '../../../tensorflow/tensorflow.js';
import type { Cell, FeatureOptions, Surroundings } from '../../series/features.js';
import type { Forecaster, ForecasterInput } from '../../series/forecaster.js';
import type { Window } from '../../series/windows.js';
import { type Fitted } from '../families.js';
/** A family of models for tables that predicts each step ahead from the past, whatever the step: its number is an input. */
export interface FittedRegression {
    readonly family: 'linear' | 'trees' | 'network';
    readonly options: FeatureOptions;
    readonly learned: Fitted;
}
/** Rows to train on at most; of more, every so many-th is taken. */
export declare const mostTrainingRows = 8000;
/** Steps and their targets that are known at a cut-off: what a regression is trained on. */
export declare function trainingCells({ panel, season }: Surroundings, horizon: number, cutoff: number): Cell[];
/** Direct forecasts over the whole horizon by a model for tables (Ben Taieb et al. 2012, with the step as an input). */
export declare function regression(tf: TensorFlow, config: Readonly<Record<string, unknown>>, { around, horizon, cutoff, windows, seed }: ForecasterInput): Forecaster;
/** What a fitted regression says of each window: windows × horizon. */
export declare function regressionForecast({ options, learned }: FittedRegression, around: Surroundings, windows: readonly Window[], horizon: number): Float64Array;
