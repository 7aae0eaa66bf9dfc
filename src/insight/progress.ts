import type { Observation } from './observation.ts';

/** The best loss after each trial, beside what drawing at random would have reached. */
export interface SearchProgress {
  /** One for each observation, in order. */
  readonly best: readonly number[];
  /** Expected best of as many random draws as there were trials; absent with too few draws to estimate it from. */
  readonly random?: number;
  /** How many random draws the estimate is from. */
  readonly draws: number;
}

/** Origins of configs that were not chosen by any result. */
const unguided = new Set(['initial design', 'random', 'exploration', 'spread']);
const fewestDraws = 8;

/**
 * The course of a search. What random search would have reached is the expectation of the least of n draws from the
 * distribution that the unguided trials show (their empirical one, with replacement): Σ x₍ᵢ₎ (((m−i+1)/m)ⁿ − ((m−i)/m)ⁿ).
 * From m draws nothing better than the best of them can be expected: for n far above m the estimate is too pessimistic.
 */
export function searchProgress(observations: readonly Observation[]): SearchProgress {
  let least = Number.POSITIVE_INFINITY;
  const best = observations.map(({ loss }) => {
    least = Math.min(least, loss);
    return least;
  });
  const sample = observations
    .filter(({ origin }) => unguided.has(origin))
    .map(({ loss }) => loss)
    .sort((a, b) => a - b);
  const m = sample.length;
  if (m < fewestDraws || m === observations.length) return { best, draws: m };
  const n = observations.length;
  const random = sample.reduce((sum, x, i) => sum + x * (((m - i) / m) ** n - ((m - i - 1) / m) ** n), 0);
  return { best, random, draws: m };
}
