import path from 'node:path';
import { expect, test } from 'vitest';
import { Host, metrics, workspace } from './host.ts';

const tfjs = "import * as tf from '@tensorflow/tfjs';";

/** A classifier with everything random that TensorFlow.js has: initialisers, dropout, shuffling. */
const random = `${tfjs}
export function build(hp) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: hp.get('units'), activation: 'relu', inputShape: [4], kernelInitializer: 'heNormal' }));
  model.add(tf.layers.dropout({ rate: 0.3 }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: 'orthogonal' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
let loads = 0;
export function data({ tf, folder }) {
  if (++loads > 1) throw new Error('data() ran twice');
  const x = tf.randomNormal([90, 4]);
  const y = tf.oneHot(x.argMax(1).minimum(2).toInt(), 3);
  return { x, y, validation: { x, y } };
}
`;

test('a trial with one seed gives the same numbers whatever ran before, and in every process', async () => {
  const folder = workspace({ 'model.mjs': random });
  const [warm, fresh] = await Promise.all([Host.ready(folder, 'model.mjs'), Host.ready(folder, 'model.mjs')]);
  const trial = { config: { units: 8 }, seed: 5, epochs: 3, metric: 'val_accuracy' };
  const first = await warm.run(trial);
  const other = await warm.run({ ...trial, seed: 6 });
  await warm.run({ ...trial, config: { units: 13 }, epochs: 2 });
  const again = await warm.run(trial);
  const elsewhere = await fresh.run(trial);
  expect(first.end.type).toBe('done');
  expect(metrics(again, 'loss')).toEqual(metrics(first, 'loss'));
  expect(metrics(elsewhere, 'loss')).toEqual(metrics(first, 'loss'));
  expect(metrics(other, 'loss')).not.toEqual(metrics(first, 'loss'));
});

test('every epoch is reported with the names that Keras and TensorFlow.js give to accuracy', async () => {
  const host = await Host.ready(workspace({ 'model.mjs': random }), 'model.mjs');
  const trial = await host.run({ config: { units: 4 }, epochs: 2, metric: 'val_accuracy' });
  expect(trial.reports).toHaveLength(2);
  for (const { metrics } of trial.reports) {
    expect(Object.keys(metrics).sort()).toEqual([
      'acc',
      'accuracy',
      'loss',
      'val_acc',
      'val_accuracy',
      'val_loss',
    ]);
    expect(metrics['val_accuracy']).toBe(metrics['val_acc']);
  }
});

test('a stop decision ends the training after that epoch', async () => {
  const host = await Host.ready(workspace({ 'model.mjs': random }), 'model.mjs');
  const trial = await host.run({ config: { units: 4 }, epochs: 50, metric: 'val_accuracy', stopAt: 2 });
  expect(trial.reports.map((report) => report.step)).toEqual([1, 2]);
  expect(trial.end).toMatchObject({ type: 'done', stopped: true });
});

