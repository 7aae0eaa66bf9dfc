import {
  type Cholesky,
  cholesky,
  inverse,
  logDeterminant,
  packedLength,
  solve,
  solveLowerInPlace,
  solveUpperInPlace,
} from './cholesky.ts';
import { minimizeInBox } from './lbfgsb.ts';
import { dot } from './vector.ts';

/**
 * A metric on points as a sum of one squared distance per dimension; each is Euclidean in some embedding, so that any
 * weighted sum gives a valid kernel.
 */
export interface Geometry {
  readonly dimensions: number;
  /** Writes the squared distance of `a` and `b` along each dimension to `out[offset …]`. */
  squaredDistances(a: Float64Array, b: Float64Array, out: Float64Array, offset: number): void;
  /** d(squared distance along j) / d a_j. */
  slope(a: number, b: number, j: number): number;
  /** The same distances to fixed points, faster; where absent they are computed one by one. */
  readonly to?: (points: readonly Float64Array[]) => DistancesTo;
  /** What has a linear effect beside. */
  readonly features?: Features;
}

/**
 * Features of points that have linear effects. They come in groups; all effects of one have the same variance, which the data tell:
 * the kernel has a term variance · x · y for each.
 */
export interface Features {
  /** Number of features in each group. */
  readonly groups: readonly number[];
  /** The features of a point, group after group. Constant along coordinates with a slope. */
  of(point: Float64Array): Float64Array;
}

/** Writes the weighted sums of squared distances from `point` to fixed points to `out`, one a point. */
export type DistancesTo = (point: Float64Array, weights: Float64Array, out: Float64Array) => void;

/** As `geometry.to`, for any geometry. */
export function distancesTo(geometry: Geometry, points: readonly Float64Array[]): DistancesTo {
  if (geometry.to) return geometry.to(points);
  const row = new Float64Array(geometry.dimensions);
  return (point, weights, out) => {
    for (const [i, other] of points.entries()) {
      geometry.squaredDistances(point, other, row, 0);
      let squared = 0;
      for (let j = 0; j < row.length; j++) squared += weights[j]! * row[j]!;
      out[i] = squared;
    }
  };
}

/** Logarithms of the kernel's parameters. */
export interface Hyperparameters {
  /** ln of the length scale of each dimension. */
  readonly logLengthscales: Float64Array;
  /** ln of the signal variance. */
  readonly logSignal: number;
  /** ln of the noise variance. */
  readonly logNoise: number;
  /** ln of the variance of effects of each group of features; absent: as expected. */
  readonly logEffects?: Float64Array;
}

/** Bounds and MAP penalty of the hyperparameters (see `gaussianProcess`). */
const LENGTHSCALE = { min: 0.01, max: 100 };
const SIGNAL = { min: 0.05, max: 20 };
const NOISE = { min: 1e-9, max: 1, mode: 1e-3 };
const EFFECTS = { min: 1e-6, max: 20, mode: 0.05, deviation: 1.5 };
/** Little: with 1e-8 a smooth minimum could not be followed beyond four digits. */
const JITTER = 1e-10;
const SQRT5 = Math.sqrt(5);

/** Matérn 5/2 correlation at the squared distance r² (Rasmussen & Williams 2006, Eq. 4.17, in units of length). */
export function matern52(squared: number): number {
  const r = Math.sqrt(squared);
  return (1 + SQRT5 * r + (5 / 3) * squared) * Math.exp(-SQRT5 * r);
}

/** d matern52 / d r², finite at zero. */
export function matern52Slope(squared: number): number {
  const r = Math.sqrt(squared);
  return -(5 / 6) * (1 + SQRT5 * r) * Math.exp(-SQRT5 * r);
}

/** The observations that a process is fitted to: points, and their squared distances, which fits share. */
export class Observations {
  readonly geometry: Geometry;
  readonly points: readonly Float64Array[];
  /** Squared distances of the pairs (i, j), j <= i: `dimensions` numbers a pair, pairs in packed order. */
  readonly distances: Float64Array;
  /** The features of each point, if there are any. */
  readonly features: readonly Float64Array[];
  /** Their inner products by group, as `distances`. */
  readonly products: Float64Array;

  constructor(geometry: Geometry, points: readonly Float64Array[]) {
    this.geometry = geometry;
    this.points = points;
    const { groups, of } = geometry.features ?? { groups: [], of: () => new Float64Array(0) };
    this.features = points.map(of);
    this.products = new Float64Array(packedLength(points.length) * groups.length);
    if (groups.length > 0) {
      let to = 0;
      for (const [i, a] of this.features.entries())
        for (let j = 0; j <= i; j++) {
          const b = this.features[j]!;
          let from = 0;
          for (const size of groups) {
            let sum = 0;
            for (const end = from + size; from < end; from++) sum += a[from]! * b[from]!;
            this.products[to++] = sum;
          }
        }
    }
    this.distances = new Float64Array(packedLength(points.length) * geometry.dimensions);
    let at = 0;
    for (const [i, a] of points.entries())
      for (let j = 0; j <= i; j++, at += geometry.dimensions)
        geometry.squaredDistances(a, points[j]!, this.distances, at);
  }
}

