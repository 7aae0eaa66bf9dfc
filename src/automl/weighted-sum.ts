/** Adds so much of other numbers to a sum, place by place. */
export function addWeighted(sum: Float64Array, weight: number, own: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += weight * own[i]!;
}

/**
 * Σ weight · predictions, place by place; what has no weight is not looked at, whatever it says.
 *
 * @param predictions of at least one model, all of one length
 * @param weights of each model
 */
export function weightedSum(predictions: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(predictions[0]!.length);
  predictions.forEach((own, model) => {
    if (weights[model] !== 0) addWeighted(sum, weights[model]!, own);
  });
  return sum;
}
