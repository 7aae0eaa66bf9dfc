import { inverse, packedLength, solve } from '../math/cholesky.ts';
import { GaussianProcess, type Prediction } from '../math/gaussian-process.ts';
import { Observations } from '../math/geometry.ts';
import { fitHyperparameters } from '../math/hyperparameter-fit.ts';
import { startAt } from '../math/kernel.ts';
import { rankCorrelation } from '../math/rank-correlation.ts';
import { type WarpShape, warpLosses } from '../search/surrogate/output-warp.ts';
import { spaceGeometry } from '../search/surrogate/space-geometry.ts';
import { encodeConfig } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { Observation } from './observation.ts';

/** What a model of all trials makes of a config. */
export interface Surrogate {
  /** Expected loss, in the metric's own unit: never beyond the observed ones. */
  readonly loss: (config: Config) => number;
  /** What it expects of an encoded config, and how sure it is of that: of losses as they are warped for it, in no unit. */
  readonly predict: (point: Float64Array) => Prediction;
  /** The loss that a warped one stands for. */
  readonly unwarped: (target: number) => number;
  /** Variance of what the same config would show again, of warped losses. */
  readonly noiseVariance: number;
  /** Share of the variation that is noise: what the same config would show again. In [0, 1]. */
  readonly noise: number;
  /**
   * Whether it would have foretold the order of the trials better than chance: trials say something of parameters. By five-fold
   * cross-validation, which takes as many fits.
   */
  readonly hasLearned: () => boolean;
}

/** More would cost more than insight is worth. */
const mostObservations = 200;
const fewest = 10;
/** As measured, if that explains them: bending is undone with every error magnified. */
const shapes = ['none', 'power', 'logarithm', 'logarithm above the lowest'] as const;
/** By how much another shape has to foretell the order of trials better, in rank correlation. */
const clearly = 0.02;
/** Most observations of fits that only compare, and the iterations of these. */
const mostCompared = 80;
const comparing = 25;
const folds = 5;
/** A rank correlation that chance seldom reaches, in its standard errors. */
const significant = 2;

/**
 * A Gaussian process of the trials (of very many the best, and others from the whole course of the search). Losses are warped for it;
 * what it expects is brought back by the order of the observed ones. Undefined with fewer than ten trials, or where all are
 * alike.
 */
export function fitSurrogate(space: Space, observations: readonly Observation[]): Surrogate | undefined {
  if (observations.length < fewest || space.dimensions.length === 0) return undefined;
  const kept = bestAndOthers(observations, mostObservations);
  const losses = kept.map(({ loss }) => loss);
  if (Math.max(...losses) === Math.min(...losses)) return undefined;
  const shape = shapeOf(measure(space, bestAndOthers(kept, mostCompared)));
  const all = measure(space, kept);
  const targets = all.warped(shape);
  const model = fittedTo(all.points, targets, 40);
  const pairs = losses
    .map((loss, i) => ({ loss, target: targets[i]! }))
    .sort((a, b) => a.target - b.target || a.loss - b.loss);
  const { logNoise, logSignal, logMain = Number.NEGATIVE_INFINITY } = model.hyperparameters;
  const noise = Math.exp(logNoise);
  let learned: boolean | undefined;
  return {
    loss: (config) => unwarp(pairs, model.mean(encodeConfig(space, config))),
    predict: (point) => model.predict(point),
    unwarped: (target) => unwarp(pairs, target),
    noiseVariance: noise,
    noise: noise / (noise + Math.exp(logSignal) + Math.exp(logMain)),
    hasLearned() {
      if (learned !== undefined) return learned;
      const some = evenly(observations, mostCompared);
      const { points, warped } = measure(space, some);
      learned = crossValidated(points, warped(shape)) >= significant / Math.sqrt(some.length);
      return learned;
    },
  };
}

