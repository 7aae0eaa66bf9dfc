import type { ParameterDefinition, ParameterDefinitions, Value, WhenTest } from '../space/parameter.ts';
import { checkAgainstBefore, checkAgainstSpec } from './contradiction.ts';
import type { Declared, DeclaredDefinition } from './declared.ts';
import { DiscoveryError } from './discovery-error.ts';

export { DiscoveryError } from './discovery-error.ts';

/** What running `build(hp)` with some values came to: what it asked for, or why it failed. */
export type Build = readonly Declared[] | { readonly failed: string };

/** Most runs of `build`, and most parameters: code that goes on asking for more has no space. */
const mostBuilds = 400;
const mostParameters = 1000;
/** Values that are tried of a whole number that decides on others. */
const mostValues = 32;
/** Runs at the end with values of all parameters changed at once, against wrong conclusions. */
const mixedBuilds = 12;

type Values = Readonly<Record<string, Value>>;

interface Run {
  /** What each parameter was answered with; those that were asked for where they do not exist are left out. */
  readonly values: Values;
}

/** A parameter of the spec, which is not the code's to define. */
export interface SpecParameter {
  readonly definition: DeclaredDefinition;
  /** `tune.yml:12:3`. */
  readonly place: string;
}

interface Known {
  readonly name: string;
  readonly definition: DeclaredDefinition;
  /** As the code says it. */
  readonly declared: Declared;
  /** The scopes around it, each time that it was asked for. */
  readonly scopes: Declared['when'][];
}

/**
 * Finds the space of code that asks for its parameters as it runs: runs it with its defaults, then with other values of
 * each parameter, as long as new parameters turn up. A parameter that is asked for under some values of another only
 * exists under these (`conditional_scope` says so, or the runs do).
 *
 * @param build runs the code; the same values always come to the same
 * @param spec parameters of the spec by their path: they are varied, too, and are not among those found
 * @throws {DiscoveryError} when the code fails with its defaults, or asks for ever more; when it contradicts itself or the
 *   spec and says where
 */
export async function discoverParameters(
  build: (values: Values) => Promise<Build>,
  spec: ReadonlyMap<string, SpecParameter> = new Map(),
): Promise<ParameterDefinitions> {
  const known = new Map<string, Known>();
  const runs: Run[] = [];
  const tried = new Set<string>();
  const queue: Values[] = [{}];
  let builds = 0;

  async function run(values: Values): Promise<Run | undefined> {
    const key = JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (tried.has(key)) return undefined;
    tried.add(key);
    builds++;
    const result = await build(values);
    if ('failed' in result) {
      if (builds === 1) throw new DiscoveryError(`build(hp) fails with its defaults: ${result.failed}`);
      // A config that cannot be built is a matter for the search.
      return undefined;
    }
    const done: Run = {
      values: Object.fromEntries(
        result.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
      ),
    };
    runs.push(done);
    for (const declared of result) {
      const own = spec.get(declared.name);
      if (own) checkAgainstSpec(declared, own);
      else if (declared.read) continue;
      for (const value of declared.tests ?? []) queue.push({ ...values, [declared.name]: value });
      const before = known.get(declared.name);
      if (!before) {
        const definition = own?.definition ?? soundDefinition(declared);
        known.set(declared.name, { name: declared.name, definition, declared, scopes: [declared.when] });
        if (known.size > mostParameters) throw endless(known);
        for (const value of extremes(own?.definition ?? declared.definition))
          queue.push({ ...values, [declared.name]: value });
        continue;
      }
      if (!own) checkAgainstBefore(before.declared, declared);
      if (!before.scopes.some((when) => same(when, declared.when))) before.scopes.push(declared.when);
    }
    return done;
  }

  async function runAll(): Promise<void> {
    while (queue.length > 0) {
      if (builds >= mostBuilds) throw endless(known);
      await run(queue.shift()!);
    }
  }

  await runAll();
  // A number that changes what is asked for is looked at closely.
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const parent of [...known.values()])
      if (parent.definition.type === 'int' && decides(parent.name, runs, known))
        for (const base of bases(parent.name, runs))
          for (const value of evenly(parent.definition)) queue.push({ ...base, [parent.name]: value });
    await runAll();
  }
  for (let i = 0; i < mixedBuilds && known.size > 1; i++) {
    await run(mixed([...known.values()], i));
    await runAll();
  }
  return Object.fromEntries(
    [...known.values()]
      .filter(({ name }) => !spec.has(name))
      .map((item) => [item.name, define(item, [...known.values()], runs)]),
  );
}

/**
 * The parameters of a study: those of the spec come before those of the code of the same name.
 */
export function mergeParameters(
  spec: ParameterDefinitions,
  found: ParameterDefinitions,
): ParameterDefinitions {
  return {
    ...spec,
    ...Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(spec, name))),
  };
}

function endless(known: ReadonlyMap<string, Known>): DiscoveryError {
  const last = [...known.keys()].slice(-3).join(', ');
  return new DiscoveryError(
    `build(hp) was run ${mostBuilds} times or asked for ${mostParameters} parameters, and there is no end in sight (the ` +
      `last ones: ${last}): its parameters must not depend on chance, on earlier runs or on a range without bound`,
  );
}

