import { GaussianProcess } from '../../math/gaussian-process.ts';
import { Observations } from '../../math/geometry.ts';
import { startAt } from '../../math/kernel.ts';
import type { Trial } from '../history.ts';
import type { SparingFits } from './sparing-fits.ts';

export interface FeasibilityInputs {
  /** Results that the model is conditioned on, and where they stand. */
  readonly results: readonly Trial[];
  readonly observations: Observations;
  /** All results of this part of the space, in the order in which they were told. */
  readonly ended: readonly Trial[];
  readonly pointOf: (trial: Trial) => Float64Array;
  /** Names the part of the space, and what of it the observations' geometry sees. */
  readonly part: string;
  readonly fits: SparingFits;
}

/**
 * A model of which configs work, where some did not: +1 and −1 as targets, P(works) = Φ(mean / deviation). Improvement is
 * weighted with its cube (with itself in Gelbart et al. 2014), since the best may lie at the rim of what works. What works ends
 * there at once, whatever the length scales of losses: none are expected.
 */
export function feasibilityOf(inputs: FeasibilityInputs): GaussianProcess | undefined {
  const { results, ended, pointOf, part, fits } = inputs;
  if (results.every(({ loss }) => loss !== undefined)) return undefined;
  const targets = (trials: readonly Trial[]) =>
    Float64Array.from(trials, ({ loss }) => (loss === undefined ? -1 : 1));
  const { lengths: _, ...geometry } = inputs.observations.geometry;
  const observations = new Observations(geometry, inputs.observations.points);
  const start = startAt(geometry, -1, 1e-3);
  const fit = fits.of(`works ${part}`, ended, { geometry, pointOf, targets, start });
  return new GaussianProcess(observations, targets(results), fit);
}
