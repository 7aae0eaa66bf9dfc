import { isActive } from './condition.ts';
import { fromUnit, toUnit, valueAt, valueCount } from './domain.ts';
import type { Config, Value } from './parameter.ts';
import type { Space } from './space.ts';

/**
 * The place of a config in the unit cube: one coordinate per dimension of the space, NaN where inactive.
 * `decodePoint(space, encodeConfig(space, config))` gives every sampled config back exactly.
 */
export function encodeConfig(space: Space, config: Config): Float64Array {
  return Float64Array.from(space.dimensions, ({ parameter }) => {
    const value = config[parameter.path];
    return value === undefined ? Number.NaN : toUnit(parameter.domain, value);
  });
}

/**
 * The config at a point of the unit cube. Coordinates are clipped into [0, 1]; those of inactive parameters are
 * ignored; NaN of an active one counts as 0.5.
 */
export function decodePoint(space: Space, point: Float64Array): Config {
  const config: Record<string, Value> = {};
  let axis = 0;
  for (const parameter of space.parameters) {
    const { domain, path } = parameter;
    const free = valueCount(domain) > 1;
    const coordinate = free ? point[axis++]! : 0;
    if (!isActive(parameter, config)) continue;
    config[path] = free ? fromUnit(domain, Number.isNaN(coordinate) ? 0.5 : coordinate) : valueAt(domain, 0);
  }
  return config;
}
