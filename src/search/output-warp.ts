import { fitYeoJohnson, yeoJohnson } from '../math/yeo-johnson.ts';

/** Losses of the same trials, made fit for a Gaussian process. */
export interface Warped {
  /** Mean 0 and standard deviation about 1; as many as losses were given. */
  readonly targets: Float64Array;
}

/**
 * Warps losses so that a Gaussian process can model them: centred at the median and scaled by the third quartile of the
 * absolute deviations, clipped, Yeo-Johnson with maximum-likelihood λ, standardised. A failed trial (`undefined`) takes
 * no part in that; it then stands clearly above the worst (max + half the range + 1, as in Vizier's infeasible warper).
 */
export function warpLosses(losses: readonly (number | undefined)[]): Warped {
  const finite = losses.filter((loss): loss is number => loss !== undefined && Number.isFinite(loss));
  const warp = monotoneWarp(finite);
  const warped = finite.map(warp);
  const top = warped.length > 0 ? Math.max(...warped) : 0;
  const bottom = warped.length > 0 ? Math.min(...warped) : 0;
  const failed = top + 0.5 * (top - bottom) + 1;
  const values = losses.map((loss) => (loss !== undefined && Number.isFinite(loss) ? warp(loss) : failed));
  const mean = values.reduce((sum, t) => sum + t, 0) / Math.max(1, values.length);
  return { targets: Float64Array.from(values, (t) => t - mean) };
}

function monotoneWarp(values: readonly number[]): (loss: number) => number {
  if (values.length === 0) return () => 0;
  const median = quantile(values, 0.5);
  // Halving first keeps differences of huge values finite.
  const deviations = values.map((y) => Math.abs(y / 2 - median / 2) * 2);
  const spread = quantile(deviations, 0.75) || Math.max(...deviations);
  if (!(spread > 0) || !Number.isFinite(spread)) return spread > 0 ? rankWarp(values) : () => 0;
  const scale = (y: number) => Math.min(1e6, Math.max(-1e6, (y - median) / spread));
  const scaled = values.map(scale);
  const lambda = values.length >= 3 ? fitYeoJohnson(scaled) : 1;
  const power = standardise(scaled.map((u) => yeoJohnson(u, lambda)));
  if (power) return (y) => power(yeoJohnson(scale(y), lambda));
  const plain = standardise(scaled);
  return plain ? (y) => plain(scale(y)) : () => 0;
}

/** When differences overflow: the rank is all that can be used. */
function rankWarp(values: readonly number[]): (loss: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (y) => (sorted.filter((value) => value < y).length - half) / Math.max(1, half);
}

function standardise(values: readonly number[]): ((t: number) => number) | undefined {
  const mean = values.reduce((sum, t) => sum + t, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, t) => sum + (t - mean) ** 2, 0) / values.length);
  return deviation > 1e-12 && Number.isFinite(deviation) ? (t) => (t - mean) / deviation : undefined;
}

/** Linear interpolation between order statistics. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! / 2 - sorted[low]! / 2) * 2;
}
