import type { TensorFlow } from '../../tensorflow/tensorflow.js';
import type { Feature } from '../dataset.js';
import { type Augmentation } from '../images/augment.js';
import { type SavedLayers } from '../layers-model.js';
import { type Learner, type LearnerInput } from '../learner.js';
export interface ConvnetOptions extends Augmentation {
    readonly block: 'conv' | 'residual' | 'separable';
    /** The size is halved, and the filters doubled, from one to the next. */
    readonly stages: number;
    /** Blocks a stage. */
    readonly depth: number;
    /** Filters of the first stage. */
    readonly width: number;
    readonly kernel: number;
    readonly normalization: 'batch' | 'none';
    /** How what the last stage gives becomes a vector. */
    readonly reduce: 'flatten' | 'average' | 'max';
    readonly dropout: number;
    readonly learning_rate: number;
    readonly l2: number;
    readonly batch_size: number;
    /** How often the training sees each picture; few pictures are seen more often, see `fewestSeen`. */
    readonly passes: number;
    readonly label_smoothing: number;
}
/** Convolutions over pictures, as the weights of a TensorFlow.js layers model. */
export interface FittedConvnet extends SavedLayers {
    readonly family: 'convnet';
    /** Of the pixels of each channel. */
    readonly pixels: {
        readonly means: readonly number[];
        readonly deviations: readonly number[];
    };
    /** Of the target of a regression. */
    readonly mean: number;
    readonly deviation: number;
}
/** A convnet of blocks in stages; Adam, with a learning rate that rises, then falls as a cosine. */
export declare function convnet(tf: TensorFlow, { data, rows, seed }: LearnerInput, options: ConvnetOptions): Learner;
/** What the convnet says of each row, without TensorFlow: probabilities of the classes, or the number. */
export declare function predictConvnet(fitted: FittedConvnet, features: readonly Feature[], rows: number, outputs: number): Float64Array;
/** The same on TensorFlow.js. */
export declare function predictConvnetWith(tf: TensorFlow, { topology, weights, pixels, mean, deviation }: FittedConvnet, features: readonly Feature[]): Promise<Float64Array>;
