import { isSurelyBelow, rankCorrelation } from '../../math/rank-correlation.ts';

/** How a low resource ranks trials, against the full one. */
export interface RankAgreement {
  /** Resource of the early look. */
  readonly resource: number;
  /** Spearman's rank correlation of the losses there and at the end, in [−1, 1]. */
  readonly correlation: number;
  /** Trials that reached the full resource. */
  readonly trials: number;
}

/** Below this many trials any correlation is chance. */
const fewest = 4;
/** Below this correlation the low resource misleads. */
const misleads = 0.3;
/** Standard errors by which it has to be below that: trials that were chosen by the low resource are alike, and their order there is luck. */
const errors = 1.64;

/**
 * Spearman's rank correlation between what trials showed at a low resource and at the end, over those that were trained
 * in full. Those were chosen by the low resource, where it decides, so that the true correlation is rather higher.
 * Undefined with fewer than four such trials, or where all losses are the same.
 */
export function rankAgreement(
  trials: readonly (readonly { readonly step: number; readonly loss: number }[])[],
  resource: number,
  full: number,
): RankAgreement | undefined {
  const pairs = trials.flatMap((reports) => {
    const early = reports.find(({ step }) => step >= resource);
    const last = reports.at(-1);
    return early && last && last.step >= full && early !== last ? [[early.loss, last.loss] as const] : [];
  });
  if (pairs.length < fewest) return undefined;
  const sides = [pairs.map(([early]) => early), pairs.map(([, last]) => last)] as const;
  if (sides.some((losses) => losses.every((loss) => loss === losses[0]))) return undefined;
  return { resource, correlation: rankCorrelation(...sides), trials: pairs.length };
}

export function isMisleading({ correlation, trials }: RankAgreement): boolean {
  return isSurelyBelow(misleads, correlation, trials, errors);
}
