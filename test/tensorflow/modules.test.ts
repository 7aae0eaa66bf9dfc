import { describe, expect, test } from 'vitest';
import { nodeOf } from '../support/nodes.ts';
import { Host, metrics, workspace } from './host.ts';

/** A small regression with everything that a user's file needs: imports, types, a helper file beside it. */
const typed = `
import * as tf from '@tensorflow/tfjs';
import { sequential } from '@tensorflow/tfjs-layers';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { HyperParameters } from 'tunegate';
import { width } from './width';
import extra from './extra.json';

enum Size { Small = 1, Large = 8 }
class Point { constructor(private readonly x: number) {} get value(): number { return this.x; } }

export function build(hp: HyperParameters): tf.LayersModel {
  const model = sequential();
  model.add(tf.layers.dense({ units: width(Size.Small) + new Point(0).value, inputShape: [2] }));
  model.compile({ optimizer: tf.train.sgd(hp.Float('learning_rate', { min: 0, max: 1 })), loss: 'meanSquaredError' });
  return model;
}
export const data = () => ({ x: tensor2d(extra.x), y: tf.tensor2d([[1], [2], [3], [4]]) });
`;
const helpers = {
  'width.ts': 'export const width = (n: number): number => n;',
  'extra.json': '{ "x": [[1, 0], [0, 2], [1, 1], [2, 2]] }',
};

const plain = `
export function build(hp) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
  model.compile({ optimizer: tf.train.sgd(hp.get('learning_rate')), loss: 'meanSquaredError' });
  return model;
}
export const data = () => ({ x: tf.ones([4, 2]), y: tf.ones([4, 1]) });
`;

async function falls(node: string, folder: string, module: string): Promise<void> {
  const host = await Host.ready(folder, module, 'wasm', { node });
  const trial = await host.run({ config: { learning_rate: 0.05 }, epochs: 3 });
  expect(trial.end).toMatchObject({ type: 'done', stopped: false });
  const losses = metrics(trial, 'loss') as number[];
  expect(trial.reports.map((report) => report.step)).toEqual([1, 2, 3]);
  expect(losses[2]).toBeLessThan(losses[0]!);
}

// Node 20 runs module hooks in a thread of their own, later ones beside the code.
describe.each([20, 22, 24])('on Node %i', (major) => {
  const node = nodeOf(major)!;
  if (node === undefined) {
    test.skip(`Node ${major} cannot be had here`, () => {});
    return;
  }

  test('a .ts module in a package without a type', async () => {
    await falls(node, workspace({ 'package.json': '{}', 'model.ts': typed, ...helpers }), 'model.ts');
  });

  test('a .ts module in a package of ES modules, with imports written as .js', async () => {
    const source = typed.replace("'./width'", "'./width.js'");
    await falls(
      node,
      workspace({ 'package.json': '{ "type": "module" }', 'model.ts': source, ...helpers }),
      'model.ts',
    );
  });

  test('a .ts module in a package of CommonJS', async () => {
    const source = `${typed}\nexport const here = __dirname;`;
    await falls(
      node,
      workspace({ 'package.json': '{ "type": "commonjs" }', 'model.ts': source, ...helpers }),
      'model.ts',
    );
  });

  test('an .mts module', async () => {
    const { 'width.ts': width, ...others } = helpers;
    const source = typed.replace("'./width'", "'./width.mjs'");
    await falls(node, workspace({ 'model.mts': source, 'width.mts': width, ...others }), 'model.mts');
  });

  test('a .cts module', async () => {
    const source = `
    import tf = require('@tensorflow/tfjs');
    const { width } = require('./width') as { width: (n: number) => number };
    const extra: { x: number[][] } = require('./extra.json');
    exports.build = (hp: { get(name: string): number }) => {
      const model = tf.sequential();
      model.add(tf.layers.dense({ units: width(1), inputShape: [2] }));
      model.compile({ optimizer: tf.train.sgd(hp.get('learning_rate')), loss: 'meanSquaredError' });
      return model;
    };
    exports.data = () => ({ x: tf.tensor2d(extra.x), y: tf.tensor2d([[1], [2], [3], [4]]) });
  `;
    await falls(node, workspace({ 'model.cts': source, ...helpers }), 'model.cts');
  });

  test('an .mjs module', async () => {
    await falls(
      node,
      workspace({ 'model.mjs': `import tf from '@tensorflow/tfjs-node';${plain}` }),
      'model.mjs',
    );
  });

  test('a .js module, of either kind', async () => {
    await falls(
      node,
      workspace({
        'package.json': '{ "type": "module" }',
        'model.js': `import * as tf from '@tensorflow/tfjs';${plain}`,
      }),
      'model.js',
    );
    const commonJs = `const tf = require('@tensorflow/tfjs');${plain.replace('export function', 'exports.build = function').replace('export const data', 'exports.data')}`;
    await falls(node, workspace({ 'package.json': '{}', 'model.js': commonJs }), 'model.js');
  });

  test('a .cjs module', async () => {
    const source = `const tf = require('@tensorflow/tfjs');${plain.replace('export function build', 'module.exports.build = function').replace('export const data', 'module.exports.data')}`;
    await falls(node, workspace({ 'model.cjs': source }), 'model.cjs');
  });

  test('TensorFlow.js is one instance, also for packages that bring their own', async () => {
    const folder = workspace({
      'node_modules/@tensorflow/tfjs-core/package.json':
        '{ "name": "@tensorflow/tfjs-core", "main": "index.js" }',
      'node_modules/@tensorflow/tfjs-core/index.js': 'throw new Error("a second TensorFlow.js");',
      'node_modules/models/package.json': '{ "name": "models", "main": "index.js" }',
      'node_modules/models/index.js': "exports.core = require('@tensorflow/tfjs-core');",
      'model.mts': `
      import { createRequire } from 'node:module';
      import * as tf from '@tensorflow/tfjs';
      import * as core from '@tensorflow/tfjs-core';
      import node from '@tensorflow/tfjs-node';
      import * as data from '@tensorflow/tfjs-data';
      import { core as packaged } from 'models';
      import { TrialStopped } from 'tunegate';
      export function objective(trial: { tf: typeof tf }) {
        const required = createRequire(import.meta.url)('@tensorflow/tfjs');
        const same = [core.engine, node.engine, packaged.engine, required.engine, trial.tf.engine].every((engine) => engine === tf.engine);
        return { same: Number(same), data: Number(data.array === tf.data.array), stop: Number(new TrialStopped() instanceof Error) };
      }`,
    });
    const host = await Host.ready(folder, 'model.mts', 'wasm', { node });
    const trial = await host.run({ metric: 'same' });
    expect(trial.reports[0]?.metrics).toEqual({ same: 1, data: 1, stop: 1 });
  });
});
