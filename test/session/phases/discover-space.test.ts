import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSpec } from '../../../src/session/load-spec.ts';
import { discoverSpace } from '../../../src/session/phases/discover-space.ts';
import { createTrialRunner } from '../../../src/trial/runner.ts';
import { builtHost } from '../../support/built-host.ts';
import { request, runnerOptions } from '../../trial/trials.ts';

const model = `import * as tf from '@tensorflow/tfjs';
import type { HyperParameters } from 'tunegate';

export function build(hp: HyperParameters) {
  const model = tf.sequential();
  const layers = hp.Int('layers', { min: 1, max: 3 });
  for (let i = 0; i < layers; i++)
    hp.nameScope(\`layer_\${i}\`, () =>
      model.add(tf.layers.dense({ units: hp.Int('units', { min: 2, max: 8, step: 2 }), inputShape: i === 0 ? [2] : undefined })),
    );
  model.add(tf.layers.dense({ units: 1, inputShape: [2] }));
  const rate = hp.Float('rate', { min: 1e-3, max: 0.1, sampling: 'log', default: 0.01 });
  model.compile({ optimizer: tf.train.sgd(rate), loss: 'meanSquaredError' });
  return model;
}
export const data = () => ({ x: tf.ones([8, 2]), y: tf.ones([8, 1]) });
export const batchSize = (hp: HyperParameters) => hp.Choice('batch', [2, 4, 8], { default: 4 });
`;
const ownFit = `${model.replace('batchSize', 'sizeOf')}
export async function fit(model: tf.LayersModel, data: any, hp: HyperParameters, context: any) {
  // Data and training have hyperparameters of their own.
  const x = hp.Boolean('normalize') ? tf.mul(data.x, 0.5) : data.x;
  const shuffle = hp.Boolean('shuffle');
  await model.fit(x, data.y, { epochs: context.epochs, shuffle, verbose: 0, callbacks: context.reporter(model) });
  throw new Error('discovery has trained');
}
`;
const objective = `import * as tf from '@tensorflow/tfjs';
export async function objective({ hp, report }) {
  const kind = hp.Choice('kind', ['sgd', 'momentum']);
  const momentum = kind === 'momentum' ? hp.Float('momentum', { min: 0, max: 0.9 }) : 0;
  const point = tf.variable(tf.scalar(hp.Float('start', { min: 1, max: 2 })));
  const height = tf.train.momentum(0.1, momentum).minimize(() => point.square(), true);
  await report(1, { loss: (await height.data())[0] });
}
`;

async function discover(files: Readonly<Record<string, string>>, more = '', trial = '') {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-discover-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spec = `name: found
trial: { module: ./${Object.keys(files)[0]}, backend: cpu${trial} }
metric: { name: loss, goal: minimize }
budget: { trials: 4, epochs: 2 }
gate: false
${more}`;
  for (const [name, text] of Object.entries({ ...files, 'tune.yml': spec }))
    writeFileSync(path.join(folder, name), text);
  const loaded = readSpec(path.join(folder, 'tune.yml'), 'tune.yml');
  return discoverSpace(loaded, {
    host: { path: await builtHost(), node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
  });
}

test('a module says what is searched, and its trials train with it', async () => {
  const { spec, space, folder } = await discover({ 'model.ts': model });
  expect(space.incumbent).toEqual({ layers: 1, 'layer_0/units': 2, rate: 0.01, batch: 4 });
  expect(spec.params).toMatchObject({
    layers: { type: 'int', min: 1, max: 3 },
    'layer_0/units': { min: 2, max: 8, step: 2 },
    rate: { type: 'float', scale: 'log' },
    batch: { values: [2, 4, 8], ordered: true },
    'layer_1/units': { when: { layers: { min: 2 } } },
    'layer_2/units': { when: { layers: { min: 3 } } },
  });
  const options = await runnerOptions(folder);
  const runner = createTrialRunner(spec.trial, { ...options, hostPath: await builtHost() });
  const steps: number[] = [];
  const config = { layers: 2, 'layer_0/units': 4, 'layer_1/units': 8, rate: 0.05, batch: 8 };
  const outcome = await runner.run(
    request(folder, {
      ...{ config, metric: 'loss', resource: 2 },
      onReport: ({ step }) => {
        steps.push(step);
        return 'continue';
      },
    }),
  );
  await runner.close();
  expect([outcome.state, steps]).toEqual(['completed', [1, 2]]);
});

test('a fit of the user asks, too, and does not train for it', async () => {
  const { space } = await discover({ 'model.ts': ownFit });
  expect(space.incumbent).toMatchObject({ normalize: false, shuffle: false });
  expect(space.incumbent).not.toHaveProperty('batch');
});

test('an objective asks up to where it trains', async () => {
  const { spec } = await discover({ 'objective.mjs': objective });
  expect(Object.keys(spec.params)).toEqual(['kind', 'start', 'momentum']);
  expect(spec.params['momentum']).toMatchObject({ when: { kind: ['momentum'] } });
});

test("the spec's parameters and the code's together; nested ones decide what the code asks for", async () => {
  const code = `import * as tf from '@tensorflow/tfjs';
export async function objective({ hp }) {
  const chosen = hp.option('optimizer');
  if (chosen.type === 'sgd') {
    hp.Float('momentum', { min: 0, max: 1 });
    if (chosen.Float('decay') > 0.5) hp.Boolean('strong');
  }
  hp.Float('rate', { min: 0, max: 1 });
  return 1;
}`;
  const { spec, space } = await discover(
    { 'objective.mjs': code },
    `params:
  optimizer: { type: choice, default: adam, options: { sgd: { decay: { type: float, min: 0, max: 1, default: 0 } }, adam: {} } }
  rate: { type: float, min: 0.1, max: 0.2, default: 0.1 }
`,
    ', discover: true',
  );
  expect(Object.keys(spec.params)).toEqual(['optimizer', 'rate', 'momentum', 'strong']);
  expect(spec.params['momentum']).toMatchObject({ when: { optimizer: ['sgd'] } });
  expect(space.incumbent).toMatchObject({ optimizer: 'adam', rate: 0.1 });
});

test('a spec and a module that contradict each other: the error names both places', async () => {
  await expect(
    discover(
      { 'model.ts': model },
      'params:\n  rate: { type: float, min: 1.0e-3, max: 1 }\n',
      ', discover: true',
    ),
  ).rejects.toThrow(
    './model.ts: the parameter rate is a number from 0.001 to 1 in the spec (tune.yml:7:9), but the code takes a number ' +
      'from 0.001 to 0.1 (log, default 0.01) (model.ts:12): bring the two together, or remove it from `params`',
  );
});

test('code that asks for nothing, or fails with its defaults', async () => {
  await expect(discover({ 'a.mjs': 'export const objective = () => 1;' })).rejects.toThrow(
    'there is nothing to search',
  );
  await expect(
    discover({ 'a.mjs': 'export const objective = () => {\n  throw new Error("no data");\n};' }),
  ).rejects.toThrow(/a\.mjs: build\(hp\) fails with its defaults: no data\n.*a\.mjs:2/);
});

test('the example with its space in the code', async () => {
  const file = path.join(import.meta.dirname, '../../../examples/digits/tune-in-code.yml');
  const { space } = await discoverSpace(readSpec(file, 'tune-in-code.yml'), {
    host: { path: await builtHost(), node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
  });
  expect(space.incumbent).toEqual({
    ...{ layers: 1, 'layer_0/units': 32, 'layer_0/activation': 'relu' },
    ...{ learning_rate: 0.02, optimizer: 'sgd', momentum: 0.5, batch_size: 32 },
  });
});
