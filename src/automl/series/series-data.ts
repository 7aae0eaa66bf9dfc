import { type ColumnCoding, encodeColumn } from '../columns.ts';
import { type Feature, typed } from '../dataset.ts';
import type { ColumnFeatures } from '../evaluation.ts';
import { DataError, type Table } from '../table.ts';
import type { Surroundings } from './features.ts';
import { historyOf } from './history.ts';
import { before, columnOf, endOf, type Panel, readPanel, type SeriesTask } from './panel.ts';
import { findSeason } from './season.ts';
import { frequencyWords, textAt } from './times.ts';
import { fewestKnown } from './windows.ts';

/** The columns beside target, time and series, as the search has found them: plain data. */
export interface SeriesColumns {
  readonly known: readonly ColumnCoding[];
  readonly past: readonly ColumnCoding[];
}

/** The data of a forecast: what trials see, and what comes behind it. */
export interface SeriesData {
  readonly table: Table;
  /** With the test part. */
  readonly whole: Panel;
  /** What trials see. */
  readonly search: Panel;
  readonly season: number;
  readonly columns: SeriesColumns;
  readonly test: boolean;
  readonly notes: readonly string[];
}

/**
 * Types the columns, finds frequency and season, and takes the test part out: the last steps on the common grid.
 *
 * @param own test part in a file of its own, which goes on where the data end
 * @throws {DataError} when nothing can be learned
 */
export function createSeriesData(data: Table, task: SeriesTask, own?: Table): SeriesData {
  const names = { target: task.target, time: task.time, series: task.series };
  for (const name of [...task.ignore, ...(task.known ?? [])]) columnOf(data, name, 'column');
  const table = own ? joined(data, own, task) : data;
  const { frequency, series, notes } = readPanel(table, names);
  const end = endOf({ frequency, series, notes });
  const start = series.reduce((least, of) => Math.min(least, of.start), end);
  const cut = own ? endOf(readPanel(data, names, frequency)) : end - testSteps(task, end - start);
  const needed = task.horizon + fewestKnown;
  const long = before({ frequency, series, notes }, cut).series.filter(
    ({ values }) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) >= needed,
  );
  if (long.length === 0)
    throw new DataError(
      `${data.file}: no series has ${needed} known values${cut < end ? ' before the test part' : ''}: a horizon of ${task.horizon} needs at least so many; shorten \`horizon\`${cut < end ? ' or `test`' : ''}, or give a longer past`,
    );
  if (long.every(({ values }) => isConstant(values)))
    throw new DataError(
      `${data.file}: ${task.target} is ${task.series === undefined ? 'the same at every time' : 'always the same within each series'}: there is nothing to forecast`,
    );
  const kept = new Set(long.map(({ name }) => name));
  const search: Panel = { frequency, series: long, notes };
  const constant = long.filter(({ values }) => isConstant(values)).map(({ name }) => name);
  const { season, note } =
    task.season === undefined
      ? findSeason(search)
      : { season: task.season, note: `Season: ${task.season} steps.` };
  const found = columnsOf(table, task, search);
  const left = series.length - long.length;
  const first = long.reduce((least, of) => Math.min(least, of.start), cut);
  return {
    table,
    whole: { frequency, series: series.filter(({ name }) => kept.has(name)), notes },
    search,
    season,
    columns: found.columns,
    test: cut < end,
    notes: [
      `${data.file}: ${task.series === undefined ? 'one series' : `${series.length} series`}, ${frequencyWords(frequency)}, ${textAt(frequency, start)} to ${textAt(frequency, end - 1)} (${end - start} steps).`,
      note,
      ...(found.shown.length > 0 ? [`Other columns: ${found.shown.join(', ')}.`] : []),
      ...notes,
      ...found.notes,
      ...(left > 0
        ? [
            `${left === 1 ? 'One' : left} of ${series.length} series ${left === 1 ? 'has' : 'have'} fewer than ${needed} known values${cut < end ? ' before the test part' : ''} and ${left === 1 ? 'is' : 'are'} left out: ${shortList(series.filter(({ name }) => !kept.has(name)).map(({ name }) => name))}.`,
          ]
        : []),
      ...(constant.length > 0 ? [`Always the same, and not part of val_mase: ${shortList(constant)}.`] : []),
      cut < end
        ? `Test part: ${end - cut} steps, ${textAt(frequency, cut)} to ${textAt(frequency, end - 1)}, which no trial sees.`
        : `No test part: ${task.test === 0 ? 'task.test is 0' : `${end - first} steps are too few for one`}.`,
    ],
  };
}