/**
 * The negative log posterior of the hyperparameters and its gradient: marginal likelihood (Rasmussen & Williams 2006,
 * Eq. 5.8 and 5.9) plus the penalty 0.1 Σ (l² + l⁻²) + ½ (ln s²)² + ½ ((ln noise − ln 1e-3) / 3)² + ½ Σ ((ln effects − ln 0.05) / 1.5)².
 *
 * @param theta ln l for each dimension, ln signal, ln noise, ln effects for each group of features.
 * @param gradient filled in when given.
 * @param relativeNoise factor on the noise of each observation (1 where absent).
 * @returns +Infinity when the covariance is not positive definite.
 */
export function negativeLogPosterior(
  observations: Observations,
  targets: Float64Array,
  theta: Float64Array,
  gradient?: Float64Array,
  relativeNoise?: Float64Array,
): number {
  const n = targets.length;
  const d = observations.geometry.dimensions;
  const { distances } = observations;
  const weights = new Float64Array(d);
  let penalty = 0;
  for (let j = 0; j < d; j++) {
    const squared = Math.exp(2 * theta[j]!);
    weights[j] = 1 / squared;
    penalty += 0.1 * (squared + 1 / squared);
    if (gradient) gradient[j] = 0.2 * (squared - 1 / squared);
  }
  const signal = Math.exp(theta[d]!);
  const noise = Math.exp(theta[d + 1]!);
  const offset = (theta[d + 1]! - Math.log(NOISE.mode)) / 3;
  penalty += 0.5 * theta[d]! ** 2 + 0.5 * offset ** 2;
  const effects = theta.slice(d + 2).map(Math.exp);
  for (let g = 0; g < effects.length; g++) {
    const away = (theta[d + 2 + g]! - Math.log(EFFECTS.mode)) / EFFECTS.deviation;
    penalty += 0.5 * away ** 2;
    if (gradient) gradient[d + 2 + g] = away / EFFECTS.deviation;
  }

  const covariance = new Float64Array(packedLength(n));
  const slopes = gradient ? new Float64Array(packedLength(n)) : undefined;
  for (let i = 0, pair = 0, at = 0; i < n; i++) {
    for (let k = 0; k < i; k++, pair++) {
      let squared = 0;
      for (let j = 0; j < d; j++) squared += weights[j]! * distances[at++]!;
      const r = Math.sqrt(squared);
      const decay = signal * Math.exp(-SQRT5 * r);
      covariance[pair] = (1 + SQRT5 * r + (5 / 3) * squared) * decay;
      if (slopes) slopes[pair] = -(5 / 6) * (1 + SQRT5 * r) * decay;
    }
    covariance[pair++] = signal + noise * (relativeNoise?.[i] ?? 1);
    at += d;
  }
  const { products } = observations;
  const factor = cholesky(withEffects(covariance, products, effects), n, JITTER);
  if (!factor) return Number.POSITIVE_INFINITY;
  const alpha = solve(factor, targets);
  let value = penalty + 0.5 * logDeterminant(factor) + (n / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) value += 0.5 * targets[i]! * alpha[i]!;

  if (gradient && slopes) {
    const inverted = inverse(factor);
    let alongSignal = 0;
    let alongNoise = 0;
    for (let i = 0, pair = 0; i < n; i++) {
      for (let k = 0; k < i; k++, pair++) {
        const w = inverted[pair]! - alpha[i]! * alpha[k]!;
        alongSignal += w * covariance[pair]!;
        slopes[pair]! *= w;
      }
      const w = inverted[pair++]! - alpha[i]! * alpha[i]!;
      alongSignal += 0.5 * w * signal;
      alongNoise += 0.5 * w * (relativeNoise?.[i] ?? 1);
    }
    const alongLengthscale = weightedSums(distances, slopes, d);
    for (let j = 0; j < d; j++) gradient[j]! -= 2 * weights[j]! * alongLengthscale[j]!;
    gradient[d] = theta[d]! + alongSignal;
    gradient[d + 1] = offset / 3 + noise * alongNoise;
    for (let g = 0; g < effects.length; g++) {
      let along = 0;
      for (let i = 0, pair = 0, at = g; i < n; i++)
        for (let k = 0; k <= i; k++, pair++, at += effects.length)
          along += (k === i ? 0.5 : 1) * (inverted[pair]! - alpha[i]! * alpha[k]!) * products[at]!;
      gradient[d + 2 + g]! += effects[g]! * along;
    }
  }
  return value;
}

