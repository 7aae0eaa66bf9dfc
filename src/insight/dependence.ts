import { isActive } from '../space/condition.ts';
import { fromUnit } from '../space/domain.ts';
import type { Config, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

export interface DependencePoint {
  readonly value: Value;
  /** Expected loss with this value, averaged over the other parameters as the trials had them. */
  readonly loss: number;
}

/**
 * Partial dependence (Friedman 2001): the expected loss for values of one parameter, the others as in the trials where it
 * exists (at most 64 of them, the best ones). Twenty places for a range, every value of a short list.
 */
export function partialDependence(
  space: Space,
  surrogate: Surrogate,
  observations: readonly Observation[],
  path: string,
): readonly DependencePoint[] {
  const dimension = space.dimensions.find(({ parameter }) => parameter.path === path);
  if (!dimension) return [];
  const { domain } = dimension.parameter;
  const count = Math.min(20, dimension.values);
  const values = [...new Set(Array.from({ length: count }, (_, i) => fromUnit(domain, (i + 0.5) / count)))];
  const background = observations
    .filter(({ config }) => isActive(dimension.parameter, config))
    .slice()
    .sort((a, b) => a.loss - b.loss)
    .slice(0, 64)
    .map(({ config }) => config);
  if (background.length === 0) return [];
  return values.map((value) => ({
    value,
    loss: background.reduce((sum, config) => sum + expected(config, value) / background.length, 0),
  }));

  function expected(config: Config, value: Value): number {
    return surrogate.loss({ ...config, [path]: value });
  }
}
