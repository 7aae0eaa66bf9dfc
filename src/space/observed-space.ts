import type { Config, Domain, Parameter, Value } from './parameter.ts';
import { type Space, spaceOf } from './space.ts';

/**
 * What configs tell of the space that they are from, where nothing else does: every parameter that one of them has, each with the
 * values that were seen, in the order in which they come. All stand side by side, under their paths.
 *
 * @param incumbent the config that ships, if it is known
 */
export function observedSpace(configs: readonly Config[], incumbent?: Config): Space {
  const seen = new Map<string, Set<Value>>();
  for (const config of configs)
    for (const [path, value] of Object.entries(config)) {
      const values = seen.get(path);
      if (values) values.add(value);
      else seen.set(path, new Set([value]));
    }
  const parameters = [...seen].map(([path, values]): Parameter => {
    const value = incumbent && Object.hasOwn(incumbent, path) ? incumbent[path] : undefined;
    const parameter = { path, location: [path], domain: domainOf([...values]), conditions: [] };
    return value === undefined ? parameter : { ...parameter, default: value };
  });
  const { incumbent: _, ...space } = spaceOf(parameters);
  return {
    ...space,
    ...(incumbent ? { incumbent } : {}),
    missingDefaults: incumbent ? [] : space.missingDefaults,
    observed: true,
  };
}

function domainOf(values: readonly Value[]): Domain {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === values.length) {
    const type = numbers.every(Number.isSafeInteger) ? 'int' : 'float';
    const [min, max] = numbers.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as [number, number]);
    return { type, min, max, scale: 'linear' };
  }
  return values.every((value) => typeof value === 'boolean')
    ? { type: 'bool' }
    : { type: 'choice', values, ordered: false };
}
