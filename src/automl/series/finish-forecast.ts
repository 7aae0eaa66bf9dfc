import type { TaskSpec } from '../../spec/spec.ts';
import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import { createForecaster, forecastFitted } from '../families/series/forecasters.ts';
import type { Candidate, FinishOrder } from '../finish-order.ts';
import { outcomeWriter } from '../finished-files.ts';
import {
  type Chosen,
  chosenBy,
  lossOf,
  type TrainedMembers,
  trainMembers,
  tryCandidates,
} from '../members.ts';
import type { ModelOutcome } from '../outcome.ts';
import { bounded } from './forecast.ts';
import { drawnForecasts, forecastSteps, scoreWithInterval } from './forecast-evaluation.ts';
import { inputImportance } from './input-importance.ts';
import { intervalsOf } from './intervals.ts';
import { endOf } from './panel.ts';
import { type SeriesData, surroundings } from './series-data.ts';
import { forecastModel, type SeriesMember, type SeriesModel, writeSeriesModel } from './series-model.ts';
import {
  forecastersOf,
  predictAll,
  readSeries,
  seriesTask,
  type Validation,
  validatedActuals,
  validationOf,
  windowsOf,
} from './series-module.ts';
import { isPrior, weighForecasts } from './weigh-forecasts.ts';
import { type Actual, actualsOf, scoreForecasts, windowsAt } from './windows.ts';

/** What every model is measured against. */
const baseline = { family: 'naive', kind: 'seasonal' } as const;

/**
 * Makes the model of a forecast whose search is done: chooses an ensemble by the forecasts from the rolling origins, trains its members
 * on all that trials see, writes them with intervals from the errors of ensembles chosen without the origins that they are
 * measured at, and says how good they are on the test part.
 *
 * @param file the data file
 */
export async function finishForecast(
  tf: TensorFlow,
  task: TaskSpec,
  file: string,
  order: FinishOrder,
): Promise<void> {
  const begun = performance.now();
  const of = seriesTask(task);
  const data = await readSeries(of, file);
  const validation = validationOf(data, of.horizon);
  const actuals = validatedActuals(validation);
  const { chosen, heldOut } = await choose(tf, validation, actuals, order, begun);
  const members = await train(tf, data, of.horizon, chosen, order, begun);
  const model: SeriesModel = {
    task: 'forecasting',
    target: of.target,
    time: of.time,
    ...(of.series === undefined ? {} : { series: of.series }),
    horizon: of.horizon,
    season: data.season,
    frequency: data.search.frequency,
    columns: data.columns,
    names: data.search.series.map(({ name }) => name),
    intervals: intervalsOf(actuals, heldOut, of.horizon),
    members: members.ensemble,
  };
  writeSeriesModel(order.folder, model);
  const known = data.search.series.reduce((sum, { values }) => sum + countKnown(values), 0);
  const total = data.whole.series.reduce((sum, { values }) => sum + countKnown(values), 0);
  const outcome: ModelOutcome = {
    task: 'forecasting',
    metric: order.metric,
    goal: order.goal,
    target: of.target,
    data: of.data,
    classes: [],
    rows: { search: known, test: data.test ? total - known : 0 },
    columns: [
      { name: of.target, kind: 'its own past' },
      ...data.columns.known.map(({ column, kind }) => ({ name: column, kind: `${kind}, known ahead` })),
      ...data.columns.past.map(({ column, kind }) => ({ name: column, kind: `${kind}, its past` })),
    ],
    notes: [...data.notes],
    single: { trial: members.single.trial, validation: chosen.singleScore },
    baseline: {
      name: data.season > 1 ? 'seasonal naive' : 'last value',
      validation: scoreForecasts(actuals, naiveOf(validation))[order.metric] ?? Number.NaN,
    },
    ensemble: {
      members: members.ensemble.map(({ trial, weight, fitted, config }) => ({
        trial,
        weight,
        family: fitted.family,
        config: config as Candidate['config'],
      })),
      validation: chosen.score,
    },
    candidates: chosen.tried,
  };
  const write = outcomeWriter(order.folder);
  write(outcome);
  if (data.test) withTest(outcome, data, { model, single: members.single, order, write });
}

