import { fitYeoJohnson, yeoJohnson } from '../../math/yeo-johnson.ts';

/** How losses are bent: by a fitted power, by their logarithm, by that of what they are above the lowest, or not at all. */
export type WarpShape = 'power' | 'logarithm' | 'logarithm above the lowest' | 'none';

/** Losses of the same trials, made fit for a Gaussian process. */
export interface Warped {
  /** Mean 0 and standard deviation about 1; as many as losses were given. */
  readonly targets: Float64Array;
  /** Σ ln (d target / d loss) over the losses that did not diverge: what a density of targets is multiplied with to be one of losses. */
  readonly logSlopes: number;
}

/**
 * Warps losses so that a Gaussian process can model them: centred at the median and scaled by the third quartile of the
 * absolute deviations, clipped, Yeo-Johnson with maximum-likelihood λ, standardised. A failed trial (`undefined`), and one that has
 * diverged (`highestOfBulk`), takes no part in that; it then stands clearly above the worst (max + half the range + 1, as in Vizier's
 * infeasible warper).
 *
 * Where losses span many orders of magnitude a power leaves all good ones in one place. The other shapes do not, which have a cusp
 * where a loss that is only small ends in its minimum: which is right is for a model to say (`WarpChoices`). A shape that
 * the losses do not allow (the logarithm of what is not positive) is `power`.
 */
export function warpLosses(losses: readonly (number | undefined)[], shape: WarpShape = 'power'): Warped {
  const finite = losses.filter((loss): loss is number => loss !== undefined && Number.isFinite(loss));
  const highest = highestOfBulk(finite);
  const bulk = finite.filter((loss) => loss <= highest);
  const { warp, logSlope } = fixedWarp(bulk, shape) ?? powerWarp(bulk);
  const warped = bulk.map(warp);
  const top = warped.length > 0 ? Math.max(...warped) : 0;
  const bottom = warped.length > 0 ? Math.min(...warped) : 0;
  const failed = top + 0.5 * (top - bottom) + 1;
  const values = losses.map((loss) =>
    loss !== undefined && Number.isFinite(loss) && loss <= highest ? warp(loss) : failed,
  );
  const mean = values.reduce((sum, t) => sum + t, 0) / Math.max(1, values.length);
  return {
    targets: Float64Array.from(values, (t) => t - mean),
    logSlopes: bulk.reduce((sum, loss) => sum + logSlope(loss), 0),
  };
}

interface Warp {
  readonly warp: (loss: number) => number;
  /** ln of its slope. */
  readonly logSlope: (loss: number) => number;
}

const flat: Warp = { warp: () => 0, logSlope: () => Number.NEGATIVE_INFINITY };

function powerWarp(values: readonly number[]): Warp {
  if (values.length === 0) return flat;
  const median = quantile(values, 0.5);
  // Halving first keeps differences of huge values finite.
  const deviations = values.map((y) => Math.abs(y / 2 - median / 2) * 2);
  const spread = quantile(deviations, 0.75) || Math.max(...deviations);
  if (!(spread > 0) || !Number.isFinite(spread)) return spread > 0 ? rankWarp(values) : flat;
  const unclipped = (y: number) => (y - median) / spread;
  const scale = (y: number) => Math.min(1e6, Math.max(-1e6, unclipped(y)));
  const scaled = values.map(scale);
  const lambda = values.length >= 3 ? fitYeoJohnson(scaled) : 1;
  const power = standardise(scaled.map((u) => yeoJohnson(u, lambda)));
  if (power) {
    const logUnit = Math.log(spread) + Math.log(power.deviation);
    return {
      warp: (y) => power.of(yeoJohnson(scale(y), lambda)),
      logSlope(y) {
        const u = unclipped(y);
        return (lambda - 1) * Math.sign(u) * Math.log1p(Math.abs(u)) - logUnit;
      },
    };
  }
  const plain = standardise(scaled);
  if (!plain) return flat;
  return { warp: (y) => plain.of(scale(y)), logSlope: () => -Math.log(spread) - Math.log(plain.deviation) };
}

/** The loss, ln(loss), or ln(1 + (loss − lowest) / lower quartile of that): undefined where there is none. */
function fixedWarp(values: readonly number[], shape: WarpShape): Warp | undefined {
  if (shape === 'power' || values.length < 3) return undefined;
  const lowest = Math.min(...values);
  const unit = shape === 'none' ? 1 : shape === 'logarithm' ? lowest : quantile(values, 0.25) - lowest;
  if (!(unit > 0) || !Number.isFinite(Math.max(...values) - lowest)) return undefined;
  const above = (y: number) => Math.max(0, y - lowest);
  // With the lowest loss as the unit it is ln(loss / lowest).
  const bend = (y: number) => (shape === 'none' ? above(y) : Math.log1p(above(y) / unit));
  const bent = standardise(values.map(bend));
  if (!bent) return undefined;
  return {
    warp: (y) => bent.of(bend(y)),
    logSlope: (y) => (shape === 'none' ? 0 : -Math.log(above(y) + unit)) - Math.log(bent.deviation),
  };
}

/** A gap is so many times wider than all below it, these taken to be so many (natural) orders of magnitude at least. */
const GAP = { times: 5, orders: 3 };

/**
 * The highest loss that has not diverged. Orders of magnitude are those above the lowest loss, a quarter of all being within the first:
 * beyond a gap that is far wider than all below it there is something else, which says nothing of how the rest should be bent.
 */
export function highestOfBulk(losses: readonly number[]): number {
  const sorted = [...losses].sort((a, b) => a - b);
  const lowest = sorted[0] ?? 0;
  const above = sorted.map((loss) => loss - lowest);
  const unit = above[Math.floor(above.length / 4)] || above.find((height) => height > 0);
  if (!unit) return lowest;
  const orders = above.map((height) => Math.log1p(height / unit));
  // Where most have diverged, nobody knows which of the two is the rest.
  for (let i = Math.floor(sorted.length / 2); i + 1 < sorted.length; i++)
    if (orders[i + 1]! - orders[i]! > GAP.times * Math.max(orders[i]!, GAP.orders)) return sorted[i]!;
  return sorted.at(-1)!;
}

/** When differences overflow: the rank is all that can be used. */
function rankWarp(values: readonly number[]): Warp {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return {
    warp: (y) => (sorted.filter((value) => value < y).length - half) / Math.max(1, half),
    logSlope: () => Number.NEGATIVE_INFINITY,
  };
}

function standardise(
  values: readonly number[],
): { readonly of: (t: number) => number; readonly deviation: number } | undefined {
  const mean = values.reduce((sum, t) => sum + t, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, t) => sum + (t - mean) ** 2, 0) / values.length);
  return deviation > 1e-12 && Number.isFinite(deviation)
    ? { of: (t) => (t - mean) / deviation, deviation }
    : undefined;
}

/** Linear interpolation between order statistics. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! / 2 - sorted[low]! / 2) * 2;
}
