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
