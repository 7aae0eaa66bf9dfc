/**
 * What a user's module imports from `tunegate`: types for its functions, the errors with a meaning of their own,
 * and architectures.
 *
 * ```ts
 * import type { HyperParameters } from 'tunegate';
 * import * as tf from '@tensorflow/tfjs';
 *
 * export function build(hp: HyperParameters) { … return model; }
 * export function data() { return { x, y, validation: { x, y } }; }
 * ```
 */
export { type LoadedModel, loadModel, type Prediction } from './automl/predict.js';
export type { ForecastStep } from './automl/series/forecast.js';
export { type ArchitectureOptions, augmentImages, buildArchitecture, buildEfficientNet, buildResNet, buildXception, type Head, type Inheritance, inheritWeights, type ModelCost, measureLatency, modelCost, useTensorFlow, } from './tensorflow/architecture/exports.js';
export type { DataContext, DatasetData, FitContext, TensorData, TrainingData, TrialContext, } from './tensorflow/contexts.js';
export type { BlockParameters, ChoiceOptions, HyperParameters, NumberOptions, OptionParameters, } from './tensorflow/hp.js';
export { InfeasibleConfig, TrialStopped } from './tensorflow/outcomes.js';
