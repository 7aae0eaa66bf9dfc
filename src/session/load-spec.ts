import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createSpace, type Space } from '../space/space.ts';
import { loadSpec } from '../spec/load.ts';
import type { Spec } from '../spec/spec.ts';
import { checkPlaceholders } from '../trial/placeholders.ts';

/** A spec file and what it describes. */
export interface LoadedSpec {
  /** Absolute path of the file. */
  readonly path: string;
  /** Folder of the file: where its trials run. */
  readonly folder: string;
  readonly text: string;
  readonly spec: Spec;
  readonly space: Space;
}

/** The spec file does not exist or cannot be read. */
export class SpecFileError extends Error {
  override readonly name = 'SpecFileError';
}

/** What a command line may change of a spec's search and budget. */
export interface Overrides {
  readonly trials?: number;
  /** Milliseconds. */
  readonly time?: number;
  readonly epochs?: number;
  readonly workers?: number;
  readonly seed?: number;
  readonly strategy?: Spec['search']['strategy'];
  readonly gate?: false;
}

/**
 * Reads and checks a spec file.
 *
 * @param shownAs the path as the user gave it, for messages
 * @throws {SpecFileError} when there is no such file
 * @throws {SpecError} with every problem in it
 */
export function readSpec(file: string, shownAs = file, overrides: Overrides = {}): LoadedSpec {
  const text = readText(file, shownAs);
  const spec = override(loadSpec(shownAs, text), overrides);
  const space = createSpace(spec.params);
  if ('run' in spec.trial)
    checkPlaceholders(
      spec.trial,
      space.parameters.map((parameter) => parameter.path),
    );
  return { path: file, folder: path.dirname(file), text, spec, space };
}

function readText(file: string, shownAs: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new SpecFileError(`There is no spec at ${shownAs}. Write one with: tunegate init`, {
        cause: error,
      });
    if (code === 'EISDIR')
      throw new SpecFileError(
        `${shownAs} is a folder; name the spec file in it, such as ${shownAs}/tune.yml`,
      );
    throw new SpecFileError(`Cannot read ${shownAs}: ${message}`, { cause: error });
  }
}

function override(spec: Spec, { trials, time, epochs, workers, seed, strategy, gate }: Overrides): Spec {
  return {
    ...spec,
    search: {
      ...spec.search,
      ...(seed === undefined ? {} : { seed }),
      ...(strategy === undefined ? {} : { strategy }),
    },
    budget: {
      ...spec.budget,
      ...(trials === undefined ? {} : { trials }),
      ...(time === undefined ? {} : { time }),
      ...(epochs === undefined ? {} : { epochs }),
      ...(workers === undefined ? {} : { workers }),
    },
    ...(gate === false ? { gate } : {}),
  };
}
