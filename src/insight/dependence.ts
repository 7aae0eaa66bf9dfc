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

/**
 * Partial dependence (Friedman 2001): the expected loss for values of one parameter, the others as in the trials where it
 * exists (at most 64 of them, the best ones). Twenty places for a range, every value of a short list. What exists only with
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
  const background = ranked.filter((config) => isActive(dimension.parameter, config)).slice(0, 64);
  if (background.length === 0) return [];
  const seen = new Map(
    space.parameters.map((parameter) => [
      parameter.path,
      ranked.flatMap((config) => config[parameter.path] ?? []),
    ]),
  );
  return values.map((value) => ({
    value,
    loss: background.reduce((sum, _, i) => sum + expected(i, value) / background.length, 0),
  }));

  function expected(place: number, value: Value): number {
    const config = withValue(space, background[place]!, path, value, (newly) => {
      const known = seen.get(newly.path)!;
      return known[place % known.length];
    });
    return surrogate.loss(config);
  }
}
