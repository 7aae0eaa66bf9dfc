import { isActive, satisfies } from './condition.ts';
import { firstIndex, valueAt, valueCount } from './domain.ts';
import type { Condition, Config, Parameter, Value } from './parameter.ts';
import type { Space } from './space.ts';

/** From this many values on, a parent is split at the bounds of its conditions instead of value by value. */
const MANY = 4096;

/**
 * Number of different configs of a flat list of parameters; Infinity when one is continuous. Independent parts
 * multiply; of a parent only as many values are looked at as switch different children on.
 */
export function countConfigs(parameters: readonly Parameter[]): number {
  if (parameters.some(({ domain }) => valueCount(domain) === Number.POSITIVE_INFINITY))
    return Number.POSITIVE_INFINITY;
  return count(parameters, {});
}

function count(parameters: readonly Parameter[], known: Config): number {
  return components(parameters).reduce((product, part) => product * countPart(part, known), 1);
}

/** A connected part; its first parameter depends on nothing in it. */
function countPart(part: readonly Parameter[], known: Config): number {
  const [root, ...rest] = part;
  if (!root) return 1;
  if (!isActive(root, known)) return count(rest, known);
  if (rest.length === 0) return valueCount(root.domain);
  const tests = rest.flatMap(({ conditions }) => conditions.filter(({ path }) => path === root.path));
  return groups(root, tests).reduce(
    (sum, { value, size }) => sum + size * count(rest, { ...known, [root.path]: value }),
    0,
  );
}

/** The values of a parent by which of the tests they pass: one of each kind, and how many there are. */
function groups(root: Parameter, tests: readonly Condition[]): { value: Value; size: number }[] {
  const total = valueCount(root.domain);
  const byKey = new Map<string, { value: Value; size: number }>();
  const add = (value: Value, size: number) => {
    const key = tests.map((test) => (satisfies(test, value) ? '1' : '0')).join('');
    const group = byKey.get(key);
    if (group) group.size += size;
    else byKey.set(key, { value, size });
  };
  if (total <= MANY) for (let i = 0; i < total; i++) add(valueAt(root.domain, i), 1);
  else for (const [from, to] of runs(root, tests, total)) add(valueAt(root.domain, from), to - from);
  return [...byKey.values()];
}

/** Index ranges of a long numeric domain in which all tests are constant. */
function runs(root: Parameter, tests: readonly Condition[], total: number): [number, number][] {
  const cuts = new Set([0, total]);
  // The first index whose value is >= bound (or > bound).
  const cut = (bound: number, after: boolean) =>
    cuts.add(firstIndex(root.domain, (value) => value > bound || (!after && value === bound)));
  for (const test of tests) {
    const bounds = 'in' in test ? test.in.filter((value) => typeof value === 'number') : [];
    for (const value of bounds) {
      cut(value, false);
      cut(value, true);
    }
    if ('min' in test && test.min !== undefined) cut(test.min, false);
    if ('max' in test && test.max !== undefined) cut(test.max, true);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => [sorted[i]!, to]);
}

/** Parts of the list that no condition connects, each in the order of the list. */
function components(parameters: readonly Parameter[]): Parameter[][] {
  const leader = new Map(parameters.map(({ path }) => [path, path]));
  const find = (path: string): string => {
    let at = path;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(path, at);
    return at;
  };
  for (const { path, conditions } of parameters)
    for (const condition of conditions)
      if (leader.has(condition.path)) leader.set(find(path), find(condition.path));
  const parts = new Map<string, Parameter[]>();
  for (const parameter of parameters) {
    const key = find(parameter.path);
    const part = parts.get(key);
    if (part) part.push(parameter);
    else parts.set(key, [parameter]);
  }
  return [...parts.values()];
}

/** All configs of a finite space, lazily: the last parameter varies fastest. */
export function* enumerateConfigs(space: Space): Generator<Config> {
  if (space.size === Number.POSITIVE_INFINITY)
    throw new RangeError('a space with a continuous parameter has no list of configs');
  yield* extend(space.parameters, 0, {});
}

function* extend(parameters: readonly Parameter[], from: number, config: Config): Generator<Config> {
  let at = from;
  while (at < parameters.length && !isActive(parameters[at]!, config)) at++;
  const parameter = parameters[at];
  if (!parameter) {
    yield config;
    return;
  }
  const total = valueCount(parameter.domain);
  for (let i = 0; i < total; i++)
    yield* extend(parameters, at + 1, { ...config, [parameter.path]: valueAt(parameter.domain, i) });
}
