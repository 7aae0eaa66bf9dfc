import path from 'node:path';
import type { TaskSpec } from '../spec/spec.ts';
import type { DataContext, TrialContext } from '../tensorflow/contexts.ts';
import type { TensorFlow } from '../tensorflow/tensorflow.ts';
import { createDataset, type Dataset, parts } from './dataset.ts';
import type { Learner, LearnerInput } from './learner.ts';
import { type LinearOptions, linear } from './linear.ts';
import { scoreRows } from './metrics.ts';
import { type NetworkOptions, network } from './network.ts';
import { type SearchAndTest, splitTest } from './split.ts';
import { readTable } from './table.ts';
import { type BoostingOptions, boosting } from './trees/boosting.ts';

/** Data up to so many rows is trained on five times, each time without another fifth, which are scored together. */
const mostCrossValidated = 2000;

/** The module that trains a task: what a user's own module would export. */
export function taskModule(task: TaskSpec, file: string) {
  return {
    data: (_: DataContext): Dataset => {
      const { search, note } = readSplit(task, file);
      const data = createDataset(search, task);
      for (const text of [...data.notes, note]) console.log(text);
      return data;
    },
    objective: async ({ tf, data, config, seed, epochs, report }: TrialContext): Promise<void> => {
      const dataset = data as Dataset;
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
          await report(epoch, scoreTogether(dataset, folds, predictions));
        }
      } finally {
        for (const learner of learners) learner.dispose();
      }
    },
  };
}

/** The rows that trials see, and the test part, which only what follows a search may look at. */
export function readSplit(task: TaskSpec, file: string): SearchAndTest {
  const read = (name: string) => readTable(name, path.relative(process.cwd(), name));
  const { test } = task;
  if (typeof test !== 'string') return splitTest(read(file), task);
  // The spec's folder is the working directory of the trial host.
  return splitTest(read(file), task, read(path.resolve(test)));
}

export interface Fold {
  readonly rows: Int32Array;
  readonly validation: Int32Array;
}

/** The fifth that is held out; with few rows each fifth in turn. Rows by time are validated on the newest only. */
export function validationFolds({ rows, part }: Dataset, byTime: boolean): Fold[] {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const held = byTime || rows > mostCrossValidated ? [0] : Array.from({ length: parts }, (_, fold) => fold);
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

type Tree = Readonly<Record<string, unknown>>;

/** The parameters of a config that belong to its family, without the name of it. */
function optionsOf<Options>(config: Tree): Options {
  const prefix = `${config['family']}_`;
  return Object.fromEntries(
    Object.entries(config)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  ) as Options;
}

/** The model that a config describes, untrained. */
export function createLearner(tf: TensorFlow, config: Tree, input: LearnerInput): Learner {
  if (config['family'] === 'linear') return linear(input, optionsOf<LinearOptions>(config));
  if (config['family'] === 'network') return network(tf, input, optionsOf<NetworkOptions>(config));
  return boosting(input, optionsOf<BoostingOptions>(config));
}
