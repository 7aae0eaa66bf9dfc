import { selectEnsemble } from '../ensemble.ts';
import { weightedSum } from '../weighted-sum.ts';
import type { Actual } from './windows.ts';

/** Neighbouring origins are left out together, as what they forecast overlaps. */
const mostFolds = 5;
/** How often the prior is in an ensemble before a forecast has been looked at; greedy selection stops at 25. */
const priorCount = 3;

/** Automatic exponential smoothing: of single methods the one that competitions find hardest to beat (Makridakis et al. 2020). */
export function isPrior(config: Readonly<Record<string, unknown>>): boolean {
  return (
    config['family'] === 'smoothing' &&
    config['smoothing_trend'] === 'auto' &&
    config['smoothing_season'] === 'auto' &&
    config['smoothing_log'] === false
  );
}

export interface Weighed {
  /** Of each model; they add up to 1. */
  readonly weights: readonly number[];
  /** What is said of each window by an ensemble chosen without the origins about it. */
  readonly heldOut: Float64Array;
}

/**
 * Weights of forecasts by few origins, whose errors tell good models from lucky ones badly: greedy selection starts from the prior,
 * so that others have to earn their weight (shrinkage), unless ensembles chosen without it are better on each fold that neither
 * of them has been chosen by.
 *
 * @param predictions of each model for all windows, the best model first
 * @param prior whether a model is the prior
 * @param actuals what came in the windows
 * @param loss of predictions for some of it; lower is better, compared place by place
 */
export function weighForecasts(
  predictions: readonly Float64Array[],
  prior: readonly boolean[],
  actuals: readonly Actual[],
  loss: (of: readonly Actual[], predicted: Float64Array) => readonly number[],
): Weighed {
  const folds = foldsOf(actuals);
  const weigh = (initial?: readonly number[]): Weighed => {
    const chosenBy = (of: readonly Actual[]) =>
      selectEnsemble(predictions, (predicted) => loss(of, predicted), initial);
    const weights = chosenBy(actuals);
    const heldOut = weightedSum(predictions, weights);
    if (folds.length > 1)
      for (const fold of folds) {
        const own = new Set(fold);
        const without = weightedSum(predictions, chosenBy(actuals.filter((of) => !own.has(of))));
        for (const { place } of fold) heldOut[place] = without[place]!;
      }
    return { weights, heldOut };
  };
  const free = weigh();
  if (!prior.includes(true)) return free;
  const shrunk = weigh(prior.map((is) => (is ? priorCount : 0)));
  const isBetter = (fold: readonly Actual[]) => loss(fold, free.heldOut)[0]! < loss(fold, shrunk.heldOut)[0]!;
  return folds.length > 1 && folds.every(isBetter) ? free : shrunk;
}

/** By their origins: neighbours together. */
function foldsOf(actuals: readonly Actual[]): Actual[][] {
  const origins = [...new Set(actuals.map(({ origin }) => origin))].sort((a, b) => a - b);
  const count = Math.min(mostFolds, origins.length);
  const fold = new Map(origins.map((origin, i) => [origin, Math.floor((i * count) / origins.length)]));
  const folds = Array.from({ length: count }, (): Actual[] => []);
  for (const of of actuals) folds[fold.get(of.origin)!]!.push(of);
  return folds;
}
