import type { Observation } from './observation.ts';

/** The best loss after each trial, beside what drawing at random would have reached. */
export interface SearchProgress {
  /** One for each observation that keeps the constraints, in order. */
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
 * A draw that misses a constraint counts like the worst one that keeps them all.
 */
export function searchProgress(observations: readonly Observation[]): SearchProgress {
  let least = Number.POSITIVE_INFINITY;
  const keeping = observations.filter(({ misses }) => !misses);
  const best = keeping.map(({ loss }) => {
    least = Math.min(least, loss);
    return least;
  });
  const drawn = observations.filter(({ origin }) => unguided.has(origin));
  const m = drawn.length;
  if (m < fewestDraws || m === observations.length || drawn.every(({ misses }) => misses))
    return { best, draws: m };
  const worst = keeping.reduce((most, { loss }) => Math.max(most, loss), Number.NEGATIVE_INFINITY);
  const sample = drawn.map(({ loss, misses }) => (misses ? worst : loss)).sort((a, b) => a - b);
  const n = observations.length;
  const random = sample.reduce((sum, x, i) => sum + x * (((m - i) / m) ** n - ((m - i - 1) / m) ** n), 0);
  return { best, random, draws: m };
}
