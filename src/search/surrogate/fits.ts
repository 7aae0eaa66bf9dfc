import { type Geometry, Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../../math/kernel.ts';
import type { Trial } from '../history.ts';
import { kept } from './best-and-newest.ts';
import { warpLosses } from './output-warp.ts';
import type { WarpChoices } from './warp-choice.ts';

/** Every so many results the hyperparameters are fitted from scratch; in between from the fit before. */
const FRESH_FIT = 10;
/** From here on hyperparameters are fitted at every third result only. */
const FEWER_FITS = 60;

/** The hyperparameters of a model of a whole study, as it grows. */
export class Fits {
  readonly #geometry: Geometry;
  readonly #pointOf: (trial: Trial) => Float64Array;
  readonly #shapes: WarpChoices<Trial>;
  /** By the number of results that they saw: a cache, each entry a pure function of the results in order. */
  readonly #fits = new Map<number, Hyperparameters>();

  /** @param pointOf a trial's config as `encodeConfig` has it */
  constructor(geometry: Geometry, pointOf: (trial: Trial) => Float64Array, shapes: WarpChoices<Trial>) {
    this.#geometry = geometry;
    this.#pointOf = pointOf;
    this.#shapes = shapes;
  }

  /**
   * The hyperparameters for the results so far. A fit depends on the first so many results in the order in which they were
   * told, and on the fit before it in its decade: so a resumed study fits what an uninterrupted one has.
   *
   * @param ended all trials with a result, in that order
   */
  after(ended: readonly Trial[]): Hyperparameters {
    const step = ended.length <= FEWER_FITS ? 1 : 3;
    const at = ended.length - (ended.length % step);
    const known = this.#fits.get(at);
    if (known) return known;
    let previous = startAt(this.#geometry, 0, 1e-2);
    const decade = at - (at % (FRESH_FIT * step));
    for (let size = Math.max(2, decade); size <= at; size += step) {
      const cached = this.#fits.get(size);
      previous = cached ?? this.#fitTo(ended.slice(0, size), previous, size === decade);
      this.#fits.set(size, previous);
    }
    return previous;
  }

  #fitTo(results: readonly Trial[], previous: Hyperparameters, fresh: boolean): Hyperparameters {
    const trials = kept(results);
    const { targets } = warpLosses(
      trials.map(({ loss }) => loss),
      this.#shapes.after(results),
    );
    const observations = new Observations(this.#geometry, trials.map(this.#pointOf));
    const many = trials.length > 150;
    return fitHyperparameters(observations, targets, [previous], fresh ? (many ? 12 : 40) : many ? 3 : 8);
  }
}
