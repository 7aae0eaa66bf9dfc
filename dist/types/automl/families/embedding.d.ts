import type { TensorFlow } from '../../tensorflow/tensorflow.js';
import { type InputCoding } from '../inputs.js';
import { type SavedLayers } from '../layers-model.js';
import { type Learner, type LearnerInput } from '../learner.js';
import { type SequenceCoding, type Vocabulary } from '../text/sequences.js';
export interface EmbeddingOptions {
    /** What reads the embedded words: their mean, the strongest answers of filters over some neighbours, or a recurrent layer. */
    readonly reader: Reader;
    readonly vocabulary: Vocabulary;
    /** Tokens known. */
    readonly tokens: number;
    /** Tokens read of a text. */
    readonly length: number;
    /** Numbers of an embedding, filters of a convolution, units of a recurrent layer. */
    readonly units: number;
    readonly dropout: number;
    readonly learning_rate: number;
    readonly batch_size: number;
    readonly passes: number;
}
export type Reader = 'mean' | 'convolution' | 'gru';
/** Neighbours that a filter sees. */
export declare const filterWidth = 3;
/** Embedded tokens, what reads them, and a dense layer, as the weights of a TensorFlow.js layers model. */
export interface FittedEmbedding extends SavedLayers {
    readonly family: 'embedding';
    readonly reader: Reader;
    readonly sequences: readonly SequenceCoding[];
    readonly others: readonly InputCoding[];
    readonly mean: number;
    readonly deviation: number;
}
/** A network over embedded words or pieces of words, and the other columns; the learning rate falls as a cosine. */
export declare function embedding(tf: TensorFlow, { data, rows, seed }: LearnerInput, options: EmbeddingOptions): Learner;
