import { cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeOf } from '../support/nodes.ts';
import { Host, metrics, workspace } from './host.ts';

const root = path.join(import.meta.dirname, '..', '..');
const prefix = path.join(root, '.cache', 'tfjs-node', 'node_modules');
const addon = path.join(prefix, '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node');
const installed = existsSync(addon);
if (!installed)
  console.warn(
    'skipped: training on the real tfjs-node. To run it, install it with scripts/tfjs-node-from-wheel',
  );

const config = {
  learning_rate: 0.02,
  initializer: 'glorotUniform',
  optimizer: 'sgd',
  'optimizer.sgd.momentum': 0.9,
  layers: 1,
  'layers[0].units': 32,
  'layers[0].activation': 'relu',
};
const tree = {
  learning_rate: 0.02,
  initializer: 'glorotUniform',
  optimizer: { type: 'sgd', momentum: 0.9 },
  layers: [{ units: 32, activation: 'relu' }],
};

describe.skipIf(!installed)('on the real tfjs-node', () => {
  for (const major of [20, 22, 24])
    test(`the digits example trains on Node ${major}`, { timeout: 120_000 }, async (context) => {
      const node = nodeOf(major);
      if (node === undefined) context.skip(`Node ${major} cannot be had here`);
      const folder = workspace({});
      cpSync(path.join(root, 'examples', 'digits'), folder, { recursive: true });
      symlinkSync(prefix, path.join(folder, 'node_modules'));
      const host = await Host.start(folder, { node: node! });
      const answer = await host.load(path.join(folder, 'model.ts'), 'auto');
      expect(answer).toMatchObject({ type: 'ready', backend: 'tfjs-node 4.22.0' });
      const trial = { config, tree, seed: 3, epochs: 4, metric: 'val_accuracy' };
      const first = await host.run(trial);
      expect(first.end).toMatchObject({ type: 'done', stopped: false });
      expect(metrics(first, 'val_accuracy').at(-1)).toBeGreaterThan(0.85);
      expect(metrics(await host.run(trial), 'loss')).toEqual(metrics(first, 'loss'));
    });
});
