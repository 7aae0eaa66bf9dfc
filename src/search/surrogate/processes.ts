import { GaussianProcess } from '../../math/gaussian-process.ts';
import { Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../../math/kernel.ts';
import type { Trial } from '../history.ts';

/** Pending trials, believed at their posterior mean. */
export function withPending(
  observed: GaussianProcess,
  targets: Float64Array,
  pending: readonly Float64Array[],
): GaussianProcess {
  if (pending.length === 0) return observed;
  const { observations, hyperparameters } = observed;
  return new GaussianProcess(
    new Observations(observations.geometry, [...observations.points, ...pending]),
    Float64Array.of(...targets, ...pending.map((point) => observed.mean(point))),
    hyperparameters,
  );
}

/** Hyperparameters of few observations, from a long and a short length scale. */
export function fitAnew(observations: Observations, targets: Float64Array): Hyperparameters {
  const starts = [0, -1.5].map((logLengthscale) => startAt(observations.geometry, logLengthscale, 1e-3));
  return fitHyperparameters(observations, targets, starts, targets.length > 60 ? 10 : 30);
}

/**
 * A model of which configs work, where some did not: +1 and −1 as targets, P(works) = Φ(mean / deviation). Improvement is
 * weighted with its cube (with itself in Gelbart et al. 2014), since the best may lie at the rim of what works. What works ends
 * there at once, whatever the length scales of losses: none are expected.
 */
export function feasibilityOf(
  results: readonly Trial[],
  { geometry, points }: Observations,
): GaussianProcess | undefined {
  if (results.every(({ loss }) => loss !== undefined)) return undefined;
  const works = Float64Array.from(results, ({ loss }) => (loss === undefined ? -1 : 1));
  const { lengths: _, ...rimmed } = geometry;
  const observations = new Observations(rimmed, points);
  const start = startAt(rimmed, -1, 1e-3);
  return new GaussianProcess(
    observations,
    works,
    fitHyperparameters(observations, works, [start], results.length > 150 ? 4 : 15),
  );
}
