import {
  fitHyperparameters,
  GaussianProcess,
  type Geometry,
  Observations,
} from '../math/gaussian-process.ts';
import { logNormalCdf, logNormalCdfSlope } from '../math/normal.ts';
import type { Acquisition } from './acquisition-search.ts';
import type { Trial } from './history.ts';

/** Values of one constraint beyond which they are all the same to the model. */
const LARGEST = 1e12;

/**
 * Constraint values made fit for a Gaussian process with mean 0: what keeps the constraint stays below 0, what misses it
 * above, near misses stay apart and far ones draw together; standard deviation about 1.
 */
export function squashConstraint(values: readonly number[]): Float64Array {
  const bounded = values.map((value) =>
    Number.isNaN(value) ? LARGEST : Math.min(LARGEST, Math.max(-LARGEST, value)),
  );
  const sizes = bounded.map(Math.abs).filter((size) => size > 0);
  sizes.sort((a, b) => a - b);
  const unit = sizes[Math.floor(sizes.length / 2)] ?? 1;
  const squashed = bounded.map((value) => Math.sign(value) * Math.log1p(Math.abs(value) / unit));
  const size = Math.sqrt(squashed.reduce((sum, t) => sum + t * t, 0) / Math.max(1, squashed.length));
  return Float64Array.from(squashed, (t) => (size > 0 ? t / size : 0));
}

export interface ModelInputs {
  readonly geometry: Geometry;
  /** Ended trials, and where each stands. */
  readonly results: readonly Trial[];
  readonly points: readonly Float64Array[];
  readonly pending: readonly Float64Array[];
}

/** A Gaussian process of one value per point, with pending points believed at its mean (kriging believer). */
export function modelOf(
  geometry: Geometry,
  points: readonly Float64Array[],
  targets: Float64Array,
  pending: readonly Float64Array[],
): GaussianProcess {
  const observations = new Observations(geometry, points);
  const start = {
    logLengthscales: new Float64Array(geometry.dimensions),
    logSignal: 0,
    logNoise: Math.log(1e-2),
  };
  const hyperparameters = fitHyperparameters(observations, targets, [start], points.length > 150 ? 8 : 25);
  const model = new GaussianProcess(observations, targets, hyperparameters);
  if (pending.length === 0) return model;
  return new GaussianProcess(
    new Observations(geometry, [...points, ...pending]),
    Float64Array.of(...targets, ...pending.map((point) => model.mean(point))),
    hyperparameters,
  );
}

/**
 * log P(every constraint is kept), one Gaussian process for each (Gardner et al. 2014, «Bayesian optimization with
 * inequality constraints»); undefined where no trial has told of any. A constraint that all keep by far costs nothing.
 */
export function logFeasibility({ geometry, results, points, pending }: ModelInputs): Acquisition | undefined {
  const told = results.flatMap(({ constraints }, i) =>
    constraints ? [{ constraints, point: points[i]! }] : [],
  );
  const count = told[0]?.constraints.length ?? 0;
  if (count === 0) return undefined;
  const models = Array.from({ length: count }, (_, k) =>
    modelOf(
      geometry,
      told.map(({ point }) => point),
      squashConstraint(told.map(({ constraints }) => constraints[k] ?? Number.POSITIVE_INFINITY)),
      pending,
    ),
  );
  return logSign(models, -1);
}

/** Σ log P(sign · f > 0) over independent processes, and its gradient. */
export function logSign(models: readonly GaussianProcess[], sign: 1 | -1): Acquisition {
  return {
    value: (point) =>
      models.reduce((sum, model) => {
        const { mean, variance } = model.predict(point);
        return sum + logNormalCdf((sign * mean) / Math.sqrt(variance));
      }, 0),
    valueWithGradient(point, gradient) {
      gradient.fill(0);
      let sum = 0;
      for (const model of models) {
        const { mean, variance, meanSlope, varianceSlope } = model.predictWithGradient(point);
        const deviation = Math.sqrt(variance);
        const u = (sign * mean) / deviation;
        const weight = logNormalCdfSlope(u);
        for (let j = 0; j < gradient.length; j++)
          gradient[j]! +=
            weight * ((sign * meanSlope[j]!) / deviation - (u * varianceSlope[j]!) / (2 * variance));
        sum += logNormalCdf(u);
      }
      return sum;
    },
  };
}

/** The sum of two functions on the same points. */
export function plus(a: Acquisition, b: Acquisition): Acquisition {
  let spare = new Float64Array(0);
  return {
    value: (point) => a.value(point) + b.value(point),
    valueWithGradient(point, gradient) {
      if (spare.length !== gradient.length) spare = new Float64Array(gradient.length);
      const value = a.valueWithGradient(point, gradient) + b.valueWithGradient(point, spare);
      for (let j = 0; j < gradient.length; j++) gradient[j]! += spare[j]!;
      return value;
    },
  };
}
