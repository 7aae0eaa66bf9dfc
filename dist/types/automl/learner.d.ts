import type { Dataset } from './dataset.js';
import type { Fitted } from './families/families.js';
/** A model in training on some rows of the data. */
export interface Learner {
    /** Trains up to this share of the whole training, 0 to 1. */
    trainTo(share: number): Promise<void>;
    /** Outputs of every row of the data, row by row: probabilities of the classes, or the number. */
    predict(): Promise<Float64Array>;
    /** What it has learned, as plain data. */
    fitted(): Promise<Fitted>;
    dispose(): void;
}
export interface LearnerInput {
    readonly data: Dataset;
    /** Rows to train on. */
    readonly rows: Int32Array;
    readonly seed: number;
}
/** Outputs a row: the classes of a classification, one number of a regression. */
export declare function outputsOf({ task, classes }: Pick<Dataset, 'task' | 'classes'>): number;
/** Turns scores into probabilities, row by row, in place. */
export declare function softmax(scores: Float64Array, outputs: number): Float64Array;
