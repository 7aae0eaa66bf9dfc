import type { Dataset, Feature } from './dataset.js';
import type { ModelOutcome } from './outcome.js';
type Test = NonNullable<ModelOutcome['test']>;
/** How often an input is shuffled. */
export declare const importanceRepeats = 5;
/** A score of all rows with the percentile interval (95 %) of bootstrap samples of them (Efron 1979). */
export declare function bootstrap(rows: Int32Array, score: (rows: Int32Array) => number, seed: number): {
    readonly value: number;
    readonly low: number;
    readonly high: number;
};
/**
 * The interval (95 %) of a share, from hits among rows (Wilson 1927): unlike the bootstrap's it has a width where all rows are right.
 */
export declare function wilson(share: number, rows: number): {
    readonly value: number;
    readonly low: number;
    readonly high: number;
};
/** Recall, precision and rows class by class; confusion matrix. A class of -1 is one that the search has not seen. */
export declare function classSlices(data: Pick<Dataset, 'task' | 'classes' | 'rows' | 'target'>, predicted: Float64Array): Pick<Test, 'slices' | 'confusion'>;
/** How often the class with the highest probability is right, by that probability (Guo et al. 2017). */
export declare function calibration({ classes, rows, target }: Pick<Dataset, 'classes' | 'rows' | 'target'>, predicted: Float64Array): NonNullable<Test['calibration']>;
/** Quantiles of prediction less truth. */
export declare function residuals(target: Float64Array, predicted: Float64Array): NonNullable<Test['residuals']>;
/**
 * The rows that importance is measured on, ascending; none where there are too many columns.
 *
 * @param each predictions that a row takes
 */
export declare function rowsForImportance(rows: number, columns: number, seed: number, each?: number): Int32Array;
/** Features of a column, which change together. */
export interface ColumnFeatures {
    readonly column: string;
    readonly features: readonly Feature[];
}
/** The features of all columns, those of one with the values of other rows. */
export declare function exchangeRows(columns: readonly ColumnFeatures[], column: number, others: ArrayLike<number>): Feature[];
/**
 * By how much a loss rises when an input is shuffled: mean and standard deviation, the most important first.
 *
 * @param whole loss when none is
 */
export declare function rankImportance(shuffled: readonly {
    readonly column: string;
    readonly losses: readonly number[];
}[], whole: number): Test['importance'];
/**
 * By how much a score gets worse when the values of a column change places (Breiman 2001): mean and standard deviation over
 * five shuffles, the most important first.
 *
 * @param loss of the features of all columns; lower is better
 */
export declare function permutationImportance(columns: readonly ColumnFeatures[], rows: number, loss: (features: readonly Feature[]) => number, seed: number): Test['importance'];
export {};
