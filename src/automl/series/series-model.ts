import path from 'node:path';
import { type FittedForecaster, forecastFitted } from '../families/series/forecasters.ts';
import {
  ModelFileError,
  readDocument,
  readFitted,
  readModel,
  writeDocument,
  writeFitted,
} from '../model-files.ts';
import type { TableModel } from '../table-model.ts';
import { addWeighted } from '../weighted-sum.ts';
import type { Surroundings } from './features.ts';
import type { Intervals } from './intervals.ts';
import type { SeriesColumns } from './series-data.ts';
import type { Frequency } from './times.ts';
import type { Window } from './windows.ts';

/** A model of series to use: what makes inputs of a past, and fitted models whose forecasts are averaged. */
export interface SeriesModel {
  readonly task: 'forecasting';
  readonly target: string;
  readonly time: string;
  /** Column that tells series apart. */
  readonly series?: string;
  readonly horizon: number;
  readonly season: number;
  readonly frequency: Frequency;
  readonly columns: SeriesColumns;
  /** Series that it was trained on. */
  readonly names: readonly string[];
  readonly intervals: Intervals;
  readonly members: readonly SeriesMember[];
}

export interface SeriesMember {
  /** Number of the search trial whose config it is. */
  readonly trial: number;
  /** All add up to 1. */
  readonly weight: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly fitted: FittedForecaster;
}

/** Weighted mean of what the members say: windows × horizon. */
export function forecastModel(
  { members, horizon }: Pick<SeriesModel, 'members' | 'horizon'>,
  around: Surroundings,
  windows: readonly Window[],
): Float64Array {
  const sum = new Float64Array(windows.length * horizon);
  for (const { weight, fitted } of members)
    addWeighted(sum, weight, forecastFitted(fitted, around, windows, horizon));
  return sum;
}

/** Writes `model.json`, and a folder for each network. */
export function writeSeriesModel(folder: string, { members, ...model }: SeriesModel): void {
  writeDocument(folder, {
    ...model,
    members: members.map(({ fitted, ...member }, i) => ({
      ...member,
      fitted: 'learned' in fitted ? { ...fitted, learned: writeFitted(folder, i, fitted.learned) } : fitted,
    })),
  });
}

/**
 * Reads a model of any task.
 *
 * @throws {ModelFileError}
 */
export function readAnyModel(folder: string): TableModel | SeriesModel {
  const document = readDocument<SeriesModel>(folder);
  if (document.task !== 'forecasting') return readModel(folder);
  const { task, target, time, series, horizon, season, frequency, columns, names, intervals, members } =
    document;
  if (
    target === undefined ||
    time === undefined ||
    !horizon ||
    !season ||
    !frequency ||
    !columns ||
    !names ||
    !intervals ||
    !Array.isArray(members) ||
    members.length === 0
  )
    throw new ModelFileError(
      `${path.join(folder, 'model.json')} is damaged: it lacks a part of the model; export it again`,
    );
  return {
    task,
    target,
    time,
    ...(series === undefined ? {} : { series }),
    horizon,
    season,
    frequency,
    columns,
    names,
    intervals,
    members: (members as readonly SeriesMember[]).map((member) =>
      'learned' in member.fitted
        ? { ...member, fitted: { ...member.fitted, learned: readFitted(folder, member.fitted.learned) } }
        : member,
    ),
  };
}
