import { finest, resolutionOf } from '../gate/resolution.ts';

/** A score may miss a multiple by this share of its size: the accuracy of 32 bits. */
const rounding = 1e-7;

/**
 * The step of a metric that counts (errors, the share of so many rows) or is rounded. Two different scores have a single gap, which says
 * nothing: there it is the largest 1/N that both are multiples of. 0 where there is none to be seen, as where all scores are equal.
 *
 * @param scores finite
 */
export function stepOf(scores: readonly number[]): number {
  const different = [...new Set(scores)];
  if (different.length < 2) return 0;
  if (different.length > 2) return resolutionOf(different);
  const scale = Math.max(...different.map(Math.abs));
  for (let parts = 1; parts * finest * scale <= 1; parts++)
    if (
      different.every(
        (score) => Math.abs(score * parts - Math.round(score * parts)) <= rounding * scale * parts,
      )
    )
      return 1 / parts;
  return 0;
}
