import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The spec file does not exist or cannot be read. */
export class SpecFileError extends Error {
  override readonly name = 'SpecFileError';
}

/**
 * The text of a spec file.
 *
 * @param shownAs the path as the user gave it, for messages
 * @throws {SpecFileError} when there is none
 */
export function readSpecText(file: string, shownAs = file): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SpecFileError(unreadable(shownAs, error as NodeJS.ErrnoException), { cause: error });
  }
}

function unreadable(shownAs: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `There is no spec at ${shownAs}. Write one with tunegate init, or name yours with --config (config: in a workflow)`;
    case 'EISDIR':
      return `${shownAs} is a folder; name the spec file in it, such as ${path.join(shownAs, 'tune.yml')}`;
    default:
      return `Cannot read ${shownAs}: ${message}`;
  }
}
