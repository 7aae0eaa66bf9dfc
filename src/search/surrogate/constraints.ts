import { GaussianProcess } from '../../math/gaussian-process.ts';
import { type Geometry, Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../../math/kernel.ts';
import { logNormalCdf, logNormalCdfSlope } from '../../math/normal.ts';
import type { Trial } from '../history.ts';
import type { Acquisition } from './acquisition-search.ts';
import { withPending } from './processes.ts';

/** Values of one constraint beyond which they are all the same to the model. */
const LARGEST = 1e12;
/** Most results that hyperparameters are fitted to. */
const MOST_FITTED = 80;

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
  /** Ended trials that models are conditioned on, and where each stands. */
  readonly results: readonly Trial[];
  readonly points: readonly Float64Array[];
  readonly pending: readonly Float64Array[];
  /** All ended trials, in the order in which they were told. */
  readonly ended: readonly Trial[];
  readonly pointOf: (trial: Trial) => Float64Array;
  /** Fits by what was fitted and to how many results: a cache, each entry a pure function of the results in order. */
  readonly fits: Map<string, Hyperparameters>;
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
  const { geometry, pending, pointOf } = inputs;
  const { targets: targetsOf, has = () => true } = modelled;
  const trials = inputs.results.filter(has);
  const targets = targetsOf(trials);
  const observations = new Observations(geometry, trials.map(pointOf));
  const model = new GaussianProcess(observations, targets, fitted(inputs, modelled));
  return withPending(model, targets, pending);
}

/** Fitted anew at each result at first, then at every few; to results spread over the study where there are many. */
function fitted(inputs: ModelInputs, { key, targets, has = () => true }: Modelled): Hyperparameters {
  const all = inputs.ended.filter(has);
  const step = key === undefined || all.length <= 30 ? 1 : all.length <= 60 ? 3 : all.length <= 200 ? 6 : 12;
  const at = all.length - (all.length % step);
  // A trial that goes on to a higher resource leaves its place in the order.
  const order = all.slice(0, at).reduce((sum, { id }, i) => (sum * 31 + id + i) % 2 ** 31, 0);
  const name = `${key} ${at} ${order}`;
  const known = key === undefined ? undefined : inputs.fits.get(name);
  if (known) return known;
  const stride = Math.max(1, at / MOST_FITTED);
  const some = Array.from({ length: Math.min(at, MOST_FITTED) }, (_, i) => all[Math.floor(i * stride)]!);
  const fit = fitHyperparameters(
    new Observations(inputs.geometry, some.map(inputs.pointOf)),
    targets(some),
    [startAt(inputs.geometry, 0, 1e-2)],
    25,
  );
  if (key !== undefined) inputs.fits.set(name, fit);
  return fit;
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
