import type { Condition, Config, Parameter, Value } from './parameter.ts';

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
