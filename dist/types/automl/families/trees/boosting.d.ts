import { type Learner, type LearnerInput } from '../../learner.js';
export interface BoostingOptions {
    readonly rounds: number;
    readonly learning_rate: number;
    readonly leaves: number;
    readonly min_rows: number;
    readonly l2: number;
    readonly row_share: number;
    readonly column_share: number;
    /** Of texts: words and pairs of words that the trees see. */
    readonly terms?: number;
}
/** Gradient boosting of trees (Friedman 2001), for squared error, or softmax with a tree for each class a round. */
export declare function boosting({ data, rows, seed }: LearnerInput, options: BoostingOptions): Learner;
