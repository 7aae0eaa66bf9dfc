import type { Observation } from './observation.ts';
import type { RandomSearch } from './random-search.ts';

/** The best loss after each trial, beside what drawing at random would have reached. */
export interface SearchProgress {
  /** One for each observation that keeps the constraints, in order. */
  readonly best: readonly number[];
  /** Expected best of as many random configs as there were trials; absent where there is nothing to say it from. */
  readonly random?: number;
  /** Whether these would have been about as good as the search; with `random`. */
  readonly asGood?: boolean;
}

/** The course of a search. */
export function searchProgress(
  observations: readonly Observation[],
  random: RandomSearch | undefined,
): SearchProgress {
  let least = Number.POSITIVE_INFINITY;
  const best = observations
    .filter(({ misses }) => !misses)
    .map(({ loss }) => {
      least = Math.min(least, loss);
      return least;
    });
  return { best, ...(random ? { random: random.loss, asGood: random.asGood } : {}) };
}
