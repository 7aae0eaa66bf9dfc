import { type Finding, type Path, withValue } from './finding.ts';

/** A value that a command line puts in the place of one of the spec. */
export interface Override {
  readonly path: Path;
  /** As it would stand in the file. */
  readonly value: unknown;
  /** How it was given: `--epochs 4`. */
  readonly flag: string;
}

/** What a command line asks for cannot be, or not with this spec. */
export class OverrideError extends Error {
  override readonly name = 'OverrideError';
}

/** A document with the values that override its own. */
export function overridden(document: unknown, overrides: readonly Override[]): unknown {
  return overrides.reduce((changed, { path, value }) => withValue(changed, path, value), document);
}

/**
 * Checks what overrides make of a spec that is fine without them. What only means nothing beside them, such as an option of
 * the strategy that gave way, is no error: it would have to be taken out of the file for one run.
 *
 * @param file how messages name the spec
 * @param check says what is wrong with the spec under some of the overrides
 * @throws {OverrideError} that names the flags
 */
export function checkOverrides(
  file: string,
  overrides: readonly Override[],
  check: (some: readonly Override[]) => readonly Finding[],
): void {
  const wrong = (some: readonly Override[]) => check(some).filter(({ unused }) => !unused);
  const problems = wrong(overrides).map(({ message, expected }) => {
    const alone = overrides.filter((override) =>
      wrong([override]).some((other) => other.message === message),
    );
    const flags = (alone.length > 0 ? alone : overrides).map(({ flag }) => flag).join(' ');
    return `${flags} does not go with ${file}: ${message}${expected === undefined ? '' : `; expected: ${expected}`}`;
  });
  if (problems.length > 0) throw new OverrideError([...new Set(problems)].join('\n'));
}
