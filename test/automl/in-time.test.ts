import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Candidate, type FinishOrder, finishTask, outcomeFile } from '../../src/automl/finish.ts';
import { bestInTime, rowsInTime } from '../../src/automl/in-time.ts';
import { modelOutcome } from '../../src/automl/outcome.ts';
import { taskModule } from '../../src/automl/task-module.ts';
import { hasTrained } from '../../src/automl/trained-model.ts';
import { randomStream } from '../../src/math/random.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';
import { loadBackend } from '../../src/tensorflow/backend.ts';
import type { TrialContext } from '../../src/tensorflow/contexts.ts';

const good = { trial: 0, config: { family: 'convnet' }, seed: 0, durationMs: 60_000, score: 0.98 };
const quick = { trial: 1, config: { family: 'linear' }, seed: 0, durationMs: 1000, score: 0.9 };

function order(candidates: readonly Candidate[], limitMs: number): FinishOrder {
  return { candidates, metric: 'val_accuracy', goal: 'maximize', limitMs, folder: '', seed: 1 };
}

function chosen(limitMs: number, kept: readonly number[] = []) {
  const models = new Map(kept.map((trial) => [trial, []]));
  return bestInTime(order([good, quick], limitMs), models, performance.now(), 1);
}

test('with time for the best config nothing is decided', () => {
  expect(chosen(200_000)).toBeUndefined();
});

test('a good config on a part of the rows goes before a quick one on all of them, as long as the part is large enough', () => {
  const most = chosen(30_000)!;
  expect(most.single).toBe(good);
  expect(most.share).toBeCloseTo(0.4, 2);
  // One hundredth of the rows is less than a model is made of.
  const least = chosen(800)!;
  expect(least.single).toBe(quick);
  expect(least.share).toBeCloseTo(0.64, 1);
});

test('what a trial has trained is taken where a training anew would see fewer rows', () => {
  expect(chosen(30_000, [0])).toMatchObject({ single: good, asTrained: true, share: 0.8 });
  expect(chosen(800, [0])).toMatchObject({ single: good, asTrained: true });
  // The best config once more on all rows is expected to be a little better.
  expect(chosen(76_000, [0])).not.toHaveProperty('asTrained');
  // A bad one that is kept is not better for it.
  expect(chosen(30_000, [1])).toMatchObject({ single: good });
});

test('losses are compared by their size, whichever way they go', () => {
  const candidates = [
    { ...good, score: 2 },
    { ...quick, score: 10 },
  ];
  const made = bestInTime(
    { ...order(candidates, 30_000), metric: 'val_rmse', goal: 'minimize' },
    new Map(),
    performance.now(),
    1,
  );
  expect(made!.single.trial).toBe(0);
});

test('the rows in time are a share of all, ascending, each once, and the same for the same seed', () => {
  const of = (share: number) => rowsInTime(1000, { ...chosen(800)!, share }, 3);
  expect(of(0.3)).toEqual(of(0.3));
  expect(of(0.3).length).toBe(300);
  expect(new Set(of(0.3)).size).toBe(300);
  expect([...of(0.3)].sort((a, b) => a - b)).toEqual([...of(0.3)]);
  expect(of(0.001).length).toBe(20);
});

test('where there is no time to train, the model is the one of the best trial, to the last digit', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-in-time-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const random = randomStream(1, 'in time');
  const lines = Array.from({ length: 4000 }, () => {
    const [a, b] = [random.normal(), random.normal()];
    return `${a},${b},${a * b + 0.1 * random.normal() > 0 ? 'yes' : 'no'}`;
  });
  const file = path.join(folder, 'data.csv');
  writeFileSync(file, `a,b,same\n${lines.join('\n')}\n`);
  const task: TaskSpec = { type: 'tabular-classification', data: file, target: 'same', ignore: [] };
  const { tf } = await loadBackend('cpu', import.meta.filename);
  const module = taskModule(task, file);
  if (!('objective' in module)) throw new Error('no objective');
  const checkpoints = path.join(folder, 'checkpoints');
  const config = {
    family: 'trees',
    trees_rounds: 30,
    trees_learning_rate: 0.1,
    trees_leaves: 15,
    trees_min_rows: 20,
    trees_l2: 0.01,
    trees_row_share: 1,
    trees_column_share: 1,
  };
  const reported: number[] = [];
  const data = await module.data({ tf, folder });
  await module.objective({
    tf,
    data,
    config,
    seed: 7,
    epochs: 2,
    checkpoints,
    report: async (_: number, metrics: Record<string, number>) => {
      reported.push(metrics['val_accuracy']!);
    },
  } as unknown as TrialContext);
  expect(hasTrained(checkpoints)).toBe(true);
  const score = reported.at(-1)!;
  const out = path.join(folder, 'model');
  await finishTask(tf, task, file, {
    ...order([{ trial: 4, config, seed: 7, durationMs: 1e6, score, trained: checkpoints }], 20_000),
    folder: out,
  });
  const outcome = modelOutcome.parse(JSON.parse(readFileSync(path.join(out, outcomeFile), 'utf8')));
  expect(outcome.single.trial).toBe(4);
  expect(outcome.notes.at(-1)).toBe(
    'There was no time for a training on all rows: this is the model that trial #4 trained on 80 % of the rows. `tunegate export --fresh` trains it on all of them.',
  );
  expect(outcome.single.test!.value).toBeGreaterThan(0.9);
  const written = JSON.parse(readFileSync(path.join(out, 'model.json'), 'utf8'));
  const trained = JSON.parse(readFileSync(path.join(checkpoints, 'model', 'model.json'), 'utf8'));
  expect(written.members[0].fitted).toEqual(trained.members[0].fitted);
});