/** Of more than `most` the best half, and others from the whole course: the first trials of a search are spread over the space. */
function bestAndOthers(observations: readonly Observation[], most: number): readonly Observation[] {
  if (observations.length <= most) return observations;
  const half = most / 2;
  const best = new Set([...observations].sort((a, b) => a.loss - b.loss).slice(0, half));
  const others = observations.filter((observation) => !best.has(observation));
  const some = new Set(evenly(others, half));
  return observations.filter((observation) => best.has(observation) || some.has(observation));
}

/** Of more than `most` so many, evenly from first to last. */
export function evenly<T>(items: readonly T[], most: number): readonly T[] {
  const every = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, i) => items[Math.floor(i * every)]!);
}

interface Measured {
  readonly points: Observations;
  readonly warped: (shape: WarpShape) => Float64Array;
}

function measure(space: Space, observations: readonly Observation[]): Measured {
  const losses = observations.map(({ loss }) => loss);
  return {
    points: observedAt(space, observations),
    warped: (shape) => warpLosses(losses, shape).targets,
  };
}

/** Where a model has observations. */
export function observedAt(space: Space, observations: readonly Observation[]): Observations {
  return new Observations(
    spaceGeometry(space),
    observations.map(({ config }) => encodeConfig(space, config)),
  );
}

/** Begins where much is noise: from little of it a fit may end where it has an explanation for all. */
export function fittedTo(
  points: Observations,
  targets: Float64Array,
  iterations = comparing,
): GaussianProcess {
  const start = startAt(points.geometry, 0, 0.3);
  return new GaussianProcess(points, targets, fitHyperparameters(points, targets, [start], iterations));
}

/**
 * How losses are bent: so that the order of the trials is foretold best. By the evidence, as a search chooses, a logarithm of what is
 * next to nothing would be made too much of.
 */
function shapeOf({ points, warped }: Measured): WarpShape {
  const [first, ...others] = shapes.map((shape) => {
    const targets = warped(shape);
    const expected = leftOut(fittedTo(points, targets), targets);
    return { shape, order: rankCorrelation([...expected], [...targets]) };
  });
  const best = others.reduce((a, b) => (b.order > a.order ? b : a));
  return best.order > first!.order + clearly ? best.shape : first!.shape;
}

/** What each observation is expected to be by all others, with the same hyperparameters (Rasmussen & Williams 2006, Eq. 5.12). */
function leftOut({ factor }: GaussianProcess, targets: Float64Array): Float64Array {
  const alpha = solve(factor, targets);
  const inverted = inverse(factor);
  return targets.map((target, i) => target - alpha[i]! / inverted[packedLength(i + 1) - 1]!);
}

/**
 * How well trials are foretold by others, as a rank correlation. Hyperparameters are fitted anew for each fold: many of them have
 * learned what is to be foretold.
 */
function crossValidated({ geometry, points }: Observations, targets: Float64Array): number {
  const expected = new Array<number>(points.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = points.filter((_, i) => i % folds !== fold);
    const known = targets.filter((_, i) => i % folds !== fold);
    const mean = known.reduce((sum, target) => sum + target / known.length, 0);
    const model = fittedTo(new Observations(geometry, others), known);
    // From the mean of the others: it is high where those left out are low.
    for (let i = fold; i < points.length; i += folds) expected[i] = model.mean(points[i]!) - mean;
  }
  return rankCorrelation(expected, [...targets]);
}

/** The loss that belongs to a warped one: between those of its neighbours, never beyond the observed ones. */
function unwarp(
  pairs: readonly { readonly loss: number; readonly target: number }[],
  target: number,
): number {
  const above = pairs.findIndex((pair) => pair.target >= target);
  if (above < 0) return pairs.at(-1)!.loss;
  if (above === 0) return pairs[0]!.loss;
  const [low, high] = [pairs[above - 1]!, pairs[above]!];
  const share = high.target > low.target ? (target - low.target) / (high.target - low.target) : 1;
  return low.loss + share * (high.loss - low.loss);
}
