import { beforeAll, expect, test } from 'vitest';
import { parseDelimited } from '../../../src/automl/delimited.ts';
import { createForecaster, forecastFitted } from '../../../src/automl/families/series/forecasters.ts';
import { featuresOf } from '../../../src/automl/series/features.ts';
import type { SeriesTask } from '../../../src/automl/series/panel.ts';
import { createSeriesData, surroundings } from '../../../src/automl/series/series-data.ts';
import { actualsOf, cutoffs, scoreForecasts, windowsAt } from '../../../src/automl/series/windows.ts';
import { randomStream } from '../../../src/math/random.ts';
import { forecasting } from '../../../src/spec/tasks/forecasting.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
});

const task: SeriesTask = {
  type: 'time-series-forecasting',
  data: 'a.csv',
  target: 'y',
  time: 't',
  series: 's',
  known: ['ahead'],
  horizon: 6,
  season: 4,
  test: 0,
  ignore: [],
};
const length = 60;
const cut = 40;

/** Two series; values and the column that is not known ahead are others behind the cut. */
function around(future: string) {
  const past = randomStream(1, 'past');
  const later = randomStream(1, future);
  const rows = ['a', 'b'].flatMap((name) =>
    Array.from({ length }, (_, i) => {
      const random = i > cut ? later : past;
      const level = i > cut && future !== 'as it was' ? -500 : 50;
      return `${name},${i},${level + 5 * (i % 4) + random.normal()},${i % 5},${random.uniform()}`;
    }),
  );
  const data = createSeriesData(
    parseDelimited(['s,t,y,ahead,other', ...rows].join('\n'), undefined, 'a.csv'),
    task,
  );
  return surroundings(data, data.search);
}

const configs = [
  ...forecasting.starts,
  { family: 'linear', difference: 'none', lags: 20 },
  { family: 'linear', difference: 'last', log: true },
].map(
  (start): Record<string, unknown> => ({
    ...Object.fromEntries(
      Object.entries(forecasting.params).map(([name, of]) => [name, (of as { default: unknown }).default]),
    ),
    network_passes: 5,
    trees_rounds: 20,
    ...start,
  }),
);

test('inputs at an origin do not depend on what comes behind it', () => {
  const [as, other] = [around('as it was'), around('another')];
  const cells = [0, 1].flatMap((series) =>
    Array.from({ length: cut + 1 }, (_, step) => [1, 3, 6].map((ahead) => ({ series, step, ahead }))).flat(),
  );
  for (const difference of ['none', 'last', 'season'] as const)
    for (const log of [false, true]) {
      const options = { lags: 15, difference, log };
      expect(featuresOf(other, cells, options)).toEqual(featuresOf(as, cells, options));
    }
});

test.each(configs.map((config) => [config['family'], config] as const))(
  'what %s learns and forecasts does not depend on what comes behind the cut-off',
  async (_, config) => {
    const forecasts: number[][] = [];
    for (const future of ['as it was', 'another']) {
      const of = around(future);
      const windows = windowsAt(of.panel, cut);
      const input = { around: of, horizon: task.horizon, cutoff: cut, windows, seed: 3 };
      const forecaster = createForecaster(tf, config, input);
      await forecaster.trainTo(1);
      forecasts.push([...(await forecaster.forecast())]);
      // What is exported says the same.
      const exported = forecastFitted(await forecaster.fitted(), of, windows, task.horizon);
      for (const [i, value] of exported.entries()) expect(value).toBeCloseTo(forecasts.at(-1)![i]!, 3);
      forecaster.dispose();
    }
    expect(forecasts[1]).toEqual(forecasts[0]);
    expect(forecasts[0]!.every((value) => value > 20 && value < 100)).toBe(true);
  },
);

test('horizons of the rolling origins end with the data, and errors are scaled by what was known', () => {
  const of = around('as it was');
  const origins = cutoffs(of.panel, 6);
  expect(origins.at(-1)! + 6).toBe(length - 1);
  expect(origins.length).toBe(5);
  const windows = windowsAt(of.panel, origins[0]!);
  expect(windows.length).toBe(2);
  // Off by exactly the scale of each series: a mean absolute scaled error of 1.
  const predicted = new Float64Array(12);
  windows.forEach(({ series, origin }, w) => {
    const { values } = of.panel.series[series]!;
    const distances = Array.from({ length: origin - 3 }, (_, i) => Math.abs(values[i + 4]! - values[i]!));
    const scale = distances.reduce((a, b) => a + b) / distances.length;
    for (let k = 0; k < 6; k++) predicted[w * 6 + k] = values[origin + 1 + k]! + scale;
  });
  const scores = scoreForecasts(actualsOf(of.panel, of.histories, windows, 6), predicted);
  expect(scores['val_mase']).toBeCloseTo(1, 10);
  expect(scores['val_mae']).toBeLessThan(scores['val_rmse']! + 1e-12);
});
