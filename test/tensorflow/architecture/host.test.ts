import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nestConfig } from '../../../src/space/config.ts';
import { createSpace } from '../../../src/space/space.ts';
import { Host, metrics, workspace } from '../host.ts';

const module = `import { buildArchitecture, InfeasibleConfig } from 'tunegate';
export function build(hp) {
  const model = buildArchitecture(hp.config, hp.get('shape').split('x').map(Number), { units: 2, activation: 'softmax' });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  return model;
}
export async function fit(model, data, hp, { tf, epochs, reporter }) {
  const shape = model.inputs[0].shape.slice(1);
  const x = shape.length === 1 ? tf.zeros([4, ...shape]) : tf.randomNormal([4, ...shape]);
  await model.fit(x, tf.oneHot([0, 1, 0, 1], 2), { epochs, verbose: 0, callbacks: reporter(model) });
}
`;

const kinds = {
  dense: { units: 3 },
  conv: { filters: 3, pool: 'average' },
  separable: { filters: 3 },
  residual: { filters: 3 },
  bottleneck: { filters: 4 },
  inverted_residual: { filters: 3 },
  recurrent: { units: 3 },
  attention: { heads: 2 },
  embedding: { vocabulary: 5, size: 3 },
};
const shapes: Readonly<Record<string, string>> = { dense: '4', recurrent: '5x2', embedding: '5' };

test('every kind of block trains in a trial on WebAssembly, under each normalisation and activation', async () => {
  const host = await Host.ready(workspace({ 'model.mjs': module }), 'model.mjs');
  const around = [
    { normalization: 'batch', activation: 'gelu', dropout: 0.3 },
    { normalization: 'layer', activation: 'mish', l1: 0.01 },
    { normalization: 'none', activation: 'leaky_relu' },
  ];
  for (const [type, settings] of Object.entries(kinds))
    for (const common of around) {
      const tree = { shape: shapes[type] ?? '6x6x2', ...common, blocks: [{ block: { type, ...settings } }] };
      const config = { shape: tree.shape };
      const trial = await host.run({ config, tree, epochs: 1 });
      expect([type, common, trial.end]).toEqual([type, common, expect.objectContaining({ type: 'done' })]);
    }
}, 60_000);

const space = createSpace({
  shape: { type: 'constant', value: '4x4x1' },
  blocks: {
    type: 'repeat',
    min: 1,
    max: 4,
    of: {
      block: {
        type: 'choice',
        options: {
          conv: {
            filters: { type: 'int', min: 1, max: 8 },
            pool: { type: 'choice', values: ['none', 'max'] },
          },
          dense: { units: { type: 'int', min: 1, max: 8 } },
        },
      },
    },
  },
});
const pooling = (i: number) => ({
  [`blocks[${i}].block`]: 'conv',
  [`blocks[${i}].block.conv.filters`]: 2,
  [`blocks[${i}].block.conv.pool`]: 'max',
});

test('the spec’s repeats are what is built, a shape that shrinks away is infeasible, and costs are metrics', async () => {
  const host = await Host.ready(workspace({ 'model.mjs': module }), 'model.mjs');
  const small = { shape: '4x4x1', blocks: 1, ...pooling(0) };
  const trial = await host.run({
    config: small,
    tree: nestConfig(space, small),
    epochs: 1,
    furtherMetrics: ['parameters', 'flops', 'model_bytes', 'latency_ms'],
  });
  expect(trial.end.type).toBe('done');
  // 3 × 3 × 2 + 2, then 2 × 2 + 2.
  expect(metrics(trial, 'parameters')).toEqual([26]);
  expect(metrics(trial, 'model_bytes')).toEqual([104]);
  // 32 outputs of 9 taps and a bias, relu, pooling of 8 × 4, mean of 8, head 2 × (4 + 1), softmax.
  expect(metrics(trial, 'flops')).toEqual([32 * 19 + 32 + 32 + 8 + 10 + 6]);
  expect(metrics(trial, 'latency_ms')[0]).toBeGreaterThan(0);
  const deep = { shape: '4x4x1', blocks: 3, ...pooling(0), ...pooling(1), ...pooling(2) };
  const failed = await host.run({ config: deep, tree: nestConfig(space, deep), epochs: 1 });
  expect(failed.reports).toEqual([]);
  expect(failed.end).toMatchObject({
    type: 'failed',
    reason: 'infeasible',
    message: expect.stringContaining('blocks[2] (conv): nothing is left to pool of its 1×1 input'),
  });
}, 60_000);

test('a child begins where its parent ended, or from scratch where the weights are gone', async () => {
  const learning = `import { buildArchitecture } from 'tunegate';
export function build(hp) {
  const model = buildArchitecture(hp.config, [4], { units: 2, activation: 'softmax' });
  model.compile({ optimizer: tfAdam(), loss: 'categoricalCrossentropy' });
  return model;
}
import * as tf from '@tensorflow/tfjs';
const tfAdam = () => tf.train.adam(0.05);
export function data({ tf }) {
  const x = tf.randomNormal([64, 4]);
  return { x, y: tf.oneHot(x.sum(1).greater(0).toInt(), 2), validationSplit: 0.25 };
}
`;
  const folder = workspace({ 'model.mjs': learning });
  const host = await Host.ready(folder, 'model.mjs');
  const parentTree = { blocks: [{ type: 'dense', units: 8 }] };
  const childTree = {
    blocks: [
      { type: 'dense', units: 12 },
      { type: 'dense', units: 12 },
    ],
  };
  const checkpoints = path.join(folder, 'parent');
  mkdirSync(checkpoints);
  const trained = await host.run({ tree: parentTree, epochs: 20, checkpoints, leavesWeights: true });
  expect(trained.end.type).toBe('done');
  const parent = { config: {}, tree: parentTree, checkpoints };
  const common = { tree: childTree, epochs: 1, seed: 4 };
  const scratch = await host.run(common);
  const child = await host.run({ ...common, parent });
  expect(Number(metrics(child, 'loss')[0])).toBeLessThan(0.5 * Number(metrics(scratch, 'loss')[0]));
  expect(host.output).toContain('2 layers inherited, 1 inserted, 0 fresh; the function is kept.');
  // Without its weights nothing of the parent shows, not even in what is drawn at random.
  const orphan = await host.run({ ...common, parent: { ...parent, checkpoints: path.join(folder, 'gone') } });
  expect(metrics(orphan, 'loss')).toEqual(metrics(scratch, 'loss'));
  expect(host.output).toContain('The weights of the parent are gone: this trial begins from scratch.');
}, 60_000);