test('a tf.data dataset shuffles the same way in each trial of one seed', async () => {
  const source = `${tfjs}
    const rows = Array.from({ length: 24 }, (_, i) => ({ xs: tf.tensor1d([i % 5, 1]), ys: tf.tensor1d([i % 7]) }));
    export const data = () => ({ dataset: tf.data.array(rows).shuffle(24).batch(4) });
    export function build() {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
      return model;
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const runs = [];
  for (const seed of [1, 2, 1]) runs.push(metrics(await host.run({ seed, epochs: 3 }), 'loss'));
  expect(runs[0]).toHaveLength(3);
  expect(runs[2]).toEqual(runs[0]);
  expect(runs[1]).not.toEqual(runs[0]);
});

test('objective: reports, config, seed, epochs and the returned score', async () => {
  const source = `
    export async function objective(trial) {
      for (let step = 1; step <= trial.epochs; step++)
        await trial.report(step, { score: step * trial.hp.Float('rate'), seed: trial.seed });
      return { score: 99, blocks: trial.config.layers.length };
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const config = { rate: 0.5, layers: 1, 'layers[0].units': 4 };
  const tree = { rate: 0.5, layers: [{ units: 4 }] };
  const trial = await host.run({ config, tree, seed: 3, epochs: 2, metric: 'score' });
  expect(trial.reports.map(({ step, metrics }) => [step, metrics])).toEqual([
    [1, { score: 0.5, seed: 3 }],
    [2, { score: 1, seed: 3 }],
    [3, { score: 99, blocks: 1 }],
  ]);
});

test('objective: a bare number is the metric of the study at the full resource', async () => {
  const host = await Host.ready(
    workspace({ 'model.mjs': 'export const objective = () => 0.25;' }),
    'model.mjs',
  );
  const trial = await host.run({ metric: 'error', epochs: 7 });
  expect(trial.reports).toMatchObject([{ step: 7, metrics: { error: 0.25 } }]);
});

test('objective: report throws when the search says stop, and the signal is aborted', async () => {
  const source = `
    import { TrialStopped } from 'tunegate';
    export async function objective(trial) {
      try {
        for (let step = 1; ; step++) await trial.report(step, { loss: 1 / step });
      } catch (error) {
        console.log('caught', error instanceof TrialStopped, trial.signal.aborted);
        throw error;
      }
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const trial = await host.run({ stopAt: 3 });
  expect(trial.reports).toHaveLength(3);
  expect(trial.end).toMatchObject({ type: 'done', stopped: true });
  // What a host prints and what it says come on two ways.
  await expect.poll(() => host.output).toContain('caught true true');
});

test('a diverging loss is reported as text and fails the trial as not finite; the next trial is fine', async () => {
  const source = `${tfjs}
    export const data = () => ({ x: tf.mul(tf.ones([8, 2]), 1e4), y: tf.ones([8, 1]) });
    export function build(hp) {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      model.compile({ optimizer: tf.train.sgd(hp.get('rate')), loss: 'meanSquaredError' });
      return model;
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const diverged = await host.run({ config: { rate: 10 }, epochs: 30 });
  expect(diverged.end).toMatchObject({ type: 'failed', reason: 'not-finite' });
  expect(['NaN', 'Infinity']).toContain(diverged.reports.at(-1)!.metrics['loss']);
  expect(diverged.reports.length).toBeLessThan(30);
  expect((await host.run({ config: { rate: 1e-10 }, epochs: 1 })).end.type).toBe('done');
});

test('errors name the line in the file of the user, TypeScript or not', async () => {
  const folder = workspace({
    'model.ts': [
      'interface Unused { a: string }',
      'export const data = () => ({});',
      '',
      'function deep(hp: { get(name: string): number }): never {',
      '  hp.get("units");',
      '  throw new RangeError("no such width");',
      '}',
      'export const build = (hp: never): never => deep(hp);',
    ].join('\n'),
  });
  const host = await Host.ready(folder, 'model.ts');
  const thrown = await host.run({ config: { units: 3 } });
  expect(thrown.end).toEqual({
    type: 'failed',
    id: 0,
    reason: 'crash',
    message: 'RangeError: no such width\n    at deep (model.ts:6)\n    at build (model.ts:8)',
  });
  const missing = await host.run({ config: { unit: 3 } });
  expect(missing.end).toMatchObject({
    message: expect.stringMatching(
      /^HyperParameterError: hyperparameter units has no value.*Did you mean unit\?/s,
    ),
  });
  expect(missing.end).toMatchObject({ message: expect.stringContaining('model.ts:5') });
});

async function refusal(files: Readonly<Record<string, string>>, module = 'model.mjs'): Promise<string> {
  const folder = workspace(files);
  const host = await Host.start(folder);
  const answer = await host.load(path.join(folder, module));
  if (answer.type !== 'load-failed') throw new Error('loaded');
  return answer.message;
}

test('a module that throws when it is imported, or cannot be read, is refused with the place', async () => {
  expect(await refusal({ 'model.mjs': '\n\nthrow new Error("no data today");' })).toBe(
    'no data today\n    at model.mjs:3:7',
  );
  expect(await refusal({ 'model.ts': 'export const a = 1;\nexport const b = = 2;' }, 'model.ts')).toContain(
    'model.ts: Unexpected token (2:18)',
  );
  expect(await refusal({ 'model.mjs': 'export const a = 1;\nexport const b = = 2;' })).toMatch(
    /model\.mjs: Unexpected token \(2:18\)/,
  );
  expect(await refusal({ 'model.mjs': "import './nowhere.mjs';" })).toContain('nowhere.mjs');
  expect(await refusal({})).toContain('model.mjs');
});

test('a module without the exports of a trial is refused with what it has', async () => {
  expect(await refusal({ 'model.mjs': 'export const train = 1;' })).toBe(
    'model.mjs must export build(hp) and data(), or objective(trial); it exports train',
  );
  expect(await refusal({ 'model.mjs': 'export const build = 3;' })).toBe(
    'model.mjs: export build must be a function, not number',
  );
  expect(await refusal({ 'model.mjs': 'export const build = () => {};' })).toContain('neither data()');
});

test('a build that returns no compiled model, and data of no known form, fail with the remedy', async () => {
  const folder = workspace({
    'model.mjs': `${tfjs}
      export const data = () => ({ features: [] });
      export function build(hp) {
        const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
        if (hp.get('what') === 'nothing') return;
        if (hp.get('what') === 'compiled') model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
        return model;
      }`,
  });
  const host = await Host.ready(folder, 'model.mjs');
  const messages = [];
  for (const what of ['nothing', 'uncompiled', 'compiled'])
    messages.push((await host.run({ config: { what } })).end);
  expect(messages).toMatchObject([
    { message: expect.stringContaining('undefined (is a return missing?)') },
    { message: expect.stringContaining('call model.compile') },
    { message: expect.stringContaining('it returned an object with features') },
  ]);
});

test('a metric that never comes, an infeasible config and a malformed report have their own reasons', async () => {
  const source = `
    import { InfeasibleConfig } from 'tunegate';
    export async function objective({ hp, report, tf }) {
      if (hp.get('what') === 'infeasible') throw new InfeasibleConfig('the image is gone after five poolings');
      await report({ 'below 0': -1, 'too large': 2 ** 53 }[hp.get('what')] ?? 1, { loss: hp.get('what') === 'tensor' ? tf.scalar(1) : 1 });
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const ends = [];
  for (const what of ['infeasible', 'tensor', 'below 0', 'too large', 'missing'])
    ends.push((await host.run({ config: { what }, metric: 'val_loss' })).end);
  expect(ends).toMatchObject([
    { reason: 'infeasible', message: expect.stringContaining('five poolings') },
    { reason: 'malformed-report', message: expect.stringContaining('await tensor.data() first') },
    {
      reason: 'malformed-report',
      message: expect.stringContaining('step must be from 0 to 9007199254740991, not -1'),
    },
    { reason: 'malformed-report', message: expect.stringContaining('not 9007199254740992') },
    {
      reason: 'no-metric',
      message: expect.stringContaining('it reported loss. val_ metrics need validation data'),
    },
  ]);
});

test('tensors that a trial leaves behind are counted and freed; shared data stays', async () => {
  const source = `${tfjs}
    export const data = () => ({ shared: tf.ones([1000]) });
    export function objective({ data, hp, tf }) {
      const before = tf.memory().numTensors;
      for (let i = 0; i < hp.get('leaks'); i++) tf.keep(tf.ones([256]));
      tf.variable(tf.zeros([2]));
      return { tensors: before, shared: data.shared.sum().dataSync()[0] };
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const runs = [];
  for (const leaks of [40, 0, 10]) runs.push(await host.run({ config: { leaks }, metric: 'tensors' }));
  expect(runs.map((run) => run.reports[0]?.metrics)).toEqual([
    { tensors: 1, shared: 1000 },
    { tensors: 1, shared: 1000 },
    { tensors: 1, shared: 1000 },
  ]);
  await expect.poll(() => host.output).toMatch(/left 4\d tensors \(4\d KiB\) behind.*left 1\d tensors/s);
});

test('a fit of the user: own epochs through the reporter, or a History', async () => {
  const source = `${tfjs}
    export const data = () => ({ inputs: tf.ones([8, 2]), labels: tf.ones([8, 1]) });
    export function build() {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
      model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError', metrics: ['mae'] });
      return model;
    }
    export const batchSize = (hp) => hp.get('batch');
    export function fit(model, { inputs, labels }, hp, context) {
      const callbacks = hp.get('own') ? context.reporter(model) : undefined;
      return model.fit(inputs, labels, { epochs: context.epochs, batchSize: context.batchSize, verbose: 0, callbacks });
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const own = await host.run({ config: { own: true, batch: 4 }, epochs: 3 });
  expect(own.reports.map((report) => report.step)).toEqual([1, 2, 3]);
  const history = await host.run({ config: { own: false, batch: 4 }, epochs: 3 });
  expect(history.reports.map((report) => report.step)).toEqual([3]);
  expect(history.reports[0]?.metrics).toEqual(own.reports[2]?.metrics);
});

test('an error on the loose fails the running trial and ends the process', async () => {
  const source = `
    export async function objective() {
      setTimeout(() => { throw new Error('from a timer'); }, 1);
      await new Promise(() => {});
    }`;
  const host = await Host.ready(workspace({ 'model.mjs': source }), 'model.mjs');
  const trial = await host.run();
  expect(trial.end).toMatchObject({
    type: 'failed',
    reason: 'crash',
    message: expect.stringContaining('from a timer'),
  });
  expect(await host.exited).toBe(1);
});

test('close ends the host', async () => {
  const host = await Host.ready(workspace({ 'model.mjs': 'export const objective = () => 1;' }), 'model.mjs');
  host.send({ type: 'close' });
  expect(await host.exited).toBe(0);
});
