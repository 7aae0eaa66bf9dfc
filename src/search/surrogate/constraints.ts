import { GaussianProcess } from '../../math/gaussian-process.ts';
import { type Geometry, Observations } from '../../math/geometry.ts';
import { startAt } from '../../math/kernel.ts';
import { upperMedian } from '../../math/median.ts';
import { logNormalCdf, logNormalCdfSlope } from '../../math/normal.ts';
import type { Trial } from '../history.ts';
import type { Acquisition } from './acquisition-search.ts';
import { withPending } from './processes.ts';
import type { SparingFits } from './sparing-fits.ts';

/** Values of one constraint beyond which they are all the same to the model. */
const LARGEST = 1e12;

/**
 * Constraint values made fit for a Gaussian process with mean 0: what keeps the constraint stays below 0, what misses it
 * above, near misses stay apart and far ones draw together; standard deviation about 1. Where some are at the bound, as all that keep it
 * are where a metric is 0 or 1, 0 is halfway from there to the nearest miss: at 0 itself nobody would know that they keep it.
 */
export function squashConstraint(values: readonly number[]): Float64Array {
  const told = values.map((value) =>
    Number.isNaN(value) ? LARGEST : Math.min(LARGEST, Math.max(-LARGEST, value)),
  );
  const missed = told.filter((value) => value > 0);
  const shift = missed.length > 0 && told.includes(0) ? Math.min(...missed) / 2 : 0;
  const bounded = told.map((value) => value - shift);
  const sizes = bounded.map(Math.abs).filter((size) => size > 0);
  const unit = upperMedian(sizes) ?? 1;
  const squashed = bounded.map((value) => Math.sign(value) * Math.log1p(Math.abs(value) / unit));
  const size = Math.sqrt(squashed.reduce((sum, t) => sum + t * t, 0) / Math.max(1, squashed.length));
  return Float64Array.from(squashed, (t) => (size > 0 ? t / size : 0));
}

export interface ModelInputs {
  readonly geometry: Geometry;
  /** Ended trials that models are conditioned on, and where each stands. */
  readonly results: readonly Trial[];
  readonly points: readonly Float64Array[];
  readonly pending: readonly Float64Array[];
  /** All ended trials, in the order in which they were told. */
  readonly ended: readonly Trial[];
  readonly pointOf: (trial: Trial) => Float64Array;
  readonly fits: SparingFits;
}

/** What a model is of. */
export interface Modelled {
  /** Names the fit; without one it is not kept. */
  readonly key?: string;
  /** Targets of ended trials. */
  readonly targets: (trials: readonly Trial[]) => Float64Array;
  /** Trials that have one; absent: all. */
  readonly has?: (trial: Trial) => boolean;
}

/** A Gaussian process of one value per trial, with pending points believed at its mean (kriging believer). */
export function modelOf(inputs: ModelInputs, modelled: Modelled): GaussianProcess {
  const { geometry, pending, pointOf, ended, fits } = inputs;
  const { key, targets: targetsOf, has = () => true } = modelled;
  const trials = inputs.results.filter(has);
  const targets = targetsOf(trials);
  const observations = new Observations(geometry, trials.map(pointOf));
  const start = startAt(geometry, 0, 1e-2);
  const fit = fits.of(key, ended.filter(has), { geometry, pointOf, targets: targetsOf, start });
  return withPending(new GaussianProcess(observations, targets, fit), targets, pending);
}

/**
 * log P(every constraint is kept), one Gaussian process for each (Gardner et al. 2014, «Bayesian optimization with
 * inequality constraints»); undefined where no trial has told of any. A constraint that all keep by far costs nothing.
 */
export function logFeasibility(inputs: ModelInputs): Acquisition | undefined {
  const count = inputs.results.find(({ constraints }) => constraints)?.constraints?.length ?? 0;
  if (count === 0) return undefined;
  const models = Array.from({ length: count }, (_, k) =>
    modelOf(inputs, {
      key: `constraint ${k}`,
      targets: (trials) =>
        squashConstraint(trials.map(({ constraints }) => constraints?.[k] ?? Number.POSITIVE_INFINITY)),
      has: ({ constraints }) => constraints !== undefined,
    }),
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
