import { type Geometry, Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import type { Hyperparameters } from '../../math/kernel.ts';
import type { Trial } from '../history.ts';

/** Most results that hyperparameters are fitted to. */
const MOST_FITTED = 80;

/** What hyperparameters are fitted to. */
export interface Fitted {
  readonly geometry: Geometry;
  readonly pointOf: (trial: Trial) => Float64Array;
  readonly targets: (trials: readonly Trial[]) => Float64Array;
  readonly start: Hyperparameters;
}

/**
 * The hyperparameters of models beside the one of the loss: fitted at each result at first, then at every few; to results spread over
 * the study where there are many.
 */
export class SparingFits {
  /** By what was fitted and to how many results: a cache, each entry a pure function of the results in order. */
  readonly #fits = new Map<string, Hyperparameters>();

  /**
   * @param key names what is fitted; without one the fit is not kept
   * @param results all there are, in the order in which they were told
   */
  of(key: string | undefined, results: readonly Trial[], fitted: Fitted): Hyperparameters {
    const { length } = results;
    const step = key === undefined || length <= 30 ? 1 : length <= 60 ? 3 : length <= 200 ? 6 : 12;
    const at = length - (length % step);
    // A trial that goes on to a higher resource leaves its place in the order.
    const order = results.slice(0, at).reduce((sum, { id }, i) => (sum * 31 + id + i) % 2 ** 31, 0);
    const name = `${key} ${at} ${order}`;
    const known = key === undefined ? undefined : this.#fits.get(name);
    if (known) return known;
    const { geometry, pointOf, targets, start } = fitted;
    const stride = Math.max(1, at / MOST_FITTED);
    const some = Array.from(
      { length: Math.min(at, MOST_FITTED) },
      (_, i) => results[Math.floor(i * stride)]!,
    );
    const observations = new Observations(geometry, some.map(pointOf));
    const fit = fitHyperparameters(observations, targets(some), [start], 25);
    if (key !== undefined) this.#fits.set(name, fit);
    return fit;
  }
}
