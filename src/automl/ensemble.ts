import { addWeighted, weightedSum } from './weighted-sum.ts';

/**
 * Greedy ensemble selection with replacement (Caruana et al. 2004, «Ensemble selection from libraries of models»): begins
 * with the best model and adds, again and again, the one with which the mean of the predictions is best.
 * Or it begins with models that are there before any prediction is looked at, as often as they count.
 *
 * @param predictions of each model for the same rows, the best model first
 * @param loss of predictions; lower is better, compared place by place
 * @param initial how often each model is in it at the beginning; none: the best model once
 * @param rounds models in it at most, counted with repetition
 * @returns weight of each model; they add up to 1
 */
export function selectEnsemble(
  predictions: readonly Float64Array[],
  loss: (predicted: Float64Array) => readonly number[],
  initial: readonly number[] = predictions.map((_, model) => (model === 0 ? 1 : 0)),
  rounds = 25,
): number[] {
  const counts = [...initial];
  if (predictions.length === 0) return counts;
  const sum = weightedSum(predictions, counts);
  const mean = new Float64Array(sum.length);
  const first = initial.reduce((all, count) => all + count, 0);
  let best = { counts: initial, loss: loss(sum.map((value) => value / first)) };
  for (let size = first + 1; size <= rounds; size++) {
    let chosen = -1;
    let lowest: readonly number[] = [];
    predictions.forEach((predicted, model) => {
      for (let i = 0; i < sum.length; i++) mean[i] = (sum[i]! + predicted[i]!) / size;
      const value = loss(mean);
      if (chosen < 0 || isLess(value, lowest)) {
        chosen = model;
        lowest = value;
      }
    });
    counts[chosen]! += 1;
    addWeighted(sum, 1, predictions[chosen]!);
    // The shortest of equally good ones.
    if (isLess(lowest, best.loss)) best = { counts: [...counts], loss: lowest };
  }
  const total = best.counts.reduce((all, count) => all + count, 0);
  return best.counts.map((count) => count / total);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 1e-12) return a[i]! < b[i]!;
  return false;
}
