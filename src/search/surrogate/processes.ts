import type { GaussianProcess } from '../../math/gaussian-process.ts';
import type { Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../../math/kernel.ts';

/** Pending trials, believed at their posterior mean. */
export function withPending(
  observed: GaussianProcess,
  targets: Float64Array,
  pending: readonly Float64Array[],
): GaussianProcess {
  if (pending.length === 0) return observed;
  const believed = pending.map((point) => observed.mean(point));
  return observed.with(pending, Float64Array.of(...targets, ...believed));
}

/** Hyperparameters of few observations, from a long and a short length scale. */
export function fitAnew(observations: Observations, targets: Float64Array): Hyperparameters {
  const starts = [0, -1.5].map((logLengthscale) => startAt(observations.geometry, logLengthscale, 1e-3));
  return fitHyperparameters(observations, targets, starts, targets.length > 60 ? 10 : 30);
}
