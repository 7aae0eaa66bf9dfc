import type { z } from 'zod';
import { type Finding, show } from '../finding.ts';
import { longestDuration } from '../quantities.ts';
import { type trialFile, trialKinds } from '../schema/trial.ts';

type Trial = z.output<typeof trialFile>;

/**
 * What a schema cannot say of a trial: what kind it is, and what belongs to which.
 *
 * @param broken further keys, whose values are not sound
 * @param driven another program trains, so it may be of no kind
 */
export function checkTrial(trial: Trial, broken: ReadonlySet<string>, driven = false): Finding[] {
  const isKnown = trialKinds.some((kind) => broken.has(kind));
  const isOfNone = trialKinds.every((kind) => trial[kind] === undefined);
  return [
    ...(isKnown || (driven && isOfNone) ? [] : checkKind(trial)),
    ...checkRun(trial),
    ...checkPatterns(trial),
    ...checkEnvironment(trial),
    ...checkTimes(trial),
  ];
}

/** Trials that run at once must not write their metrics into the same file. */
export function checkMetricFiles(
  { metrics }: Trial,
  { workers }: { readonly workers: number | 'auto' },
): Finding[] {
  if (workers === 1) return [];
  return (metrics ?? [])
    .filter(({ file }) => !/\{\w/.test(file.replaceAll('{{', '')))
    .slice(0, 1)
    .map(({ file }) => ({
      path: ['trial', 'metrics'],
      message: `trials that run at once would all write to ${file}`,
      expected:
        'a file of each trial, such as `runs/{trial}/metrics.json`, with the same placeholder in `run`',
      suggestion: 'if the program has one place only, set `workers: 1` in `budget`',
    }));
}

/** Keys that mean something for some kinds of trials only. */
const kindKeys: Readonly<Record<string, readonly (typeof trialKinds)[number][]>> = {
  backend: ['module'],
  discover: ['module', 'keras'],
  interpreter: ['keras', 'python'],
  warm: ['keras', 'python'],
  shell: ['run'],
  stdout: ['run'],
  metrics: ['run'],
};
const kindWords: Readonly<Record<(typeof trialKinds)[number], string>> = {
  module: 'modules (`module`)',
  keras: 'Keras (`keras`)',
  python: 'Python scripts (`python`)',
  run: 'commands (`run`)',
};

const kindPurposes: typeof kindWords = {
  module: 'TensorFlow.js',
  keras: 'Keras Tuner',
  python: 'a Python script',
  run: 'a command',
};

function checkKind(trial: Trial): Finding[] {
  const key = (name: keyof Trial) => ({ path: ['trial', name], atKey: true });
  const [kind, second] = trialKinds.filter((name) => trial[name] !== undefined);
  if (kind === undefined)
    return [
      {
        path: ['trial'],
        atKey: true,
        message: 'trial has neither `module` nor `keras`, `python` or `run`',
        expected:
          '`module: ./model.ts` (TensorFlow.js), `keras: model.py` (Keras Tuner), or `run: [python, train.py]` (any program)',
        ...(trial.resume === undefined
          ? {}
          : {
              suggestion: 'where your own program drives the search (`tunegate ask`), `resume` is enough',
            }),
      },
    ];
  if (second !== undefined)
    return [
      {
        ...key(second),
        message: `trial has both \`${kind}\` and \`${second}\``,
        expected: 'one of the two',
        suggestion: `keep \`${kind}\` for ${kindPurposes[kind]}, or \`${second}\` for ${kindPurposes[second]}`,
      },
    ];
  const findings: Finding[] = Object.entries(kindKeys)
    .filter(([name, kinds]) => Object.hasOwn(trial, name) && !kinds.includes(kind))
    .map(([name, kinds]) => ({
      ...key(name as keyof Trial),
      message: `\`${name}\` is for ${kinds.map((of) => kindWords[of]).join(' and ')} only`,
      suggestion: 'remove it',
    }));
  const { module } = trial;
  if (module !== undefined && !/\.[cm]?[jt]s$/.test(module))
    findings.push({
      path: ['trial', 'module'],
      message: 'trial.module is not a module of JavaScript or TypeScript',
      expected: 'a file that ends in .ts, .mts, .js, .mjs or .cjs',
      found: show(module),
      ...(module.endsWith('.py')
        ? {
            suggestion: `for Python write \`run: [python, ${module}]\`, for Keras Tuner \`keras: ${module}\``,
          }
        : {}),
    });
  for (const name of ['keras', 'python'] as const) {
    const script = trial[name];
    if (script !== undefined && !script.endsWith('.py'))
      findings.push({
        path: ['trial', name],
        message: `trial.${name} is not a Python script`,
        expected: 'a file that ends in .py',
        found: show(script),
        ...(/\s/.test(script)
          ? { suggestion: 'for a command with arguments write `run: [python, train.py, …]`' }
          : {}),
      });
  }
  return findings;
}

function checkRun({ run, shell }: Trial): Finding[] {
  const path = ['trial', 'run'];
  if (typeof run === 'string' && !shell)
    return [
      {
        path,
        message: 'trial.run is one text, but there is no shell to take it apart',
        expected: `a list: [${run.trim().split(/\s+/).map(asItem).join(', ')}]`,
        suggestion: 'or set `shell: true`',
      },
    ];
  if (Array.isArray(run) && shell)
    return [
      {
        path,
        message: 'trial.run is a list, but `shell: true` takes one command line',
        expected: 'one text',
        suggestion: 'remove `shell: true`, or write the command as one text',
      },
    ];
  if (Array.isArray(run) && run[0]?.trim() === '')
    return [{ path: [...path, 0], message: 'the program to run has no name', expected: 'such as python' }];
  if (Array.isArray(run) && run.length === 1 && /\s/.test(run[0]!.trim()))
    return [
      {
        path: [...path, 0],
        message: 'there is no program of this name; its arguments are items of their own',
        expected: `[${run[0]!.trim().split(/\s+/).map(asItem).join(', ')}]`,
      },
    ];
  return [];
}

function asItem(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : JSON.stringify(word);
}

function checkPatterns({ stdout }: Trial): Finding[] {
  const patterns = stdout === undefined ? [] : [stdout].flat();
  return patterns.flatMap((pattern, i): Finding[] => {
    const path = typeof stdout === 'string' ? ['trial', 'stdout'] : ['trial', 'stdout', i];
    const expected = 'a named group for each metric, such as loss=(?<loss>[0-9.]+)';
    try {
      new RegExp(pattern);
    } catch (error) {
      // `Invalid regular expression: /(/: Unterminated group`
      const reason = (error as Error).message.split(': ').at(-1);
      return [
        {
          path,
          message: `this pattern is not a regular expression: ${reason}`,
          expected,
          ...(pattern.includes('(?P<')
            ? { suggestion: 'in JavaScript a named group is (?<name>…), without the P' }
            : {}),
        },
      ];
    }
    const groups = [...pattern.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g)].map(([, group]) => group);
    return groups.some((group) => group !== 'step')
      ? []
      : [{ path, message: 'this pattern names no metric', expected, found: show(pattern) }];
  });
}

