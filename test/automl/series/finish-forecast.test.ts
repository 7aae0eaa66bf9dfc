import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDelimited } from '../../../src/automl/delimited.ts';
import { finishTask } from '../../../src/automl/finish.ts';
import { outcomeFile } from '../../../src/automl/finished-files.ts';
import { modelOutcome } from '../../../src/automl/outcome.ts';
import { loadModel } from '../../../src/automl/predict.ts';
import { forecastTable } from '../../../src/automl/series/forecast.ts';
import { intervalsOf } from '../../../src/automl/series/intervals.ts';
import { readAnyModel, type SeriesModel } from '../../../src/automl/series/series-model.ts';
import { randomStream } from '../../../src/math/random.ts';
import type { TaskSpec } from '../../../src/spec/spec.ts';
import { forecasting } from '../../../src/spec/tasks/forecasting.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
let folder: string;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
  folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-forecast-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const steps = 80;
const horizon = 4;

/** Two stores by quarter; a promotion, known ahead, sells 20 more. */
function sales(from: number, to: number, known = true): Record<string, unknown>[] {
  return ['north', 'south'].flatMap((store) =>
    Array.from({ length: to - from }, (_, i) => {
      const step = from + i;
      const random = randomStream(step, store);
      const promotion = random.uniform() < 0.3 ? 1 : 0;
      const level = (store === 'north' ? 100 : 50) + [0, 8, 15, -5][step % 4]! + 0.2 * step;
      return {
        store,
        quarter: `${2000 + Math.floor(step / 4)}-Q${(step % 4) + 1}`,
        promotion,
        ...(known ? { sales: level + 20 * promotion + random.normal() } : {}),
      };
    }),
  );
}

