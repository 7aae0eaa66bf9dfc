import { cholesky, inverse, logDeterminant, packedLength, solve } from './cholesky.ts';
import { type Geometry, likeness, type Observations } from './geometry.ts';
import {
  covariances,
  type Hyperparameters,
  JITTER,
  kernelOf,
  LENGTHSCALE,
  priorsOf,
  toTheta,
} from './kernel.ts';
import { minimizeInBox } from './lbfgsb.ts';

/**
 * The negative log posterior of the hyperparameters and its gradient: marginal likelihood (Rasmussen & Williams 2006,
 * Eq. 5.8 and 5.9) plus the penalty 0.3 Σ ((l / e)² + (e / l)²), e the length that the geometry expects, + ½ (ln s²)² + ½ ((ln noise − ln 1e-3) / 3)² and,
 * where there are such, ½ ((ln main − ln 0.1) / 1.5)² + ½ (ln steepness)² + ½ Σ ((ln effects − ln 0.05) / 1.5)².
 *
 * @param theta ln l for each dimension, ln signal, ln noise; ln main, ln steepness where there are main effects; ln effects for each group
 * of features.
 * @param gradient filled in when given.
 * @returns +Infinity when the covariance is not positive definite.
 */
export function negativeLogPosterior(
  observations: Observations,
  targets: Float64Array,
  theta: Float64Array,
  gradient?: Float64Array,
): number {
  const n = targets.length;
  const { geometry, distances, products } = observations;
  const d = geometry.dimensions;
  const kernel = kernelOf(theta, geometry);
  const { weights, noise, main, steepness, effects } = kernel;
  const penalty = logPenalty(theta, geometry, gradient);
  const pairs = packedLength(n);
  const parts = gradient && {
    matern: new Float64Array(pairs),
    slopes: new Float64Array(pairs),
    alike: new Float64Array(pairs),
  };
  const all = covariances(observations, kernel, { parts });
  const factor = cholesky(all, n, JITTER);
  if (!factor) return Number.POSITIVE_INFINITY;
  const alpha = solve(factor, targets);
  let value = penalty + 0.5 * logDeterminant(factor) + (n / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) value += 0.5 * targets[i]! * alpha[i]!;

  if (gradient && parts) {
    const { matern, slopes, alike } = parts;
    // ∂ value / ∂ covariance, both halves at once.
    const inverted = inverse(factor);
    let alongSignal = 0;
    let alongNoise = 0;
    let alongVariance = 0;
    const alongEffects = new Float64Array(effects.length);
    const alongMain = new Float64Array(d);
    for (let i = 0, pair = 0, at = 0; i < n; i++)
      for (let k = 0; k <= i; k++, pair++) {
        const w = (k === i ? 0.5 : 1) * (inverted[pair]! - alpha[i]! * alpha[k]!);
        alongSignal += w * matern[pair]!;
        if (k === i) alongNoise += w;
        for (let g = 0; g < effects.length; g++) alongEffects[g]! += w * products[pair * effects.length + g]!;
        slopes[pair]! *= w;
        if (main === 0) continue;
        alongVariance += w * alike[pair]!;
        for (let j = 0; j < d; j++) {
          const squared = steepness * weights[j]! * distances[at++]!;
          const q = likeness(squared);
          alongMain[j]! += w * squared * q * q;
        }
      }
    const alongLengthscale = weightedSums(distances, slopes, d);
    for (let j = 0; j < d; j++)
      gradient[j]! += 2 * (main * alongMain[j]! - weights[j]! * alongLengthscale[j]!);
    const along = [
      alongSignal,
      noise * alongNoise,
      ...(geometry.hasMainEffects
        ? [main * alongVariance, -main * alongMain.reduce((sum, one) => sum + one, 0)]
        : []),
      ...alongEffects.map((one, g) => effects[g]! * one),
    ];
    for (const [k, one] of along.entries()) gradient[d + k]! += one;
  }
  return value;
}

/** The penalty of `negativeLogPosterior`; sets the gradient to that of the penalty. */
function logPenalty(theta: Float64Array, geometry: Geometry, gradient?: Float64Array): number {
  const { dimensions, lengths } = geometry;
  const { strength } = LENGTHSCALE;
  let penalty = 0;
  for (let j = 0; j < dimensions; j++) {
    const squared = Math.exp(2 * theta[j]!) / (lengths?.[j] ?? 1) ** 2;
    penalty += strength * (squared + 1 / squared);
    if (gradient) gradient[j] = 2 * strength * (squared - 1 / squared);
  }
  for (const [k, { mode, deviation }] of priorsOf(geometry).entries()) {
    const away = (theta[dimensions + k]! - Math.log(mode)) / deviation;
    penalty += 0.5 * away * away;
    if (gradient) gradient[dimensions + k] = away / deviation;
  }
  return penalty;
}

/** Σ weights[i] · rows[i · width + j] for each j < width: four sums side by side. */
function weightedSums(rows: Float64Array, weights: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let j = 0; j < width; j += 4) {
    // Beyond the width the last column again.
    const j1 = Math.min(j + 1, width - 1);
    const j2 = Math.min(j + 2, width - 1);
    const j3 = Math.min(j + 3, width - 1);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0, at = 0; i < weights.length; i++, at += width) {
      const weight = weights[i]!;
      s0 += weight * rows[at + j]!;
      s1 += weight * rows[at + j1]!;
      s2 += weight * rows[at + j2]!;
      s3 += weight * rows[at + j3]!;
    }
    sums[j] = s0;
    sums[j1] = s1;
    sums[j2] = s2;
    sums[j3] = s3;
  }
  return sums;
}

/** The most probable hyperparameters, from the best of several starts (each projected into the bounds). */
export function fitHyperparameters(
  observations: Observations,
  targets: Float64Array,
  starts: readonly Hyperparameters[],
  iterations: number,
): Hyperparameters {
  const { geometry } = observations;
  const d = geometry.dimensions;
  const others = priorsOf(geometry);
  const bounds = [...Array<typeof LENGTHSCALE>(d).fill(LENGTHSCALE), ...others];
  const lower = bounds.map(({ min }) => Math.log(min));
  const upper = bounds.map(({ max }) => Math.log(max));
  const minima = starts.map((start) =>
    minimizeInBox(
      (theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient),
      toTheta(start, geometry, ({ mode }) => Math.log(mode)),
      { lower, upper, iterations, gradientTolerance: 1e-3, valueTolerance: 1e-6 },
    ),
  );
  const { point } = minima.reduce((a, b) => (b.value < a.value ? b : a));
  const main = geometry.hasMainEffects && { logMain: point[d + 2]!, logSteepness: point[d + 3]! };
  return {
    logLengthscales: point.slice(0, d),
    logSignal: point[d]!,
    logNoise: point[d + 1]!,
    ...main,
    logEffects: point.slice(d + (main ? 4 : 2)),
  };
}
