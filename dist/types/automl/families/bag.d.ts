import type { Feature } from '../dataset.js';
import { type Learner, type LearnerInput } from '../learner.js';
import type { TermOptions } from '../text/terms.js';
import { type TextInputCoding } from '../text/text-inputs.js';
export interface BagOptions {
    /** N-grams of words up to so many; 0: none. */
    readonly words: number;
    /** N-grams of characters: `none`, or least and most, such as `2-5`. */
    readonly characters: string;
    readonly lowercase: boolean;
    readonly min_documents: number;
    readonly features: number;
    readonly sublinear: boolean;
    /** Weight of |w|²/2 beside the sum of the losses: the inverse of scikit-learn's C, its alpha of a ridge. */
    readonly l2: number;
    /** Scale terms by their log-count ratios of a class and the others; of classes only. */
    readonly ratio?: boolean;
}
/** Weights input by input, score by score, the intercepts last; two classes have one score. */
export interface FittedBag {
    readonly family: 'bag';
    readonly inputs: TextInputCoding;
    readonly weights: readonly number[];
    readonly mean: number;
    readonly deviation: number;
}
/** How a config says what is counted. */
export declare function termOptions({ characters, ...options }: BagOptions): TermOptions;
/**
 * Softmax or ridge regression on TF-IDF of n-grams, by L-BFGS on sparse rows; two classes have one logit. With `ratio` the
 * terms are scaled by the log-count ratios of naive Bayes (Wang and Manning 2012).
 */
export declare function bag({ data, rows }: LearnerInput, options: BagOptions): Learner;
/** What the weights say of each row: probabilities of the classes, or the number. */
export declare function predictBag({ inputs, weights, mean, deviation }: FittedBag, features: readonly Feature[], rows: number, classes: number): Float64Array;
