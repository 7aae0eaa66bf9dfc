import { closest, distance } from 'fastest-levenshtein';
import type { Config, Value } from '../space/parameter.ts';
import type { Declared, DeclaredDefinition } from '../trial/declared.ts';
import {
  type ChoiceOptions,
  type Definitions,
  defineChoice,
  defineNumber,
  HyperParameterError,
  type NumberOptions,
} from './define.ts';

export { type ChoiceOptions, HyperParameterError, type NumberOptions } from './define.ts';

/**
 * The hyperparameters of a trial, in the style of Keras Tuner.
 *
 * Where the spec has no `params` (or `trial.discover: true`), what the code asks for is what is searched: ranges, steps and
 * defaults are said here. Else names are those of `params`, and asking for one that is not active in this config is an
 * error that says why.
 */
export interface HyperParameters {
  /** A whole number: `hp.Int('units', { min: 32, max: 256, step: 32, default: 64 })`. */
  Int(name: string, options?: NumberOptions): number;
  /** A number: `hp.Float('rate', { min: 1e-4, max: 0.1, sampling: 'log', default: 1e-3 })`. */
  Float(name: string, options?: NumberOptions): number;
  /** One of `values`; without them, whatever the spec's choice gives. */
  Choice<const T extends Value>(name: string, values: readonly T[], options?: ChoiceOptions<NoInfer<T>>): T;
  Choice(name: string): Value;
  Boolean(name: string, options?: { readonly default?: boolean }): boolean;
  /** A value that is not searched; the spec may overrule it. */
  Fixed<T extends Value>(name: string, value: T): T;
  /**
   * Runs `body` where the parameter `parent`, which was asked for before, has this value or one of these: what it asks for
   * exists only there. Returns what `body` returns, elsewhere undefined.
   */
  conditionalScope<T>(
    parent: string,
    values: Value | readonly Value[],
    body: (hp: HyperParameters) => T,
  ): T | undefined;
  /** Runs `body`, in which `units` means `name/units`. Scopes may be nested. */
  nameScope<T>(name: string, body: (hp: HyperParameters) => T): T;
  /** The value of a parameter that was asked for before, or at a path of the spec: `learning_rate`, `optimizer.sgd.momentum`, `layers[0].units`. */
  get(path: string): Value;
  /** Whether the parameter exists in this config: it is in the spec and its conditions hold. */
  has(path: string): boolean;
  /** The same as `has`. */
  active(path: string): boolean;
  /** One set of hyperparameters for each block of a `repeat`. */
  blocks(name: string): readonly BlockParameters[];
  /** The chosen option of a choice with `options`: its name as `type`, and its own parameters. */
  option(name: string): OptionParameters;
  /** All of it as one object: `{ learning_rate: 0.1, optimizer: { type: 'sgd', momentum: 0.9 }, layers: [{ units: 64 }] }`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** All of it flat: path → value. */
  readonly values: Config;
}

export interface BlockParameters extends HyperParameters {
  /** Counted from 0. */
  readonly index: number;
}

export interface OptionParameters extends HyperParameters {
  readonly type: string;
}

/** The code cannot take a value that it was given. */
export class UnfitValue extends HyperParameterError {}

/**
 * @param values active parameters, path → value
 * @param tree the same nested
 * @param definitions where the code says what is searched: hears of all that it asks for, and knows the defaults
 */
export function createHyperParameters(
  values: Config,
  tree: Readonly<Record<string, unknown>>,
  definitions?: Definitions,
): HyperParameters {
  return scoped(values, tree, '', { definitions, names: [], when: [] });
}

/** What surrounds the call that runs: scopes are entered and left as the code runs through them. */
interface Surroundings {
  readonly definitions: Definitions | undefined;
  readonly names: string[];
  readonly when: Declared['when'][number][];
}

