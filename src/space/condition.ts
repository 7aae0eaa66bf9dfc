import { contains, firstIndex, valueAt, valueCount } from './domain.ts';
import type { Condition, Config, Domain, Parameter, Value } from './parameter.ts';

/** Whether a value passes a condition on it. */
export function satisfies(condition: Condition, value: Value): boolean {
  if ('in' in condition) return condition.in.includes(value);
  if (typeof value !== 'number') return false;
  return (
    value >= (condition.min ?? Number.NEGATIVE_INFINITY) &&
    value <= (condition.max ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether a parameter exists in a config whose earlier parameters are all assigned. */
export function isActive({ conditions }: Parameter, config: Config): boolean {
  return conditions.every((condition) => {
    const value = config[condition.path];
    return value !== undefined && satisfies(condition, value);
  });
}

/** All that must hold for a parameter to be active, by the path of the parameter that it is asked of: parents of parents too. */
export function demandsOf(
  parameters: ReadonlyMap<string, Parameter>,
  wanted: Parameter,
): ReadonlyMap<string, readonly Condition[]> {
  const demands = new Map<string, Condition[]>();
  const demand = ({ conditions }: Parameter) => {
    for (const condition of conditions) {
      const known = demands.get(condition.path);
      demands.set(condition.path, [...(known ?? []), condition]);
      const parent = parameters.get(condition.path);
      if (parent && !known) demand(parent);
    }
  };
  demand(wanted);
  return demands;
}

/** Whether a domain has a value that passes all of some conditions. */
export function canSatisfy(domain: Domain, conditions: readonly Condition[]): boolean {
  const passes = (value: Value) => conditions.every((condition) => satisfies(condition, value));
  const named = conditions.find((condition) => 'in' in condition);
  if (named && 'in' in named) return named.in.some((value) => contains(domain, value) && passes(value));
  const numeric = domain.type === 'int' || domain.type === 'float';
  if (!numeric) return Array.from({ length: valueCount(domain) }, (_, i) => valueAt(domain, i)).some(passes);
  // Ranges alone: whether the lowest value that is not below them all is in each.
  const bounds = conditions.flatMap((condition) => ('in' in condition ? [] : [condition.min ?? domain.min]));
  const lowest = Math.max(domain.min, ...bounds);
  if (valueCount(domain) === Number.POSITIVE_INFINITY) return lowest <= domain.max && passes(lowest);
  const index = firstIndex(domain, (value) => value >= lowest);
  return index < valueCount(domain) && passes(valueAt(domain, index));
}
