import { type Geometry, Observations } from '../../math/geometry.ts';
import { fitHyperparameters, negativeLogPosterior } from '../../math/hyperparameter-fit.ts';
import { startAt, toTheta } from '../../math/kernel.ts';
import { bestAndNewest } from './best-and-newest.ts';
import { highestOfBulk, type WarpShape, warpLosses } from './output-warp.ts';

/** With fewer results there is nothing to tell one shape from another by. */
const FEWEST = 10;
/** Nats by which a logarithm must be ahead: on noisy tables it is by some, now and then, with nothing to show for it. */
const MARGIN = 10;
/** The worst is so many times farther from the best than a quarter of all are: else a power has it in hand. */
const STEEP = 100;
const ITERATIONS = 25;
/** Most results that are compared by. */
const MOST = 80;

/** A config, as `encodeConfig` has it, and its loss, which is finite. */
export interface Measured {
  readonly point: Float64Array;
  readonly loss: number;
}

/** The shape that a search sees losses by: one that it knows its way with, a power, but where they are steep. */
export function searchShape(geometry: Geometry, measured: readonly Measured[]): WarpShape {
  const seen = comparable(measured);
  if (seen.length < FEWEST || !isSteep(seen.map(({ loss }) => loss))) return 'power';
  return mostEvident(geometry, seen, ['power', 'logarithm', 'logarithm above the lowest']);
}

/** What shapes are compared by: of many the best and the newest, without what has diverged; the oldest first. */
function comparable(measured: readonly Measured[]): readonly Measured[] {
  const some = bestAndNewest(measured, MOST, (a, b) => a.loss - b.loss);
  const highest = highestOfBulk(some.map(({ loss }) => loss));
  return some.filter(({ loss }) => loss <= highest);
}

/**
 * The shape under which a Gaussian process makes most of what was measured: each has the evidence of its targets, times the slope of
 * the warp (Snelson et al. 2004, «Warped Gaussian processes»).
 *
 * @param among the first is taken when others are not clearly ahead
 */
function mostEvident(geometry: Geometry, seen: readonly Measured[], among: readonly WarpShape[]): WarpShape {
  const losses = seen.map(({ loss }) => loss);
  const observations = new Observations(
    geometry,
    seen.map(({ point }) => point),
  );
  const [first] = among;
  const evidence = (shape: WarpShape) => {
    const { targets, logSlopes } = warpLosses(losses, shape);
    const fit = fitHyperparameters(observations, targets, [startAt(geometry, 0, 1e-2)], ITERATIONS);
    const theta = toTheta(fit, geometry, ({ mode }) => Math.log(mode));
    return logSlopes - negativeLogPosterior(observations, targets, theta) - (shape === first ? 0 : MARGIN);
  };
  return among
    .map((shape) => ({ shape, worth: evidence(shape) }))
    .reduce((best, other) => (other.worth > best.worth ? other : best)).shape;
}

function isSteep(losses: readonly number[]): boolean {
  const sorted = [...losses].sort((a, b) => a - b);
  const [lowest, quarter] = [sorted[0]!, sorted[Math.floor(sorted.length / 4)]!];
  return sorted.at(-1)! / 2 - lowest / 2 > STEEP * (quarter / 2 - lowest / 2);
}

/** Which shape the losses of a study have, looked at again at every tenth result and later at every thirtieth. */
export class WarpChoices<Told> {
  readonly #geometry: Geometry;
  readonly #measured: (told: Told) => Measured | undefined;
  /** By the number of results: a cache, each entry a pure function of the results in order. */
  readonly #shapes = new Map<number, WarpShape>();

  /** @param measured what a result says; undefined: nothing of a loss */
  constructor(geometry: Geometry, measured: (told: Told) => Measured | undefined) {
    this.#geometry = geometry;
    this.#measured = measured;
  }

  /** @param told all results, in the order in which they were told */
  after(told: readonly Told[]): WarpShape {
    const step = told.length < 60 ? 10 : 30;
    const at = told.length - (told.length % step);
    const known = this.#shapes.get(at);
    if (known) return known;
    const measured = told.slice(0, at).flatMap((one) => this.#measured(one) ?? []);
    const shape = searchShape(this.#geometry, measured);
    this.#shapes.set(at, shape);
    return shape;
  }
}
