import { resolutionOf } from '../gate/resolution.ts';

/**
 * The step of a metric that counts (errors, the share of so many rows) or is rounded: the scores themselves are multiples of it, not
 * only their gaps, of which two different scores have a single one. 0 where there is none to be seen, as where all scores are equal.
 *
 * @param scores finite
 */
export function stepFromZero(scores: readonly number[]): number {
  return new Set(scores).size < 2 ? 0 : resolutionOf([0, ...scores]);
}
