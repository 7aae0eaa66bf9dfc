import type { z } from 'zod';
import { explainKey } from './explain-key.ts';
import { at, isMapping, type Path } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** What is sound in a section, so that it can be looked at whatever is wrong with the rest. */
export interface SoundPart<T> {
  readonly data: T;
  /** Keys that are not sound, or only in part, and what they are meant to be. */
  readonly broken: ReadonlySet<string>;
}

/**
 * What a schema accepts of a section when what has problems is left out: the entry alone where nothing beside it depends on
 * it, else the whole key. Undefined when that is nothing.
 */
export function soundPart<T>(
  schema: z.ZodType<T>,
  section: string,
  document: unknown,
): SoundPart<T> | undefined {
  const value = at(document, [section]);
  const whole = schema.safeParse(value);
  if (whole.success) return { data: whole.data, broken: new Set() };
  if (!isMapping(value)) return undefined;
  const { issues } = whole.error;
  const broken = new Set(issues.flatMap((issue) => brokenKeys(issue, section, document)));
  const entries = issues.map((issue) => entriesOf(issue, section, value));
  const alone = entries.flatMap(
    (paths, i) => paths ?? brokenKeys(issues[i]!, section, document).map((key) => [key]),
  );
  for (const parts of [alone, [...broken].map((key) => [key])]) {
    const { data } = schema.safeParse(parts.reduce<unknown>(without, value));
    if (data !== undefined) return { data, broken };
  }
  return undefined;
}

function brokenKeys(issue: Issue, section: string, document: unknown): readonly string[] {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0
    ? issue.keys.flatMap((key) => [key, explainKey(key, [section], document).meant ?? key])
    : [String(issue.path[0] ?? '')];
}

/** The parts of a key that can be left out alone. Undefined: what is wrong concerns the rest of it. */
function entriesOf(issue: Issue, section: string, value: unknown): Path[] | undefined {
  const path = issue.path as Path;
  const [key, inside] = path;
  if (section === 'trial') return key === 'env' && path.length === 2 ? [path] : undefined;
  if (section !== 'params' || key === undefined) return undefined;
  if (inside === 'default') return [[key, inside]];
  if (inside === 'when') return [path.slice(0, 3)];
  if (issue.code !== 'unrecognized_keys' || inside !== undefined) return undefined;
  // It may stand for the values of a choice that has none.
  const { type, values, options } = (at(value, [key]) ?? {}) as Readonly<Record<string, unknown>>;
  const isChoice = type === 'choice' && values === undefined && options === undefined;
  return isChoice ? undefined : issue.keys.map((unknown) => [key, unknown]);
}

/** A value without what a path leads to in its mappings. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || !isMapping(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key]: without(inner, rest) };
}
