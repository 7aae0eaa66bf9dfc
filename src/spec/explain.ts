import type { z } from 'zod';
import { closestWord } from './closest.ts';
import { explainKey } from './explain-key.ts';
import { explainValue } from './explain-value.ts';
import { at, type Finding, isMapping, list, name, type Path, show, withValue } from './finding.ts';
import { parameterSchemas } from './schema/params.ts';
import { isParameter, isType, parameterTypes, sectionAt, shapeAt } from './sections.ts';
import { foreignType } from './words.ts';

/** Zod's issues in words for people who have never seen the schema. */

type Issue = z.core.$ZodIssue;

/** A finding, and the required key that it is about: one that is missing, or one that a wrong key stands for. */
interface Explained {
  readonly finding: Finding;
  readonly missing?: Path;
  readonly meant?: Path;
}

export function explainIssues(issues: readonly Issue[], document: unknown): Finding[] {
  const explained = issues.flatMap((issue) => explain(issue, document));
  // `trail:` instead of `trial:` is one mistake, not an unknown key and a missing one.
  const meant = new Set(explained.map(({ meant }) => meant && JSON.stringify(meant)));
  return explained
    .filter(({ missing }) => missing === undefined || !meant.has(JSON.stringify(missing)))
    .map(({ finding }) => finding);
}

function explain(issue: Issue, document: unknown): Explained[] {
  const path = issue.path as Path;
  const found = at(document, path);
  const parent = path.slice(0, -1);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const { meant, ...words } = explainKey(key, path, document);
      const finding = { path: [...path, key], atKey: true, ...words };
      return meant === undefined ? { finding } : { finding, meant: [...path, meant] };
    });
  if (path.at(-1) === 'type' && isParameter(parent) && !isType(found))
    return explainType(found, parent, document);
  if (found === undefined && path.length > 0) return [missing(path, document)];
  if (issue.code === 'invalid_union' && found !== null && typeof found === 'object') {
    const inner = meantBranch(issue.errors);
    if (inner) return inner.flatMap((issue) => explain(under(path, issue), document));
  }
  return [{ finding: { path, ...explainValue(issue, found) } }];
}

/** Of the alternatives of a union the one that takes such a value: all it complains of lies deeper. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find(
    (issues) =>
      issues.length > 0 &&
      issues.every(
        ({ path, code }) => path.length > 0 || code === 'unrecognized_keys' || code === 'too_small',
      ),
  );
}

const keysOfTypes: readonly (readonly [key: string, type: string])[] = [
  ['values', 'choice'],
  ['choices', 'choice'],
  ['options', 'choice'],
  ['of', 'repeat'],
  ['value', 'constant'],
  ['scale', 'float'],
  ['min', 'float'],
  ['low', 'float'],
];

/** A type that is missing or does not exist; with a good guess of it, what else is wrong with the parameter. */
function explainType(found: unknown, path: Path, document: unknown): Explained[] {
  const definition = at(document, path);
  const keys = isMapping(definition) ? Object.keys(definition) : [];
  const misspelt = found === undefined ? keys.find((key) => closestWord(key, ['type'])) : undefined;
  if (misspelt !== undefined) return explainMisspeltType(misspelt, path, document);
  const foreign = typeof found === 'string' ? foreignType(found) : undefined;
  const near = typeof found === 'string' ? closestWord(found, parameterTypes) : undefined;
  const implied = keysOfTypes.find(([key]) => keys.includes(key));
  const guess = foreign?.type ?? near ?? implied?.[1];
  const expected = `one of ${list(parameterTypes)}`;
  const finding: Finding =
    found === undefined
      ? {
          path,
          atKey: true,
          message: `${name(path)} has no \`type\``,
          expected: `\`type:\` and ${expected}`,
          ...(implied ? { suggestion: hintOfKey(implied) } : {}),
        }
      : {
          path: [...path, 'type'],
          message: `${name(path)} has a type that does not exist`,
          expected,
          found: show(found),
          ...(foreign
            ? {
                suggestion: `here this is written \`type: ${foreign.type}\`${foreign.more ? ` with ${foreign.more}` : ''}`,
              }
            : near
              ? { suggestion: `did you mean ${JSON.stringify(near)}?` }
              : implied
                ? { suggestion: hintOfKey(implied) }
                : {}),
        };
  if (!isType(guess)) return [{ finding }];
  const guessed = withValue(document, [...path, 'type'], guess);
  const issues = parameterSchemas[guess].safeParse(at(guessed, path)).error?.issues ?? [];
  return [{ finding }, ...issues.flatMap((issue) => explain(under(path, issue), guessed))];
}

/** `typ:` instead of `type:` is one mistake; the rest is looked at as if it were right. */
function explainMisspeltType(key: string, path: Path, document: unknown): Explained[] {
  const { [key]: type, ...rest } = at(document, path) as Readonly<Record<string, unknown>>;
  const finding: Finding = {
    path: [...path, key],
    atKey: true,
    message: `unknown key ${JSON.stringify(key)} in ${name(path)}`,
    expected: `\`type:\` and one of ${list(parameterTypes)}`,
    suggestion: 'did you mean "type"?',
  };
  if (!isType(type)) return [{ finding }];
  const issues = parameterSchemas[type].safeParse({ ...rest, type }).error?.issues ?? [];
  const meant = withValue(document, path, { ...rest, type });
  return [{ finding }, ...issues.flatMap((issue) => explain(under(path, issue), meant))];
}

/** An issue of what a path leads to, as one of the whole. */
function under(path: Path, issue: Issue): Issue {
  return { ...issue, path: [...path, ...issue.path] } as Issue;
}

function hintOfKey([key, type]: readonly [key: string, type: string]): string {
  return type === 'float'
    ? 'a range of numbers is `type: float` or `type: int`'
    : `a parameter with \`${key}\` is \`type: ${type}\``;
}

const examples: Readonly<Record<string, string>> = {
  name: '`name:` and a name for the study',
  trial:
    '`trial: { module: ./model.ts }` (TensorFlow.js), `trial: { keras: model.py }` (Keras Tuner), or `trial: { run: [python, train.py] }` (any program)',
  metric: '`metric: { name: val_accuracy, goal: maximize }`, or `goal: minimize`',
  params:
    '`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`',
  goal: '`goal: minimize` or `goal: maximize` (never guessed from the name of the metric)',
};

function missing(path: Path, document: unknown): Explained {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const words = shapeAt(parent, document)[key]?.description;
  const example =
    sectionAt(parent) === 'parameter' || (key === 'name' && parent.length > 0) ? undefined : examples[key];
  return {
    missing: path,
    finding: {
      path: parent,
      atKey: true,
      message: `${name(parent)} has no \`${key}\``,
      expected: example ?? (words ? `\`${key}:\` ${words}` : `\`${key}:\``),
      ...(key === 'trial' && parent.length === 0
        ? { suggestion: 'where your own program drives the search (`tunegate ask`), none is needed' }
        : {}),
    },
  };
}
