import { beforeAll, expect, test } from 'vitest';
import { parseDelimited } from '../../../src/automl/delimited.ts';
import { createForecaster } from '../../../src/automl/families/series/forecasters.ts';
import { inputImportance } from '../../../src/automl/series/input-importance.ts';
import { endOf, type SeriesTask } from '../../../src/automl/series/panel.ts';
import { createSeriesData, surroundings } from '../../../src/automl/series/series-data.ts';
import { windowsAt } from '../../../src/automl/series/windows.ts';
import { randomStream } from '../../../src/math/random.ts';
import { forecasting } from '../../../src/spec/tasks/forecasting.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
});

const horizon = 5;
const days = 150;
const defaults = Object.fromEntries(
  Object.entries(forecasting.params).map(([name, of]) => [name, (of as { default: unknown }).default]),
);

interface Day {
  readonly step: number;
  /** Known ahead, 0 or 1. */
  readonly promotion: number;
  /** Known up to now. */
  readonly weather: number;
  readonly noise: number;
}

/** By how much mean absolute errors of the last 20 days rise, of a mean of models; undefined is a missing value. */
async function importanceOf(
  values: Readonly<Record<string, (day: Day) => number | undefined>>,
  configs: readonly Readonly<Record<string, unknown>>[],
  season = 1,
) {
  const rows = Object.entries(values).flatMap(([store, value]) => {
    const random = randomStream(2, store);
    return Array.from({ length: days }, (_, step) => {
      const promotion = random.integer(2);
      const day = { step, promotion, weather: random.uniform(), noise: random.normal() };
      const date = new Date(Date.UTC(2024, 0, 1 + step)).toISOString().slice(0, 10);
      return [store, date, promotion, day.weather, value(day) ?? ''].join(',');
    });
  });
  const task: SeriesTask = {
    type: 'time-series-forecasting',
    data: 'sales.csv',
    target: 'sales',
    time: 'day',
    series: 'store',
    known: ['promotion'],
    horizon,
    season,
    test: 4 * horizon,
    ignore: [],
  };
  const table = parseDelimited(
    ['store,day,promotion,weather,sales', ...rows].join('\n'),
    undefined,
    'sales.csv',
  );
  const data = createSeriesData(table, task);
  const cutoff = endOf(data.search) - 1;
  const training = { around: surroundings(data, data.search), horizon, cutoff, windows: [], seed: 1 };
  const members = [];
  for (const [trial, config] of configs.entries()) {
    const forecaster = createForecaster(tf, { ...defaults, ...config }, training);
    await forecaster.trainTo(1);
    members.push({ trial, weight: 1 / configs.length, config, fitted: await forecaster.fitted() });
    forecaster.dispose();
  }
  const windows = [0, 1, 2, 3].flatMap((i) => windowsAt(data.whole, cutoff + i * horizon));
  const found = inputImportance(
    {
      task: 'forecasting',
      target: 'sales',
      time: 'day',
      series: 'store',
      horizon,
      season,
      frequency: data.search.frequency,
      columns: data.columns,
      names: Object.keys(values),
      intervals: { level: 0.9, low: [], high: [] },
      members,
    },
    data,
    { around: surroundings(data, data.whole), windows },
    { metric: 'val_mae', goal: 'minimize', seed: 3 },
  );
  expect(found.map(({ mean }) => mean)).toEqual(found.map(({ mean }) => mean).sort((a, b) => b - a));
  return Object.fromEntries(found.map(({ column, mean }) => [column, mean]));
}

test('of what a column alone decides, that column is important, by as much as it does', async () => {
  const sales = ({ promotion, noise }: Day) => 100 + 20 * promotion + noise;
  const found = await importanceOf({ north: sales, south: sales }, [
    { family: 'trees', difference: 'none' },
    { family: 'linear', difference: 'none' },
  ]);
  expect(Object.keys(found).sort()).toEqual([
    'day: calendar',
    'promotion',
    'sales: newest values',
    'store',
    'weather',
  ]);
  // Every second value is that of the other kind of day: 10, of models that have learned all of it.
  expect(found['promotion']).toBeGreaterThan(6);
  expect(found['promotion']).toBeLessThan(12);
  const { promotion, ...others } = found;
  for (const mean of Object.values(others)) expect(Math.abs(mean)).toBeLessThan(1);
});

test('what differs from weekday to weekday is the calendar, where the past has no season', async () => {
  const sales = ({ step, noise }: Day) => 100 + (step % 7 === 5 ? 40 : 0) + noise;
  const found = await importanceOf({ north: sales, south: sales }, [
    { family: 'trees', difference: 'none', lags: 1 },
  ]);
  // A seventh of the days falls by 40, and as many others rise.
  expect(found['day: calendar']).toBeGreaterThan(6);
  expect(found['promotion']).toBeLessThan(1);
});

test('exponential smoothing sees the past alone: what is in its season, and what is new', async () => {
  const weekly = ({ step, noise }: Day) => 100 + 10 * (step % 7) + noise;
  const season = await importanceOf({ north: weekly, south: weekly }, [{ family: 'smoothing' }], 7);
  expect(season['sales: place in the season']).toBeGreaterThan(15);
  expect(Math.abs(season['sales: newest values']!)).toBeLessThan(1);
  for (const input of ['day: calendar', 'promotion', 'weather']) expect(season[input]).toBe(0);

  const rising = ({ step, noise }: Day) => 5 * step + noise;
  const level = await importanceOf({ north: rising, south: rising }, [{ family: 'smoothing' }]);
  expect(level['sales: newest values']).toBeGreaterThan(50);
});

test('values that are missing turn with the others: the same season again is the same forecast', async () => {
  // At each place of the season, and at the beginning of a past that is turned.
  const patchy = ({ step }: Day) => (step > 0 && step % 11 < 2 ? undefined : 100 + 10 * (step % 7));
  const kinds = [{ family: 'naive' }, { family: 'naive', naive_kind: 'mean' }];
  const found = await importanceOf({ north: patchy, south: patchy }, kinds, 7);
  expect(found['sales: newest values']).toBeCloseTo(0, 9);
  expect(found['sales: place in the season']).toBeGreaterThan(5);
});

test('the name of a series is important where series answer differently', async () => {
  const found = await importanceOf(
    {
      north: ({ promotion, noise }) => 100 + 20 * promotion + noise,
      south: ({ promotion, noise }) => 120 - 20 * promotion + noise,
    },
    [{ family: 'trees', difference: 'none', trees_column_share: 1, trees_rounds: 400 }],
  );
  // Each forecast is that of the other kind of day: nearly 20.
  expect(found['store']).toBeGreaterThan(14);
  expect(found['promotion']).toBeGreaterThan(5);
  expect(found['weather']).toBeLessThan(2);
});
