import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTaskData, TaskDataError } from '../automl/check.ts';
import { createSpace, type Space } from '../space/space.ts';
import type { Finding } from '../spec/finding.ts';
import { loadSpec, specError } from '../spec/load.ts';
import type { Override } from '../spec/overrides.ts';
import { type Problem, SpecError } from '../spec/problem.ts';
import { type NamedValues, shippingValues, valuesOf } from '../spec/shipping-values.ts';
import type { Spec } from '../spec/spec.ts';
import { readSpecText } from '../spec/spec-file.ts';
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
  /** The file that says what ships today, where it is not the spec. */
  readonly values?: NamedValues;
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
 * @param searches whether it is for a search, with which overrides have to go, too
 * @throws {SpecFileError} when there is no such file
 * @throws {SpecError} with every problem in it
 * @throws {OverrideError} when an override does not go with it
 */
export function readSpec(
  file: string,
  shownAs = file,
  overrides: Overrides = {},
  searches = true,
): LoadedSpec {
  const text = readSpecText(file, shownAs);
  const written = loadSpec(shownAs, text, asWritten(overrides), searches);
  const folder = path.dirname(file);
  const problems: Problem[] = [];
  // What is wrong in one place must not hide what is in another.
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const values = attempt(() =>
    valuesOf(written, { path: shownAs, text }, (name) => readFileSync(path.resolve(folder, name), 'utf8')),
  );
  // What the code asks for is not known yet: values of that, too, are read when it is.
  const spec = discovers(written) ? written : attempt(() => shippingValues(written, values));
  const ownSpace = createSpace(written.params);
  const findings = checkTrialOf(written, ownSpace, folder);
  if (findings.length > 0) problems.push(...specError(shownAs, text, findings).problems);
  if (!spec || problems.length > 0) throw new SpecError(inOrder(problems, shownAs));
  const space = spec === written ? ownSpace : createSpace(spec.params);
  return { path: file, folder, text, spec, space, ...(values ? { values } : {}) };
}

/** Those of the spec first, then those of its values, each in the order of the file. */
function inOrder(problems: readonly Problem[], spec: string): Problem[] {
  const rank = ({ file }: Problem) => (file === spec ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

/** What is wrong with a trial beside its space, or its data. */
function checkTrialOf({ trial }: Spec, space: Space, folder: string): Finding[] {
  if ('run' in trial)
    return checkPlaceholders(
      trial,
      space.parameters.map((parameter) => parameter.path),
    );
  if (!('module' in trial && trial.task)) return [];
  try {
    checkTaskData(trial.task, folder);
    return [];
  } catch (error) {
    if (!(error instanceof TaskDataError)) throw error;
    const { path, message, suggestion } = error;
    return [{ path, message, ...(suggestion === undefined ? {} : { suggestion }) }];
  }
}

/**
 * Whether (a part of) the parameters of a spec are what its code asks for. Of a module only where the spec has none, unless
 * it says so: modules may leave all to the spec.
 */
export function discovers({ trial, params }: Pick<Spec, 'trial' | 'params'>): boolean {
  if ('module' in trial) return trial.discover ?? Object.keys(params).length === 0;
  return 'script' in trial && trial.keras && trial.discover !== false;
}

/** Where the spec has what a command line may change. */
const places: Readonly<Record<keyof Overrides, Override['path']>> = {
  trials: ['budget', 'trials'],
  time: ['budget', 'time'],
  epochs: ['budget', 'epochs'],
  workers: ['budget', 'workers'],
  seed: ['search', 'seed'],
  strategy: ['search', 'strategy'],
  gate: ['gate'],
};

/** The overrides as they would stand in the spec. */
function asWritten({ time, ...rest }: Overrides): Override[] {
  const written: Readonly<Record<string, unknown>> = {
    ...rest,
    ...(time === undefined ? {} : { time: `${time / 1000}s` }),
  };
  return Object.entries(places).flatMap(([key, path]): Override[] => {
    const value = written[key];
    if (value === undefined) return [];
    return [{ path, value, flag: value === false ? `--no-${key}` : `--${key} ${value}` }];
  });
}