/** The last value on the grid is the largest, as in Keras Tuner; a range of one value is no range. */
function soundDefinition({ definition, name }: Declared): DeclaredDefinition {
  if (definition.type !== 'int' && definition.type !== 'float') return definition;
  const { min, step, scale = 'linear' } = definition;
  let { max } = definition;
  if (!(max >= min))
    throw new DiscoveryError(`hp.${name}: the largest value, ${max}, is less than the smallest, ${min}`);
  if (step !== undefined)
    max =
      scale === 'linear'
        ? min + Math.floor((max - min) / step + 1e-9) * step
        : min * step ** Math.floor(Math.log(max / min) / Math.log(step) + 1e-9);
  if (definition.type === 'int') max = Math.round(max);
  if (max === min) return { type: 'constant', value: min };
  const tidy = step !== undefined && definition.type === 'float' ? Number(max.toPrecision(12)) : max;
  return { ...definition, max: tidy };
}

/** Values that differ most from each other. */
function extremes(definition: DeclaredDefinition): readonly Value[] {
  switch (definition.type) {
    case 'choice':
      return definition.values?.slice(0, 64) ?? [];
    case 'bool':
      return [false, true];
    case 'int':
    case 'float':
      return [definition.min, definition.max];
    case 'constant':
      return [];
  }
}

function evenly({
  min,
  max,
  step = 1,
  scale,
}: Extract<DeclaredDefinition, { type: 'int' }>): readonly number[] {
  if (scale !== undefined && scale !== 'linear') return [min, Math.round(Math.sqrt(min * max)), max];
  const count = Math.floor((max - min) / step) + 1;
  if (count <= mostValues) return Array.from({ length: count }, (_, i) => min + i * step);
  return Array.from(
    { length: mostValues },
    (_, i) => min + Math.round((i * (count - 1)) / (mostValues - 1)) * step,
  );
}

/** Whether the presence of any parameter that no scope accounts for changes with the value of this one. */
function decides(parent: string, runs: readonly Run[], known: ReadonlyMap<string, Known>): boolean {
  const withParent = runs.filter(({ values }) => values[parent] !== undefined);
  return [...known.values()].some(({ name, scopes }) => {
    if (name === parent || scopes.some((when) => when.length > 0)) return false;
    const present = withParent.filter(({ values }) => values[name] !== undefined);
    return present.length > 0 && present.length < withParent.length;
  });
}

/** From where a parameter is varied: the runs where the most parameters and where the fewest exist. */
function bases(parent: string, runs: readonly Run[]): readonly Values[] {
  const [first] = runs.filter(({ values }) => values[parent] !== undefined);
  return first ? [first.values] : [];
}

/** Values of all parameters, another one in each run. */
function mixed(known: readonly Known[], round: number): Values {
  return Object.fromEntries(
    known.flatMap(({ name, definition }, index): [string, Value][] => {
      const values = definition.type === 'int' ? evenly(definition) : extremes(definition);
      return values.length === 0 ? [] : [[name, values[(round * (2 * index + 1) + index) % values.length]!]];
    }),
  );
}

function define(item: Known, all: readonly Known[], runs: readonly Run[]): ParameterDefinition {
  const when = scopeTests(item) ?? observedTest(item, all, runs);
  return when === undefined ? item.definition : { ...item.definition, when };
}

/** What the scopes around a parameter say; undefined when it was asked for without one at least once. */
function scopeTests({ scopes }: Known): Readonly<Record<string, WhenTest>> | undefined {
  const [first, ...others] = scopes.map(
    (when) => new Map(when.map(({ parent, values }) => [parent, values] as const)),
  );
  if (!first) return undefined;
  const tests: Record<string, Value[]> = {};
  for (const [parent, values] of first) {
    const elsewhere = others.map((scope) => scope.get(parent));
    // Under another parent elsewhere: then this one alone does not decide.
    if (elsewhere.some((found) => found === undefined)) continue;
    tests[parent] = [...new Set([values, ...elsewhere].flatMap((found) => found ?? []))];
  }
  return Object.keys(tests).length === 0 ? undefined : tests;
}

/** The one parameter whose value accounts for where another was asked for, in all runs. */
function observedTest(
  item: Known,
  all: readonly Known[],
  runs: readonly Run[],
): Readonly<Record<string, WhenTest>> | undefined {
  const has = ({ values }: Run) => values[item.name] !== undefined;
  if (runs.every(has)) return undefined;
  const before = all.slice(0, all.indexOf(item)).reverse();
  for (const parent of before) {
    const test = accounts(parent, runs, has);
    if (test !== undefined) return { [parent.name]: test };
  }
  // Nothing accounts for it alone: it is always searched, and means nothing where it is not asked for.
  return undefined;
}

function accounts(parent: Known, runs: readonly Run[], has: (run: Run) => boolean): WhenTest | undefined {
  const { definition, name } = parent;
  if (definition.type === 'float' || definition.type === 'constant') return undefined;
  const seen = new Map<Value, boolean>();
  for (const run of runs) {
    const value = run.values[name];
    if (value === undefined) {
      if (has(run)) return undefined;
      continue;
    }
    const before = seen.get(value);
    if (before !== undefined && before !== has(run)) return undefined;
    seen.set(value, has(run));
  }
  const present = [...seen].filter(([, there]) => there).map(([value]) => value);
  if (present.length === 0) return undefined;
  if (definition.type !== 'int') return present;
  const numbers = (there: boolean) =>
    [...seen].flatMap(([value, found]) => (found === there && typeof value === 'number' ? [value] : []));
  const [absent, found] = [numbers(false), numbers(true)];
  const most = Math.max(...absent);
  const least = Math.min(...found);
  // Between the two no value was tried: there it is taken to exist, which does no harm.
  if (most < least) return { min: most + 1 };
  if (Math.max(...found) < Math.min(...absent)) return { max: Math.min(...absent) - 1 };
  return undefined;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
