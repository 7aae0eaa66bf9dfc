import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { MetricFile } from '../../src/trial/metric-files.ts';
import { type CommandChanges, failure, runScript, temporaryFolder } from './trials.ts';

const tensorboard = path.join(import.meta.dirname, 'fixtures', 'tensorboard');

/** Runs a script that writes files of its own; `write(name, text)` and `add(name, text)` make them. */
async function run(script: string, metrics: readonly (string | MetricFile)[], changes: CommandChanges = {}) {
  const { outcome, reports } = await runScript(
    `const write = (name, text) => {
       fs.mkdirSync(require('node:path').dirname(name), { recursive: true });
       fs.writeFileSync(name, text);
     };
     const add = (name, text) => fs.appendFileSync(name, text);
     const look = () => pause(300);
     (async () => { ${script} })();`,
    {
      metrics: metrics.map((file) => (typeof file === 'string' ? { file } : file)),
      request: { metric: 'acc' },
      ...changes,
    },
  );
  return { outcome, reports };
}

const rising = [
  { step: 1, metrics: { acc: 0.5, 'eval.loss': 2 } },
  { step: 2, metrics: { acc: 0.75, 'eval.loss': 1 } },
];

test.each([
  [
    'metrics.jsonl',
    `{"step": 1, "acc": 0.5, "eval": {"loss": 2}}\n{"step": 2, "acc": 0.75, "eval": {"loss": 1}}`,
  ],
  ['metrics.json', `[{"step": 1, "acc": 0.5, "eval": {"loss": 2}}, {"acc": 0.75, "eval": {"loss": 1}}]`],
  ['log.csv', 'step,acc,eval.loss,note\n1,0.5,2,"a, b"\n2,0.75,1,\n'],
  ['log.tsv', 'step\tacc\teval.loss\n1\t0.5\t2\n2\t0.75\t1'],
])('a history in %s is read to its end', async (name, text) => {
  const { outcome, reports } = await run(`write('out/${name}', ${JSON.stringify(text)});`, [`out/${name}`]);
  expect(outcome.state).toBe('completed');
  expect(reports).toEqual(rising);
});

test('rows whose step is below 0 are counted', async () => {
  const { reports } = await run(`write('log.csv', 'step,acc\\n-2,0.5\\n-1,0.75\\n');`, ['log.csv']);
  expect(reports.map(({ step }) => step)).toEqual([1, 2]);
});

test.each([
  ['metrics.json', (acc: number) => JSON.stringify({ acc, eval: { loss: 1 - acc }, model: 'mlp' })],
  ['metrics.yaml', (acc: number) => `acc: ${acc}\neval:\n  loss: ${1 - acc}\nmodel: mlp\n`],
  ['metrics.toml', (acc: number) => `model = "mlp"\nacc = ${acc}\n[eval]\nloss = ${1 - acc}\n`],
])('%s as DVC has it, written anew for each epoch, is a report each time', async (name, text) => {
  const { reports } = await run(
    `write('${name}', ${JSON.stringify(text(0.5))}); await look();
     write('${name}', ${JSON.stringify(text(0.75))});`,
    [name],
  );
  expect(reports).toEqual([
    { step: 1, metrics: { acc: 0.5, 'eval.loss': 0.5 } },
    { step: 2, metrics: { acc: 0.75, 'eval.loss': 0.25 } },
  ]);
});

test('what the program writes while it runs is heard while it runs, and a stop ends it', async () => {
  const { outcome, reports } = await run(
    `write('log.csv', 'epoch,acc\\n');
     for (let epoch = 0; epoch < 100; epoch++) { add('log.csv', epoch + ',0.' + (10 + epoch) + '\\n'); await look(); }`,
    [{ file: 'log.csv', step: 'epoch' }],
    { request: { metric: 'acc', onReport: ({ step }) => (step >= 2 ? 'stop' : 'continue') } },
  );
  expect(outcome.state).toBe('stopped');
  expect(reports.slice(0, 2)).toEqual([
    { step: 1, metrics: { acc: 0.1 } },
    { step: 2, metrics: { acc: 0.11 } },
  ]);
});

test('a program that counts from 0 and continues at 3 reports its fourth epoch, when the spec says so', async () => {
  const script = `write('log.csv', 'epoch,acc\\n3,0.5\\n4,0.6\\n');`;
  const steps = async (file: MetricFile) => (await run(script, [file])).reports.map(({ step }) => step);
  expect(await steps({ file: 'log.csv', step: 'epoch', firstStep: 0 })).toEqual([4, 5]);
  expect(await steps({ file: 'log.csv', step: 'epoch' })).toEqual([3, 4]);
});

