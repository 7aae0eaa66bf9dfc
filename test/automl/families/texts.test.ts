import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataset, type TableDataset } from '../../../src/automl/dataset.ts';
import { createLearner, predictFitted } from '../../../src/automl/families/families.ts';
import { finishTask } from '../../../src/automl/finish.ts';
import { outcomeFile } from '../../../src/automl/finished-files.ts';
import { scoreRows } from '../../../src/automl/metrics.ts';
import { readModel, writeModel } from '../../../src/automl/model-files.ts';
import { modelOutcome } from '../../../src/automl/outcome.ts';
import { loadModel } from '../../../src/automl/predict.ts';
import type { Table } from '../../../src/automl/table.ts';
import { readTable } from '../../../src/automl/table-file.ts';
import { encodeTable } from '../../../src/automl/table-model.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import type { TaskSpec } from '../../../src/spec/spec.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
let folder: string;
beforeAll(async () => {
  ({ tf } = await loadBackend('wasm', import.meta.filename));
  folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-texts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sections: TaskSpec = {
  type: 'text-classification',
  data: 'examples/text-classification/data/packages.csv',
  text: 'description',
  target: 'section',
  ignore: [],
};
const sizes: TaskSpec = {
  ...sections,
  type: 'text-regression',
  data: 'examples/text-regression/data/packages.csv',
  target: 'log_size',
};

/** The first rows of the data of a task, of some classes. */
async function rowsOf(task: TaskSpec, most: number, classes?: readonly string[]): Promise<Table> {
  const table = await readTable(task.data);
  const target = table.columns[table.names.indexOf(task.target)]!;
  const rows = [...target.keys()].filter((row) => classes?.includes(target[row]!) ?? true).slice(0, most);
  return {
    ...table,
    columns: table.columns.map((of) => rows.map((row) => of[row]!)),
    lines: Int32Array.from(rows, (row) => table.lines[row]!),
  };
}

type Config = Readonly<Record<string, string | number | boolean>>;

/** A config with the defaults of its task. */
function withDefaults({ type, data, target }: TaskSpec, own: Config): Config {
  const text = JSON.stringify({ name: 't', task: { type, data, target }, budget: { trials: 2 } });
  const { params } = loadSpec('tune.yml', text);
  return {
    ...Object.fromEntries(
      Object.entries(params).map(([name, definition]) => [name, (definition as { default: number }).default]),
    ),
    ...own,
  };
}

async function heldOut(data: TableDataset, config: Config): Promise<Record<string, number>> {
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const learner = createLearner(tf, config, {
    data,
    rows: all.filter((row) => data.part[row] !== 0),
    seed: 1,
  });
  await learner.trainTo(0.5);
  await learner.trainTo(1);
  const predicted = await learner.predict();
  learner.dispose();
  return scoreRows(
    data,
    all.filter((row) => data.part[row] === 0),
    predicted,
  );
}

test('linear models and trees tell sections apart on descriptions that they have not seen', async () => {
  const data = createDataset(await rowsOf(sections, 600), sections);
  for (const [least, own] of [
    [0.8, { family: 'bag' }],
    [0.8, { family: 'bag', bag_ratio: true, bag_sublinear: true, bag_l2: 0.3 }],
    [0.8, { family: 'bag', bag_characters: '2-4', bag_features: 5000 }],
    [0.6, { family: 'trees', trees_rounds: 30, trees_terms: 100 }],
  ] as const) {
    const scores = await heldOut(data, withDefaults(sections, own));
    expect([own, scores['val_accuracy']! > least]).toEqual([own, true]);
  }
});

test('a ridge on texts explains some of the sizes', async () => {
  const data = createDataset(await rowsOf(sizes, 600), sizes);
  expect((await heldOut(data, withDefaults(sizes, { family: 'bag' })))['val_r2']).toBeGreaterThan(0.15);
});

const configs: readonly Config[] = [
  { family: 'bag', bag_words: 2, bag_characters: '3-5', bag_min_documents: 2 },
  { family: 'trees', trees_rounds: 5 },
  ...(['mean', 'convolution', 'gru'] as const).map((reader) => ({
    family: 'embedding',
    embedding_reader: reader,
    embedding_vocabulary: reader === 'mean' ? 'pieces' : 'words',
    embedding_passes: 2,
    embedding_length: 25,
    embedding_units: 8,
  })),
];

test.each(configs)(
  'what is written of a model of texts says what it said when it was trained: %o',
  async (own) => {
    for (const [task, classes] of [
      [sections, ['games', 'math']],
      [sections, ['games', 'mail', 'math']],
      [sizes, undefined],
    ] as const) {
      const table = await rowsOf(task, 90, classes);
      const data = createDataset(table, task);
      const config = withDefaults(task, own);
      const rows = Int32Array.from({ length: 60 }, (_, i) => i);
      const learner = createLearner(tf, config, { data, rows, seed: 3 });
      await learner.trainTo(1);
      const said = await learner.predict();
      const fitted = await learner.fitted();
      learner.dispose();
      const at = path.join(folder, 'model');
      rmSync(at, { recursive: true, force: true });
      writeModel(at, {
        task: data.task,
        target: task.target,
        classes: data.classes,
        columns: data.coding,
        members: [{ trial: 0, weight: 1, config, fitted }],
      });
      const read = readModel(at);
      const features = encodeTable(read.columns, table);
      const predicted = predictFitted(read.members[0]!.fitted, features, 90, data.classes.length || 1);
      const far = Math.max(...predicted.map((value, i) => Math.abs(value - said[i]!)));
      expect(predicted.length).toBe(said.length);
      expect(far).toBeLessThan(own['family'] === 'trees' ? 1e-9 : 1e-4);
      // Row by row, too: nothing depends on the other rows.
      const first = { description: table.columns[0]![0], section: table.columns[1]![0] };
      const [prediction] = loadModel(at).predict([first]);
      if (data.task === 'regression') expect(prediction!.value).toBeCloseTo(predicted[0]!, 9);
      else expect(prediction!.probabilities![data.classes[1]!]).toBeCloseTo(predicted[1]!, 9);
    }
  },
);

test('the model of a task of texts says which words tell most', async () => {
  const out = path.join(folder, 'sections');
  const candidates = [{ trial: 0, config: withDefaults(sections, { family: 'bag' }), seed: 0 }];
  const order = {
    candidates,
    metric: 'val_accuracy',
    goal: 'maximize',
    limitMs: 60_000,
    folder: out,
    seed: 1,
  } as const;
  await finishTask(tf, sections, sections.data, order);
  const outcome = modelOutcome.parse(JSON.parse(readFileSync(path.join(out, outcomeFile), 'utf8')));
  expect(outcome.ensemble.test!.value).toBeGreaterThan(0.8);
  expect(outcome.test!.importance[0]!.column).toBe('description');
  const words = Object.fromEntries(
    outcome.test!.words!.map(({ name, words: own }) => [name, own.map(({ word }) => word)]),
  );
  expect(words['games']).toContain('game');
  expect(words['mail']).toContain('mail');
  for (const { words: own } of outcome.test!.words!)
    for (const { effect, texts } of own) {
      expect(effect).toBeGreaterThan(0);
      expect(texts).toBeGreaterThan(2);
    }
});
