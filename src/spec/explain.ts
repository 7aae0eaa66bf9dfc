import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { type Finding, show } from './finding.ts';
import {
  budgetSchema,
  gateSchema,
  metricSchema,
  parameterSchemas,
  searchSchema,
  specSchema,
  trialSchema,
} from './schema.ts';

/** Zod's issues in words for people who have never seen the schema. */

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

const parameterTypes = Object.keys(parameterSchemas);

/** What other tools call things, and what they are called here. */
const otherWords: Readonly<Record<string, string>> = {
  uniform: '`type: float`',
  loguniform: '`type: float` with `scale: log`',
  log_uniform: '`type: float` with `scale: log`',
  log: '`scale: log`',
  sampling: '`scale: linear`, `log` or `reverse-log`',
  quniform: '`type: float` with `step`',
  randint: '`type: int`',
  integer: '`type: int`',
  number: '`type: float` or `type: int`',
  double: '`type: float`',
  real: '`type: float`',
  categorical: '`type: choice` with `values`',
  enum: '`type: choice` with `values`',
  boolean: '`type: bool`',
  fixed: '`type: constant` with `value`',
  const: '`type: constant` with `value`',
  choices: '`values`',
  low: '`min`',
  high: '`max`',
  lower: '`min`',
  upper: '`max`',
  min_value: '`min`',
  max_value: '`max`',
  mode: '`goal: minimize` or `goal: maximize`',
  direction: '`goal: minimize` or `goal: maximize`',
  objective: '`metric`',
  parameters: '`params`',
  hyperparameters: '`params`',
  space: '`params`',
  command: '`run`',
  script: '`run`',
  max_trials: '`trials`',
  n_trials: '`trials`',
  algorithm: '`strategy`',
  sampler: '`strategy`',
  threshold: '`max-drop`',
  maximise: '`maximize`',
  minimise: '`minimize`',
  max: '`maximize`',
  min: '`minimize`',
};

export function explainIssue(issue: Issue, document: unknown): readonly Finding[] {
  const path = issue.path as Path;
  const found = at(document, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey([...path, key], document));
  if (found === undefined && path.length > 0) return [missing(path, document)];
  if (issue.code === 'invalid_union' && found !== null && typeof found === 'object') {
    // Of the alternatives, the one that takes such a value: what it says is meant.
    const branch = issue.errors.find(
      (issues) =>
        issues.some((inner) => inner.path.length > 0 || inner.code !== 'invalid_type') &&
        issues.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
    );
    if (branch)
      return branch.flatMap((inner) =>
        explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, document),
      );
  }
  return [{ path, ...wrongValue(issue, path, found) }];
}

function unknownKey(path: Path, document: unknown): Finding {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const known = knownKeys(parent, document);
  const where = parent.length === 0 ? 'at the top of the spec' : `in ${name(parent)}`;
  return {
    path,
    atKey: true,
    message: `unknown key ${JSON.stringify(key)} ${where}`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no key',
    ...suggest(key, known),
  };
}

function missing(path: Path, document: unknown): Finding {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const where = parent.length === 0 ? 'the spec has' : `${name(parent)} has`;
  if (key === 'type' && isParameter(parent))
    return { path: parent, atKey: true, ...noType(at(document, parent), parent) };
  return {
    path: parent,
    atKey: true,
    message: `${where} no ${JSON.stringify(key)}`,
    expected: describeKey(key, parent),
  };
}

function noType(definition: unknown, path: Path): Omit<Finding, 'path'> {
  const message = `parameter ${name(path)} has no type`;
  const expected = `\`type:\` and one of ${parameterTypes.join(', ')}`;
  const keys = definition !== null && typeof definition === 'object' ? Object.keys(definition) : [];
  if (keys.includes('values'))
    return { message, expected, suggestion: 'a parameter with `values` is `type: choice`' };
  if (keys.includes('options'))
    return { message, expected, suggestion: 'a parameter with `options` is `type: choice`' };
  if (keys.includes('of'))
    return { message, expected, suggestion: 'a parameter with `of` is `type: repeat`' };
  if (keys.includes('min'))
    return { message, expected, suggestion: 'a range of numbers is `type: float` or `type: int`' };
  return { message, expected };
}

function wrongValue(issue: Issue, path: Path, found: unknown): Omit<Finding, 'path'> {
  const subject = name(path);
  const key = String(path.at(-1) ?? '');
  const shown = show(found);
  if (path.length === 0)
    return {
      message: 'the spec is not a mapping',
      expected: 'keys such as `name:`, `trial:`, `metric:`, `params:`',
      found: shown,
    };
  if (key === 'type' && isParameter(path.slice(0, -1)))
    return {
      message: `${name(path.slice(0, -1))} has a type that does not exist`,
      expected: `one of ${parameterTypes.join(', ')}`,
      found: shown,
      ...suggest(String(found), parameterTypes),
    };
  if (isParameter(path)) return notAParameter(subject, found);
  if (issue.code === 'custom' && issue.message === 'duration')
    return {
      message: `${subject} is not a duration`,
      expected: 'a number with a unit, such as 15m, 90s or 1h30m, or a number of seconds',
      found: shown,
    };
  if (issue.code === 'custom' && issue.message === 'size')
    return {
      message: `${subject} is not a size`,
      expected: 'at least 1KiB, such as 1MiB or 512KiB',
      found: shown,
    };
  if (path.includes('when'))
    return {
      message: `the condition on ${key} is not a test`,
      expected: 'a value, a list of values, or a range such as { min: 2 }',
      found: shown,
    };
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      return {
        message: `${subject} cannot be ${shown}`,
        expected: values.length === 1 ? values[0]! : `one of ${values.join(', ')}`,
        found: shown,
        ...suggest(String(found), values),
      };
    }
    case 'too_small':
    case 'too_big': {
      const [word, bound] =
        issue.code === 'too_small'
          ? [issue.inclusive ? 'at least' : 'more than', issue.minimum]
          : [issue.inclusive ? 'at most' : 'less than', issue.maximum];
      const things = { string: ' character(s)', array: ' item(s)' }[issue.origin as string] ?? '';
      return {
        message: `${subject} is out of range`,
        expected: `${word} ${bound}${things}`,
        found: things ? `${shown}` : shown,
      };
    }
    case 'invalid_type':
      return wrongType(subject, issue.expected, found);
    case 'invalid_union':
      return wrongUnion(subject, key, found);
    default:
      return { message: `${subject} is not what it should be: ${issue.message}`, found: shown };
  }
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  record: 'a mapping of names to definitions',
  array: 'a list',
};