function countKnown(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
}

function naiveOf(validation: Validation): Float64Array {
  return forecastFitted(baseline, validation.around, windowsOf(validation), validation.horizon);
}

/** The ensemble, and what ensembles chosen without them say of the validation's origins. */
async function choose(
  tf: TensorFlow,
  validation: Validation,
  actuals: readonly Actual[],
  order: FinishOrder,
  begun: number,
): Promise<{ readonly chosen: Chosen; readonly heldOut: Float64Array }> {
  const tried = await tryCandidates(
    order,
    begun,
    ({ durationMs = 0 }) => durationMs,
    async ({ config, seed }) => {
      const trained = forecastersOf(tf, config, validation, seed);
      try {
        return await predictAll(trained, 1);
      } finally {
        for (const { dispose } of trained) dispose();
      }
    },
  );
  const { weights, heldOut } = weighForecasts(
    tried.predictions,
    tried.candidates.map(({ config }) => isPrior(config)),
    actuals,
    (of, predicted) => lossOf(scoreForecasts(of, predicted), order),
  );
  const scores = (predicted: Float64Array) => scoreForecasts(actuals, predicted);
  return { chosen: chosenBy(weights, tried, scores, order), heldOut };
}

/** On all that trials see. */
function train(
  tf: TensorFlow,
  data: SeriesData,
  horizon: number,
  chosen: Chosen,
  order: FinishOrder,
  begun: number,
): Promise<TrainedMembers<SeriesMember>> {
  const around = surroundings(data, data.search);
  const cutoff = endOf(data.search) - 1;
  return trainMembers(chosen, order, begun, 1, async ({ config, seed, trial }, weight) => {
    const forecaster = createForecaster(tf, config, { around, horizon, cutoff, windows: [], seed });
    try {
      await forecaster.trainTo(1);
      return { trial, weight, config, fitted: await forecaster.fitted() };
    } finally {
      forecaster.dispose();
    }
  });
}

/**
 * The outcome with scores of the test part: a forecast from its beginning, and from each horizon later on. Written as soon as they are
 * known, and again with what takes longer.
 */
function withTest(
  outcome: ModelOutcome,
  data: SeriesData,
  {
    model,
    single,
    order,
    write,
  }: {
    readonly model: SeriesModel;
    readonly single: SeriesMember;
    readonly order: FinishOrder;
    readonly write: (outcome: ModelOutcome) => void;
  },
): void {
  const around = surroundings(data, data.whole);
  const { horizon, intervals } = model;
  const [cut, end] = [endOf(data.search), endOf(data.whole)];
  const origins = Array.from({ length: Math.ceil((end - cut) / horizon) }, (_, i) => cut - 1 + i * horizon);
  const windows = origins.flatMap((origin) => windowsAt(data.whole, origin));
  if (windows.length === 0) return;
  const actuals = actualsOf(data.whole, around.histories, windows, horizon);
  const predicted = forecastModel(model, around, windows);
  const tested = (of: Float64Array) => {
    const score = scoreWithInterval(actuals, of, order.metric, order.seed);
    return Number.isFinite(score.value) ? { test: score } : {};
  };
  const bounds = bounded(around, windows, horizon, intervals, predicted);
  const first = windowsAt(data.whole, cut - 1);
  const scored: ModelOutcome = {
    ...outcome,
    single: {
      ...outcome.single,
      ...tested(forecastModel({ members: [single], horizon }, around, windows)),
    },
    ensemble: { ...outcome.ensemble, ...tested(predicted) },
    ...(outcome.baseline
      ? {
          baseline: {
            ...outcome.baseline,
            ...tested(forecastFitted(baseline, around, windows, horizon)),
          },
        }
      : {}),
  };
  const test = {
    metrics: scoreForecasts(actuals, predicted),
    forecast: {
      ...forecastSteps(actuals, predicted, intervals),
      drawn: drawnForecasts(data.whole, first, { predicted, ...bounds }, horizon, data.season),
    },
    importance: [],
  };
  write({ ...scored, test });
  const importance = inputImportance(model, data, { around, windows }, order);
  write({ ...scored, test: { ...test, importance } });
}
