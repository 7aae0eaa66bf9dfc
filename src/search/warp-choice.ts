import { type Geometry, Observations } from '../math/geometry.ts';
import { fitHyperparameters, negativeLogPosterior } from '../math/hyperparameter-fit.ts';
import { startAt, toTheta } from '../math/kernel.ts';
import { kept } from './best-and-newest.ts';
import type { Trial } from './history.ts';
import { type WarpShape, warpLosses, warpShapes } from './output-warp.ts';

/** With fewer results there is nothing to tell one shape from another by. */
const FEWEST = 10;
/** Nats by which a logarithm must be ahead: on noisy tables it is by some, now and then, with nothing to show for it. */
const MARGIN = 10;
/** The worst is so many times farther from the best than a quarter of all are: else a power has it in hand. */
const STEEP = 100;
const ITERATIONS = 25;
/** Most results that are compared by. */
const MOST = 80;

/**
 * The shape under which a Gaussian process makes most of what was measured: each has the evidence of its targets, times the slope of
 * the warp (Snelson et al. 2004, «Warped Gaussian processes»).
 *
 * @param losses finite
 */
export function mostEvident(observations: Observations, losses: readonly number[]): WarpShape {
  if (losses.length < FEWEST || !isSteep(losses)) return 'power';
  const { geometry } = observations;
  const evidence = (shape: WarpShape) => {
    const { targets, logSlopes } = warpLosses(losses, shape);
    const fit = fitHyperparameters(observations, targets, [startAt(geometry, 0, 1e-2)], ITERATIONS);
    const theta = toTheta(fit, geometry, ({ mode }) => Math.log(mode));
    return logSlopes - negativeLogPosterior(observations, targets, theta) - (shape === 'power' ? 0 : MARGIN);
  };
  return warpShapes
    .map((shape) => ({ shape, worth: evidence(shape) }))
    .reduce((best, other) => (other.worth > best.worth ? other : best)).shape;
}

function isSteep(losses: readonly number[]): boolean {
  const sorted = [...losses].sort((a, b) => a - b);
  const [lowest, quarter] = [sorted[0]!, sorted[Math.floor(sorted.length / 4)]!];
  return sorted.at(-1)! / 2 - lowest / 2 > STEEP * (quarter / 2 - lowest / 2);
}

/** Which shape the losses of a study have, looked at again at every tenth result and later at every thirtieth. */
export class WarpChoices {
  readonly #geometry: Geometry;
  readonly #pointOf: (trial: Trial) => Float64Array;
  /** By the number of results: a cache, each entry a pure function of the results in order. */
  readonly #shapes = new Map<number, WarpShape>();

  /** @param pointOf a trial's config as `encodeConfig` has it */
  constructor(geometry: Geometry, pointOf: (trial: Trial) => Float64Array) {
    this.#geometry = geometry;
    this.#pointOf = pointOf;
  }

  /** @param ended all trials with a result, in the order in which they were told */
  after(ended: readonly Trial[]): WarpShape {
    const step = ended.length < 60 ? 10 : 30;
    const at = ended.length - (ended.length % step);
    const known = this.#shapes.get(at);
    if (known) return known;
    const trials = kept(
      ended.slice(0, at).filter(({ loss }) => loss !== undefined),
      MOST,
    );
    const observations = new Observations(this.#geometry, trials.map(this.#pointOf));
    const shape = mostEvident(
      observations,
      trials.map(({ loss }) => loss!),
    );
    this.#shapes.set(at, shape);
    return shape;
  }
}
