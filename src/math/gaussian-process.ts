import {
  type Cholesky,
  cholesky,
  choleskyAppend,
  solve,
  solveLowerInPlace,
  solveUpperInPlace,
} from './cholesky.ts';
import { type DistancesTo, distancesTo, likeness, type Observations } from './geometry.ts';
import {
  covariances,
  type Hyperparameters,
  JITTER,
  type Kernel,
  kernelOf,
  matern52,
  matern52Slope,
  toTheta,
} from './kernel.ts';
import { dot } from './vector.ts';

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

  /**
   * @param start the same process with the first observations alone, where there is one: the rest is appended to its factor
   * @throws when the covariance is not positive definite even with jitter (points with NaN).
   */
  constructor(
    observations: Observations,
    targets: Float64Array,
    hyperparameters: Hyperparameters,
    start?: GaussianProcess,
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
    const factor =
      (start && this.#appendTo(start.#factor)) ??
      cholesky(covariances(observations, this.#kernel), points.length, JITTER);
    if (!factor) throw new Error('The covariance of the observations is not positive definite.');
    this.#factor = factor;
    this.#alpha = solve(factor, targets);
  }

  /**
   * The same process with further observations: n² operations for each.
   * @param targets of all observations, the further ones last
   */
  with(points: readonly Float64Array[], targets: Float64Array): GaussianProcess {
    return new GaussianProcess(this.observations.with(points), targets, this.hyperparameters, this);
  }

  /** Undefined where more jitter is called for. */
  #appendTo(factor: Cholesky): Cholesky | undefined {
    const rows = covariances(this.observations, this.#kernel, { from: factor.size });
    return choleskyAppend(factor, rows, this.observations.points.length);
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
