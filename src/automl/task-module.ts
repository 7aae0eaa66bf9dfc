import type { TaskSpec } from '../spec/spec.ts';
import type { DataContext, TrialContext } from '../tensorflow/contexts.ts';
import { createDataset, type Dataset, parts, type TableDataset } from './dataset.ts';
import { createLearner } from './families/families.ts';
import type { Learner } from './learner.ts';
import { scoreRows } from './metrics.ts';
import { readSplit } from './read.ts';
import { seriesModule } from './series/series-module.ts';
import { type Member, modelOf, type TableModel } from './table-model.ts';
import { saveTrained } from './trained-model.ts';

/** Data up to so many rows is trained on five times, each time without another fifth, which are scored together. */
const mostCrossValidated = 2000;
/** Of pictures: a convnet takes long enough once. */
const mostCrossValidatedPictures = 200;

/** The module that trains a task: what a user's own module would export. */
export function taskModule(task: TaskSpec, file: string) {
  if (task.type === 'time-series-forecasting') return seriesModule(task, file);
  return {
    data: async (_: DataContext): Promise<TableDataset> => {
      const { search, note } = await readSplit(task, file);
      const data = createDataset(search, task);
      for (const text of [...data.notes, note]) console.log(text);
      return data;
    },
    objective: async ({
      tf,
      data,
      config,
      seed,
      epochs,
      checkpoints,
      report,
    }: TrialContext): Promise<void> => {
      const dataset = data as TableDataset;
      const folds = validationFolds(dataset, task.time !== undefined);
      const learners: Learner[] = [];
      try {
        for (const { rows } of folds) learners.push(createLearner(tf, config, { data: dataset, rows, seed }));
        const single = config['family'] === 'linear';
        for (let epoch = single ? epochs : 1; epoch <= epochs; epoch++) {
          const predictions: Float64Array[] = [];
          for (const learner of learners) {
            await learner.trainTo(epoch / epochs);
            predictions.push(await learner.predict());
          }
          if (epoch === epochs)
            saveTrained(checkpoints, await trainedModel(task.target, dataset, config, learners));
          await report(epoch, scoreTogether(dataset, folds, predictions));
        }
      } finally {
        for (const learner of learners) learner.dispose();
      }
    },
  };
}

/** The mean of what the folds of a trial have trained. */
async function trainedModel(
  target: string,
  data: TableDataset,
  config: Readonly<Record<string, unknown>>,
  learners: readonly Learner[],
): Promise<TableModel> {
  const members: Member[] = [];
  for (const learner of learners)
    members.push({ trial: 0, weight: 1 / learners.length, config, fitted: await learner.fitted() });
  return modelOf(target, data, members);
}

export interface Fold {
  readonly rows: Int32Array;
  readonly validation: Int32Array;
}

/** The fifth that is held out; with few rows each fifth in turn. Rows by time are validated on the newest only. */
export function validationFolds({ rows, part, features }: Dataset, byTime: boolean): Fold[] {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const pictures = features.some(({ kind }) => kind === 'image');
  const most = pictures ? mostCrossValidatedPictures : mostCrossValidated;
  const held = byTime || rows > most ? [0] : Array.from({ length: parts }, (_, fold) => fold);
  return held
    .map((fold) => ({
      rows: all.filter((row) => part[row] !== fold),
      validation: all.filter((row) => part[row] === fold),
    }))
    .filter(({ rows, validation }) => rows.length > 0 && validation.length > 0);
}

/** Of each validation row what the model says that was trained without it. */
export function pool(
  data: Dataset,
  folds: readonly Fold[],
  predictions: readonly Float64Array[],
): Float64Array {
  const pooled = predictions[0]!.slice();
  const outputs = pooled.length / data.rows;
  folds.forEach(({ validation }, i) => {
    for (const row of validation)
      pooled.set(predictions[i]!.subarray(row * outputs, (row + 1) * outputs), row * outputs);
  });
  return pooled;
}

function scoreTogether(data: Dataset, folds: readonly Fold[], predictions: readonly Float64Array[]) {
  const pooled = pool(data, folds, predictions);
  const rows = Int32Array.from(folds.flatMap(({ validation }) => [...validation]));
  return scoreRows(data, rows, pooled);
}
