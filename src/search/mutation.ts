import type { RandomStream } from '../math/random.ts';
import { isActive } from '../space/condition.ts';
import { fromUnit, indexOf, toUnit, valueAt, valueCount } from '../space/domain.ts';
import type { Config, Parameter, Value } from '../space/parameter.ts';
import type { Dimension, Space } from '../space/space.ts';

/**
 * Single changes of a config that respect the tree: another value of one parameter, a block of a repeat more, less or
 * moved, another option with its children drawn anew. Evolution draws one, local search goes through all.
 */

/** A repeat and, for each of its blocks, the paths of its parameters by what follows the block's own prefix. */
interface Repeat {
  readonly count: Parameter;
  readonly blocks: readonly ReadonlyMap<string, string>[];
}

/** A space prepared for changes of its configs. */
export interface MutationSpace {
  readonly space: Space;
  readonly repeats: readonly Repeat[];
  /** Free parameters but for the counts of repeats, which change by blocks. */
  readonly values: readonly Dimension[];
}

/** Values of an ordered parameter up to which local search goes through all of them. */
const FEW = 8;
/** A numeric value that mutates moves this far on its unit scale (standard deviation) … */
const MOVE = 0.12;
/** … or, this often, anywhere. */
const ANYWHERE = 0.2;

export function mutationSpace(space: Space): MutationSpace {
  const repeats = space.parameters.flatMap((count): Repeat[] => {
    const { domain, role, path } = count;
    if (role !== 'count' || domain.type !== 'int') return [];
    const blocks = Array.from({ length: domain.max }, (_, i) => {
      const prefix = `${path}[${i}].`;
      return new Map(
        space.parameters
          .filter((parameter) => parameter.path.startsWith(prefix))
          .map((parameter) => [parameter.path.slice(prefix.length), parameter.path]),
      );
    });
    return [{ count, blocks }];
  });
  return { space, repeats, values: space.dimensions.filter(({ parameter }) => parameter.role !== 'count') };
}

/**
 * One change, drawn uniformly from the places where something can change. The result may equal `config` (two like blocks
 * swapped).
 */
export function mutate(mutations: MutationSpace, config: Config, stream: RandomStream): Config {
  const places: (() => Config)[] = mutations.values
    .filter(({ parameter }) => config[parameter.path] !== undefined)
    .map((dimension) => () => {
      const { path } = dimension.parameter;
      return settled(
        mutations.space,
        { ...config, [path]: mutatedValue(dimension, config[path]!, stream) },
        stream,
      );
    });
  for (const repeat of mutations.repeats) {
    const count = config[repeat.count.path];
    if (typeof count !== 'number') continue;
    const arrangements = { resize: resized(repeat, count), swap: swapped(count) };
    for (const some of Object.values(arrangements))
      if (some.length > 0)
        places.push(() =>
          rearranged(mutations.space, repeat, config, some[stream.integer(some.length)]!, stream),
        );
  }
  return places.length === 0 ? config : places[stream.integer(places.length)]!();
}

/**
 * All single changes of a config, in no particular order: each other value of a parameter with few, steps of `step` (a
 * share of the range) either way where values are many, each block dropped, a block put in at each place, neighbouring
 * blocks swapped. What becomes active is drawn from `stream`.
 */
export function singleChanges(
  mutations: MutationSpace,
  config: Config,
  step: number,
  stream: RandomStream,
): Config[] {
  const { space } = mutations;
  const changed = mutations.values.flatMap((dimension) => {
    const { path } = dimension.parameter;
    const from = config[path];
    if (from === undefined) return [];
    return otherValues(dimension, from, step).map((value) =>
      settled(space, { ...config, [path]: value }, stream),
    );
  });
  const arranged = mutations.repeats.flatMap((repeat) => {
    const count = config[repeat.count.path];
    if (typeof count !== 'number') return [];
    return [...resized(repeat, count), ...swapped(count)].map((order) =>
      rearranged(space, repeat, config, order, stream),
    );
  });
  return [...changed, ...arranged];
}