function checkEnvironment({ env = {}, 'pass-env': passed = [] }: Trial): Finding[] {
  const isName = (name: string) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  const expected = 'letters, digits and _, not beginning with a digit';
  const extra = Object.keys(env).map((name): Finding | undefined => {
    const path = ['trial', 'env', name];
    if (!isName(name))
      return {
        path,
        atKey: true,
        message: `${JSON.stringify(name)} is not the name of a variable`,
        expected,
      };
    if (name.startsWith('TUNEGATE_'))
      return {
        path,
        atKey: true,
        message: `${name} is one of the variables that Tunegate sets itself`,
        expected: 'another name',
      };
    return undefined;
  });
  const passedOn = passed.map((name, i): Finding | undefined =>
    isName(name)
      ? undefined
      : { path: ['trial', 'pass-env', i], message: `${show(name)} is not the name of a variable`, expected },
  );
  return [...extra, ...passedOn].filter((finding) => finding !== undefined);
}

function checkTimes({ timeout, idle, memory, grace }: Trial): Finding[] {
  const findings: Finding[] = [];
  if (timeout !== undefined && timeout < 1)
    findings.push({
      path: ['trial', 'timeout'],
      message: 'trial.timeout leaves a trial no time',
      expected: 'such as 10m',
      suggestion: 'remove it for no limit',
    });
  if (idle !== undefined && idle < 100)
    findings.push({
      path: ['trial', 'idle'],
      message: 'trial.idle leaves a trial no time to report',
      expected: 'such as 5m',
      suggestion: 'remove it for no limit',
    });
  if (timeout !== undefined && idle !== undefined && idle >= timeout)
    findings.push({
      path: ['trial', 'idle'],
      message: 'trial.idle is not shorter than trial.timeout, so it would never come to it',
      expected: 'less than the timeout',
    });
  if (memory !== undefined && memory < 2 ** 20)
    findings.push({
      path: ['trial', 'memory'],
      message: 'trial.memory is less than any program takes',
      expected: 'such as 4GiB',
    });
  for (const [key, value] of [
    ['timeout', timeout],
    ['idle', idle],
    ['grace', grace],
  ] as const)
    if (value !== undefined && value > longestDuration)
      findings.push({ path: ['trial', key], message: `trial.${key} is too long`, expected: 'at most 24d' });
  return findings;
}

/** Whether the parameters are found in the code of a trial, at least in part. */
export function findsParameters({ keras, module, discover }: Trial, none: boolean): boolean {
  if (module !== undefined) return discover ?? none;
  return keras !== undefined && discover !== false;
}
