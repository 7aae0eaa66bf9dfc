/** How a low resource ranks trials, against the full one. */
export interface RankAgreement {
  /** Resource of the early look. */
  readonly resource: number;
  /** Spearman's rank correlation of the losses there and at the end, in [−1, 1]. */
  readonly correlation: number;
  /** Trials that reached the full resource. */
  readonly trials: number;
}

/** Below this many trials a correlation is chance. */
const fewest = 6;
/** Below this correlation the low resource misleads. */
const misleads = 0.3;

/**
 * Spearman's rank correlation between what trials showed at a low resource and at the end, over those that were trained
 * in full. Those were chosen by the low resource, where it decides, so that the true correlation is rather higher.
 * Undefined with fewer than six such trials, or where all losses are the same.
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
  const correlation = pearson(ranks(pairs.map(([early]) => early)), ranks(pairs.map(([, last]) => last)));
  return correlation === undefined ? undefined : { resource, correlation, trials: pairs.length };
}

export function isMisleading({ correlation }: RankAgreement): boolean {
  return correlation < misleads;
}

/** Ranks from 1, ties at their mean. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

function pearson(x: readonly number[], y: readonly number[]): number | undefined {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, a] of x.entries()) {
    xy += (a - mx) * (y[i]! - my);
    xx += (a - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined;
}
