import { expect, test } from 'vitest';
import { Host, metrics, workspace } from './host.ts';

/** A small regression, with what the test adds. */
const model = (more: string, compiled = '') => `
import * as tf from '@tensorflow/tfjs';
const x = tf.tensor2d([[0], [1], [2], [3], [4], [5], [6], [7]]);
const y = tf.tensor2d([[0], [0], [0], [0], [0], [0], [1], [1]]);
export function build(hp) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 1, inputShape: [1], activation: 'sigmoid', kernelInitializer: 'ones' }));
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'binaryCrossentropy' ${compiled} });
  return model;
}
${more}`;
const data = 'export const data = () => ({ x, y, validation: { x, y } });';

async function run(source: string, options: Parameters<Host['run']>[0] = {}) {
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs', 'cpu');
  return { host, trial: await host.run({ epochs: 6, ...options }) };
}

test('early stopping counts over the whole training, and again in the next trial', async () => {
  const { host, trial } = await run(
    model(`${data}
      export const callbacks = (hp) => tf.callbacks.earlyStopping({ monitor: 'loss', patience: hp.get('patience'), mode: 'max' });`),
    { config: { patience: 2 } },
  );
  // The loss falls, which is no progress here: the first epoch is the best.
  expect(trial.reports.map(({ step }) => step)).toEqual([1, 2, 3]);
  expect(trial.end).toMatchObject({ type: 'done', stopped: false });
  const again = await host.run({ epochs: 6, config: { patience: 4 } });
  expect(again.reports).toHaveLength(5);
});

test('callbacks of the user see one training, and the search may stop it', async () => {
  const source = model(`${data}
    export function callbacks(hp, { epochs }) {
      const seen = ['made for ' + epochs];
      return [{
        onTrainBegin: () => { seen.push('begin'); },
        onEpochEnd: (epoch, logs) => { seen.push(epoch + ':' + Object.keys(logs).join('+')); },
        onTrainEnd: () => { seen.push('end'); console.log(seen.join(' ')); },
      }];
    }`);
  const { host } = await run(source, { epochs: 3 });
  await expect
    .poll(() => host.output)
    .toContain('made for 3 begin 0:val_loss+loss 1:val_loss+loss 2:val_loss+loss end');
  const cut = await host.run({ epochs: 6, stopAt: 2 });
  expect([cut.reports.length, cut.end]).toMatchObject([2, { stopped: true }]);
});

test('a callback that is none says what one is', async () => {
  const { trial } = await run(model(`${data} export const callbacks = () => ['early'];`));
  expect(trial.end).toMatchObject({ message: expect.stringContaining('tf.callbacks.earlyStopping()') });
});

test('class weights change what is learnt', async () => {
  const weighted = (classWeight: string) =>
    run(model(`export const data = () => ({ x, y, classWeight: ${classWeight} });`), { epochs: 1 });
  const [even, heavy] = [await weighted('{ 0: 1, 1: 1 }'), await weighted('{ 0: 1, 1: 9 }')];
  const [a, b] = [metrics(even.trial, 'loss'), metrics(heavy.trial, 'loss')] as [number[], number[]];
  expect(a[0]).toBeGreaterThan(0);
  expect(b[0]).not.toBeCloseTo(a[0]!, 3);
});

test('datasets of tf.data with validation, limits of batches and callbacks', async () => {
  const { host, trial } = await run(
    model(`export const data = () => {
        const dataset = tf.data.array(Array.from({ length: 8 }, (_, i) => ({ xs: [i], ys: [i > 5 ? 1 : 0] }))).batch(2);
        return { dataset: dataset.repeat(-1), validation: dataset, batchesPerEpoch: 4, validationBatches: 2 };
      };
      export const callbacks = () => ({ onTrainBegin: () => console.log('begins'), onTrainEnd: () => console.log('ends') });`),
    { epochs: 2, metric: 'val_loss' },
  );
  expect(trial.end).toMatchObject({ type: 'done' });
  expect(metrics(trial, 'val_loss')).toEqual([expect.any(Number), expect.any(Number)]);
  await expect.poll(() => host.output.match(/begins|ends/g)).toEqual(['begins', 'ends']);
});

test('several metrics of each epoch, also those of the user', async () => {
  const { trial } = await run(
    model(
      data,
      `, metrics: ['accuracy', 'mse', function bias(truth, guess) { return guess.sub(truth).mean(); }]`,
    ),
    { epochs: 2, metric: 'val_bias' },
  );
  expect(trial.reports).toHaveLength(2);
  for (const report of trial.reports)
    expect(Object.keys(report.metrics)).toEqual(
      expect.arrayContaining(['loss', 'acc', 'mse', 'bias', 'val_loss', 'val_acc', 'val_mse', 'val_bias']),
    );
});
