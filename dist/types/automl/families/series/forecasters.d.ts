import type { TensorFlow } from '../../../tensorflow/tensorflow.js';
import type { Surroundings } from '../../series/features.js';
import type { Forecaster, ForecasterInput } from '../../series/forecaster.js';
import type { Window } from '../../series/windows.js';
import { type FittedNaive } from './naive.js';
import { type FittedRegression } from './regression.js';
import { type FittedSmoothing } from './smoothing.js';
/** State of a trained model of series, as plain data. */
export type FittedForecaster = FittedNaive | FittedSmoothing | FittedRegression;
type Config = Readonly<Record<string, unknown>>;
/** The model that a config describes, untrained: `family` names it. */
export declare function createForecaster(tf: TensorFlow, config: Config, input: ForecasterInput): Forecaster;
/** Whether it is trained step by step, so that a part of the training says something. */
export declare function trainsInSteps(config: Config): boolean;
/** What one fitted model says of each window: windows × horizon. It needs no TensorFlow. */
export declare function forecastFitted(fitted: FittedForecaster, around: Surroundings, windows: readonly Window[], horizon: number): Float64Array;
export {};