/** A covariance and, where there are features, what their effects add. */
function withEffects(covariance: Float64Array, products: Float64Array, effects: Float64Array): Float64Array {
  if (effects.length === 0) return covariance;
  return covariance.map((value, pair) => {
    let sum = value;
    for (let g = 0; g < effects.length; g++) sum += effects[g]! * products[pair * effects.length + g]!;
    return sum;
  });
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

/** @param groups of features */
function toTheta(
  { logLengthscales, logSignal, logNoise, logEffects }: Hyperparameters,
  groups: number,
): Float64Array {
  return Float64Array.of(...logLengthscales, logSignal, logNoise, ...(logEffects ?? usualEffects(groups)));
}

function usualEffects(groups: number): Float64Array {
  return new Float64Array(groups).fill(Math.log(EFFECTS.mode));
}

/** The most probable hyperparameters, from the best of several starts (each projected into the bounds). */
export function fitHyperparameters(
  observations: Observations,
  targets: Float64Array,
  starts: readonly Hyperparameters[],
  iterations: number,
  relativeNoise?: Float64Array,
): Hyperparameters {
  const d = observations.geometry.dimensions;
  const groups = observations.geometry.features?.groups.length ?? 0;
  const bounds = [...Array(d).fill(LENGTHSCALE), SIGNAL, NOISE, ...Array(groups).fill(EFFECTS)];
  const lower = bounds.map(({ min }) => Math.log(min));
  const upper = bounds.map(({ max }) => Math.log(max));
  const minima = starts.map((start) =>
    minimizeInBox(
      (theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient, relativeNoise),
      toTheta(start, groups),
      { lower, upper, iterations, gradientTolerance: 1e-3, valueTolerance: 1e-6 },
    ),
  );
  const best = minima.reduce((a, b) => (b.value < a.value ? b : a));
  return {
    logLengthscales: best.point.slice(0, d),
    logSignal: best.point[d]!,
    logNoise: best.point[d + 1]!,
    ...(groups > 0 && { logEffects: best.point.slice(d + 2) }),
  };
}

export interface Prediction {
  readonly mean: number;
  /** Of the function, without observation noise; at least 1e-12. */
  readonly variance: number;
}

/** Predictions of several processes with the same covariances, whose variance is one and the same. */
export interface Predictions {
  readonly means: Float64Array;
  /** As in `Prediction`. */
  readonly variance: number;
}

/** A zero-mean Gaussian process with Matérn 5/2 kernel, and linear effects of features, conditioned on its observations. */
export class GaussianProcess {
  readonly observations: Observations;
  readonly hyperparameters: Hyperparameters;
  readonly #weights: Float64Array;
  readonly #signal: number;
  readonly #factor: Cholesky;
  readonly #alpha: Float64Array;
  readonly #distances: DistancesTo;
  readonly #squared: Float64Array;
  readonly #covariance: Float64Array;
  /** Variance of the effect of each feature. */
  readonly #effects: Float64Array;
  /** Variance, before any observation, of the point that was seen last. */
  #prior: number;

  /** @throws when the covariance is not positive definite even with jitter (points with NaN). */
  constructor(
    observations: Observations,
    targets: Float64Array,
    hyperparameters: Hyperparameters,
    relativeNoise?: Float64Array,
  ) {
    const d = observations.geometry.dimensions;
    const n = targets.length;
    this.observations = observations;
    this.hyperparameters = hyperparameters;
    this.#weights = hyperparameters.logLengthscales.map((l) => Math.exp(-2 * l));
    this.#signal = Math.exp(hyperparameters.logSignal);
    this.#distances = distancesTo(observations.geometry, observations.points);
    this.#squared = new Float64Array(n);
    this.#covariance = new Float64Array(n);
    this.#prior = this.#signal;
    const { groups } = observations.geometry.features ?? { groups: [] };
    const effects = (hyperparameters.logEffects ?? usualEffects(groups.length)).map(Math.exp);
    this.#effects = Float64Array.from(groups.flatMap((size, g) => Array(size).fill(effects[g]!)));
    const noise = Math.exp(hyperparameters.logNoise);
    const covariance = new Float64Array(packedLength(n));
    for (let i = 0, pair = 0; i < n; i++) {
      for (let k = 0; k < i; k++, pair++)
        covariance[pair] = this.#signal * matern52(this.#weigh(observations.distances, pair * d));
      covariance[pair++] = this.#signal + noise * (relativeNoise?.[i] ?? 1);
    }
    const factor = cholesky(withEffects(covariance, observations.products, effects), n, JITTER);
    if (!factor) throw new Error('The covariance of the observations is not positive definite.');
    this.#factor = factor;
    this.#alpha = solve(factor, targets);
  }

  #weigh(distances: Float64Array, offset: number): number {
    let squared = 0;
    for (let j = 0; j < this.#weights.length; j++) squared += this.#weights[j]! * distances[offset + j]!;
    return squared;
  }

  /** Posterior mean alone: n · d operations. */
  mean(point: Float64Array): number {
    return dot(this.#covary(point), this.#alpha);
  }

  /** The covariances of a point with the observations. */
  #covary(point: Float64Array): Float64Array {
    this.#distances(point, this.#weights, this.#squared);
    const covariance = this.#covariance;
    for (let i = 0; i < covariance.length; i++) covariance[i] = this.#signal * matern52(this.#squared[i]!);
    if (this.#effects.length > 0) this.#addEffects(point, covariance);
    return covariance;
  }

  #addEffects(point: Float64Array, covariance: Float64Array): void {
    const own = this.observations.geometry.features!.of(point);
    const { features } = this.observations;
    this.#prior = this.#signal;
    for (let f = 0; f < own.length; f++) {
      const weighted = own[f]! * this.#effects[f]!;
      this.#prior += weighted * own[f]!;
      if (weighted !== 0)
        for (let i = 0; i < covariance.length; i++) covariance[i]! += weighted * features[i]![f]!;
    }
  }

  /** Posterior mean and variance of the function: n · d + n² / 2 operations. */
  predict(point: Float64Array): Prediction {
    const mean = this.mean(point);
    return { mean, variance: this.#explain() };
  }

  /** The prediction and the gradients of mean and variance with respect to the coordinates of `point`. */
  predictWithGradient(
    point: Float64Array,
  ): Prediction & { meanSlope: Float64Array; varianceSlope: Float64Array } {
    const mean = this.mean(point);
    return { mean, variance: this.#explain(), ...this.#slopes(point, this.#alpha) };
  }

  /**
   * As `predict`, for processes with the same covariances and other targets.
   * @param alphas of each, the covariance's inverse times its targets
   */
  predictEach(point: Float64Array, alphas: readonly Float64Array[]): Predictions {
    const covariance = this.#covary(point);
    const means = new Float64Array(alphas.length);
    for (let k = 0; k < means.length; k++) means[k] = dot(covariance, alphas[k]!);
    return { means, variance: this.#explain() };
  }

  /**
   * As `predictEach`, with the gradient of the variance and of a weighted sum of the means.
   * @param weigh the weight of each mean
   */
  predictEachWithGradient(
    point: Float64Array,
    alphas: readonly Float64Array[],
    weigh: (predictions: Predictions) => ArrayLike<number>,
  ): Predictions & { meanSlope: Float64Array; varianceSlope: Float64Array } {
    const predictions = this.predictEach(point, alphas);
    const weights = weigh(predictions);
    const alpha = new Float64Array(this.#alpha.length);
    for (const [k, one] of alphas.entries())
      for (let i = 0; i < alpha.length; i++) alpha[i]! += weights[k]! * one[i]!;
    return { ...predictions, ...this.#slopes(point, alpha) };
  }

  /** Whitens the covariances with the point that was seen last. @returns the variance that is left */
  #explain(): number {
    solveLowerInPlace(this.#factor, this.#covariance);
    return Math.max(this.#prior - dot(this.#covariance, this.#covariance), 1e-12);
  }

  /** After `#explain`, for the same point. */
  #slopes(
    point: Float64Array,
    alpha: Float64Array,
  ): { meanSlope: Float64Array; varianceSlope: Float64Array } {
    const { points, geometry } = this.observations;
    const d = geometry.dimensions;
    const n = points.length;
    const beta = this.#covariance;
    solveUpperInPlace(this.#factor, beta);
    const slopes = this.#squared;
    for (let i = 0; i < n; i++) slopes[i] = this.#signal * matern52Slope(slopes[i]!);
    const meanSlope = new Float64Array(d);
    const varianceSlope = new Float64Array(d);
    for (let j = 0; j < d; j++) {
      const x = point[j]!;
      if (Number.isNaN(x)) continue;
      const weight = this.#weights[j]!;
      for (let i = 0; i < n; i++) {
        const slope = slopes[i]! * weight * geometry.slope(x, points[i]![j]!, j);
        meanSlope[j]! += alpha[i]! * slope;
        varianceSlope[j]! -= 2 * beta[i]! * slope;
      }
    }
    return { meanSlope, varianceSlope };
  }

  /** The covariance of the observations, their noise included, as a Cholesky factor. */
  get factor(): Cholesky {
    return this.#factor;
  }
}