/** Which of the old blocks stands where; undefined: a new one. */
type Arrangement = readonly (number | undefined)[];

/** One block more at any place, or one less. */
function resized({ count: { domain } }: Repeat, count: number): Arrangement[] {
  if (domain.type !== 'int') return [];
  const order: (number | undefined)[] = Array.from({ length: count }, (_, i) => i);
  const more = count < domain.max ? [...order.keys(), count] : [];
  const less = count > domain.min ? [...order.keys()] : [];
  return [
    ...more.map((at) => order.toSpliced(at, 0, undefined)),
    ...less.map((at) => order.toSpliced(at, 1)),
  ];
}

/** Two neighbouring blocks changed with each other. */
function swapped(count: number): Arrangement[] {
  const order = Array.from({ length: count }, (_, i) => i);
  return order.slice(1).map((at) => order.toSpliced(at - 1, 2, at, at - 1));
}

function rearranged(
  space: Space,
  { count, blocks }: Repeat,
  config: Config,
  order: Arrangement,
  stream: RandomStream,
): Config {
  const draft: Record<string, Value> = { ...config, [count.path]: order.length };
  for (const block of blocks) for (const path of block.values()) delete draft[path];
  for (const [at, from] of order.entries()) {
    if (from === undefined) continue;
    for (const [name, path] of blocks[from]!) {
      const value = config[path];
      const target = blocks[at]!.get(name);
      if (value !== undefined && target !== undefined) draft[target] = value;
    }
  }
  return settled(space, draft, stream);
}

/** A draft made whole: what is inactive goes, what is active and has no value is drawn. */
function settled(space: Space, draft: Config, stream: RandomStream): Config {
  const config: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, config)) continue;
    const { domain, path } = parameter;
    config[path] =
      draft[path] ?? (valueCount(domain) === 1 ? valueAt(domain, 0) : fromUnit(domain, stream.uniform()));
  }
  return config;
}

function mutatedValue(
  { kind, values, parameter: { domain } }: Dimension,
  from: Value,
  stream: RandomStream,
): Value {
  if (kind === 'categorical')
    return valueAt(domain, (indexOf(domain, from) + 1 + stream.integer(values - 1)) % values);
  const unit = toUnit(domain, from);
  for (let tries = 0; tries < 16; tries++) {
    const place = stream.uniform() < ANYWHERE ? stream.uniform() : reflect(unit + MOVE * stream.normal());
    const value = fromUnit(domain, place);
    if (value !== from) return value;
  }
  // Few values, wide cells: a neighbour.
  if (kind === 'continuous') return fromUnit(domain, stream.uniform());
  const index = indexOf(domain, from);
  const up = index === 0 || (index < values - 1 && stream.uniform() < 0.5);
  return valueAt(domain, index + (up ? 1 : -1));
}

function otherValues({ kind, values, parameter: { domain } }: Dimension, from: Value, step: number): Value[] {
  if (kind === 'categorical' || values <= FEW) {
    const index = indexOf(domain, from);
    return Array.from({ length: values }, (_, i) => i)
      .filter((i) => i !== index)
      .map((i) => valueAt(domain, i));
  }
  const unit = toUnit(domain, from);
  const reached = [unit - step, unit + step].map((place) =>
    fromUnit(domain, Math.min(1, Math.max(0, place))),
  );
  if (kind === 'ordinal') {
    const index = indexOf(domain, from);
    for (const near of [index - 1, index + 1])
      if (near >= 0 && near < values) reached.push(valueAt(domain, near));
  }
  return [...new Set(reached)].filter((value) => value !== from);
}

/** Back into the unit interval, mirrored at its ends. */
function reflect(x: number): number {
  const wrapped = Math.abs(x) % 2;
  return wrapped > 1 ? 2 - wrapped : wrapped;
}
