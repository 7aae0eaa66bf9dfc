import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataset } from '../../src/automl/dataset.ts';
import { createLearner, predictFitted } from '../../src/automl/families/families.ts';
import { finishTask } from '../../src/automl/finish.ts';
import { outcomeFile } from '../../src/automl/finished-files.ts';
import { ModelFileError, readModel, writeModel } from '../../src/automl/model-files.ts';
import { modelOutcome } from '../../src/automl/outcome.ts';
import { readSplit } from '../../src/automl/read.ts';
import { readTable } from '../../src/automl/table-file.ts';
import { encodeTable, predictModel } from '../../src/automl/table-model.ts';
import { randomStream } from '../../src/math/random.ts';
import { loadSpec } from '../../src/spec/load.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';
import { loadBackend } from '../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
let folder: string;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
  folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-finish-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers with gaps, a category with many levels, one with few, a date and a text; what is told follows from three. */
function writeMixed(file: string, rows: number, seed: string): void {
  const random = randomStream(1, seed);
  const words = ['good', 'bad', 'late', 'fast', 'broken', 'kind'];
  const lines = Array.from({ length: rows }, () => {
    const [size, city, kind] = [random.normal(), random.integer(30), random.integer(3)];
    const text = Array.from({ length: 5 }, () => words[random.integer(words.length)]).join(' ');
    const price = 3 * size + (city % 5) + (kind === 1 ? 4 : 0) + 0.1 * random.normal();
    const day = `2026-0${1 + random.integer(9)}-1${random.integer(9)}`;
    return [random.uniform() < 0.1 ? '' : size, `city ${city}`, 'abc'[kind], day, text, price].join(',');
  });
  writeFileSync(file, `size,city,kind,day,text,price\n${lines.join('\n')}\n`);
}

/** The configs that a spec of the task begins with. */
function starts(task: TaskSpec): Record<string, string | number | boolean>[] {
  const { type, data, target } = task;
  const text = JSON.stringify({ name: 't', task: { type, data, target }, budget: { trials: 2 } });
  const spec = loadSpec('tune.yml', text);
  return (spec.search['try-first'] as Record<string, string | number>[]).map((config) => ({
    ...Object.fromEntries(
      Object.entries(spec.params).map(([name, definition]) => [
        name,
        (definition as { default: number }).default,
      ]),
    ),
    ...config,
    network_passes: 10,
  }));
}

const wine: TaskSpec = {
  type: 'tabular-classification',
  data: 'examples/tabular/data/wine.csv',
  target: 'cultivar',
  ignore: [],
};

test.each(['trees', 'network', 'linear'])(
  'what is written of a model of family %s says what the model said when it was trained',
  async (family) => {
    for (const type of ['tabular-regression', 'tabular-classification'] as const) {
      const file = path.join(folder, 'mixed.csv');
      writeMixed(file, 300, 'mixed');
      const task: TaskSpec = {
        type,
        data: file,
        target: type === 'tabular-regression' ? 'price' : 'kind',
        ignore: [],
      };
      const data = createDataset(await readTable(file), task);
      const config = starts(task).find((start) => start['family'] === family)!;
      const learner = createLearner(tf, config, {
        data,
        rows: Int32Array.from({ length: 200 }, (_, i) => i),
        seed: 3,
      });
      await learner.trainTo(1);
      const said = await learner.predict();
      const fitted = await learner.fitted();
      learner.dispose();
      const model = {
        task: data.task,
        target: task.target,
        classes: data.classes,
        columns: data.coding,
        members: [{ trial: 0, weight: 1, config, fitted }],
      };
      const at = path.join(folder, `${family}-${type}`);
      writeModel(at, model);
      const read = readModel(at);
      const features = encodeTable(read.columns, await readTable(file));
      const outputs = data.classes.length || 1;
      const spread = type === 'tabular-regression' ? 10 : 1;
      const predicted = predictFitted(read.members[0]!.fitted, features, 300, outputs);
      expect(predicted.length).toBe(said.length);
      const far = Math.max(...predicted.map((value, i) => Math.abs(value - said[i]!)));
      expect(far / spread).toBeLessThan(family === 'network' ? 1e-5 : 1e-9);
      expect(predictModel(read, features, 300)).toEqual(predicted);
    }
  },
);

test('the model of a task is an ensemble that is no worse in validation than its best member, with scores of unseen rows', async () => {
  const candidates = starts(wine).map((config, trial) => ({ trial, config, seed: trial }));
  const out = path.join(folder, 'wine');
  const order = {
    candidates,
    metric: 'val_accuracy',
    goal: 'maximize',
    limitMs: 60_000,
    folder: out,
    seed: 1,
  } as const;
  await finishTask(tf, wine, wine.data, order);
  const outcome = modelOutcome.parse(JSON.parse(readFileSync(path.join(out, outcomeFile), 'utf8')));
  expect(outcome.ensemble.validation).toBeGreaterThanOrEqual(outcome.single.validation);
  expect(outcome.ensemble.members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
  expect(outcome.rows.search + outcome.rows.test).toBe(178);
  expect(outcome.test!.metrics['val_accuracy']).toBe(outcome.ensemble.test!.value);
  expect(outcome.test!.metrics['val_accuracy']).toBeGreaterThan(0.9);
  expect(outcome.test!.confusion!.flat().reduce((a, b) => a + b)).toBe(outcome.rows.test);
  expect(outcome.test!.importance.length).toBe(13);

  // What is written scores on the test part what the outcome says.
  const { test: unseen } = await readSplit(wine, wine.data);
  const model = readModel(out);
  const rows = unseen!.lines.length;
  const predicted = predictModel(model, encodeTable(model.columns, unseen!), rows);
  const truth = unseen!.columns[unseen!.names.indexOf('cultivar')]!;
  const hits = truth.filter((label, row) => {
    const own = predicted.subarray(3 * row, 3 * row + 3);
    return model.classes[own.indexOf(Math.max(...own))] === label;
  }).length;
  expect(hits / rows).toBe(outcome.ensemble.test!.value);
});

test('a network in an exported model is a layers model that TensorFlow.js loads', async () => {
  const out = path.join(folder, 'network');
  const config = starts(wine).find(({ family }) => family === 'network')!;
  const candidates = [{ trial: 0, config, seed: 0 }];
  const order = {
    candidates,
    metric: 'val_accuracy',
    goal: 'maximize',
    limitMs: 60_000,
    folder: out,
    seed: 1,
  } as const;
  await finishTask(tf, wine, wine.data, order);
  const { modelTopology, weightsManifest } = JSON.parse(
    readFileSync(path.join(out, 'network-1', 'model.json'), 'utf8'),
  );
  const weightData = Uint8Array.from(readFileSync(path.join(out, 'network-1', 'weights.bin'))).buffer;
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
  );
  expect(model.outputs[0]!.shape).toEqual([null, 3]);
  model.dispose();
});

test('a model that cannot be read says what to do', () => {
  const at = path.join(folder, 'broken');
  expect(() => readModel(at)).toThrow(ModelFileError);
  expect(() => readModel(at)).toThrow(/there is no .*model\.json: give the folder/);
});
