import type { Config, Scale, Value } from '../space/parameter.ts';
import type { Declared, DeclaredDefinition } from '../trial/declared.ts';

/** A range as the code sees it. What is searched comes from here where the code is asked for it, else from the spec. */
export interface NumberOptions {
  /** Smallest and largest value, inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** Distance of neighbouring values (their ratio under log sampling). The largest value is the last on this grid. */
  readonly step?: number;
  /** How the range is walked: evenly, evenly in the logarithm, or with the most values near `max`. Default linear. */
  readonly sampling?: 'linear' | 'log' | 'reverse_log';
  /** What ships today, where the spec does not say. Default `min`. */
  readonly default?: number;
}

export interface ChoiceOptions<T extends Value> {
  /** What ships today, where the spec does not say. Default the first of the values. */
  readonly default?: T;
  /** Whether the order of the values means something. Default: when all are numbers. */
  readonly ordered?: boolean;
}

/** The config given to a trial lacks a hyperparameter that its code asks for, or has one that the code cannot take. */
export class HyperParameterError extends Error {
  override readonly name = 'HyperParameterError';
}

type Conditions = Declared['when'];

/** What code that says itself what is searched asks for, in one run of it. */
export class Definitions {
  readonly #given: Config;
  readonly #place: (() => string | undefined) | undefined;
  readonly #declared: Declared[] = [];
  readonly #answers = new Map<string, Value>();
  readonly #tests = new Map<string, Set<Value>>();

  /**
   * @param given path → value; what is not here has the default of the code
   * @param place of the user's code that asks: for discovery. Without it a trial runs, which should have found all in its
   *   config
   */
  constructor(given: Config, place?: () => string | undefined) {
    this.#given = given;
    this.#place = place;
  }

  /** The value of a parameter, where it was asked for or is in the config. */
  known(path: string): Value | undefined {
    return this.#answers.get(path) ?? this.#given[path];
  }

  /**
   * The value of a parameter that is asked for now.
   *
   * @param definition what the call says of it; undefined when it leaves that to the spec
   */
  answer(path: string, definition: DeclaredDefinition | undefined, when: Conditions): Value | undefined {
    const value = this.known(path) ?? (definition && defaultOf(definition));
    if (value === undefined) return undefined;
    if (this.#place) {
      const place = this.#place();
      this.#declared.push({
        name: path,
        definition: definition ?? { type: 'constant', value },
        when,
        value,
        ...(place === undefined ? {} : { place }),
        ...(definition === undefined ? { read: true } : {}),
      });
    } else if (definition?.type !== 'constant' && this.known(path) === undefined)
      console.warn(
        `hp: ${path} is not searched, since no run of this code before the search came to where it is asked for in a config like this. It has its default, ${value}.`,
      );
    this.#answers.set(path, value);
    return value;
  }

  /** The value of a parameter that the spec, or the code before, says all of. */
  read(path: string, when: Conditions): Value | undefined {
    return this.#answers.get(path) ?? this.answer(path, undefined, when);
  }

  /** A scope that depends on these values of a parameter. */
  test(path: string, values: readonly Value[]): void {
    const tests = this.#tests.get(path) ?? new Set();
    for (const value of values) tests.add(value);
    this.#tests.set(path, tests);
  }

  /** All that was asked for, in order. */
  declarations(): readonly Declared[] {
    const seen = new Set<string>();
    return this.#declared.flatMap((declared) => {
      const key = JSON.stringify([declared.name, declared.definition, declared.when]);
      if (seen.has(key)) return [];
      seen.add(key);
      const tests = this.#tests.get(declared.name);
      return [tests === undefined ? declared : { ...declared, tests: [...tests] }];
    });
  }
}

function defaultOf(definition: DeclaredDefinition): Value {
  return definition.type === 'constant' ? definition.value : definition.default!;
}

const scales: Readonly<Record<string, Scale>> = { linear: 'linear', log: 'log', reverse_log: 'reverse-log' };

/**
 * The parameter that `hp.Int` or `hp.Float` describes; undefined where it says no range.
 *
 * @throws {HyperParameterError} when that is none
 */
export function defineNumber(
  kind: 'Int' | 'Float',
  name: string,
  { min, max, step, sampling = 'linear', default: first }: NumberOptions,
): DeclaredDefinition | undefined {
  if (min === undefined && max === undefined) return undefined;
  const call = `hp.${kind}('${name}')`;
  if (min === undefined || max === undefined)
    throw new HyperParameterError(`${call} has ${min === undefined ? 'no min' : 'no max'}: give both`);
  for (const [what, number] of Object.entries({ min, max, step, default: first })) {
    if (number === undefined) continue;
    if (typeof number !== 'number' || !Number.isFinite(number))
      throw new HyperParameterError(`${call}: ${what} must be a number, not ${String(number)}`);
    if (kind === 'Int' && !Number.isInteger(number))
      throw new HyperParameterError(
        `${call}: ${what} must be a whole number, not ${number}; or ask for hp.Float`,
      );
  }
  const scale = scales[sampling];
  if (scale === undefined)
    throw new HyperParameterError(`${call}: sampling must be linear, log or reverse_log, not ${sampling}`);
  if (max < min) throw new HyperParameterError(`${call}: max, ${max}, is less than min, ${min}`);
  if (scale !== 'linear' && min <= 0)
    throw new HyperParameterError(`${call}: sampling ${sampling} needs a min above 0, not ${min}`);
  const least = scale === 'linear' ? 0 : 1;
  if (step !== undefined && step <= least)
    throw new HyperParameterError(
      `${call}: with ${sampling} sampling step must be above ${least}, not ${step}`,
    );
  if (first !== undefined && (first < min || first > max))
    throw new HyperParameterError(`${call}: the default, ${first}, is not between ${min} and ${max}`);
  return {
    type: kind === 'Int' ? 'int' : 'float',
    min,
    max,
    ...(scale === 'linear' ? {} : { scale }),
    ...(step === undefined || (kind === 'Int' && step === 1) ? {} : { step }),
    default: first ?? min,
  };
}

/**
 * The parameter that `hp.Choice` describes; undefined where it names no values.
 *
 * @throws {HyperParameterError} when that is none
 */
export function defineChoice(
  name: string,
  values: readonly Value[] | undefined,
  { default: first, ordered }: ChoiceOptions<Value>,
): DeclaredDefinition | undefined {
  if (values === undefined) return undefined;
  const call = `hp.Choice('${name}')`;
  if (!Array.isArray(values) || values.length === 0)
    throw new HyperParameterError(`${call} has no values to choose from`);
  const wrong = values.find((value) => !['string', 'number', 'boolean'].includes(typeof value));
  if (wrong !== undefined || values.includes(undefined as never))
    throw new HyperParameterError(`${call}: values are strings, numbers or booleans, not ${String(wrong)}`);
  if (new Set(values).size < values.length) throw new HyperParameterError(`${call} has a value twice`);
  if (first !== undefined && !values.includes(first))
    throw new HyperParameterError(`${call}: the default, ${String(first)}, is none of ${values.join(', ')}`);
  return {
    type: 'choice',
    values,
    ...((ordered ?? values.every((value) => typeof value === 'number')) ? { ordered: true } : {}),
    default: first ?? values[0]!,
  };
}
