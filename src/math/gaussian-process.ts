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
  /** Whether a function may depend on each dimension alone, beside all together. */
  readonly hasMainEffects?: boolean;
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

/**
 * Writes the weighted sums of squared distances from `point` to fixed points to `out`, one a point; and to `main`, where it is given,
 * the sums over the dimensions of `1 / (1 + steepness · weighted squared distance)`.
 */
export type DistancesTo = (
  point: Float64Array,
  weights: Float64Array,
  out: Float64Array,
  main?: Float64Array,
  steepness?: number,
) => void;

/** As `geometry.to`, for any geometry. */
export function distancesTo(geometry: Geometry, points: readonly Float64Array[]): DistancesTo {
  if (geometry.to) return geometry.to(points);
  const row = new Float64Array(geometry.dimensions);
  return (point, weights, out, main, steepness = 1) => {
    for (const [i, other] of points.entries()) {
      geometry.squaredDistances(point, other, row, 0);
      let squared = 0;
      let likeness = 0;
      for (let j = 0; j < row.length; j++) {
        const weighted = weights[j]! * row[j]!;
        squared += weighted;
        if (main) likeness += 1 / (1 + steepness * weighted);
      }
      out[i] = squared;
      if (main) main[i] = likeness;
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
  /** ln of the variance of all main effects together; absent: there are none. A fit finds some. */
  readonly logMain?: number;
  /** ln of how many times their squared length scales are shorter than those of all dimensions together. */
  readonly logSteepness?: number;
  /** ln of the variance of effects of each group of features; absent: there are none. A fit finds some. */
  readonly logEffects?: Float64Array;
}

/** Bounds of the hyperparameters, and the MAP penalty on their logarithms (see `negativeLogPosterior`). */
const LENGTHSCALE = { min: 0.01, max: 100 };
const SIGNAL = { min: 0.05, max: 20, mode: 1, deviation: 1 };
const NOISE = { min: 1e-9, max: 1, mode: 1e-3, deviation: 3 };
const MAIN = { min: 1e-4, max: 20, mode: 0.1, deviation: 1.5 };
const STEEPNESS = { min: 0.01, max: 100, mode: 1, deviation: 1 };
const EFFECTS = { min: 1e-6, max: 20, mode: 0.05, deviation: 1.5 };
/** Little: with 1e-8 a smooth minimum could not be followed beyond four digits. */
const JITTER = 1e-10;
const SQRT5 = Math.sqrt(5);

/** Matérn 5/2 correlation at the squared distance r² (Rasmussen & Williams 2006, Eq. 4.17, in units of length). */
export function matern52(squared: number): number {
  const r = Math.sqrt(squared);
  return (1 + SQRT5 * r + (5 / 3) * squared) * Math.exp(-SQRT5 * r);
}

/**
 * What a dimension alone has to do with a function, its main effect: the rational quadratic correlation with α = 1 at r² = 2 `squared`
 * (Rasmussen & Williams 2006, Eq. 4.19), which takes no exponential. Additive kernels: Duvenaud et al. 2011.
 */
function likeness(squared: number): number {
  return 1 / (1 + squared);
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

interface Prior {
  readonly min: number;
  readonly max: number;
  readonly mode: number;
  readonly deviation: number;
}

/** A kernel's parameters as they are, not their logarithms. */
interface Kernel {
  /** 1 / l² of each dimension. */
  readonly weights: Float64Array;
  readonly signal: number;
  readonly noise: number;
  /** Variance of the main effect of each dimension. */
  readonly main: number;
  readonly steepness: number;
  /** Variance of the effects of each group of features. */
  readonly effects: Float64Array;
}

/** The parameters that theta has after the length scales, in order: signal, noise, main and steepness where there are main effects, effects. */
function priorsOf({ hasMainEffects, features }: Geometry): readonly Prior[] {
  const groups = features?.groups ?? [];
  return [SIGNAL, NOISE, ...(hasMainEffects ? [MAIN, STEEPNESS] : []), ...groups.map(() => EFFECTS)];
}

function kernelOf(theta: Float64Array, { dimensions, hasMainEffects }: Geometry): Kernel {
  const others = theta.slice(dimensions).map(Math.exp);
  return {
    weights: theta.slice(0, dimensions).map((l) => Math.exp(-2 * l)),
    signal: others[0]!,
    noise: others[1]!,
    main: hasMainEffects ? others[2]! / dimensions : 0,
    steepness: hasMainEffects ? others[3]! : 1,
    effects: others.slice(hasMainEffects ? 4 : 2),
  };
}

/** The hyperparameters in the order of theta; those that are not known are what `absent` says. */
function toTheta(
  { logLengthscales, logSignal, logNoise, logMain, logSteepness, logEffects }: Hyperparameters,
  geometry: Geometry,
  absent: (prior: Prior) => number,
): Float64Array {
  const main = geometry.hasMainEffects ? [logMain, logSteepness] : [];
  const known = [logSignal, logNoise, ...main, ...(logEffects ?? [])];
  const others = priorsOf(geometry).map((prior, k) => known[k] ?? absent(prior));
  return Float64Array.of(...logLengthscales, ...others);
}

/**
 * The covariances of the observations, packed: the Matérn part alone, what the pairs have in common along each dimension summed up
 * (for main effects), and all together with noise.
 *
 * @param slopes of the Matérn part by the squared distance, filled in when given.
 */
function covariances(
  { geometry, distances, products, points: { length: n } }: Observations,
  { weights, signal, noise, main, steepness, effects }: Kernel,
  relativeNoise: Float64Array | undefined,
  slopes?: Float64Array,
): { readonly matern: Float64Array; readonly alike: Float64Array; readonly all: Float64Array } {
  const d = geometry.dimensions;
  const matern = new Float64Array(packedLength(n));
  const alike = new Float64Array(packedLength(n));
  const all = new Float64Array(packedLength(n));
  const groups = effects.length;
  for (let i = 0, pair = 0, at = 0; i < n; i++)
    for (let k = 0; k <= i; k++, pair++) {
      let squared = 0;
      let common = 0;
      for (let j = 0; j < d; j++) {
        const weighted = weights[j]! * distances[at++]!;
        squared += weighted;
        if (main > 0) common += likeness(steepness * weighted);
      }
      const r = Math.sqrt(squared);
      const decay = k === i ? signal : signal * Math.exp(-SQRT5 * r);
      matern[pair] = (1 + SQRT5 * r + (5 / 3) * squared) * decay;
      if (slopes) slopes[pair] = -(5 / 6) * (1 + SQRT5 * r) * decay;
      alike[pair] = common;
      let sum = matern[pair]! + main * common;
      for (let g = 0; g < groups; g++) sum += effects[g]! * products[pair * groups + g]!;
      all[pair] = k === i ? sum + noise * (relativeNoise?.[i] ?? 1) : sum;
    }
  return { matern, alike, all };
}

/**
 * The negative log posterior of the hyperparameters and its gradient: marginal likelihood (Rasmussen & Williams 2006,
 * Eq. 5.8 and 5.9) plus the penalty 0.1 Σ (l² + l⁻²) + ½ (ln s²)² + ½ ((ln noise − ln 1e-3) / 3)² and,
 * where there are such, ½ ((ln main − ln 0.1) / 1.5)² + ½ (ln steepness)² + ½ Σ ((ln effects − ln 0.05) / 1.5)².
 *
 * @param theta ln l for each dimension, ln signal, ln noise; ln main, ln steepness where there are main effects; ln effects for each group
 * of features.
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
  const { geometry, distances, products } = observations;
  const d = geometry.dimensions;
  const kernel = kernelOf(theta, geometry);
  const { weights, noise, main, steepness, effects } = kernel;
  const penalty = logPenalty(theta, geometry, gradient);
  const slopes = gradient && new Float64Array(packedLength(n));
  const { matern, alike, all } = covariances(observations, kernel, relativeNoise, slopes);
  const factor = cholesky(all, n, JITTER);
  if (!factor) return Number.POSITIVE_INFINITY;
  const alpha = solve(factor, targets);
  let value = penalty + 0.5 * logDeterminant(factor) + (n / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) value += 0.5 * targets[i]! * alpha[i]!;

  if (gradient && slopes) {
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
        if (k === i) alongNoise += w * (relativeNoise?.[i] ?? 1);
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
  const { dimensions } = geometry;
  let penalty = 0;
  for (let j = 0; j < dimensions; j++) {
    const squared = Math.exp(2 * theta[j]!);
    penalty += 0.1 * (squared + 1 / squared);
    if (gradient) gradient[j] = 0.2 * (squared - 1 / squared);
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
  relativeNoise?: Float64Array,
): Hyperparameters {
  const { geometry } = observations;
  const d = geometry.dimensions;
  const others = priorsOf(geometry);
  const bounds = [...Array<typeof LENGTHSCALE>(d).fill(LENGTHSCALE), ...others];
  const lower = bounds.map(({ min }) => Math.log(min));
  const upper = bounds.map(({ max }) => Math.log(max));
  const minima = starts.map((start) =>
    minimizeInBox(
      (theta, gradient) => negativeLogPosterior(observations, targets, theta, gradient, relativeNoise),
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

/**
 * A zero-mean Gaussian process, conditioned on its observations. Its kernel: Matérn 5/2 over all dimensions together, main effects of
 * each alone (`likeness`), and linear effects of features.
 */
export class GaussianProcess {
  readonly observations: Observations;
  readonly hyperparameters: Hyperparameters;
  readonly #kernel: Kernel;
  /** Variance of the effect of each feature. */
  readonly #effects: Float64Array;
  readonly #factor: Cholesky;
  readonly #alpha: Float64Array;
  readonly #distances: DistancesTo;
  readonly #squared: Float64Array;
  readonly #alike: Float64Array;
  readonly #covariance: Float64Array;
  /** Variance, before any observation, of the point that was seen last. */
  #prior = 0;

  /** @throws when the covariance is not positive definite even with jitter (points with NaN). */
  constructor(
    observations: Observations,
    targets: Float64Array,
    hyperparameters: Hyperparameters,
    relativeNoise?: Float64Array,
  ) {
    const { geometry, points } = observations;
    const groups = geometry.features?.groups ?? [];
    this.observations = observations;
    this.hyperparameters = hyperparameters;
    this.#kernel = kernelOf(
      toTheta(hyperparameters, geometry, () => Number.NEGATIVE_INFINITY),
      geometry,
    );
    this.#effects = Float64Array.from(
      groups.flatMap((size, g) => Array<number>(size).fill(this.#kernel.effects[g]!)),
    );
    this.#distances = distancesTo(geometry, points);
    this.#squared = new Float64Array(points.length);
    this.#alike = new Float64Array(points.length);
    this.#covariance = new Float64Array(points.length);
    const factor = cholesky(
      covariances(observations, this.#kernel, relativeNoise).all,
      points.length,
      JITTER,
    );
    if (!factor) throw new Error('The covariance of the observations is not positive definite.');
    this.#factor = factor;
    this.#alpha = solve(factor, targets);
  }

  /** Posterior mean alone: n · d operations. */
  mean(point: Float64Array): number {
    return dot(this.#covary(point), this.#alpha);
  }

  /** The covariances of a point with the observations. */
  #covary(point: Float64Array): Float64Array {
    const { weights, signal, main, steepness } = this.#kernel;
    const covariance = this.#covariance;
    this.#distances(point, weights, this.#squared, main > 0 ? this.#alike : undefined, steepness);
    for (let i = 0; i < covariance.length; i++)
      covariance[i] = signal * matern52(this.#squared[i]!) + main * this.#alike[i]!;
    this.#prior = signal + main * weights.length;
    if (this.#effects.length > 0) this.#addEffects(point, covariance);
    return covariance;
  }

  #addEffects(point: Float64Array, covariance: Float64Array): void {
    const own = this.observations.geometry.features!.of(point);
    const { features } = this.observations;
    for (let f = 0; f < own.length; f++) {
      const weighted = own[f]! * this.#effects[f]!;
      if (weighted === 0) continue;
      this.#prior += weighted * own[f]!;
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
    const { weights, signal, main, steepness } = this.#kernel;
    const d = geometry.dimensions;
    const beta = this.#covariance;
    solveUpperInPlace(this.#factor, beta);
    const distances = new Float64Array(d);
    const meanSlope = new Float64Array(d);
    const varianceSlope = new Float64Array(d);
    for (const [i, other] of points.entries()) {
      const slope = signal * matern52Slope(this.#squared[i]!);
      geometry.squaredDistances(point, other, distances, 0);
      for (let j = 0; j < d; j++) {
        const x = point[j]!;
        if (Number.isNaN(x)) continue;
        const q = likeness(steepness * weights[j]! * distances[j]!);
        const along = weights[j]! * geometry.slope(x, other[j]!, j) * (slope - main * steepness * q * q);
        meanSlope[j]! += alpha[i]! * along;
        varianceSlope[j]! -= 2 * beta[i]! * along;
      }
    }
    return { meanSlope, varianceSlope };
  }

  /** The covariance of the observations, their noise included, as a Cholesky factor. */
  get factor(): Cholesky {
    return this.#factor;
  }
}
