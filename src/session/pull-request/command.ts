import { longestDuration, parseDuration } from '../../spec/quantities.ts';
import type { Overrides } from '../load-spec.ts';

/** A comment that begins with `/tunegate`. */
export type Command =
  | { readonly kind: 'accept' /** Of one study only. */; readonly id?: string }
  | { readonly kind: 'run'; readonly overrides: Pick<Overrides, 'time' | 'trials'> };

/** It begins with `/tunegate` and goes on in a way that means nothing. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const longestLine = 200;

/**
 * Reads the first line of a comment: `/tunegate accept [ID]`, `/tunegate run [budget=30m] [trials=100]`. Undefined when
 * it is no command.
 *
 * @throws {CommandError}
 */
export function readCommand(body: string): Command | undefined {
  const first = body
    .slice(0, longestLine * 4)
    .split(/\r?\n/, 1)[0]!
    .trim();
  if (!/^\/tunegate(?:\s|$)/.test(first)) return undefined;
  if (first.length > longestLine)
    throw new CommandError('A command is longer than any that means something.');
  const [, verb, ...words] = first.split(/\s+/);
  switch (verb) {
    case 'accept': {
      const id = words.join(' ');
      return { kind: 'accept', ...(id === '' ? {} : { id }) };
    }
    case 'run':
      return { kind: 'run', overrides: Object.assign({}, ...words.map(readSetting)) as Overrides };
    default:
      throw new CommandError(
        'A command must be `/tunegate accept` or `/tunegate run`, such as `/tunegate run budget=30m`.',
      );
  }
}

function readSetting(word: string): Pick<Overrides, 'time' | 'trials'> {
  const [name = '', value = ''] = word.split('=');
  if (name === 'trials' && /^[1-9]\d{0,5}$/.test(value)) return { trials: Number(value) };
  const time = name === 'budget' || name === 'time' ? parseDuration(value) : undefined;
  if (time !== undefined && time >= 1000 && time <= longestDuration) return { time };
  throw new CommandError(
    `${JSON.stringify(word.slice(0, 60))} is no setting of \`/tunegate run\`: it takes budget=30m and trials=100.`,
  );
}