function csv(rows: readonly Record<string, unknown>[]): string {
  const names = ['store', 'quarter', 'promotion', 'sales'];
  return [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n');
}

const defaults = Object.fromEntries(
  Object.entries(forecasting.params).map(([name, of]) => [
    name,
    (of as { default: string | number }).default,
  ]),
);

test('the model of a forecast uses what is known ahead, beats the seasonal naive one, and its files say the same', async () => {
  const file = path.join(folder, 'sales.csv');
  writeFileSync(file, csv(sales(0, steps)));
  const task: TaskSpec = {
    type: 'time-series-forecasting',
    data: file,
    target: 'sales',
    time: 'quarter',
    series: 'store',
    known: ['promotion'],
    horizon,
    ignore: [],
  };
  const configs = [
    { family: 'linear', lags: 8 },
    { family: 'network', network_passes: 3, network_units: 16, lags: 4 },
    { family: 'naive' },
    { family: 'smoothing' },
  ];
  const candidates = configs.map((config, trial) => ({
    trial,
    config: { ...defaults, ...config },
    seed: trial,
  }));
  const out = path.join(folder, 'model');
  const order = { metric: 'val_mase', goal: 'minimize', limitMs: 600_000, folder: out, seed: 1 } as const;
  await finishTask(tf, task, file, { ...order, candidates });
  const outcome = modelOutcome.parse(JSON.parse(readFileSync(path.join(out, outcomeFile), 'utf8')));
  expect(outcome.rows).toEqual({ search: 2 * (steps - horizon), test: 2 * horizon });
  expect(outcome.ensemble.validation).toBeLessThanOrEqual(outcome.single.validation);
  // A season before there was another promotion.
  expect(outcome.ensemble.validation).toBeLessThan(0.6 * outcome.baseline!.validation);
  expect(outcome.test!.metrics['val_mase']).toBe(outcome.ensemble.test!.value);
  const { forecast, importance } = outcome.test!;
  expect(importance[0]!.mean).toBeGreaterThan(0.2);
  expect(importance.map(({ column }) => column).sort()).toEqual([
    'promotion',
    'quarter: calendar',
    'sales: newest values',
    'sales: place in the season',
    'store',
  ]);
  expect(forecast!.steps.map(({ values }) => values)).toEqual([2, 2, 2, 2]);
  expect(forecast!.drawn.map(({ series, times }) => [series, times[1], times[2]])).toEqual([
    ['north', '2019-Q1', '2019-Q4'],
    ['south', '2019-Q1', '2019-Q4'],
  ]);

  // What is written forecasts the test part as the outcome says: the past as rows, what is known ahead beside it.
  const model = loadModel(out);
  expect(model.columns).toEqual(['quarter', 'store', 'sales', 'promotion']);
  const past = sales(0, steps - horizon);
  const said = model.forecast(past, { known: sales(steps - horizon, steps, false) });
  const north = said.filter(({ series }) => series === 'north');
  expect(north.map(({ time }) => time)).toEqual(['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4']);
  north.forEach(({ prediction, lower, upper }, i) => {
    expect(prediction).toBeCloseTo(forecast!.drawn[0]!.predicted[i]!, 2);
    expect(lower).toBeLessThanOrEqual(prediction);
    expect(upper).toBeGreaterThan(prediction);
  });

  // A longer past moves the steps on, a series that the model has not seen is forecast, too, and a short one is left out.
  const read = readAnyModel(out) as SeriesModel;
  const table = (rows: readonly Record<string, unknown>[]) =>
    parseDelimited(csv(rows), undefined, 'next.csv');
  const longer = [
    ...sales(0, steps),
    ...sales(steps, steps + horizon, false),
    ...sales(0, steps + horizon)
      .filter(({ store }) => store === 'south')
      .map((row, i) => ({ ...row, store: 'west', ...(i >= steps ? { sales: undefined } : {}) })),
    { store: 'new', quarter: '2019-Q4', promotion: 0, sales: 3 },
  ];
  const next = forecastTable(read, table(longer));
  expect(
    next.steps.map(({ series, time }) => `${series} ${time}`).filter((_, i) => i % horizon === 0),
  ).toEqual(['north 2020-Q1', 'south 2020-Q1', 'west 2020-Q1']);
  expect(next.notes).toEqual([
    'new has 1 known values, and a forecast needs 4: left out.',
    '1 series are none that the model was trained on: west.',
  ]);

  expect(() => forecastTable(read, table(past))).toThrow(
    'next.csv: there is no row for north at 2019-Q1: promotion must be known for the 4 steps to come',
  );
  const between = parseDelimited('store,quarter,promotion,sales\nnorth,2019,1,3', undefined, 'next.csv');
  expect(() => forecastTable(read, between)).toThrow("which is no step of the model's times (quarterly");
  expect(() => model.predict([])).toThrow('this model forecasts sales: use forecast(history)');
});

/** What is forecast, so that errors are what came. */
const zero = new Float64Array(1);

/** Errors of forecasts from origins a horizon apart, twice as large with each step, of series with the scale 2. */
function errorsOf(origins: number, series: number, alike: boolean) {
  const random = randomStream(3, 'errors');
  return Array.from({ length: origins }, (_, origin) => {
    const shared = random.normal();
    return Array.from({ length: series }, (_, of) =>
      Array.from({ length: horizon }, (_, k) => {
        const actual = 2 * (k + 1) * (alike ? shared : random.normal());
        return {
          series: of,
          origin: origin * horizon,
          place: 0,
          step: k + 1,
          actual,
          scale: 2,
        };
      }),
    ).flat();
  }).flat();
}

test('intervals widen with the steps and hold as many of the errors as they should', () => {
  const actuals = errorsOf(100, 1, false);
  const { low, high, level } = intervalsOf(actuals, zero, horizon);
  expect(level).toBe(0.9);
  for (let k = 1; k < 4; k++) expect(high[k]! - low[k]!).toBeGreaterThanOrEqual(high[k - 1]! - low[k - 1]!);
  const held = actuals.filter(
    ({ step, actual }) => actual >= 2 * low[step - 1]! && actual <= 2 * high[step - 1]!,
  ).length;
  expect(held / 400).toBeGreaterThan(0.87);
  expect(held / 400).toBeLessThan(0.95);
});

test('intervals are wider than the errors of few origins, less so where many series err independently', () => {
  const widening = (actuals: ReturnType<typeof errorsOf>) => {
    const relative = actuals.map(({ actual, step }) => Math.abs(actual) / (2 * step)).sort((a, b) => a - b);
    const quantile = relative[Math.ceil((relative.length + 1) * 0.9) - 1]!;
    const spread = (step: number) => {
      const of = actuals.filter((one) => one.step === step);
      return Math.sqrt(of.reduce((sum, { actual }) => sum + (actual / 2) ** 2, 0) / of.length);
    };
    return (
      intervalsOf(actuals, zero, horizon).high[horizon - 1]! / ((quantile * spread(horizon)) / spread(1))
    );
  };
  // Of one series all errors are alike within an origin, and so is the spread by step: Student's t of four degrees of freedom.
  expect(widening(errorsOf(5, 1, true))).toBeCloseTo(2.1318 / 1.6449, 3);
  expect(widening(errorsOf(5, 20, true))).toBeCloseTo(2.1318 / 1.6449, 3);
  expect(widening(errorsOf(40, 20, false))).toBeLessThan(1.15);
});
