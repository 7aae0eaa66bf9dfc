import type { TaskSpec } from '../spec/spec.ts';
import { numberToPredict } from './columns.ts';
import { DataError, listed, type Table } from './table.ts';
import { normalised } from './text/tokens.ts';

/** How many parts the rows that trials see are dealt out into. */
export const parts = 5;
/** Share of the rows that no trial sees, unless the spec names another. */
export const defaultTestShare = 0.2;
/** With fewer rows a test part would say little and cost the search much: there is none. */
const fewestForTest = 50;

/** What rows are told apart by when they are dealt out. */
export interface SplitKeys {
  /** Rows of one key stay together. */
  readonly keys: readonly string[];
  /** Rows of one stratum are dealt out evenly; absent: all alike. */
  readonly strata?: readonly (string | number)[];
  /** Times of the rows; the newest come first, and nothing else matters. */
  readonly times?: readonly string[];
}

/**
 * Cuts the rows in the order of the hashes of their keys, so that no order of the file matters and rows that come or go
 * move few others. With times the newest come first.
 *
 * @param shares ascending, such as [0.2, 1]: the first fifth is part 0, all others part 1
 * @returns the part of each row
 */
export function cut({ keys, strata, times }: SplitKeys, shares: readonly number[]): Uint8Array {
  const part = new Uint8Array(keys.length);
  const place = (share: number) => {
    const index = shares.findIndex((end) => share < end - 1e-9);
    return index < 0 ? shares.length - 1 : index;
  };
  const rows = keys.map((_, row) => row);
  if (times) {
    const at = times.map(timeOf);
    rows
      // Two rows without a time: their difference is NaN.
      .sort((a, b) => at[b]! - at[a]! || a - b)
      .forEach((row, i) => {
        part[row] = place(i / rows.length);
      });
    return part;
  }
  const hashes = keys.map(hash);
  const byStratum = new Map<string | number, number[]>();
  for (const row of rows) {
    const stratum = strata?.[row] ?? '';
    const of = byStratum.get(stratum);
    if (of) of.push(row);
    else byStratum.set(stratum, [row]);
  }
  for (const of of byStratum.values()) {
    of.sort((a, b) => hashes[a]! - hashes[b]! || (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
    let first = 0;
    of.forEach((row, i) => {
      if (i > 0 && keys[row] !== keys[of[i - 1]!]) first = i;
      // Half a row more, so that shares of few rows are rounded.
      part[row] = place((first + 0.5) / of.length);
    });
  }
  return part;
}

/** A number, or a date in milliseconds; without either a row is older than all others. */
function timeOf(text: string): number {
  if (text === '') return Number.NEGATIVE_INFINITY;
  const value = Number.isFinite(Number(text)) ? Number(text) : Date.parse(text);
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

/** @throws {DataError} where the column that orders the rows has no times */
function checkTimes({ file, lines }: Table, times: readonly string[], name: string): void {
  const bad = times.findIndex((text) => text !== '' && timeOf(text) === Number.NEGATIVE_INFINITY);
  if (bad >= 0)
    throw new DataError(
      `${file}:${lines[bad]}: ${name} is ${JSON.stringify(times[bad]!.slice(0, 60))}, neither a number nor a date such as 2026-01-31 or 2026-01-31T12:30:00Z`,
    );
  if (times.every((text) => text === '')) throw new DataError(`${file}: no row has a value of ${name}`);
}

/** A table in two: what trials see, and the rest. */
export interface SearchAndTest {
  readonly search: Table;
  /** Absent: there is none. */
  readonly test?: Table;
  /** What people should know, in words. */
  readonly note: string;
}

/**
 * Takes the test part out of a table, by the rules of the task: evenly of each class, groups and copies whole, or the
 * newest. Rows without a target stay with the search, which leaves them out.
 *
 * @param own the file of its own that `task.test` names
 * @throws {DataError} where a column of the task is missing in one of the files
 */
export function splitTest(table: Table, task: TaskSpec, own?: Table): SearchAndTest {
  const column = (name: string) => {
    const index = table.names.indexOf(name);
    return index < 0 ? undefined : table.columns[index]!;
  };
  const times = task.time === undefined ? undefined : column(task.time);
  if (times) checkTimes(table, times, task.time!);
  if (own) {
    for (const name of table.names)
      if (!own.names.includes(name) && !task.ignore.includes(name))
        throw new DataError(
          `${own.file}:1: there is no column ${JSON.stringify(name)}, which ${table.file} has`,
        );
    const target = own.columns[own.names.indexOf(task.target)]!;
    const test = takeRows(
      own,
      [...target.keys()].filter((row) => target[row] !== ''),
    );
    if (test.lines.length === 0) throw new DataError(`${own.file}: no row has a value of ${task.target}`);
    const copies = countCopies(table, test);
    const words = [`Test part: ${test.lines.length} rows of ${own.file}, which no trial sees.`];
    if (copies > 0) words.push(`${copies} of them are also in ${table.file}: their score is too good.`);
    const texts = test.columns[test.names.indexOf(task.target)]!;
    if (task.type.endsWith('classification')) {
      const known = new Set(column(task.target));
      const unknown = texts.filter((text) => !known.has(text));
      if (unknown.length > 0)
        words.push(
          `${unknown.length} of them are of classes that ${table.file} does not have (${listed([...new Set(unknown)], 5)}): no model can be right there.`,
        );
    } else
      texts.forEach((text, row) => {
        numberToPredict(text, task.target, `${own.file}:${test.lines[row]}`);
      });
    return { search: table, test, note: words.join(' ') };
  }
  const share = typeof task.test === 'number' ? task.test : defaultTestShare;
  const target = column(task.target);
  const known = target ? [...target.keys()].filter((row) => target[row] !== '') : [];
  if (share === 0) return { search: table, note: 'No test part: task.test is 0.' };
  if (!target || known.length < fewestForTest)
    return {
      search: table,
      note: `No test part: ${known.length} rows are too few for one (${fewestForTest} would do).`,
    };
  const groups = task.group === undefined ? undefined : column(task.group);
  const classes = task.type.endsWith('classification') && !groups;
  const keys = groups ? known.map((row) => groups[row]!) : caseKeys(table, known);
  const part = cut(
    {
      keys,
      ...(classes
        ? {
            strata: strataOf(
              keys,
              known.map((row) => target[row]!),
            ),
          }
        : {}),
      ...(times ? { times: known.map((row) => times[row]!) } : {}),
    },
    [share, 1],
  );
  const isTest = new Set(known.filter((_, i) => part[i] === 0));
  if (isTest.size === 0 || isTest.size === known.length)
    return { search: table, note: 'No test part: the groups are too few to take one out.' };
  return {
    search: takeRows(
      table,
      [...target.keys()].filter((row) => !isTest.has(row)),
    ),
    test: takeRows(
      table,
      [...isTest].sort((a, b) => a - b),
    ),
    note: `Test part: ${isTest.size} of ${known.length} rows, which no trial sees.`,
  };
}

/** The least class of each key, so that copies are together though they have different answers. */
export function strataOf(keys: readonly string[], labels: readonly string[]): string[] {
  const least = new Map<string, string>();
  keys.forEach((key, i) => {
    const known = least.get(key);
    if (known === undefined || labels[i]! < known) least.set(key, labels[i]!);
  });
  return keys.map((key) => least.get(key)!);
}

/** From this share of copies on rows are alike because a few categories are all there is to tell them apart by. */
const mostCopies = 0.9;

/**
 * What keeps rows together when they are dealt out: copies of one are of one key, for a model that has seen one knows the
 * others. Where nearly all rows are copies each is a case of its own: else whole combinations would be missing from a training.
 */
export function caseKeys(table: Table, rows: ArrayLike<number>): string[] {
  const keys = Array.from(rows, (row) => rowKey(table, row));
  const told = table.text !== undefined || table.pictures !== undefined;
  if (told || new Set(keys).size > (1 - mostCopies) * keys.length) return keys;
  const times = new Map<string, number>();
  return keys.map((key) => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return `${key}\u0000${before}`;
  });
}

/** What a row says, for telling copies: of a picture what it shows, whatever it is called; of a text task what its text says, but for case, signs and digits. */
export function rowKey({ columns, names, text, pictures }: Table, row: number): string {
  if (pictures) return pictures.pictures.get(columns[names.indexOf(pictures.column)]![row]!)!.hash;
  if (text !== undefined) {
    const own = columns[names.indexOf(text)]![row]!;
    // Rows without a text are told apart by their other columns.
    if (own !== '') return normalised(own);
  }
  return columns.map((of) => of[row]).join('\u0000');
}

function countCopies(table: Table, test: Table): number {
  if (table.text !== undefined || table.pictures) {
    const seen = new Set(Array.from(table.lines, (_, row) => rowKey(table, row)));
    return test.lines.reduce((sum, _, row) => sum + (seen.has(rowKey(test, row)) ? 1 : 0), 0);
  }
  const shared = test.names.filter((name) => table.names.includes(name));
  const key = (of: Table) => {
    const indexes = shared.map((name) => of.names.indexOf(name));
    return (row: number) => indexes.map((index) => of.columns[index]![row]).join('\u0000');
  };
  const keyOf = key(table);
  const seen = new Set(Array.from(table.lines, (_, row) => keyOf(row)));
  const testKey = key(test);
  return test.lines.reduce((sum, _, row) => sum + (seen.has(testKey(row)) ? 1 : 0), 0);
}

function takeRows(table: Table, rows: readonly number[]): Table {
  return {
    ...table,
    columns: table.columns.map((of) => rows.map((row) => of[row]!)),
    lines: Int32Array.from(rows, (row) => table.lines[row]!),
  };
}

/** FNV-1a with a finish that spreads its high bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