function wrongType(subject: string, wanted: string, found: unknown): Omit<Finding, 'path'> {
  const expected = typeWords[wanted] ?? wanted;
  const finding = { message: `${subject} is not ${expected}`, expected, found: show(found) };
  if (
    (wanted === 'number' || wanted === 'int') &&
    typeof found === 'string' &&
    found.trim() !== '' &&
    Number.isFinite(Number(found))
  )
    return { ...finding, suggestion: `write it without quotes: ${found.trim()}` };
  if (wanted === 'int' && typeof found === 'number')
    return { ...finding, suggestion: 'for fractions use `type: float`' };
  if (wanted === 'boolean' && typeof found === 'string' && /^(yes|no|on|off)$/i.test(found))
    return {
      ...finding,
      suggestion: `in YAML 1.2 that is text; write ${/^(yes|on)$/i.test(found) ? 'true' : 'false'}`,
    };
  if (wanted === 'string' && typeof found === 'number')
    return { ...finding, suggestion: `put it in quotes: "${found}"` };
  return finding;
}

function wrongUnion(subject: string, key: string, found: unknown): Omit<Finding, 'path'> {
  const expected =
    {
      run: 'a list of program and arguments, such as [python, train.py]',
      workers: 'auto or a whole number from 1 to 256',
      gate: 'false, or a mapping with keys such as `max-drop:`',
      stdout: 'a regular expression, or a list of them',
      default: 'a value',
      time: 'a duration such as 15m',
    }[key] ?? 'text, a number, true or false';
  return { message: `${subject} is not what it should be`, expected, found: show(found) };
}

function notAParameter(subject: string, found: unknown): Omit<Finding, 'path'> {
  const finding = {
    message: `${subject} is not a parameter definition`,
    expected: 'a mapping with `type:`',
    found: show(found),
  };
  if (Array.isArray(found))
    return { ...finding, suggestion: 'for a choice among these write { type: choice, values: […] }' };
  if (found !== null && found !== undefined && typeof found !== 'object')
    return {
      ...finding,
      suggestion: `for a fixed value write { type: constant, value: ${String(found).slice(0, 40)} }`,
    };
  return finding;
}

/** Did you mean … ? By the words of other tools, else by spelling. */
export function suggest(word: string, known: readonly string[]): { readonly suggestion?: string } {
  const near = known.length > 0 ? closest(word.toLowerCase(), [...known]) : '';
  const tolerable =
    near !== '' &&
    distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(1, Math.floor(near.length / 2));
  if (tolerable) return { suggestion: `did you mean ${JSON.stringify(near)}?` };
  const normal = word.toLowerCase().replaceAll('-', '_');
  const other = Object.hasOwn(otherWords, normal) ? otherWords[normal] : undefined;
  return other ? { suggestion: `here this is written ${other}` } : {};
}

/** A path as people say it: `params.layers.of.units`, or `the spec`. */
export function name(path: Path): string {
  return path.length === 0
    ? 'the spec'
    : path.reduce<string>(
        (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
        '',
      );
}

/** Whether a path leads to the definition of a parameter: params.X, ….options.O.X, ….of.X */
function isParameter(path: Path): boolean {
  if (path[0] !== 'params' || path.length < 2) return false;
  let at = 2;
  while (at < path.length) {
    if (path[at] === 'of' && at + 1 < path.length) at += 2;
    else if (path[at] === 'options' && at + 2 < path.length) at += 3;
    else return false;
  }
  return at === path.length;
}

const sections: Readonly<Record<string, { readonly shape: object }>> = {
  trial: trialSchema,
  metric: metricSchema,
  search: searchSchema,
  budget: budgetSchema,
  gate: gateSchema,
};

function knownKeys(path: Path, document: unknown): readonly string[] {
  if (path.length === 0) return Object.keys(specSchema.shape);
  if (isParameter(path)) {
    const type = (at(document, path) as { type?: unknown } | undefined)?.type;
    const schema = parameterSchemas[type as keyof typeof parameterSchemas];
    return schema ? Object.keys(schema.shape) : [];
  }
  return path.length === 1 ? Object.keys(sections[String(path[0])]?.shape ?? {}) : ['min', 'max'];
}

function describeKey(key: string, parent: Path): string {
  const shape = parent.length === 0 ? specSchema.shape : (sections[String(parent[0])]?.shape ?? {});
  const words = (shape as Record<string, { readonly description?: string }>)[key]?.description;
  return words && !isParameter(parent) ? `\`${key}:\` ${words}` : `\`${key}:\``;
}

export function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  );
}