/** @param scope what goes before each name: empty, `optimizer.sgd.` or `layers[0].` */
function scoped(
  values: Config,
  config: Readonly<Record<string, unknown>>,
  scope: string,
  around: Surroundings,
): HyperParameters {
  // Options and blocks are the spec's: only what is asked for at the top is the code's to define.
  const definitions = scope === '' ? around.definitions : undefined;
  const full = (name: string) => scope + [...around.names, name].join('/');
  const known = (path: string): Value | undefined =>
    definitions === undefined ? values[path] : definitions.known(path);

  const inScope = Object.freeze(
    Object.fromEntries(
      Object.entries(values).flatMap(([path, value]) =>
        path.startsWith(scope) ? [[path.slice(scope.length), value]] : [],
      ),
    ),
  );

  function read(name: string): Value {
    const path = resolve(name);
    // Read by option or block, a value decides as any other.
    const value =
      path && (around.definitions ? around.definitions.read(path, [...around.when]) : values[path]);
    if (value === undefined) throw missing(full(name), values);
    return value;
  }

  function ask(call: string, name: string, definition: DeclaredDefinition | undefined): Value {
    if (definitions === undefined) return read(name);
    const value = definitions.answer(full(name), definition, [...around.when]);
    if (value === undefined)
      throw new HyperParameterError(
        `${call}('${full(name)}') says nothing of its values: ${call === 'hp.Choice' ? 'name them' : 'give min and max'}, ` +
          "or put it into the spec's params",
      );
    return value;
  }

  /** The name that is meant from within the scopes: the innermost that there is. */
  function resolve(name: string): string | undefined {
    for (let depth = around.names.length; depth >= 0; depth--) {
      const path = scope + [...around.names.slice(0, depth), name].join('/');
      if (known(path) !== undefined) return path;
    }
    return undefined;
  }

  function number(kind: 'Int' | 'Float', name: string, options: NumberOptions): number {
    const definition = definitions && defineNumber(kind, full(name), options);
    const value = ask(`hp.${kind}`, name, definition);
    const whole = kind === 'Int';
    if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
      throw unfit(kind, full(name), value, whole ? 'a whole number' : 'a number');
    const { min, max } = options;
    if (min !== undefined && value < min) throw unfit(kind, full(name), value, `at least ${min}`);
    if (max !== undefined && value > max) throw unfit(kind, full(name), value, `at most ${max}`);
    return value;
  }

  const hp: HyperParameters = {
    Int: (name, options = {}) => number('Int', name, options),
    Float: (name, options = {}) => number('Float', name, options),
    Choice: <T extends Value>(name: string, allowed?: readonly T[], options: ChoiceOptions<T> = {}): T => {
      const definition = definitions && defineChoice(full(name), allowed, options);
      const value = ask('hp.Choice', name, definition) as T;
      if (allowed !== undefined && !allowed.includes(value))
        throw unfit('Choice', full(name), value, `one of ${allowed.map(show).join(', ')}`);
      return value;
    },
    Boolean: (name, options = {}) => {
      const value = ask('hp.Boolean', name, { type: 'bool', default: options.default ?? false });
      if (typeof value !== 'boolean') throw unfit('Boolean', full(name), value, 'true or false');
      return value;
    },
    Fixed: <T extends Value>(name: string, value: T): T =>
      (definitions === undefined
        ? (values[full(name)] ?? value)
        : ask('hp.Fixed', name, { type: 'constant', value })) as T,
    conditionalScope: (parent, allowed, body) => {
      const path = resolve(parent);
      if (path === undefined)
        throw new HyperParameterError(
          `hp.conditionalScope('${parent}'): there is no hyperparameter of this name yet; ask for it before`,
        );
      const tested = [allowed].flat() as readonly Value[];
      definitions?.test(path, tested);
      if (!tested.includes(known(path)!)) return undefined;
      around.when.push({ parent: path, values: tested });
      return whileIn(
        () => body(hp),
        () => around.when.pop(),
      );
    },
    nameScope: (name, body) => {
      around.names.push(name);
      return whileIn(
        () => body(hp),
        () => around.names.pop(),
      );
    },
    get: (path) => read(path),
    has: (path) => resolve(path) !== undefined,
    active: (path) => resolve(path) !== undefined,
    blocks: (name) => {
      const count = read(name);
      const blocks = config[name];
      if (!Array.isArray(blocks) || typeof count !== 'number')
        throw unfit('blocks', scope + name, count, 'a parameter with `type: repeat`');
      return blocks.map((block: Readonly<Record<string, unknown>>, index) => ({
        ...scoped(values, block, `${scope}${name}[${index}].`, around),
        index,
      }));
    },
    option: (name) => {
      const type = read(name);
      const option = config[name];
      if (typeof option !== 'object' || option === null || Array.isArray(option))
        throw unfit('option', scope + name, type, 'a choice with `options`');
      return {
        ...scoped(values, option as Readonly<Record<string, unknown>>, `${scope}${name}.${type}.`, around),
        type: String(type),
      };
    },
    config,
    values: inScope,
  };
  return hp;
}

/** Runs something in a scope, which an asynchronous function leaves when it is done. */
function whileIn<T>(body: () => T, leave: () => void): T {
  let result: T;
  try {
    result = body();
  } catch (error) {
    leave();
    throw error;
  }
  if (!(result instanceof Promise)) {
    leave();
    return result;
  }
  return result.finally(leave) as T;
}

/** Whether a parent that the path names makes it inactive: another option is chosen, or there are fewer blocks. */
function missesParent(path: string, values: Config): string | undefined {
  const block = /^(.*)\[(\d+)\]\.[^[\]]+$/.exec(path);
  if (block) {
    const [, repeat, index] = block;
    const count = values[repeat!];
    if (typeof count === 'number' && Number(index) >= count) return `${repeat} has ${count} blocks`;
  }
  const parts = path.split('.');
  for (let end = parts.length - 2; end > 0; end--) {
    const parent = parts.slice(0, end).join('.');
    const chosen = values[parent];
    if (chosen !== undefined && String(chosen) !== parts[end]) return `${parent} is ${chosen}`;
  }
  return undefined;
}

function missing(path: string, values: Config): HyperParameterError {
  const active = Object.keys(values);
  const parent = missesParent(path, values);
  if (parent !== undefined)
    return new HyperParameterError(
      `hyperparameter ${path} is inactive: ${parent}. Ask with hp.has('${path}') first, or use hp.option and hp.blocks`,
    );
  const near = active.length > 0 ? closest(path, active) : undefined;
  const hint = near !== undefined && distance(path, near) <= 3 ? ` Did you mean ${near}?` : '';
  return new HyperParameterError(
    `hyperparameter ${path} has no value: it is missing from \`params:\` of the spec, or its \`when\` does not hold ` +
      `in this config.${hint} Active here: ${active.join(', ') || 'none'}. (With \`trial.discover: true\` what the code asks for ` +
      'is searched beside `params`.)',
  );
}

function unfit(kind: string, path: string, value: Value, expected: string): HyperParameterError {
  return new UnfitValue(
    `hp.${kind}('${path}') must be ${expected}, but the spec's params gave ${show(value)}: bring code and spec together`,
  );
}

function show(value: Value): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
