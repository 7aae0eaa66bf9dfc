import type {
  ChoiceDefinition,
  Condition,
  Domain,
  Parameter,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
  Value,
  WhenTest,
} from './parameter.ts';

/** Names visible from a definition: its siblings, then those of the blocks around it. */
interface Scope {
  readonly paths: ReadonlyMap<string, string>;
  readonly outer?: Scope;
}

interface Place {
  /** Prepended to names: '', 'optimizer.sgd.', 'layers[2].'. */
  readonly prefix: string;
  readonly location: readonly (string | number)[];
  readonly outer?: Scope;
  /** What the surroundings ask for. */
  readonly conditions: readonly Condition[];
  /** Values that ship today and take the place of the defaults: a block of a repeat's `default`. */
  readonly shipped: Readonly<Record<string, unknown>>;
}

/** The flat list of a tree of definitions: parents before children, declared order otherwise. */
export function flattenDefinitions(definitions: ParameterDefinitions): Parameter[] {
  return parentsFirst(flatten(definitions, { prefix: '', location: [], conditions: [], shipped: {} }));
}

function flatten(definitions: ParameterDefinitions, place: Place): Parameter[] {
  const names = Object.keys(definitions);
  const scope: Scope = {
    paths: new Map(names.map((name) => [name, place.prefix + name])),
    ...(place.outer ? { outer: place.outer } : {}),
  };
  return names.flatMap((name) => {
    const definition = definitions[name]!;
    const path = place.prefix + name;
    const own = Object.entries(definition.when ?? {}).map(([parent, test]) =>
      toCondition(resolve(parent, path, scope), test),
    );
    const conditions = [...place.conditions, ...own];
    const location = [...place.location, name];
    const shipped = place.shipped[name];
    const inside = { location, outer: scope, conditions };
    if (definition.type === 'repeat') return flattenRepeat(definition, path, inside, shipped);
    if (definition.type === 'choice' && definition.options)
      return flattenOptions({ ...definition, options: definition.options }, path, inside, shipped);
    return [
      parameter(
        path,
        location,
        domainOf(definition),
        conditions,
        (shipped ?? defaultOf(definition)) as Value,
      ),
    ];
  });
}

type Inside = Pick<Place, 'location' | 'conditions'> & { readonly outer: Scope };

function flattenRepeat(
  { min, max, of, default: fallback }: RepeatDefinition,
  path: string,
  { location, outer, conditions }: Inside,
  shipped: unknown,
): Parameter[] {
  const today = shipped ?? fallback;
  const blocks: readonly unknown[] = Array.isArray(today) ? today : [];
  const count = Array.isArray(today) ? today.length : (today as number | undefined);
  const counter: Parameter = {
    ...parameter(path, location, { type: 'int', min, max, scale: 'linear' }, conditions, count),
    role: 'count',
  };
  const inBlocks = Array.from({ length: max }, (_, i) => {
    // A block that always exists needs no condition of its own, unless the repeat itself may be absent.
    const always = i < min && conditions.length === 0;
    return flatten(of, {
      prefix: `${path}[${i}].`,
      location: [...location, i],
      outer,
      conditions: always ? [] : [{ path, min: i + 1 }],
      shipped: (blocks[i] ?? {}) as Record<string, unknown>,
    });
  });
  return [counter, ...inBlocks.flat()];
}

function flattenOptions(
  {
    options,
    ordered,
    default: fallback,
  }: ChoiceDefinition & { options: Readonly<Record<string, ParameterDefinitions>> },
  path: string,
  { location, outer, conditions }: Inside,
  shipped: unknown,
): Parameter[] {
  const nested =
    shipped !== null && typeof shipped === 'object' ? (shipped as Record<string, unknown>) : undefined;
  const chosen = (nested ? nested['type'] : shipped) ?? fallback;
  const domain: Domain = { type: 'choice', values: Object.keys(options), ordered: ordered ?? false };
  const choice: Parameter = {
    ...parameter(path, location, domain, conditions, chosen as Value | undefined),
    role: 'option',
  };
  const children = Object.entries(options).map(([option, definitions]) =>
    flatten(definitions, {
      prefix: `${path}.${option}.`,
      location,
      outer,
      conditions: [{ path, in: [option] }],
      shipped: option === chosen ? (nested ?? {}) : {},
    }),
  );
  return [choice, ...children.flat()];
}

function parameter(
  path: string,
  location: Parameter['location'],
  domain: Domain,
  conditions: readonly Condition[],
  value: Value | undefined,
): Parameter {
  return { path, location, domain, conditions, ...(value === undefined ? {} : { default: value }) };
}

function domainOf(definition: Exclude<ParameterDefinition, RepeatDefinition>): Domain {
  switch (definition.type) {
    case 'float':
    case 'int': {
      const { type, min, max, scale = 'linear', step } = definition;
      return { type, min, max, scale, ...(step === undefined ? {} : { step }) };
    }
    case 'choice':
      return { type: 'choice', values: definition.values ?? [], ordered: definition.ordered ?? false };
    case 'bool':
      return { type: 'bool' };
    case 'constant':
      return { type: 'constant', value: definition.value };
  }
}

function defaultOf(definition: Exclude<ParameterDefinition, RepeatDefinition>): Value | undefined {
  return definition.type === 'constant' ? definition.value : definition.default;
}

function resolve(name: string, from: string, scope: Scope | undefined): string {
  for (let current = scope; current; current = current.outer) {
    const path = current.paths.get(name);
    if (path !== undefined && path !== from) return path;
  }
  throw new Error(`${from} depends on ${name}, which is not a parameter that it can see`);
}

function toCondition(path: string, test: WhenTest): Condition {
  if (Array.isArray(test)) return { path, in: test };
  if (typeof test === 'object')
    return { path, ...(test as { readonly min?: number; readonly max?: number }) };
  return { path, in: [test] };
}

/** Moves parameters behind those that their conditions name, otherwise keeping the order. */
function parentsFirst(parameters: readonly Parameter[]): Parameter[] {
  const byPath = new Map(parameters.map((item) => [item.path, item]));
  const state = new Map<string, 'open' | 'done'>();
  const ordered: Parameter[] = [];
  const visit = (item: Parameter, trail: readonly string[]): void => {
    if (state.get(item.path) === 'done') return;
    if (state.get(item.path) === 'open')
      throw new Error(`parameters depend on each other in a circle: ${[...trail, item.path].join(' → ')}`);
    state.set(item.path, 'open');
    for (const { path } of item.conditions) visit(byPath.get(path)!, [...trail, item.path]);
    state.set(item.path, 'done');
    ordered.push(item);
  };
  for (const item of parameters) visit(item, []);
  return ordered;
}
