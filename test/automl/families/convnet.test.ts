import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDataset, type Dataset } from '../../../src/automl/dataset.ts';
import { createLearner, predictFitted, predictFittedWith } from '../../../src/automl/families/families.ts';
import { layersInterpreter } from '../../../src/automl/families/layers-interpreter.ts';
import { saveLayers } from '../../../src/automl/layers-model.ts';
import { scoreRows } from '../../../src/automl/metrics.ts';
import { readModel, writeModel } from '../../../src/automl/model-files.ts';
import { loadModel } from '../../../src/automl/predict.ts';
import { readData } from '../../../src/automl/read.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import type { TaskSpec } from '../../../src/spec/spec.ts';
import { useTensorFlow } from '../../../src/tensorflow/architecture/binding.ts';
import { buildArchitecture } from '../../../src/tensorflow/architecture/build.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../../src/tensorflow/tensorflow.ts';

const digits = 'examples/image-classification/data/digits';
const task: TaskSpec = { type: 'image-classification', data: digits, target: 'label', ignore: [] };
/** Quick to train. */
const quick = {
  convnet_passes: 3,
  convnet_width: 8,
  network_passes: 25,
  network_units: 32,
  trees_rounds: 20,
};

let tf: TensorFlow;
let data: ReturnType<typeof createDataset>;
beforeAll(async () => {
  ({ tf } = await loadBackend('wasm', import.meta.filename));
  useTensorFlow(tf);
  data = createDataset(await readData(task, digits, digits), task);
});

/** The defaults of the space, and what is said instead. */
function configOf(own: Readonly<Record<string, string | number | boolean>>) {
  const spec = loadSpec(
    't.yml',
    JSON.stringify({ name: 't', task: { type: task.type, data: 'x' }, budget: { trials: 2 } }),
  );
  const defaults = Object.entries(spec.params).map(([name, definition]) => [
    name,
    (definition as { default: string | number }).default,
  ]);
  return { ...Object.fromEntries(defaults), ...quick, ...own } as Record<string, string | number | boolean>;
}

function rowsOf(of: Dataset, part: (value: number) => boolean): Int32Array {
  return Int32Array.from({ length: of.rows }, (_, row) => row).filter((row) => part(of.part[row]!));
}

test.each(['convnet', 'network', 'linear', 'trees'])(
  '%s tells digits apart, and what is written of it says the same without TensorFlow',
  async (family) => {
    const config = configOf({ family });
    const learner = createLearner(tf, config, { data, rows: rowsOf(data, (part) => part > 0), seed: 1 });
    await learner.trainTo(0.4);
    await learner.trainTo(1);
    const said = await learner.predict();
    const fitted = await learner.fitted();
    learner.dispose();
    expect(
      scoreRows(
        data,
        rowsOf(data, (part) => part === 0),
        said,
      )['val_accuracy'],
    ).toBeGreaterThan(0.75);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-convnet-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const members = [{ trial: 0, weight: 1, config, fitted }];
    writeModel(folder, {
      task: data.task,
      target: 'label',
      classes: data.classes,
      columns: data.coding,
      members,
    });
    const read = readModel(folder).members[0]!.fitted;
    const own = predictFitted(read, data.features, data.rows, 10);
    expect(Math.max(...own.map((value, i) => Math.abs(value - said[i]!)))).toBeLessThan(1e-4);
    const again = await predictFittedWith(tf, read, data.features, data.rows, 10);
    expect(Math.max(...again.map((value, i) => Math.abs(value - said[i]!)))).toBeLessThan(1e-5);

    const model = loadModel(folder);
    const file = path.join(digits, '7', '05.png');
    const [byPath, byBytes] = model.predict([{ image: file }, { image: readFileSync(file) }]);
    expect(byPath).toEqual(byBytes);
    const probabilities = Object.values(byPath!.probabilities!);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    expect(() => model.predict([{ image: 'nowhere.png' }])).toThrow(
      /rows:1: nowhere\.png cannot be read: there is no such file/,
    );
    expect(() => model.predict([{ picture: file }])).toThrow(/rows:1: image must be the path/);
  },
  60_000,
);

test('the same seed trains the same convnet, and it says numbers on their own scale', async () => {
  const target = Float64Array.from(data.target, (label) => 1000 + 10 * label);
  const numbers: Dataset = { ...data, task: 'regression', classes: [], target };
  const small = rowsOf(data, (part) => part === 1);
  const outputs = async (seed: number) => {
    const config = configOf({
      family: 'convnet',
      convnet_dropout: 0.2,
      convnet_batch_size: 128,
      convnet_flip: true,
      convnet_cutout: 0.3,
    });
    const learner = createLearner(tf, config, { data: numbers, rows: small, seed });
    await learner.trainTo(1);
    const said = [...(await learner.predict())];
    learner.dispose();
    return said;
  };
  const first = await outputs(3);
  expect(await outputs(3)).toEqual(first);
  expect(await outputs(4)).not.toEqual(first);
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  expect(mean).toBeGreaterThan(1000);
  expect(mean).toBeLessThan(1090);
}, 60_000);

const blocks = ['conv', 'residual', 'separable'] as const;
test.each(
  blocks.flatMap((type) => (['flatten', 'average', 'max'] as const).map((reduce) => [type, reduce] as const)),
)(
  'a network of %s blocks reduced by %s is run in plain JavaScript as TensorFlow.js runs it',
  async (type, reduce) => {
    const config = {
      normalization: type === 'residual' ? 'none' : 'batch',
      blocks: [
        { type, filters: 5, kernel: 3, pool: 'max' },
        { type, filters: 6, kernel: 5, stride: 2, pool: 'none' },
        { type, filters: 6, kernel: 3, pool: 'average' },
      ],
    };
    const model = buildArchitecture(config, [13, 11, 3], { units: 4, activation: 'softmax', reduce });
    const x = tf.randomNormal([3, 13, 11, 3], 0, 1, 'float32', 7);
    const y = model.predict(x) as typeof x;
    const said = await (y as unknown as { data(): Promise<Float32Array> }).data();
    const run = layersInterpreter(await saveLayers(tf, model));
    const inputs = (await (x as unknown as { data(): Promise<Float32Array> }).data()) as Float32Array;
    for (let i = 0; i < 3; i++) {
      const { values } = run({ shape: [13, 11, 3], values: inputs.slice(i * 429, (i + 1) * 429) });
      values.forEach((value, k) => {
        expect(Math.abs(value - said[i * 4 + k]!)).toBeLessThan(1e-5);
      });
    }
    tf.dispose([x, y]);
    model.dispose();
  },
);

test('a kind of layer that plain JavaScript does not run is named', async () => {
  const model = buildArchitecture([{ type: 'attention' }], [4, 8], { units: 2 });
  const saved = await saveLayers(tf, model);
  expect(() => layersInterpreter(saved)).toThrow(/is of the kind \w+, which is run by TensorFlow\.js only/);
  model.dispose();
});
