import path from 'node:path';
import { expect, test } from 'vitest';
import { wantedThreads } from '../../src/tensorflow/wasm-threads.ts';
import { Host, workspace } from './host.ts';

const module = 'export const objective = ({ tf }) => ({ loss: tf.matMul([[2]], [[3]]).dataSync()[0] });';

test('auto takes WASM where no native TensorFlow.js is installed, and says why', async () => {
  const folder = workspace({ 'model.mjs': module });
  const host = await Host.start(folder);
  const answer = await host.load(path.join(folder, 'model.mjs'), 'auto');
  expect(answer).toEqual({
    type: 'ready',
    backend: 'wasm (simd)',
    notes: [
      'tfjs-node-gpu not used: @tensorflow/tfjs-node-gpu is not installed in the workspace (npm install @tensorflow/tfjs-node-gpu)',
      'tfjs-node not used: @tensorflow/tfjs-node is not installed in the workspace (npm install @tensorflow/tfjs-node)',
    ],
  });
  expect((await host.run()).reports[0]?.metrics).toEqual({ loss: 6 });
});

test('with cores to itself WASM trains on threads, to the same numbers', async () => {
  const folder = workspace({
    'model.mjs': `import * as tf from '@tensorflow/tfjs';
      export function build() {
        const model = tf.sequential();
        model.add(tf.layers.conv2d({ inputShape: [16, 16, 1], filters: 8, kernelSize: 3, activation: 'relu' }));
        model.add(tf.layers.flatten());
        model.add(tf.layers.dense({ units: 64 }));
        model.add(tf.layers.dense({ units: 1 }));
        model.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(0.001) });
        return model;
      }
      export const data = () => ({
        x: tf.randomUniform([256, 16, 16, 1], 0, 1, 'float32', 7), y: tf.randomUniform([256, 1], 0, 1, 'float32', 8),
      });`,
  });
  const train = async (threads: string) => {
    const host = await Host.start(folder, { env: { OMP_NUM_THREADS: threads } });
    const answer = await host.load(path.join(folder, 'model.mjs'), 'wasm');
    const { reports, end } = await host.run({ epochs: 3 });
    expect(end.type, JSON.stringify(end)).toBe('done');
    host.send({ type: 'close' });
    return {
      backend: 'backend' in answer && answer.backend,
      losses: reports.map(({ metrics }) => metrics['loss']),
    };
  };
  const [alone, together] = [await train('1'), await train('3')];
  expect([alone.backend, together.backend]).toEqual(['wasm (simd)', 'wasm (simd, 3 threads)']);
  expect(together.losses).toEqual(alone.losses);
  expect(together.losses).toHaveLength(3);
});

test('threads are those that the runner leaves, else the cores', () => {
  expect(wantedThreads({ OMP_NUM_THREADS: '2' }, 16)).toBe(2);
  expect(wantedThreads({}, 4)).toBe(4);
  expect(wantedThreads({ OMP_NUM_THREADS: 'many' }, 64)).toBe(8);
});

test('a native TensorFlow.js that is installed but broken is passed over with its error', async () => {
  const folder = workspace({
    'model.mjs': module,
    'node_modules/@tensorflow/tfjs-node/package.json':
      '{ "name": "@tensorflow/tfjs-node", "main": "index.js" }',
    'node_modules/@tensorflow/tfjs-node/index.js':
      'throw new Error("libtensorflow.so.2: cannot open\\n and so on");',
  });
  const host = await Host.start(folder);
  const answer = await host.load(path.join(folder, 'model.mjs'), 'auto');
  expect(answer).toMatchObject({
    backend: 'wasm (simd)',
    notes: [expect.any(String), 'tfjs-node not used: libtensorflow.so.2: cannot open  and so on'],
  });
});

test('a native TensorFlow.js of the workspace is taken, with what newer Nodes removed from util put back', async () => {
  const folder = workspace({
    'model.mjs': `import * as tf from '@tensorflow/tfjs';
      export const objective = () => ({ loss: tf.mark });`,
    'node_modules/@tensorflow/tfjs-node/package.json':
      '{ "name": "@tensorflow/tfjs-node", "main": "index.js" }',
    // Stands in for the native package as far as loading goes; tfjs-node.test.ts trains on the real one.
    'node_modules/@tensorflow/tfjs-node/index.js': `
      const util = require('util');
      const engine = { startScope() {}, endScope() {}, state: { activeScope: { track: [] }, registeredVariables: {} } };
      class Dataset { shuffle() {} }
      module.exports = {
        mark: util.isNullOrUndefined(null) && util.isArray([]) ? 7 : 0,
        version: { 'tfjs-node': '9.9.9' },
        data: { Dataset },
        engine: () => engine,
        memory: () => ({ numTensors: 0, numBytes: 0 }),
      };`,
  });
  const host = await Host.start(folder);
  expect(await host.load(path.join(folder, 'model.mjs'), 'auto')).toMatchObject({
    backend: 'tfjs-node 9.9.9',
  });
  expect((await host.run()).reports[0]?.metrics).toEqual({ loss: 7 });
});

test('a backend that the spec demands is an error when it is absent', async () => {
  const folder = workspace({ 'model.mjs': module });
  const host = await Host.start(folder);
  expect(await host.load(path.join(folder, 'model.mjs'), 'tfjs-node')).toEqual({
    type: 'load-failed',
    message:
      'backend: tfjs-node cannot be used: @tensorflow/tfjs-node is not installed in the workspace (npm install @tensorflow/tfjs-node)',
  });
});

test('the CPU backend trains without advertisements', async () => {
  const folder = workspace({ 'model.mjs': module });
  const host = await Host.ready(folder, 'model.mjs', 'cpu');
  expect((await host.run()).reports[0]?.metrics).toEqual({ loss: 6 });
  expect(host.output).toBe('');
});
