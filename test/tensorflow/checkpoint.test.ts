import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Host, type RunOptions, type Trial, workspace } from './host.ts';

const tfjs = "import * as tf from '@tensorflow/tfjs';";

/** Initialisers, dropout, shuffled batches, a moving average, and an optimizer by name. */
const build = `
export function build(hp) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 8, activation: 'relu', inputShape: [4] }));
  model.add(tf.layers.batchNormalization());
  model.add(tf.layers.dropout({ rate: 0.3 }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
  const optimizer = hp.get('optimizer');
  model.compile({
    optimizer: optimizer === 'momentum' ? tf.train.momentum(0.05, 0.9) : optimizer,
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
const draw = () => {
  const x = tf.randomNormal([90, 4]);
  return { x, y: tf.oneHot(x.argMax(1).minimum(2).toInt(), 3) };
};`;

const inMemory = `${tfjs}${build}
export function data() {
  const { x, y } = draw();
  return { x, y, validationSplit: 0.2 };
}`;

const streamed = (batchesPerEpoch: string) => `${tfjs}${build}
export function data() {
  const { x, y } = draw();
  const rows = tf.data.zip({ xs: tf.data.array(x.arraySync()), ys: tf.data.array(y.arraySync()) });
  return { dataset: rows.shuffle(90).batch(9).repeat(${batchesPerEpoch === '' ? 1 : 50}), ${batchesPerEpoch} validation: rows.batch(90) };
}`;

async function twoHosts(source: string): Promise<readonly [Host, Host]> {
  const folder = workspace({ 'model.mjs': source });
  return Promise.all([Host.ready(folder, 'model.mjs'), Host.ready(folder, 'model.mjs')]);
}

/** Trains to the end at once, and with pauses in two processes; the reports of both. */
async function bothWays(
  source: string | readonly [Host, Host],
  config: RunOptions['config'],
  rungs: readonly number[],
) {
  const checkpoints = path.join(workspace({}), 'checkpoints');
  mkdirSync(checkpoints);
  const [one, other] = typeof source === 'string' ? await twoHosts(source) : source;
  const common = { config: config!, seed: 4, metric: 'val_accuracy' };
  const straight = await one.run({ ...common, epochs: rungs.at(-1)! });
  const parts: Trial[] = [];
  for (const [i, epochs] of rungs.entries()) {
    const host = i % 2 === 0 ? other : one;
    parts.push(await host.run({ ...common, epochs, checkpoints, pauses: epochs < rungs.at(-1)! }));
  }
  const output = one.output + other.output;
  return { straight, parts, checkpoints, output };
}

function expectSame(straight: Trial, parts: readonly Trial[]): void {
  const paused = parts.flatMap(({ reports }) => reports);
  expect(straight.end).toMatchObject({ type: 'done' });
  expect(paused.map(({ step }) => step)).toEqual(straight.reports.map(({ step }) => step));
  for (const [i, { metrics }] of straight.reports.entries())
    for (const [name, value] of Object.entries(metrics))
      expect(Math.abs(Number(value) - Number(paused[i]!.metrics[name]))).toBeLessThan(1e-5);
}

test('a training that pauses goes on as if it had not, with every optimizer', async () => {
  const hosts = await twoHosts(inMemory);
  for (const optimizer of ['adam', 'sgd', 'momentum', 'rmsprop', 'adagrad', 'adadelta', 'adamax']) {
    const { straight, parts, output } = await bothWays(hosts, { optimizer }, [1, 3, 6]);
    expectSame(straight, parts);
    expect(output).not.toContain('tensors');
  }
});

test.each(['', 'batchesPerEpoch: 4,'])('… also with batches of a shuffled dataset (%s)', async (option) => {
  const { straight, parts } = await bothWays(streamed(option), { optimizer: 'adam' }, [2, 5]);
  expectSame(straight, parts);
});

test('a training that will not be longer saves nothing', async () => {
  const { checkpoints } = await bothWays(inMemory, { optimizer: 'sgd' }, [1]);
  expect(readdirSync(checkpoints)).toEqual([]);
});

test('an optimizer that hides its state: the longer training begins anew, and says so', async () => {
  const source = `${tfjs}
    class Own extends tf.SGDOptimizer { async getWeights() { throw new Error('no'); } }
    export function build() {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
      model.compile({ optimizer: new Own(0.01), loss: 'meanSquaredError' });
      return model;
    }
    export const data = () => ({ x: tf.ones([8, 4]), y: tf.ones([8, 1]), validationSplit: 0.5 });`;
  const { straight, parts, output } = await bothWays(source, {}, [1, 3]);
  expect(parts[1]!.end).toMatchObject({ type: 'failed', reason: 'no-metric' });
  expect(parts[1]!.reports.map(({ step, metrics }) => [step, metrics['loss']])).toEqual(
    straight.reports.map(({ step, metrics }) => [step, metrics['loss']]),
  );
  expect(output).toContain('cannot save its state');
});

test("a module's own training goes on with restoreCheckpoint and saveCheckpoint", async () => {
  const source = `${inMemory}
    export async function fit(model, { x, y }, hp, context) {
      for (let epoch = await context.restoreCheckpoint(model); epoch < context.epochs; epoch++) {
        const { history } = await model.fit(x, y, { epochs: epoch + 1, initialEpoch: epoch, verbose: 0 });
        await context.saveCheckpoint(model, epoch + 1);
        await context.report(epoch + 1, { val_accuracy: history.acc[0], loss: history.loss[0] });
      }
    }`;
  const { straight, parts, checkpoints } = await bothWays(source, { optimizer: 'adam' }, [2, 5]);
  expectSame(straight, parts);
  const header = JSON.parse(readFileSync(path.join(checkpoints, 'tunegate-checkpoint.json'), 'utf8'));
  expect(header.epochs).toBe(2);
});
