import type { TaskSpec } from '../../spec/spec.ts';
import { DataError, type Table } from '../table.ts';
import {
  type Frequency,
  frequencyWords,
  inferFrequency,
  parseTime,
  stepOf,
  type Time,
  textAt,
} from './times.ts';

/** The task of a forecast. */
export type SeriesTask = TaskSpec & { readonly time: string; readonly horizon: number };

/** One series on the grid of its panel. */
export interface Series {
  /** Empty where the data are one series. */
  readonly name: string;
  /** Step of the first value. */
  readonly start: number;
  /** From the first known value to the last; NaN is a missing one. */
  readonly values: Float64Array;
  /** Row of the table at each step from the first on, -1 where there is none; may go on behind the last value. */
  readonly rows: Int32Array;
}

/** Series with a common grid of times. */
export interface Panel {
  readonly frequency: Frequency;
  readonly series: readonly Series[];
  /** What people should know, in words. */
  readonly notes: readonly string[];
}

/** Columns that say which value is which. */
export interface PanelColumns {
  readonly target: string;
  readonly time: string;
  readonly series?: string | undefined;
}

/** Steps without a row may be so many times the rows: with more, the times are not regular. */
const mostGaps = 3;

/**
 * The series of a table, sorted, on a regular grid.
 *
 * @param known frequency of a model; absent: inferred from the data
 * @throws {DataError} that names file and line, for times that are none, twice there, or not regular, and for targets that are no numbers
 */
export function readPanel(table: Table, { target, time, series }: PanelColumns, known?: Frequency): Panel {
  const { file, lines } = table;
  const place = (row: number) => `${file}:${lines[row]}`;
  const targets = columnOf(table, target, 'target column');
  const times = readTimes(table, time);
  const names =
    series === undefined
      ? lines.reduce<string[]>((all) => [...all, ''], [])
      : columnOf(table, series, 'series column');
  names.forEach((name, row) => {
    if (series !== undefined && name === '')
      throw new DataError(`${place(row)}: ${series} is empty: each row must say which series it belongs to`);
  });
  const values = Float64Array.from(targets, (text, row) => {
    const value = text === '' ? Number.NaN : Number(text);
    if (text !== '' && !Number.isFinite(value))
      throw new DataError(`${place(row)}: ${target} is ${JSON.stringify(text.slice(0, 60))}, not a number`);
    return value;
  });
  const frequency = known ?? inferFrequency(times, names);
  if (!frequency)
    throw new DataError(`${file}: no series has two different times in ${time}; at least two are needed`);
  const steps = times.map((of, row) => {
    const step = stepOf(frequency, of);
    if (!Number.isInteger(step))
      throw new DataError(
        `${place(row)}: ${time} is ${JSON.stringify(columnOf(table, time, 'time column')[row])}, which is no step of the model's times (${frequencyWords(frequency)}, such as ${textAt(frequency, 0)})`,
      );
    return step;
  });
  const notes: string[] = [];
  const groups = new Map<string, number[]>();
  let sorted = true;
  steps.forEach((step, row) => {
    const of = groups.get(names[row]!);
    if (!of) groups.set(names[row]!, [row]);
    else {
      if (steps[of.at(-1)!]! > step) sorted = false;
      of.push(row);
    }
  });
  if (!sorted) notes.push(`The rows were not in the order of ${time}; they are sorted.`);
  const found: Series[] = [];
  let [gaps, empty, grid] = [0, 0, 0];
  const gapsIn: string[] = [];
  for (const [name, of] of groups) {
    of.sort((a, b) => steps[a]! - steps[b]! || a - b);
    for (let i = 1; i < of.length; i++)
      if (steps[of[i]!] === steps[of[i - 1]!])
        throw new DataError(
          `${place(of[i]!)}: ${series === undefined ? '' : `${series} ${JSON.stringify(name)} has `}a second row for ${textAt(frequency, steps[of[i]!]!)}${series === undefined ? '; the first is in' : ', the first is in'} line ${lines[of[i - 1]!]}: ${series === undefined ? 'if the file holds several series, name the column that tells them apart with `series`' : 'keep one row for each time'}`,
        );
    const present = of.filter((row) => !Number.isNaN(values[row]!));
    if (present.length === 0) {
      notes.push(`${quoted(name)}has no value of ${target} and is left out.`);
      continue;
    }
    const start = steps[present[0]!]!;
    const length = steps[present.at(-1)!]! - start + 1;
    const own = of.filter((row) => steps[row]! >= start);
    const reach = steps[own.at(-1)!]! - start + 1;
    grid += reach;
    if (!known && grid > mostGaps * lines.length + 100) throw irregular(table, time, frequency, steps, of);
    const made: Series = {
      name,
      start,
      values: new Float64Array(length).fill(Number.NaN),
      rows: new Int32Array(reach).fill(-1),
    };
    for (const row of own) {
      const step = steps[row]! - start;
      made.rows[step] = row;
      if (step < length) made.values[step] = values[row]!;
    }
    const absent = made.rows.subarray(0, length).reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0);
    if (absent > 0) gapsIn.push(name);
    gaps += absent;
    empty += made.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0) - absent;
    found.push(made);
  }
  if (found.length === 0) throw new DataError(`${file}: no row has a value of ${target}`);
  if (gaps > 0)
    notes.push(
      `${gaps === 1 ? 'One step has' : `${gaps} steps have`} no row${series === undefined ? '' : ` (in ${gapsIn.slice(0, 5).join(', ')}${gapsIn.length > 5 ? ` and ${gapsIn.length - 5} more` : ''})`}; ${gaps === 1 ? 'it counts' : 'they count'} as missing.`,
    );
  if (empty > 0)
    notes.push(
      `${empty === 1 ? 'One row has' : `${empty} rows have`} no value of ${target}; ${empty === 1 ? 'it counts' : 'they count'} as missing.`,
    );
  return { frequency, series: found, notes };
}

