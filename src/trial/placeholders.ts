import type { Config } from '../space/parameter.ts';
import type { CommandTrial } from '../spec/spec.ts';

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
export function checkPlaceholders({ run, shell }: CommandTrial, paths: readonly string[]): void {
  if (typeof run === 'string') {
    const used = [...names(run)].filter((name) => paths.includes(name));
    if (shell && used.length > 0)
      throw new PlaceholderError(
        `trial.run is a line for the shell, where {${used[0]}} would have to be quoted: use "$TUNEGATE_PARAM_${used[0]!.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}" instead.`,
      );
    return;
  }
  for (const argument of run) {
    for (const name of names(argument)) {
      if (name === 'args') {
        if (argument !== '{args}')
          throw new PlaceholderError(
            `trial.run: {args} stands for several arguments, so it must be one of its own, not part of ${JSON.stringify(argument)}.`,
          );
      } else if (!paths.includes(name) && !(builtIns as readonly string[]).includes(name))
        throw new PlaceholderError(
          `trial.run: ${JSON.stringify(argument)} has the placeholder {${name}}, which is no parameter. ` +
            `Known are ${[...paths.slice(0, 12), ...builtIns, 'args'].map((known) => `{${known}}`).join(', ')}; a brace itself is written {{ or }}.`,
        );
    }
  }
}

function* names(argument: string): Generator<string> {
  for (const match of argument.matchAll(pattern)) if (match[1] !== undefined) yield match[1];
}

/** The arguments for one trial. */
export function expandArguments(run: readonly string[], config: Config, builtIn: BuiltIns): string[] {
  const value = (name: string) =>
    Object.hasOwn(config, name) ? String(config[name]) : builtIn[name as keyof BuiltIns];
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
