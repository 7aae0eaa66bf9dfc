import { rankCorrelation } from '../../math/rank-correlation.ts';

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
/** Below this correlation the low resource misleads; of fewer trials than `some` only where next to all are the other way round. */
const misleads = { all: 0.3, few: -0.85, some: 6 };

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
  return correlation < (trials < misleads.some ? misleads.few : misleads.all);
}
