import { normalCdf } from '../math/normal.ts';
import { squashConstraint } from '../search/surrogate/constraints.ts';
import type { Space } from '../space/space.ts';
import type { Observation } from './observation.ts';
import { evenly, fittedTo, observedAt } from './surrogate.ts';

/** More would cost more than insight is worth. */
const mostObservations = 200;

/** The probability that an encoded config keeps the constraints. */
export type Keeping = (point: Float64Array) => number;

/**
 * That probability as a search has it (`logFeasibility`), by a Gaussian process of each bound, of what trials are above or below it.
 * 1 where no trial misses any.
 */
export function fitKeeping(space: Space, observations: readonly Observation[]): Keeping {
  if (observations.every(({ misses }) => !misses)) return () => 1;
  const some = evenly(observations, mostObservations);
  const points = observedAt(space, some);
  const bounds = some.reduce((most, { excess = [] }) => Math.max(most, excess.length), 0);
  const models = Array.from({ length: bounds }, (_, k) =>
    fittedTo(points, squashConstraint(some.map(({ excess }) => excess?.[k] ?? Number.POSITIVE_INFINITY))),
  );
  return (point) =>
    models.reduce((chance, model) => {
      const { mean, variance } = model.predict(point);
      return chance * normalCdf(-mean / Math.sqrt(variance));
    }, 1);
}
