import type { Feature } from '../dataset.js';
import { type InputCoding, type Scaling } from '../inputs.js';
import { type Learner, type LearnerInput } from '../learner.js';
export interface LinearOptions {
    readonly l2: number;
    readonly scaling: Scaling;
}
/** Weights input by input, output by output, the intercepts last; of a number in standard deviations from its mean. */
export interface FittedLinear {
    readonly family: 'linear';
    readonly inputs: readonly InputCoding[];
    readonly weights: readonly number[];
    readonly mean: number;
    readonly deviation: number;
}
/** Ridge regression, or softmax regression with the same penalty, by L-BFGS. The training is the last share. */
export declare function linear({ data, rows }: LearnerInput, { l2, scaling }: LinearOptions): Learner;
/** What the weights say of each row: probabilities of the classes, or the number. */
export declare function predictLinear({ inputs, weights, mean, deviation }: FittedLinear, features: readonly Feature[], rows: number, outputs: number): Float64Array;
