import type { Feature } from '../dataset.js';
import { type FittedEmbedding } from './embedding.js';
/** What the network says of each row, without TensorFlow: probabilities of the classes, or the number. */
export declare function predictEmbedding({ reader, sequences, others, weights, mean, deviation }: FittedEmbedding, features: readonly Feature[], rows: number, outputs: number): Float64Array;
