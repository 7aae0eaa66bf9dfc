import type { RandomStream } from '../math/random.ts';
import { isActive } from './condition.ts';
import { fromUnit, valueAt, valueCount } from './domain.ts';
import type { Config, Value } from './parameter.ts';
import type { Space } from './space.ts';

/** A random config: each active parameter uniform on its own scale. */
export function sampleConfig(space: Space, stream: RandomStream): Config {
  const config: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, config)) continue;
    const { domain, path } = parameter;
    config[path] = valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform());
  }
  return config;
}
