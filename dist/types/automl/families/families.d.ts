import type { TensorFlow } from '../../tensorflow/tensorflow.js';
import type { Feature } from '../dataset.js';
import type { Learner, LearnerInput } from '../learner.js';
import { type FittedBag } from './bag.js';
import { type FittedConvnet } from './convnet.js';
import { type FittedEmbedding } from './embedding.js';
import { type FittedLinear } from './linear.js';
import { type FittedNetwork } from './network.js';
import { type FittedTrees } from './trees/fitted-trees.js';
/** State of a trained model, as plain data. */
export type Fitted = FittedTrees | FittedLinear | FittedNetwork | FittedBag | FittedEmbedding | FittedConvnet;
type Options = Readonly<Record<string, unknown>>;
/** The model that a config describes, untrained: `family` names it, and its parameters begin with that name. */
export declare function createLearner(tf: TensorFlow, config: Options, input: LearnerInput): Learner;
/** What one fitted model says: probabilities of the classes, or the number, row by row. */
export declare function predictFitted(fitted: Fitted, features: readonly Feature[], rows: number, outputs: number): Float64Array;
/** What one fitted model says, as fast as it can be said where there is TensorFlow.js. */
export declare function predictFittedWith(tf: TensorFlow, fitted: Fitted, features: readonly Feature[], rows: number, outputs: number): Promise<Float64Array>;
export {};
