/** Adds so much of other numbers to a sum, place by place. */
export declare function addWeighted(sum: Float64Array, weight: number, own: Float64Array): void;
/**
 * Σ weight · predictions, place by place; what has no weight is not looked at, whatever it says.
 *
 * @param predictions of at least one model, all of one length
 * @param weights of each model
 */
export declare function weightedSum(predictions: readonly Float64Array[], weights: readonly number[]): Float64Array;
