import { DataError, type Table, tableOfRows } from '../table.ts';
import type { Surroundings } from './features.ts';
import type { Intervals } from './intervals.ts';
import { columnOf, type Panel, readPanel } from './panel.ts';
import { surroundingsOf } from './series-data.ts';
import { forecastModel, type SeriesModel } from './series-model.ts';
import { textAt } from './times.ts';
import { fewestKnown, type Window } from './windows.ts';

/** One value to come. */
export interface ForecastStep {
  /** As the history writes its times. */
  readonly time: string;
  /** Which series; empty where the model is of one. */
  readonly series: string;
  readonly prediction: number;
  /** 90 % of the values should lie between them. */
  readonly lower: number;
  readonly upper: number;
}

/** The next steps of each series. */
export interface Forecast {
  readonly steps: readonly ForecastStep[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** Rows in memory, and what is known of the steps to come. */
export function forecastRows(
  model: SeriesModel,
  history: readonly Readonly<Record<string, unknown>>[],
  known: readonly Readonly<Record<string, unknown>>[] = [],
): Forecast {
  const later = known.map((row) => ({ ...row, [model.target]: undefined }));
  return forecastTable(model, tableOfRows([...history, ...later], 'history'));
}

/**
 * The next steps of each series of a table, from all that it has of the past, which may go on behind what the model was trained on.
 * Rows behind the last value of a series say what is known ahead.
 *
 * @throws {DataError} when a column is missing, times are not those of the model, or columns known ahead are not there
 */
export function forecastTable(model: SeriesModel, table: Table): Forecast {
  const { horizon, season, frequency, columns, names, target, time, series } = model;
  const panel = readPanel(table, { target, time, series }, frequency);
  const notes: string[] = [];
  const windows = panel.series.flatMap(({ name, start, values }, index): Window[] => {
    const present = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
    if (present >= fewestKnown) return [{ series: index, origin: start + values.length - 1 }];
    notes.push(
      `${name === '' ? 'The series' : name} has ${present} known values, and a forecast needs ${fewestKnown}: left out.`,
    );
    return [];
  });
  if (windows.length === 0)
    throw new DataError(`${table.file}: no series has ${fewestKnown} known values, which a forecast needs`);
  checkKnown(model, table, panel, windows);
  const unseen = windows.filter(({ series: index }) => !names.includes(panel.series[index]!.name));
  if (unseen.length > 0 && series !== undefined)
    notes.push(
      `${unseen.length} series are none that the model was trained on: ${unseen
        .slice(0, 5)
        .map(({ series: index }) => panel.series[index]!.name)
        .join(', ')}${unseen.length > 5 ? ' and others' : ''}.`,
    );
  const around = surroundingsOf(table, panel, season, columns, names);
  const predicted = forecastModel(model, around, windows);
  const { lower, upper } = bounded(around, windows, horizon, model.intervals, predicted);
  const steps = windows.flatMap(({ series: index, origin }, w) =>
    Array.from({ length: horizon }, (_, k) => ({
      time: textAt(frequency, origin + 1 + k),
      series: panel.series[index]!.name,
      prediction: predicted[w * horizon + k]!,
      lower: lower[w * horizon + k]!,
      upper: upper[w * horizon + k]!,
    })),
  );
  return { steps, notes };
}

/** Ends of the intervals: windows × horizon. */
export function bounded(
  { histories, panel }: Surroundings,
  windows: readonly Window[],
  horizon: number,
  { low, high }: Intervals,
  predicted: Float64Array,
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const units = windows.map(({ series, origin }) => {
    const scale = histories[series]!.scale(origin - panel.series[series]!.start);
    return Number.isNaN(scale) ? 0 : scale;
  });
  const end = (of: readonly number[]) =>
    predicted.map((value, i) => value + of[i % horizon]! * units[Math.floor(i / horizon)]!);
  return { lower: end(low), upper: end(high) };
}

function checkKnown(
  { columns, horizon, frequency, time }: SeriesModel,
  table: Table,
  panel: Panel,
  windows: readonly Window[],
): void {
  for (const { column } of [...columns.known, ...columns.past]) columnOf(table, column, 'column');
  if (columns.known.length === 0) return;
  for (const { series, origin } of windows) {
    const { name, rows, start } = panel.series[series]!;
    for (let step = origin + 1; step <= origin + horizon; step++)
      if ((rows[step - start] ?? -1) < 0)
        throw new DataError(
          `${table.file}: there is no row for ${name === '' ? '' : `${name} at `}${textAt(frequency, step)}: ${columns.known.map(({ column }) => column).join(', ')} must be known for the ${horizon} steps to come; add rows with ${time} and ${columns.known.length === 1 ? 'it' : 'them'}, and leave the target empty`,
        );
  }
}
