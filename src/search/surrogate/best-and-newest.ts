import type { Trial } from '../history.ts';

/** Most observations that a model is fitted to: of more, the best and the newest are kept, half each. */
const MOST_OBSERVATIONS = 300;

/**
 * What a model sees of more observations than it can: the best and the newest, half each, in order of age.
 *
 * @param observations the oldest first
 * @param compare the better first
 */
export function bestAndNewest<T>(
  observations: readonly T[],
  most: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (observations.length <= most) return observations;
  const half = most / 2;
  const best = observations.slice(0, -half).sort(compare).slice(0, half);
  const seen = new Set([...best, ...observations.slice(-half)]);
  return observations.filter((observation) => seen.has(observation));
}

/** Of more trials than a model is to see, the best and the newest, half each. */
export function kept(trials: readonly Trial[], most = MOST_OBSERVATIONS): readonly Trial[] {
  const lossOf = ({ loss = Number.POSITIVE_INFINITY }: Trial) => loss;
  return bestAndNewest(trials, most, (a, b) => lossOf(a) - lossOf(b) || a.id - b.id);
}
