import type { TensorFlow } from '../../tensorflow/tensorflow.js';
import type { Feature } from '../dataset.js';
import { type InputCoding, type Scaling } from '../inputs.js';
import { type SavedLayers } from '../layers-model.js';
import { type Learner, type LearnerInput } from '../learner.js';
export interface NetworkOptions {
    readonly layers: number;
    readonly units: number;
    readonly dropout: number;
    readonly learning_rate: number;
    readonly l2: number;
    readonly batch_size: number;
    /** How often the training sees each row, at most. */
    readonly passes: number;
    readonly scaling: Scaling;
}
/** Dense layers (ReLU between them) over inputs and embeddings, as the weights of a TensorFlow.js layers model. */
export interface FittedNetwork extends SavedLayers {
    readonly family: 'network';
    readonly inputs: readonly InputCoding[];
    readonly mean: number;
    readonly deviation: number;
}
/** Dense layers over the numbers and the embeddings of categories with many levels; the learning rate falls as a cosine. */
export declare function network(tf: TensorFlow, { data, rows, seed }: LearnerInput, options: NetworkOptions): Learner;
/** What the network says of each row, without TensorFlow: probabilities of the classes, or the number. */
export declare function predictNetwork({ inputs, weights, mean, deviation }: FittedNetwork, features: readonly Feature[], rows: number, outputs: number): Float64Array;
