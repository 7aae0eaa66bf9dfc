import type { Config } from '../space/parameter.ts';
import { closestWord } from '../spec/closest.ts';
import type { Finding, Path } from '../spec/finding.ts';
import type { CommandTrial } from '../spec/spec.ts';
import { parameterVariable } from './environment.ts';

/**
 * `{placeholders}` in the arguments of a command. `{{` and `}}` stand for braces.
 *
 * An argument with the placeholder of a parameter that is inactive is left out, together with the option name before it:
 * of `[--momentum, "{optimizer.sgd.momentum}"]` nothing remains under adam.
 */

/** What every trial has beside its parameters. `{args}` stands alone and becomes `--name=value` for each parameter. */
export const builtIns = ['seed', 'resource', 'trial', 'config', 'metrics', 'checkpoints'] as const;
export type BuiltIns = Readonly<Partial<Record<(typeof builtIns)[number], string>>>;

const pattern = /\{\{|\}\}|\{([^{}]*)\}/g;

/** Checks a command's placeholders before anything runs. `paths` are those of all parameters of the space. */
export function checkPlaceholders(
  { run, shell, metrics = [] }: CommandTrial,
  paths: readonly string[],
): Finding[] {
  const files = metrics.flatMap(({ file }, i) => checkText(file, ['trial', 'metrics', i, 'file'], paths));
  if (typeof run === 'string') return [...(shell ? checkShellLine(run, paths) : []), ...files];
  const inRun = run.flatMap((argument, i) => {
    const path = ['trial', 'run', i];
    if (argument !== '{args}') return checkText(argument, path, paths);
    const message = 'trial.run begins with the program to start, so {args} cannot stand first';
    return i === 0 ? [{ path, message, expected: 'a program, such as python' }] : [];
  });
  return [...inRun, ...files];
}

function checkText(text: string, path: Path, paths: readonly string[]): Finding[] {
  const lone = /[{}]/.exec(text.replace(pattern, ''))?.[0];
  if (lone !== undefined)
    return [
      {
        path,
        message: `there is a ${lone} that belongs to no placeholder`,
        found: JSON.stringify(text),
        suggestion: `a brace itself is written ${lone}${lone}`,
      },
    ];
  return [...names(text)].flatMap((name): Finding[] => {
    if (name === 'args')
      return [
        {
          path,
          message: '{args} stands for several arguments, so it must be one of its own',
          found: JSON.stringify(text),
        },
      ];
    if (paths.includes(name) || isBuiltIn(name)) return [];
    const near = closestPlaceholder(name, paths);
    return [
      {
        path,
        message: `the placeholder {${name}} is no parameter`,
        expected: `one of ${listKnown(paths)}`,
        suggestion: near === undefined ? 'a brace itself is written {{ or }}' : `did you mean {${near}}?`,
      },
    ];
  });
}

/** A shell would take values apart: there they are variables, not placeholders. */
function checkShellLine(line: string, paths: readonly string[]): Finding[] {
  return [...line.matchAll(pattern)].flatMap((match): Finding[] => {
    const name = match[1];
    const path = ['trial', 'run'];
    // ${name} is a variable of the shell's own.
    if (name === undefined || line[match.index - 1] === '$') return [];
    if (name === 'args')
      return [
        {
          path,
          message: 'trial.run is a line for the shell, where {args} means nothing',
          suggestion: 'read the file "$TUNEGATE_CONFIG", or write trial.run as a list without `shell`',
        },
      ];
    return paths.includes(name) || isBuiltIn(name)
      ? [
          {
            path,
            message: `trial.run is a line for the shell, where {${name}} would have to be quoted`,
            suggestion: `use "$${shellVariable(name, paths)}" instead`,
          },
        ]
      : [];
  });
}

function shellVariable(name: string, paths: readonly string[]): string {
  if (paths.includes(name)) return parameterVariable(name);
  return name === 'checkpoints' ? 'TUNEGATE_CHECKPOINT_DIR' : `TUNEGATE_${name.toUpperCase()}`;
}

function isBuiltIn(name: string): boolean {
  return (builtIns as readonly string[]).includes(name);
}

/** A conditional parameter is easily called by its last name alone. */
function closestPlaceholder(name: string, paths: readonly string[]): string | undefined {
  return (
    paths.find((path) => path.endsWith(`.${name}`)) ?? closestWord(name, [...paths, ...builtIns, 'args'])
  );
}

function listKnown(paths: readonly string[]): string {
  const shown = paths.slice(0, 12).map((path) => `{${path}}`);
  const more = paths.length > shown.length ? [`${paths.length - shown.length} more parameters`] : [];
  return [...shown, ...more, ...[...builtIns, 'args'].map((name) => `{${name}}`)].join(', ');
}

function* names(argument: string): Generator<string> {
  for (const match of argument.matchAll(pattern)) if (match[1] !== undefined) yield match[1];
}

/** The arguments for one trial. */
export function expandArguments(run: readonly string[], config: Config, builtIn: BuiltIns): string[] {
  const value = (name: string) =>
    Object.hasOwn(config, name)
      ? String(config[name])
      : isBuiltIn(name)
        ? builtIn[name as keyof BuiltIns]
        : undefined;
  const expanded: string[] = [];
  let lastIsOptionName = false;
  for (const argument of run) {
    if (argument === '{args}') {
      for (const [path, item] of Object.entries(config)) expanded.push(`--${path}=${item}`);
      lastIsOptionName = false;
      continue;
    }
    if ([...names(argument)].some((name) => value(name) === undefined)) {
      if (lastIsOptionName) expanded.pop();
      lastIsOptionName = false;
      continue;
    }
    expanded.push(
      argument.replace(pattern, (token, name: string | undefined) =>
        name === undefined ? token[0]! : value(name)!,
      ),
    );
    lastIsOptionName = /^--?[A-Za-z][^=\s]*$/.test(argument);
  }
  return expanded;
}