test('values give metrics the names of the spec, and leave the others out', async () => {
  const { reports } = await run(`write('m.json', '{"a": {"b": [1, {"c": 0.5}]}, "loss": 3}');`, [
    { file: 'm.json', values: { acc: 'a.b.1.c', missing: 'a.x' } },
  ]);
  expect(reports).toEqual([{ step: 1, metrics: { acc: 0.5 } }]);
});

test('a file of the training before counts only where it is written again', async () => {
  const cwd = temporaryFolder();
  const old = '{"acc": 0.9}\n';
  writeFileSync(path.join(cwd, 'm.jsonl'), old);
  const silent = await run('', ['m.jsonl'], { cwd });
  expect(failure(silent.outcome).reason).toBe('no-metric');
  const added = await run(`add('m.jsonl', '{"acc": 0.5}');`, ['m.jsonl'], { cwd });
  expect(added.reports).toEqual([{ step: 1, metrics: { acc: 0.5 } }]);
  const again = await run(`write('m.jsonl', ${JSON.stringify(old)});`, ['m.jsonl'], { cwd });
  expect(again.reports).toEqual([{ step: 1, metrics: { acc: 0.9 } }]);
});

test('scalars of TensorBoard, as TensorFlow 2 and as 1 and PyTorch write them', async () => {
  const keras = await run(
    `fs.cpSync(${JSON.stringify(path.join(tensorboard, 'keras'))}, 'runs/' + process.env.TUNEGATE_TRIAL, { recursive: true });`,
    [{ file: 'runs/{trial}', values: { acc: 'validation/epoch_accuracy', loss: 'train/epoch_loss' } }],
    { request: { metric: 'acc', trial: 4 } },
  );
  expect(keras.outcome.state).toBe('completed');
  const of = (name: string) =>
    keras.reports.flatMap(({ step, metrics }) =>
      metrics[name] === undefined ? [] : [[step, +metrics[name].toFixed(4)]],
    );
  expect(of('acc')).toEqual([
    [1, 0.5],
    [2, 0.6],
    [3, 0.7],
  ]);
  expect(of('loss')).toEqual([
    [1, 1],
    [2, 0.5],
    [3, 0.3333],
  ]);

  const v1 = await run(
    `fs.cpSync(${JSON.stringify(path.join(tensorboard, 'v1'))}, 'logs', { recursive: true });`,
    ['logs'],
  );
  expect(v1.reports).toEqual([1, 2, 3].map((step) => ({ step, metrics: { acc: 0.25 * step } })));
});

test('events are read record by record as they arrive, and those of the training before are left', async () => {
  const cwd = temporaryFolder();
  mkdirSync(path.join(cwd, 'logs'));
  cpSync(
    path.join(tensorboard, 'v1', 'events.out.tfevents.1795513072'),
    path.join(cwd, 'logs', 'tfevents.old'),
  );
  const file = JSON.stringify(path.join(tensorboard, 'v1', 'events.out.tfevents.1795513072'));
  const { reports } = await run(
    `const bytes = fs.readFileSync(${file});
     add('logs/tfevents.new', bytes.subarray(0, 170)); await look(); await look();
     add('logs/tfevents.new', bytes.subarray(170));`,
    ['logs'],
    { cwd },
  );
  expect(reports.map(({ metrics }) => metrics['acc'])).toEqual([0.25, 0.5, 0.75]);
});

test.each([
  ['a damaged event file', `write('logs/tfevents.1', Buffer.alloc(64, 7));`, 'logs'],
  ['a line that is not JSON', `write('m.jsonl', '{"acc": 0.5}\\naccuracy 0.5\\n');`, 'm.jsonl'],
  ['a YAML list of words', `write('m.yaml', 'fine');`, 'm.yaml'],
])('%s fails the trial in clear words', async (_, script, file) => {
  const { reason, message } = failure((await run(script, [file])).outcome);
  expect(reason).toBe('malformed-report');
  expect(message).toContain(file);
  expect(message).toMatchSnapshot();
});

test('half a JSON document fails the trial', async () => {
  const { reason, message } = failure((await run(`write('m.json', '{"acc": 0.');`, ['m.json'])).outcome);
  expect(reason).toBe('malformed-report');
  // What follows is the engine's own text, which differs between Nodes.
  expect(message).toMatch(/^m\.json cannot be read as json: ./);
});

test('a program that crashes while it writes is the program that crashed, not a bad file', async () => {
  const { outcome } = await run(`write('m.json', '{"acc": 0.'); process.exit(3);`, ['m.json']);
  expect(failure(outcome).reason).toBe('crash');
});

test('NaN, as Python writes it, fails the trial', async () => {
  const { outcome } = await run(`write('m.csv', 'step,acc\\n1,nan\\n');`, ['m.csv']);
  expect(failure(outcome).reason).toBe('not-finite');
});