function quoted(name: string): string {
  return name === '' ? 'The series ' : `${JSON.stringify(name)} `;
}

export function columnOf(table: Table, name: string, what: string): readonly string[] {
  const index = table.names.indexOf(name);
  if (index < 0)
    throw new DataError(
      `${table.file}:1: there is no ${what} ${JSON.stringify(name)}; the columns are ${table.names.join(', ')}`,
    );
  return table.columns[index]!;
}

/** The times of the rows, in one format. */
function readTimes(table: Table, name: string): Time[] {
  const { file, lines } = table;
  const texts = columnOf(table, name, 'time column');
  const times = texts.map((text, row): Time => {
    const time = parseTime(text);
    if (!time)
      throw new DataError(
        `${file}:${lines[row]}: ${name} is ${text === '' ? 'empty' : JSON.stringify(text.slice(0, 60))}, not a time: write 2026-01-31, 2026-01-31T12:00, 2026-01, 2026-Q1, a year or a whole number`,
      );
    return time;
  });
  if (times.length === 0) throw new DataError(`${file} has a header and no rows`);
  const clock = new Set(['date', 'minute', 'second']);
  const first = times[0]!.format;
  const other = times.findIndex(({ format }) => format !== first && !(clock.has(format) && clock.has(first)));
  if (other >= 0)
    throw new DataError(
      `${file}:${lines[other]}: ${name} is ${JSON.stringify(texts[other])}, while line ${lines[0]} has ${JSON.stringify(texts[0])}: write all times in one way`,
    );
  const finest = times.some(({ format }) => format === 'second')
    ? 'second'
    : times.some(({ format }) => format === 'minute')
      ? 'minute'
      : first;
  return times.map(({ value }) => ({ value, format: finest }));
}

function irregular(
  { file, lines }: Table,
  time: string,
  frequency: Frequency,
  steps: readonly number[],
  rows: readonly number[],
): DataError {
  const distances = rows.slice(1).map((row, i) => steps[row]! - steps[rows[i]!]!);
  const counts = new Map<number, number>();
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  const odd = Math.max(
    0,
    distances.findIndex((distance) => distance % usual !== 0),
  );
  return new DataError(
    `${file}:${lines[rows[odd + 1]!]}: the times of ${time} are not regular: from ${textAt(frequency, steps[rows[odd]!]!)} to ${textAt(frequency, steps[rows[odd + 1]!]!)} it is ${distances[odd]} steps (${frequencyWords(frequency)}), mostly ${usual}; give a row for each hour, day or month, say, with the sum or the mean of what lies in it`,
  );
}

/** Step behind the last value of all series. */
export function endOf({ series }: Panel): number {
  return series.reduce(
    (end, { start, values }) => Math.max(end, start + values.length),
    Number.NEGATIVE_INFINITY,
  );
}

/** Only what is known before a step; series without a value before it are gone. */
export function before(panel: Panel, end: number): Panel {
  const series = panel.series.flatMap((of): Series[] => {
    let length = Math.min(of.values.length, end - of.start);
    while (length > 0 && Number.isNaN(of.values[length - 1]!)) length -= 1;
    return length > 0 ? [{ ...of, values: of.values.subarray(0, length) }] : [];
  });
  return { ...panel, series };
}
