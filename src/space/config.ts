import { createHash } from 'node:crypto';
import { isActive } from './condition.ts';
import { contains, valueAt, valueCount } from './domain.ts';
import type { Config, Domain, Value } from './parameter.ts';
import type { Space } from './space.ts';

/** A value that is no config of the space; lists everything that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads a flat config: path → value. Values of inactive parameters are left out.
 *
 * @throws {ConfigError} for unknown paths, missing values, and values outside their domain
 */
export function checkConfig(space: Space, value: unknown): Config {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new ConfigError([`expected a mapping of parameters to values, found ${JSON.stringify(value)}`]);
  const given = value as Readonly<Record<string, unknown>>;
  const known = new Set(space.parameters.map(({ path }) => path));
  const problems = Object.keys(given)
    .filter((path) => !known.has(path))
    .map((path) => `${path}: no such parameter`);
  const config: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, config)) continue;
    const { path, domain } = parameter;
    const item = Object.hasOwn(given, path) ? given[path] : undefined;
    if (item === undefined) {
      if (valueCount(domain) === 1) config[path] = valueAt(domain, 0);
      else problems.push(`${path}: missing (expected ${describeDomain(domain)})`);
    } else if (isValue(item) && contains(domain, item)) config[path] = Object.is(item, -0) ? 0 : item;
    else problems.push(`${path}: expected ${describeDomain(domain)}, found ${JSON.stringify(item)}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function isValue(item: unknown): item is Value {
  return (
    typeof item === 'string' || typeof item === 'boolean' || (typeof item === 'number' && !Number.isNaN(item))
  );
}

/** A domain in words: «a number from 0.1 to 1 in steps of 0.1». */
export function describeDomain(domain: Domain): string {
  switch (domain.type) {
    case 'float':
    case 'int': {
      const { min, max, step, scale } = domain;
      const kind = domain.type === 'int' ? 'a whole number' : 'a number';
      const grid =
        step === undefined ? '' : scale === 'linear' ? ` in steps of ${step}` : ` in ratios of ${step}`;
      return `${kind} from ${min} to ${max}${grid}`;
    }
    case 'choice':
      return `one of ${domain.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'bool':
      return 'true or false';
    case 'constant':
      return JSON.stringify(domain.value);
  }
}

/** Fills what is missing of a config with the defaults; what has none stays missing. */
export function withDefaults(
  space: Space,
  partial: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...partial };
  for (const parameter of space.parameters)
    if (
      filled[parameter.path] === undefined &&
      parameter.default !== undefined &&
      isActive(parameter, filled as Config)
    )
      filled[parameter.path] = parameter.default;
  return filled;
}

/**
 * The config that people or files mean by a nested or flat mapping: what is missing takes its default.
 *
 * @throws {ConfigError} as `checkConfig`
 */
export function completeConfig(space: Space, input: Readonly<Record<string, unknown>>): Config {
  return checkConfig(space, withDefaults(space, flattenConfig(space, input)));
}

/**
 * The form in which trials get a config: `{ learning_rate: 0.1, optimizer: { type: 'sgd', momentum: 0.9 },
 * layers: [{ units: 64 }, …] }`.
 */
export function nestConfig(space: Space, config: Config): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const parameter of space.parameters) {
    const value = config[parameter.path];
    if (value === undefined) continue;
    const holder = parameter.location
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>((at, key) => at[key] as Record<string, unknown>, root);
    const key = parameter.location.at(-1)!;
    if (parameter.role === 'count') holder[key] = Array.from({ length: value as number }, () => ({}));
    else holder[key] = parameter.role === 'option' ? { type: value } : value;
  }
  return root;
}

/**
 * The flat form of what people and files write: nested, flat, or mixed. Nothing is checked; what belongs to no parameter
 * stays, under its own path, for `checkConfig` to complain about.
 */
export function flattenConfig(
  space: Space,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  const used = new Set<string>();
  for (const parameter of space.parameters) {
    if (Object.hasOwn(input, parameter.path) && !isContainer(input[parameter.path])) {
      flat[parameter.path] = input[parameter.path];
      used.add(parameter.path);
      continue;
    }
    if (!isActive(parameter, flat as Config)) continue;
    const found = parameter.location.reduce<unknown>(
      (at, key) =>
        isContainer(at) && Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined,
      input,
    );
    if (found === undefined) continue;
    const place = parameter.location.join('\u0000');
    if (parameter.role === 'count' && Array.isArray(found)) flat[parameter.path] = found.length;
    else if (parameter.role === 'option' && isContainer(found)) {
      flat[parameter.path] = (found as Record<string, unknown>)['type'];
      used.add(`${place}\u0000type`);
    } else flat[parameter.path] = found;
    used.add(place);
  }
  for (const leaf of leaves(input, []))
    if (!used.has(leaf.location.join('\u0000'))) flat[leaf.location.join('.')] ??= leaf.value;
  return flat;
}

function isContainer(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}

function leaves(
  value: unknown,
  location: readonly (string | number)[],
): { readonly location: readonly (string | number)[]; readonly value: unknown }[] {
  if (!isContainer(value)) return [{ location, value }];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...location, key]));
}

/** A name for the config: 16 hex digits of SHA-256 over its active part, whatever the order of its keys. */
export function hashConfig(space: Space, config: Config): string {
  const active: [string, Value][] = [];
  const seen: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    const value = config[parameter.path];
    if (value === undefined || !isActive(parameter, seen)) continue;
    const item = Object.is(value, -0) ? 0 : value;
    seen[parameter.path] = item;
    active.push([parameter.path, item]);
  }
  active.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(active)).digest('hex').slice(0, 16);
}
