import type { TensorFlow } from '../../../tensorflow/tensorflow.ts';
import type { Dataset } from '../../dataset.ts';
import type { Cell, FeatureOptions, Surroundings } from '../../series/features.ts';
import { featuresOf, targetsOf, valuesOf } from '../../series/features.ts';
import type { Forecaster, ForecasterInput } from '../../series/forecaster.ts';
import type { Window } from '../../series/windows.ts';
import { createLearner, type Fitted, predictFitted } from '../families.ts';

/** A family of models for tables that predicts each step ahead from the past, whatever the step: its number is an input. */
export interface FittedRegression {
  readonly family: 'linear' | 'trees' | 'network';
  readonly options: FeatureOptions;
  readonly learned: Fitted;
}

/** Rows to train on at most; of more, every so many-th is taken. */
export const mostTrainingRows = 8000;
/** Targets are cut off at so many deviations of their window: one step must not rule a squared error. */
const farthest = 6;

/** Steps and their targets that are known at a cut-off: what a regression is trained on. */
export function trainingCells({ panel, season }: Surroundings, horizon: number, cutoff: number): Cell[] {
  let total = 0;
  const ranges = panel.series.map(({ start, values }) => {
    const end = Math.min(values.length, cutoff - start + 1);
    const first = Math.min(Math.max(3, season), Math.floor(end / 3));
    total += Math.max(0, end - first) * horizon;
    return { first, end };
  });
  const share = Math.min(1, mostTrainingRows / total);
  const cells: Cell[] = [];
  let index = 0;
  ranges.forEach(({ first, end }, series) => {
    const { values } = panel.series[series]!;
    for (let step = first; step < end; step++)
      for (let ahead = 1; ahead <= horizon && step + ahead < end; ahead++) {
        // The golden ratio spreads what is kept evenly, in step with no season.
        index += 1;
        if (share < 1 && (index * 0.618033988749895) % 1 >= share) continue;
        if (!Number.isNaN(values[step + ahead]!)) cells.push({ series, step, ahead });
      }
  });
  return cells;
}

function windowCells({ panel }: Surroundings, windows: readonly Window[], horizon: number): Cell[] {
  return windows.flatMap(({ series, origin }) =>
    Array.from({ length: horizon }, (_, k) => ({
      series,
      step: origin - panel.series[series]!.start,
      ahead: k + 1,
    })),
  );
}

/** Direct forecasts over the whole horizon by a model for tables (Ben Taieb et al. 2012, with the step as an input). */
export function regression(
  tf: TensorFlow,
  config: Readonly<Record<string, unknown>>,
  { around, horizon, cutoff, windows, seed }: ForecasterInput,
): Forecaster {
  const options: FeatureOptions = {
    lags: config['lags'] as number,
    difference: config['difference'] as FeatureOptions['difference'],
    log: config['log'] as boolean,
  };
  const training = trainingCells(around, horizon, cutoff);
  const asked = windowCells(around, windows, horizon);
  const cells = featuresOf(around, [...training, ...asked], options);
  const truth = Float64Array.from(
    training,
    ({ series, step, ahead }) => around.panel.series[series]!.values[step + ahead]!,
  );
  const target = new Float64Array(training.length + asked.length);
  targetsOf(cells, truth).forEach((value, row) => {
    target[row] = Math.max(-farthest, Math.min(farthest, Number.isFinite(value) ? value : -farthest));
  });
  const data: Dataset = {
    task: 'regression',
    rows: target.length,
    features: cells.features,
    target,
    classes: [],
    part: new Uint8Array(target.length),
    notes: [],
  };
  const rows = Int32Array.from(training.keys());
  const learner = createLearner(tf, config, { data, rows, seed });
  return {
    trainTo: (share) => learner.trainTo(share),
    forecast: async () => valuesOf(cells, await learner.predict()).subarray(training.length),
    fitted: async () => ({
      family: config['family'] as FittedRegression['family'],
      options,
      learned: await learner.fitted(),
    }),
    dispose: () => learner.dispose(),
  };
}

/** What a fitted regression says of each window: windows × horizon. */
export function regressionForecast(
  { options, learned }: FittedRegression,
  around: Surroundings,
  windows: readonly Window[],
  horizon: number,
): Float64Array {
  const cells = featuresOf(around, windowCells(around, windows, horizon), options);
  return valuesOf(cells, predictFitted(learned, cells.features, windows.length * horizon, 1));
}