/** What models take of a panel of the data. */
export function surroundings(
  { table, season, columns, search }: Pick<SeriesData, 'table' | 'season' | 'columns' | 'search'>,
  panel: Panel,
): Surroundings {
  return surroundingsOf(
    table,
    panel,
    season,
    columns,
    search.series.map(({ name }) => name),
  );
}

/** @param names of the series that the training has seen */
export function surroundingsOf(
  table: Table,
  panel: Panel,
  season: number,
  columns: SeriesColumns,
  names: readonly string[],
): Surroundings {
  const encode = (codings: readonly ColumnCoding[]): Feature[] =>
    encodeColumns(table, codings).flatMap(({ features }) => features);
  return {
    panel,
    ...historiesOf(panel, season),
    season,
    names,
    known: encode(columns.known),
    past: encode(columns.past),
  };
}

/** What is known of the series of a panel at any of their steps. */
export function historiesOf({ series }: Panel, season: number): Pick<Surroundings, 'histories' | 'logs'> {
  return {
    histories: series.map((of) => historyOf(of, season)),
    // Values behind the last one above 0 are no numbers, and nobody asks for them.
    logs: series.map(({ values }) =>
      values[0]! > 0 ? historyOf({ values: values.map((value) => Math.log(value)) }, season) : undefined,
    ),
  };
}

/** Columns with the features that each of them gives. */
export function encodeColumns(table: Table, codings: readonly ColumnCoding[]): ColumnFeatures[] {
  return codings.map((coding) => ({
    column: coding.column,
    features: encodeColumn(coding, columnOf(table, coding.column, 'column')),
  }));
}

/** Steps that no trial sees. */
function testSteps({ test, horizon }: SeriesTask, length: number): number {
  if (typeof test === 'number' && test > 0)
    return test < 1 ? Math.max(1, Math.round(test * length)) : Math.round(test);
  if (test === 0) return 0;
  // So that a validation is left.
  return length >= 2 * horizon + fewestKnown ? horizon : 0;
}

function columnsOf(table: Table, task: SeriesTask, search: Panel) {
  const rows = search.series.flatMap(({ rows: of, values }) =>
    [...of.subarray(0, values.length)].filter((row) => row >= 0),
  );
  const columns = { known: [] as ColumnCoding[], past: [] as ColumnCoding[] };
  const [notes, shown]: [string[], string[]] = [[], []];
  const others = table.names.filter(
    (name) => ![task.target, task.time, task.series, ...task.ignore].includes(name),
  );
  for (const name of others) {
    const texts = columnOf(table, name, 'column');
    const { kind, coding } = typed(
      name,
      rows.map((row) => texts[row]!),
      notes,
    );
    const ahead = task.known?.includes(name) ?? false;
    shown.push(`${name} (${kind}${coding ? (ahead ? ', known ahead' : ', known up to now') : ''})`);
    if (coding) columns[ahead ? 'known' : 'past'].push(coding);
  }
  return { columns, notes, shown };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || value === values[0]);
}

/** The data and the test part behind them, in one table. */
function joined(data: Table, own: Table, task: SeriesTask): Table {
  const names = { target: task.target, time: task.time, series: task.series };
  const panel = readPanel(data, names);
  const later = readPanel(own, names, panel.frequency);
  const begins = later.series.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const end = endOf(panel);
  if (begins < end)
    throw new DataError(
      `${own.file} begins at ${textAt(panel.frequency, begins)}, and ${data.file} goes on until ${textAt(panel.frequency, end - 1)}: a test part must come after it`,
    );
  return {
    ...data,
    columns: data.names.map((name, i) => [
      ...data.columns[i]!,
      ...(own.names.includes(name) ? columnOf(own, name, 'column') : Array.from(own.lines, () => '')),
    ]),
    lines: Int32Array.from([...data.lines, ...own.lines]),
  };
}

function shortList(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}
