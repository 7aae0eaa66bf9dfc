import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../plural.ts';
import type { EarlierObservation, EarlierStudy } from '../search/warm-start/earlier.ts';
import { ConfigError, checkConfig, completeConfig, hashConfig } from '../space/config.ts';
import type { Config, Parameter, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { isUtf16 } from '../spec/encoding.ts';
import type { SearchSpec } from '../spec/spec.ts';
import type { CsvRow } from '../trial/csv-table.ts';
import { brokenBound, lastValue } from './goals.ts';
import { type Journal, JournalError, readStudy } from './journal.ts';
import { matchingFiles } from './matching-files.ts';
import type { EarlierRecord } from './record.ts';
import { lossOf, type StudyMetric } from './score.ts';
import type { Constraint } from './study.ts';
import { readTrialsTable } from './trials-table.ts';

/** Most observations that are taken of one earlier study: the best of them, and the newest. */
const mostOfOne = 100;
/** Most earlier studies: the newest files. */
const mostStudies = 20;
/** Most columns and parameters that a message names. */
const mostNames = 20;

export interface EarlierSources {
  /** Paths and patterns, as in the spec. */
  readonly patterns: readonly string[];
  /** What they are relative to. */
  readonly folder: string;
  readonly space: Space;
}

/** The patterns of a spec. */
export function warmStartOf(search: SearchSpec): readonly string[] {
  return [search['warm-start'] ?? []].flat();
}

/** The configs that a spec wants tried first, complete. */
export function tryFirstOf(search: SearchSpec, space: Space): Config[] {
  return (search['try-first'] ?? []).map((config) => completeConfig(space, config));
}

/**
 * What a study knows of earlier ones: as its journal says, or read from their files now and noted in the journal, so that
 * the study goes on with the very same knowledge whatever becomes of the files. Nothing that is wrong with a file ends a
 * study: it is left out, and a notice says why.
 */
export function settleEarlier(
  journal: Journal,
  sources: EarlierSources,
): Pick<EarlierRecord, 'studies' | 'notices'> {
  const known = journal.fold.earlier;
  if (known || sources.patterns.length === 0) return known ?? { studies: [], notices: [] };
  // A study that was begun without them goes on without them.
  if (journal.records.some(({ type }) => type === 'start')) return { studies: [], notices: [] };
  const { metric, constraints } = journal.header;
  const found = readEarlier(sources, metric, journal.path, constraints);
  journal.append({ type: 'earlier', ...found, at: new Date().toISOString() }, { sync: true });
  return found;
}

/**
 * @param own path of the study's own journal, which is none of the earlier ones; `<own>.old` may be one
 * @param constraints what an earlier trial must keep as well, as far as its file knows
 */
export function readEarlier(
  { patterns, folder, space }: EarlierSources,
  metric: StudyMetric,
  own = '',
  constraints: readonly Constraint[] = [],
): Pick<EarlierRecord, 'studies' | 'notices'> {
  const notices: string[] = [];
  const ownPath = path.resolve(own);
  const files = new Set<string>();
  for (const pattern of patterns) {
    const matching = matchingFiles(pattern, folder)
      // In the place of its own journal stands the one that was there before, if there was one.
      .map((file) => (file === ownPath ? `${own}.old` : file))
      .filter((file) => existsSync(file) && !file.includes('.lock-'));
    if (matching.length === 0) notices.push(`Warm start: there is no file ${pattern}.`);
    for (const file of matching)
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
        notices.push(
          `Warm start: ${pattern} is a folder; name the files in it, such as ${path.posix.join(pattern, '*.csv')}.`,
        );
      else files.add(file);
  }
  const chosen = [...files].slice(-mostStudies);
  if (chosen.length < files.size)
    notices.push(`Warm start: of ${files.size} files the last ${chosen.length} by name are read.`);
  const studies = chosen.flatMap((file): EarlierStudy[] => {
    const name = path.relative(folder, file).split(path.sep).join('/');
    try {
      const imported = /\.(csv|tsv)$/i.test(file)
        ? fromCsv(readFileSync(file, 'utf8'), space, metric, constraints)
        : fromJournal(file, space, metric, constraints);
      const { observations, left, scores = '' } = imported;
      const count = plural(observations.length, 'trial');
      notices.push(`Warm start: ${count} of ${name}${scores}${leftOut(left)}.`);
      return observations.length === 0 ? [] : [{ name, observations: bounded(observations, space) }];
    } catch (error) {
      const message = error instanceof JournalError || error instanceof Error ? error.message : String(error);
      notices.push(`Warm start: ${name} is left out: ${message}`);
      return [];
    }
  });
  return {
    studies: studies.map(({ name, observations }) => ({ name, observations: [...observations] })),
    notices,
  };
}

interface Imported {
  readonly observations: readonly EarlierObservation[];
  /** Why others are left out, each once. */
  readonly left: readonly string[];
  /** For people: what was taken for the metric, where that does not have its name. */
  readonly scores?: string;
}

function fromJournal(
  file: string,
  space: Space,
  metric: StudyMetric,
  constraints: readonly Constraint[],
): Imported {
  const fold = readStudy(file);
  const { header } = fold;
  sameMetric(header.metric, metric);
  const trials = fold
    .study()
    .trials.filter(
      ({ role, state, score }) => role === 'search' && state === 'completed' && Number.isFinite(score),
    );
  const known = new Set(space.parameters.map(({ path: name }) => name));
  const theirs = [...new Set(trials.flatMap(({ config }) => Object.keys(config)))];
  if (trials.length > 0 && !theirs.some((name) => known.has(name)))
    throw nothingKnown('parameters', theirs, space);
  // What was trained to a lower resource only does not compare.
  const full = Math.max(...trials.map(({ resource }) => resource ?? 0), 0);
  return collect(
    trials
      .filter(({ resource }) => (resource ?? 0) === full)
      .map(({ config, score, reports }) => () => {
        mustKeep(constraints, (name) => lastValue(name, reports));
        return { config: translate(space, config), loss: lossOf(metric, score!) };
      }),
  );
}

function sameMetric(theirs: StudyMetric, ours: StudyMetric): void {
  if (theirs.name !== ours.name) throw new Error(`its metric is ${theirs.name}, not ${ours.name}`);
  if (theirs.goal !== ours.goal) throw new Error(`its goal is to ${theirs.goal} ${theirs.name}`);
}

/** @throws {Error} when its columns do not say what a trial is, or say it twice */
function fromCsv(
  text: string,
  space: Space,
  metric: StudyMetric,
  constraints: readonly Constraint[],
): Imported {
  // Each letter of it would be two, and no column would have its name.
  if (isUtf16(text)) throw new Error('it is in UTF-16; save it as UTF-8');
  const { columns, rows } = readTrialsTable(text);
  if (columns.length === 0) throw new Error('it is empty');
  // The columns of our own results.csv, which has rows of the gate and of failed trials, too.
  const ours = columns.includes('role') && columns.includes('state') && columns.includes('score');
  // Those of Optuna's `trials_dataframe()`.
  const optuna = columns.includes('number') && columns.some((column) => column.startsWith('params_'));
  const named = (name: string) =>
    onlyColumn(columns, [...(ours ? [] : [name]), `metrics.${name}`]) ??
    onlyColumn(columns, [`value_${name}`, `values_${name}`]);
  const measured = named(metric.name);
  // What has no name is the only value of a trial, or the first of several.
  const value = ours ? measured && 'score' : (measured ?? onlyColumn(columns, ['value', 'values_0']));
  if (value === undefined)
    throw new Error(`it has no column ${metric.name}; its columns are ${listed(columns)}`);
  // Those of both beside the parameters have plain names, such as `seed` and `number`.
  const places = space.parameters.flatMap((parameter): [Parameter, string][] => {
    const { path: name } = parameter;
    const column =
      onlyColumn(columns, [...(ours || optuna ? [] : [name]), `params.${name}`]) ??
      onlyColumn(columns, [`params_${name}`]);
    return column === undefined ? [] : [[parameter, column]];
  });
  if (places.length === 0) throw nothingKnown('columns', columns, space);
  const state = places.some(([, column]) => column === 'state') ? undefined : 'state';
  // What a trial notes beside its values is `user_attrs_` there.
  const limited = new Map(
    constraints.map(({ name }) => [name, named(name) ?? onlyColumn(columns, [`user_attrs_${name}`])]),
  );
  const used = ours
    ? rows.filter(({ fields }) => fields['role'] === 'search' && fields['state'] === 'completed')
    : rows;
  const imported = collect(
    used.map(({ line, fields }) =>
      inLine(line, () => {
        const ended = (state && fields[state]) || 'completed';
        if (!/^completed?$/i.test(ended)) throw new ConfigError([`its state is ${ended}`]);
        const score = Number(fields[value]);
        if (fields[value] === '' || !Number.isFinite(score))
          throw new ConfigError([noNumber(value, fields[value] ?? '')]);
        mustKeep(constraints, (name) => {
          const column = limited.get(name);
          return column === undefined || !fields[column] ? undefined : Number(fields[column]);
        });
        return { config: translate(space, valuesOf(fields, places)), loss: lossOf(metric, score) };
      }),
    ),
  );
  return { ...imported, ...(measured === undefined ? { scores: `, its ${value} as ${metric.name}` } : {}) };
}

/**
 * What missed a constraint cannot win, however good: nobody should try it again or seek beside it.
 *
 * @param known the value of a metric; undefined where the file does not know it
 * @throws {ConfigError} when one is missed
 */
function mustKeep(constraints: readonly Constraint[], known: (name: string) => number | undefined): void {
  const problems = constraints.flatMap((constraint) => {
    const { name } = constraint;
    const value = known(name);
    if (value === undefined) return [];
    if (Number.isNaN(value)) return [`${name} is not a number`];
    const bound = brokenBound(constraint, value);
    return bound === undefined ? [] : [`${name} is ${value}, ${bound} is asked for`];
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

/**
 * The only column with one of the names; undefined where there is none.
 *
 * @throws {Error} when there are several
 */
function onlyColumn(columns: readonly string[], names: readonly string[]): string | undefined {
  const found = columns.filter((column) => names.includes(column));
  if (found.length > 1)
    throw new Error(`it is ambiguous: ${found.length} of its columns are ${names[0]} (${found.join(', ')})`);
  return found[0];
}

/** For what knows none of the parameters: all of its trials would be the defaults. */
function nothingKnown(
  kind: 'columns' | 'parameters',
  names: readonly string[],
  { parameters }: Space,
): Error {
  const ours = listed(parameters.map(({ path: name }) => name));
  return new Error(
    `none of its ${kind} is a parameter of this space (${ours}); its ${kind} are ${listed(names)}`,
  );
}

/** Names for a message, the first of them where they are many. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ', …' : ''}`;
}

/** What a line of a file says; what is wrong with it names the line. */
function inLine(line: number, read: () => EarlierObservation): () => EarlierObservation {
  return () => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new ConfigError(error.problems.map((problem) => `line ${line}: ${problem}`));
    }
  };
}

/** Says what stands in the place of a number. Where a comma is the decimal mark, a spreadsheet writes numbers with it. */
function noNumber(name: string, text: string): string {
  if (text === '') return `${name} is empty`;
  const hint = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(text) ? ': decimals need a point' : '';
  return `${name} is ${JSON.stringify(text.slice(0, 60))}, not a number${hint}`;
}

/** The values in a row, each as its parameter has it; an empty field is none. */
function valuesOf(
  fields: CsvRow['fields'],
  places: readonly (readonly [Parameter, string])[],
): Record<string, Value> {
  return Object.fromEntries(
    places.flatMap(([parameter, column]): [string, Value][] => {
      const text = fields[column] ?? '';
      return text === '' ? [] : [[parameter.path, readValue(text, parameter)]];
    }),
  );
}

/** @throws {ConfigError} when it is no number, or may be several values of a choice: a CSV file does not tell text from numbers */
function readValue(text: string, { path: name, domain }: Parameter): Value {
  const values: readonly Value[] =
    domain.type === 'choice' ? domain.values : domain.type === 'constant' ? [domain.value] : [true, false];
  if (domain.type === 'float' || domain.type === 'int') {
    const number = Number(text);
    if (Number.isNaN(number)) throw new ConfigError([noNumber(name, text)]);
    return number;
  }
  // Python writes True; a spreadsheet is shown formulas as text, with an apostrophe.
  const same = (value: Value) =>
    String(value) === text ||
    String(value) === text.replace(/^'/, '') ||
    (typeof value === 'boolean' && String(value) === text.toLowerCase()) ||
    (typeof value === 'number' && value === Number(text));
  const matching = values.filter(same);
  if (matching.length > 1) {
    const words = matching.map((value) => JSON.stringify(value)).join(' or ');
    throw new ConfigError([`${name}: ${text} may be ${words}`]);
  }
  return matching[0] ?? text;
}

/**
 * A config of another space in this one: what it lacks takes its default, what this one lacks is passed over.
 *
 * @throws {ConfigError} when a value is outside, or missing without a default
 */
function translate(space: Space, config: Config): Config {
  const known = new Set(space.parameters.map(({ path: name }) => name));
  return completeConfig(
    space,
    Object.fromEntries(Object.entries(config).filter(([name]) => known.has(name))),
  );
}

function collect(readings: readonly (() => EarlierObservation)[]): Imported {
  const observations: EarlierObservation[] = [];
  const left: string[] = [];
  for (const read of readings)
    try {
      observations.push(read());
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      left.push(error.problems[0] ?? error.message);
    }
  return { observations, left };
}

function leftOut(left: readonly string[]): string {
  if (left.length === 0) return '';
  const reasons = [...new Set(left)];
  const more = reasons.length > 2 ? '; …' : '';
  return `; ${left.length} more ${left.length === 1 ? 'does' : 'do'} not fit (${reasons.slice(0, 2).join('; ')}${more})`;
}

/** One of each config (the mean of its losses); of many the best half and the newest. */
function bounded(observations: readonly EarlierObservation[], space: Space): EarlierObservation[] {
  const groups = new Map<string, EarlierObservation[]>();
  for (const observation of observations) {
    const hash = hashConfig(space, observation.config);
    groups.set(hash, [...(groups.get(hash) ?? []), observation]);
  }
  const means = [...groups.values()].map((group) => ({
    config: checkConfig(space, group[0]!.config),
    loss: group.reduce((sum, { loss }) => sum + loss, 0) / group.length,
  }));
  if (means.length <= mostOfOne) return means;
  const best = new Set([...means].sort((a, b) => a.loss - b.loss).slice(0, mostOfOne / 2));
  const newest = means.filter((item) => !best.has(item)).slice(-(mostOfOne - best.size));
  return means.filter((item) => best.has(item) || newest.includes(item));
}
