import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSpec } from '../../src/session/load-spec.ts';
import { nestConfig } from '../../src/space/config.ts';
import type { ModuleTrial } from '../../src/spec/spec.ts';
import { measureBackends } from '../../src/trial/backend-choice.ts';
import { builtHost } from '../support/built-host.ts';
import { temporaryFolder } from './trials.ts';

const root = path.join(import.meta.dirname, '..', '..');
const native = path.join(root, '.cache', 'tfjs-node', 'node_modules');
const installed = existsSync(
  path.join(native, '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node'),
);

const modules = {
  build: `const tf = require('@tensorflow/tfjs');
exports.data = () => ({ x: tf.randomNormal([2000, 16]), y: tf.randomNormal([2000, 1]) });
exports.build = () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [16] }), tf.layers.dense({ units: 1 })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  return model;
};`,
  objective: `exports.objective = async (trial) => {
  for (let step = 1; ; step++) await trial.report(step, { loss: 1 / step });
};`,
};

async function choose(folder: string, more: Partial<ModuleTrial> = {}) {
  return measureBackends(
    { module: 'model.cjs', backend: 'auto', env: {}, passEnv: [], grace: 1000, output: 2 ** 20, ...more },
    { cwd: folder, env: process.env, hostPath: await builtHost(), node: process.execPath },
    {
      config: {},
      seed: 1,
      metric: 'loss',
      checkpoints: path.join(folder, 'checkpoints'),
      signal: new AbortController().signal,
    },
    () => ({}),
  );
}

function project(module: string): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'model.cjs'), module);
  return folder;
}

test('without a native package there is nothing to time, nor where the spec says what to use', async () => {
  expect(await choose(project(modules.build))).toBeUndefined();
  expect(await choose(project(modules.build), { backend: 'cpu' })).toBeUndefined();
});

test.each(Object.entries(modules))(
  'a native package that does not load loses, timed by %s',
  async (_kind, module) => {
    const folder = project(module);
    const broken = path.join(folder, 'node_modules', '@tensorflow', 'tfjs-node');
    mkdirSync(broken, { recursive: true });
    writeFileSync(path.join(broken, 'index.js'), 'throw new Error("The native addon is missing");');
    expect(await choose(folder)).toEqual({
      backend: 'wasm',
      why: expect.stringMatching(
        /^Backend: wasm, which takes [\d.]+ ms for a step of the first trial \(tfjs-node could not be timed \(.*The native addon is missing\)\)\.$/,
      ),
    });
  },
);

describe.skipIf(!installed)('with the real tfjs-node', () => {
  test('both are timed and the faster one is taken', { timeout: 120_000 }, async () => {
    const folder = project(modules.build);
    symlinkSync(native, path.join(folder, 'node_modules'));
    const { backend, why } = (await choose(folder))!;
    const [own, other] = [...why.matchAll(/([\d.]+) ms/g)].map(([, ms]) => Number(ms));
    expect(own).toBeLessThanOrEqual(other!);
    expect(why).toContain(backend === 'wasm' ? 'on tfjs-node' : 'on wasm');
  });

  test('the digits example can be timed', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    cpSync(path.join(root, 'examples', 'digits'), folder, { recursive: true });
    symlinkSync(native, path.join(folder, 'node_modules'));
    const spec = readSpec(path.join(folder, 'tune.yml'), 'tune.yml');
    const config = spec.space.incumbent!;
    const choice = await measureBackends(
      { module: 'model.ts', backend: 'auto', env: {}, passEnv: [], grace: 1000, output: 2 ** 20 },
      { cwd: folder, env: process.env, hostPath: await builtHost(), node: process.execPath },
      { config, seed: 1, metric: 'loss', checkpoints: folder, signal: new AbortController().signal },
      (of) => nestConfig(spec.space, of),
    );
    expect(choice?.why).toMatch(
      /^Backend: (wasm|tfjs-node), which takes [\d.]+ ms .* ms on (wasm|tfjs-node)\)/,
    );
  });
});
