import { closest, distance } from 'fastest-levenshtein';
import type { Config, Value } from '../space/parameter.ts';

/** A range as the code sees it. The spec's `params` decide what is searched; this is checked against it. */
export interface NumberOptions {
  /** Smallest and largest value that the code can take, inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** Distance of neighbouring values (their ratio under log sampling). */
  readonly step?: number;
  readonly sampling?: 'linear' | 'log' | 'reverse_log';
  /** Taken as in Keras Tuner's style of code; the `default` that counts is the spec's. */
  readonly default?: number;
}

/**
 * The hyperparameters of a trial, in the style of Keras Tuner. Names are those of the spec's `params`, which say what
 * is searched; asking for one that is not active in this config is an error that says why.
 */
export interface HyperParameters {
  /** A whole number. */
  Int(name: string, options?: NumberOptions): number;
  Float(name: string, options?: NumberOptions): number;
  /** One of `values`; without them, whatever the spec's choice gives. */
  Choice<const T extends Value>(
    name: string,
    values: readonly T[],
    options?: { readonly default?: NoInfer<T>; readonly ordered?: boolean },
  ): T;
  Choice(name: string): Value;
  Boolean(name: string, options?: { readonly default?: boolean }): boolean;
  /** A value that is not searched; the spec may overrule it. */
  Fixed<T extends Value>(name: string, value: T): T;
  /** The value at a path of the spec: `learning_rate`, `optimizer.sgd.momentum`, `layers[0].units`. */
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

/** The config given to a trial lacks a hyperparameter that its code asks for, or has one that the code cannot take. */
export class HyperParameterError extends Error {
  override readonly name = 'HyperParameterError';
}

/**
 * @param values active parameters, path → value
 * @param tree the same nested
 */
export function createHyperParameters(
  values: Config,
  tree: Readonly<Record<string, unknown>>,
): HyperParameters {
  return scoped(values, tree, '');
}

/** @param scope what goes before each name: empty, `optimizer.sgd.` or `layers[0].` */
function scoped(values: Config, config: Readonly<Record<string, unknown>>, scope: string): HyperParameters {
  const inScope = Object.freeze(
    Object.fromEntries(
      Object.entries(values).flatMap(([path, value]) =>
        path.startsWith(scope) ? [[path.slice(scope.length), value]] : [],
      ),
    ),
  );

  function read(name: string): Value {
    const value = values[scope + name];
    if (value === undefined) throw missing(scope + name, values);
    return value;
  }

  function number(kind: 'Int' | 'Float', name: string, options: NumberOptions): number {
    const value = read(name);
    const whole = kind === 'Int';
    if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
      throw unfit(kind, scope + name, value, whole ? 'a whole number' : 'a number');
    const { min, max } = options;
    if (min !== undefined && value < min) throw unfit(kind, scope + name, value, `at least ${min}`);
    if (max !== undefined && value > max) throw unfit(kind, scope + name, value, `at most ${max}`);
    return value;
  }

  return {
    Int: (name, options = {}) => number('Int', name, options),
    Float: (name, options = {}) => number('Float', name, options),
    Choice: <T extends Value>(name: string, allowed?: readonly T[]): T => {
      const value = read(name) as T;
      if (allowed !== undefined && !allowed.includes(value))
        throw unfit('Choice', scope + name, value, `one of ${allowed.map(show).join(', ')}`);
      return value;
    },
    Boolean: (name) => {
      const value = read(name);
      if (typeof value !== 'boolean') throw unfit('Boolean', scope + name, value, 'true or false');
      return value;
    },
    Fixed: <T extends Value>(name: string, value: T): T => (values[scope + name] ?? value) as T,
    get: (path) => read(path),
    has: (path) => values[scope + path] !== undefined,
    active: (path) => values[scope + path] !== undefined,
    blocks: (name) => {
      const count = read(name);
      const blocks = config[name];
      if (!Array.isArray(blocks) || typeof count !== 'number')
        throw unfit('blocks', scope + name, count, 'a parameter with `type: repeat`');
      return blocks.map((block: Readonly<Record<string, unknown>>, index) => ({
        ...scoped(values, block, `${scope}${name}[${index}].`),
        index,
      }));
    },
    option: (name) => {
      const type = read(name);
      const option = config[name];
      if (typeof option !== 'object' || option === null || Array.isArray(option))
        throw unfit('option', scope + name, type, 'a choice with `options`');
      return {
        ...scoped(values, option as Readonly<Record<string, unknown>>, `${scope}${name}.${type}.`),
        type: String(type),
      };
    },
    config,
    values: inScope,
  };
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
      `in this config.${hint} Active here: ${active.join(', ') || 'none'}`,
  );
}

function unfit(kind: string, path: string, value: Value, expected: string): HyperParameterError {
  return new HyperParameterError(
    `hp.${kind}('${path}') must be ${expected}, but the spec's params gave ${show(value)}: bring code and spec together`,
  );
}

function show(value: Value): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
