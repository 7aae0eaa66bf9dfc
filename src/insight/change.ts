import { isActive } from '../space/condition.ts';
import type { Config, Parameter, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';

/**
 * A config with another value of one parameter. What does not exist any more is left out; what begins to exist has the value
 * that `newly` gives it, else its default, else its first.
 */
export function withValue(
  space: Space,
  config: Config,
  path: string,
  value: Value,
  newly: (parameter: Parameter) => Value | undefined,
): Config {
  const out: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, out)) continue;
    const own = parameter.path === path ? value : config[parameter.path];
    const item = own ?? newly(parameter) ?? parameter.default ?? firstValue(parameter.domain);
    if (item !== undefined) out[parameter.path] = item;
  }
  return out;
}

function firstValue(domain: Parameter['domain']): Value | undefined {
  if (domain.type === 'choice') return domain.values[0];
  if (domain.type === 'bool') return false;
  return 'min' in domain ? domain.min : undefined;
}
