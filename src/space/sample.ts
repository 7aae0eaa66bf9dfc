import type { RandomStream } from '../math/random.ts';
import { demandsOf, isActive, satisfies } from './condition.ts';
import { contains, fromUnit, valueAt, valueCount } from './domain.ts';
import type { Condition, Config, Parameter, Value } from './parameter.ts';
import type { Space } from './space.ts';

/** Draws of a value before one is sought among what the conditions name. */
const DRAWS = 32;

/** A random config: each active parameter uniform on its own scale. */
export function sampleConfig(space: Space, stream: RandomStream): Config {
  return sample(space, stream, () => []);
}

/**
 * A random config in which one parameter is active, however rarely it is by chance: those that it depends on are drawn among the
 * values that make it so.
 */
export function sampleConfigWith(space: Space, stream: RandomStream, wanted: Parameter): Config {
  const demands = demandsOf(
    new Map(space.parameters.map((parameter) => [parameter.path, parameter])),
    wanted,
  );
  return sample(space, stream, ({ path }) => demands.get(path) ?? []);
}

function sample(
  space: Space,
  stream: RandomStream,
  demandsOn: (parameter: Parameter) => readonly Condition[],
): Config {
  const config: Record<string, Value> = {};
  for (const parameter of space.parameters)
    if (isActive(parameter, config)) config[parameter.path] = draw(parameter, stream, demandsOn(parameter));
  return config;
}

function draw({ domain }: Parameter, stream: RandomStream, demands: readonly Condition[]): Value {
  const any = () => (valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform()));
  const fits = (value: Value) => demands.every((condition) => satisfies(condition, value));
  let value = any();
  for (let tries = 1; tries < DRAWS && !fits(value); tries++) value = any();
  if (fits(value)) return value;
  // One of five hundred options, or a narrow range.
  const named = demands.flatMap((condition): Value[] =>
    'in' in condition
      ? [...condition.in]
      : [condition.min, condition.max].filter((bound) => bound !== undefined),
  );
  const fitting = named.filter((one) => contains(domain, one) && fits(one));
  return fitting.length > 0 ? fitting[stream.integer(fitting.length)]! : value;
}
