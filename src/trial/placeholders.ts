import { closest, distance } from 'fastest-levenshtein';
import type { Config } from '../space/parameter.ts';
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

/** A command whose placeholders mean nothing. */
export class PlaceholderError extends Error {
  override readonly name = 'PlaceholderError';
}

/**
 * Checks a command's placeholders before anything runs.
 *
 * @param paths of all parameters of the space
 * @throws {PlaceholderError} that names the argument and what may stand there
 */
export function checkPlaceholders({ run, shell, metrics }: CommandTrial, paths: readonly string[]): void {
  for (const { file } of metrics ?? []) checkText(file, 'trial.metrics', paths);
  if (typeof run === 'string') {
    if (shell) checkShellLine(run, paths);
    return;
  }
  if (run[0] === '{args}')
    throw new PlaceholderError('trial.run begins with the program to start, so {args} cannot stand first.');
  for (const argument of run) {
    if (argument !== '{args}') checkText(argument, 'trial.run', paths);
  }
}

function checkText(text: string, where: string, paths: readonly string[]): void {
  const lone = /[{}]/.exec(text.replace(pattern, ''))?.[0];
  if (lone !== undefined)
    throw new PlaceholderError(
      `${where}: ${JSON.stringify(text)} has a ${lone} that belongs to no placeholder; a brace itself is written ${lone}${lone}.`,
    );
  for (const name of names(text)) {
    if (name === 'args')
      throw new PlaceholderError(
        `${where}: {args} stands for several arguments, so it must be one of its own, not part of ${JSON.stringify(text)}.`,
      );
    if (!paths.includes(name) && !isBuiltIn(name))
      throw new PlaceholderError(
        `${where}: ${JSON.stringify(text)} has the placeholder {${name}}, which is no parameter${suggest(name, paths)}. ` +
          `Known are ${listKnown(paths)}; a brace itself is written {{ or }}.`,
      );
  }
}

/** A shell would take values apart: there they are variables, not placeholders. */
function checkShellLine(line: string, paths: readonly string[]): void {
  for (const match of line.matchAll(pattern)) {
    const name = match[1];
    // ${name} is a variable of the shell's own.
    if (name === undefined || line[match.index - 1] === '$') continue;
    if (name === 'args')
      throw new PlaceholderError(
        'trial.run is a line for the shell, where {args} means nothing: read the file "$TUNEGATE_CONFIG", or write trial.run as a list without `shell`.',
      );
    if (paths.includes(name) || isBuiltIn(name))
      throw new PlaceholderError(
        `trial.run is a line for the shell, where {${name}} would have to be quoted: use "$${shellVariable(name, paths)}" instead.`,
      );
  }
}

function shellVariable(name: string, paths: readonly string[]): string {
  if (paths.includes(name)) return parameterVariable(name);
  return name === 'checkpoints' ? 'TUNEGATE_CHECKPOINT_DIR' : `TUNEGATE_${name.toUpperCase()}`;
}

function isBuiltIn(name: string): boolean {
  return (builtIns as readonly string[]).includes(name);
}

function suggest(name: string, paths: readonly string[]): string {
  const near = closest(name, [...paths, ...builtIns, 'args']);
  return distance(name, near) <= Math.max(1, Math.floor(name.length / 3)) ? `; did you mean {${near}}?` : '';
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
