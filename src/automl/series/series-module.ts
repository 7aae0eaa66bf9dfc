import path from 'node:path';
import type { TaskSpec } from '../../spec/spec.ts';
import type { DataContext, TrialContext } from '../../tensorflow/contexts.ts';
import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import { createForecaster, trainsInSteps } from '../families/series/forecasters.ts';
import { mostTrainingRows, trainingCells } from '../families/series/regression.ts';
import { readData } from '../read.ts';
import { DataError } from '../table.ts';
import type { Surroundings } from './features.ts';
import type { Forecaster } from './forecaster.ts';
import type { SeriesTask } from './panel.ts';
import { createSeriesData, type SeriesData, surroundings } from './series-data.ts';
import {
  type Actual,
  actualsOf,
  cutoffs,
  originsBetween,
  scoreForecasts,
  type Window,
  windowsAt,
} from './windows.ts';

/** Models of one validation are trained on so many rows altogether; with more, one serves several cut-offs. */
const mostValidatedRows = 16_000;

/** The module that trains a forecast: what a user's own module would export. */
export function seriesModule(task: TaskSpec, file: string) {
  const of = seriesTask(task);
  return {
    data: async (_: DataContext): Promise<Validation> => {
      const data = await readSeries(of, file);
      for (const text of data.notes) console.log(text);
      return validationOf(data, of.horizon);
    },
    objective: async ({ tf, data, config, seed, epochs, report }: TrialContext): Promise<void> => {
      const validation = data as Validation;
      const actuals = validatedActuals(validation);
      const trained = forecastersOf(tf, config, validation, seed);
      try {
        for (let epoch = trainsInSteps(config) ? 1 : epochs; epoch <= epochs; epoch++) {
          await report(epoch, scoreForecasts(actuals, await predictAll(trained, epoch / epochs)));
        }
      } finally {
        for (const { dispose } of trained) dispose();
      }
    },
  };
}

/** @throws {DataError} */
export async function readSeries(task: SeriesTask, file: string): Promise<SeriesData> {
  const read = (name: string) => readData(task, name, path.relative(process.cwd(), name));
  const { test } = task;
  return createSeriesData(
    await read(file),
    task,
    typeof test === 'string' ? await read(path.resolve(test)) : undefined,
  );
}

/** The schema asks for both. */
export function seriesTask(task: TaskSpec): SeriesTask {
  const { time, horizon } = task;
  if (time === undefined || horizon === undefined)
    throw new DataError('a task of type time-series-forecasting needs `time` and `horizon`');
  return { ...task, time, horizon };
}

/** What configs are scored on: forecasts from some cut-offs, by models that know nothing behind the first of each block. */
export interface Validation {
  readonly around: Surroundings;
  readonly horizon: number;
  readonly blocks: readonly { readonly cutoff: number; readonly windows: readonly Window[] }[];
}

export function validationOf(data: SeriesData, horizon: number): Validation {
  const around = surroundings(data, data.search);
  const all = cutoffs(data.search, horizon).flatMap((cutoff, i, of) => {
    const origins = originsBetween(cutoff, of[i + 1], horizon, data.search.series.length * of.length);
    const windows = origins.flatMap((origin) => windowsAt(data.search, origin));
    return windows.length > 0 ? [{ cutoff, windows }] : [];
  });
  if (all.length === 0)
    throw new DataError(
      `${data.table.file}: no series goes on for the ${horizon} steps up to the end of what trials see: there is nothing to validate on`,
    );
  const rows = Math.min(mostTrainingRows, trainingCells(around, horizon, all.at(-1)!.cutoff).length);
  const models = Math.max(1, Math.min(all.length, Math.floor(mostValidatedRows / Math.max(1, rows))));
  const size = Math.ceil(all.length / models);
  const blocks: { cutoff: number; windows: Window[] }[] = [];
  all.forEach(({ cutoff, windows }, i) => {
    if (i % size === 0) blocks.push({ cutoff, windows: [...windows] });
    else blocks.at(-1)!.windows.push(...windows);
  });
  return { around, horizon, blocks };
}

interface Trained {
  readonly forecaster: Forecaster;
  readonly windows: readonly Window[];
  readonly dispose: () => void;
}

/** A model for each block, untrained. */
export function forecastersOf(
  tf: TensorFlow,
  config: Readonly<Record<string, unknown>>,
  { around, horizon, blocks }: Validation,
  seed: number,
): Trained[] {
  const made: Trained[] = [];
  try {
    for (const { cutoff, windows } of blocks) {
      const forecaster = createForecaster(tf, config, { around, horizon, cutoff, windows, seed });
      made.push({ forecaster, windows, dispose: () => forecaster.dispose() });
    }
  } catch (error) {
    for (const { dispose } of made) dispose();
    throw error;
  }
  return made;
}

/** Forecasts of all windows, block by block. */
export async function predictAll(trained: readonly Trained[], share: number): Promise<Float64Array> {
  const parts: Float64Array[] = [];
  for (const { forecaster } of trained) {
    await forecaster.trainTo(share);
    parts.push(await forecaster.forecast());
  }
  return Float64Array.from(parts.flatMap((part) => [...part]));
}

/** All that is forecast, block by block. */
export function windowsOf({ blocks }: Validation): Window[] {
  return blocks.flatMap(({ windows }) => windows);
}

/** What came in all windows. */
export function validatedActuals(validation: Validation): Actual[] {
  const { around, horizon } = validation;
  return actualsOf(around.panel, around.histories, windowsOf(validation), horizon);
}
