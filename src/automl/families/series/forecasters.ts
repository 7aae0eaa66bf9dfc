import type { TensorFlow } from '../../../tensorflow/tensorflow.ts';
import type { Surroundings } from '../../series/features.ts';
import type { Forecaster, ForecasterInput } from '../../series/forecaster.ts';
import type { Window } from '../../series/windows.ts';
import { type FittedNaive, type NaiveKind, naiveForecast } from './naive.ts';
import { type FittedRegression, regression, regressionForecast } from './regression.ts';
import { type FittedSmoothing, fitSmoothing, type SmoothingOptions, smoothingForecast } from './smoothing.ts';

/** State of a trained model of series, as plain data. */
export type FittedForecaster = FittedNaive | FittedSmoothing | FittedRegression;

type Config = Readonly<Record<string, unknown>>;

/** The model that a config describes, untrained: `family` names it. */
export function createForecaster(tf: TensorFlow, config: Config, input: ForecasterInput): Forecaster {
  switch (config['family']) {
    case 'naive':
      return local(input, () => ({ family: 'naive', kind: config['naive_kind'] as NaiveKind }));
    case 'smoothing':
      return local(input, () => smoothing(config, input));
    default:
      return regression(tf, config, input);
  }
}

/** Whether it is trained step by step, so that a part of the training says something. */
export function trainsInSteps(config: Config): boolean {
  return config['family'] === 'trees' || config['family'] === 'network';
}

function smoothing(config: Config, { around, cutoff }: ForecasterInput): FittedSmoothing {
  const options: SmoothingOptions = {
    trend: config['smoothing_trend'] as SmoothingOptions['trend'],
    season: config['smoothing_season'] as SmoothingOptions['season'],
    log: config['smoothing_log'] as boolean,
  };
  const series = around.panel.series.flatMap(({ name, start, values }, i) => {
    const step = Math.min(values.length - 1, cutoff - start);
    return step < 0
      ? []
      : [[name, fitSmoothing(options, around.histories[i]!, step, around.season)] as const];
  });
  return { family: 'smoothing', options, series: Object.fromEntries(series) };
}

/** A model that learns in one go, each series by itself. */
function local({ around, windows, horizon }: ForecasterInput, learn: () => FittedForecaster): Forecaster {
  let fitted: FittedForecaster | undefined;
  return {
    async trainTo(share) {
      if (share >= 1) fitted = learn();
    },
    forecast: async () => forecastFitted(fitted!, around, windows, horizon),
    fitted: async () => fitted!,
    dispose() {},
  };
}

/** What one fitted model says of each window: windows × horizon. It needs no TensorFlow. */
export function forecastFitted(
  fitted: FittedForecaster,
  around: Surroundings,
  windows: readonly Window[],
  horizon: number,
): Float64Array {
  if (fitted.family !== 'naive' && fitted.family !== 'smoothing')
    return regressionForecast(fitted, around, windows, horizon);
  const all = new Float64Array(windows.length * horizon);
  windows.forEach(({ series, origin }, w) => {
    const { name, start } = around.panel.series[series]!;
    const history = around.histories[series]!;
    const step = origin - start;
    let own: Float64Array;
    if (fitted.family === 'naive') own = naiveForecast(fitted, history, step, around.season, horizon);
    else {
      const state = Object.hasOwn(fitted.series, name)
        ? fitted.series[name]!
        : fitSmoothing(fitted.options, history, step, around.season);
      own = smoothingForecast(state, fitted.options, history, step, around.season, horizon);
    }
    all.set(own, w * horizon);
  });
  return all;
}
