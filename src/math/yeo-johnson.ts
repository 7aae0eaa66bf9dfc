import { minimizeScalar } from './brent.ts';

/** The Yeo-Johnson power transform: monotone, defined on all reals (Yeo & Johnson 2000, Eq. 2.1). */
export function yeoJohnson(y: number, lambda: number): number {
  if (y >= 0) return Math.abs(lambda) < 1e-12 ? Math.log1p(y) : Math.expm1(lambda * Math.log1p(y)) / lambda;
  const mirrored = 2 - lambda;
  return Math.abs(mirrored) < 1e-12 ? -Math.log1p(-y) : -Math.expm1(mirrored * Math.log1p(-y)) / mirrored;
}

/**
 * The λ in [−2, 4] that makes the transformed values most like a normal sample (maximum likelihood; the profile
 * log-likelihood of Yeo & Johnson 2000, Eq. 3.1). Expects at least two different finite values.
 */
export function fitYeoJohnson(values: readonly number[]): number {
  const n = values.length;
  const slope = values.reduce((sum, y) => sum + Math.sign(y) * Math.log1p(Math.abs(y)), 0);
  const negativeLogLikelihood = (lambda: number) => {
    let mean = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const t = yeoJohnson(values[i]!, lambda);
      const delta = t - mean;
      mean += delta / (i + 1);
      squares += delta * (t - mean);
    }
    const variance = squares / n;
    return variance > 0 && Number.isFinite(variance)
      ? (n / 2) * Math.log(variance) - (lambda - 1) * slope
      : Number.POSITIVE_INFINITY;
  };
  return minimizeScalar(negativeLogLikelihood, -2, 4, 1e-8);
}
