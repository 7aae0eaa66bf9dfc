import { isActive } from '../space/condition.ts';
import { fromUnit } from '../space/domain.ts';
import type { Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { withValue } from './change.ts';
import { byMerit, type Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

export interface DependencePoint {
  readonly value: Value;
  /** Expected loss with this value, averaged over the other parameters as the trials had them. */
  readonly loss: number;
}

/** The others are as in the best quarter of the trials: so many at least, and at most. */
const background = { share: 0.25, least: 5, most: 64 };

/**
 * Partial dependence (Friedman 2001): the expected loss for values of one parameter, the others as in the best quarter of the trials
 * where it exists (from 5 to 64 of them). Twenty places for a range, every value of a short list. What exists only with
 * a value that a trial did not have is as in trials that had it, the best of them first.
 */
export function partialDependence(
  space: Space,
  surrogate: Pick<Surrogate, 'loss'>,
  observations: readonly Observation[],
  path: string,
): readonly DependencePoint[] {
  const dimension = space.dimensions.find(({ parameter }) => parameter.path === path);
  if (!dimension) return [];
  const { domain } = dimension.parameter;
  const count = Math.min(20, dimension.values);
  const values = [...new Set(Array.from({ length: count }, (_, i) => fromUnit(domain, (i + 0.5) / count)))];
  const ranked = [...observations].sort(byMerit).map(({ config }) => config);
  const having = ranked.filter((config) => isActive(dimension.parameter, config));
  const { share, least, most } = background;
  const best = having.slice(0, Math.min(most, Math.max(least, Math.ceil(share * having.length))));
  if (best.length === 0) return [];
  const seen = new Map(
    space.parameters.map((parameter) => [
      parameter.path,
      ranked.flatMap((config) => config[parameter.path] ?? []),
    ]),
  );
  return values.map((value) => ({
    value,
    loss: best.reduce((sum, _, i) => sum + expected(i, value), 0) / best.length,
  }));

  function expected(place: number, value: Value): number {
    const config = withValue(space, best[place]!, path, value, (newly) => {
      const known = seen.get(newly.path)!;
      return known[place % known.length];
    });
    return surrogate.loss(config);
  }
}
