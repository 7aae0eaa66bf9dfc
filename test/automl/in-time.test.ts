import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { finishTask } from '../../src/automl/finish.ts';
import type { Candidate, FinishOrder } from '../../src/automl/finish-order.ts';
import { outcomeFile } from '../../src/automl/finished-files.ts';
import { asTrained, bestInTime, hasTime, rowsInTime } from '../../src/automl/in-time.ts';
import { readModel } from '../../src/automl/model-files.ts';
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

/** What an ensemble of kept models scores in validation. */
function chosen(limitMs: number, ready?: number) {
  const of = order([good, quick], limitMs);
  const begun = performance.now();
  const kept = ready === undefined ? undefined : asTrained({ ...ensemble, score: ready });
  return hasTime(of, new Set(), begun, 1) ? undefined : bestInTime(of, kept, begun, 1);
}

const ensemble = {
  members: [
    { candidate: good, weight: 0.75 },
    { candidate: quick, weight: 0.25 },
  ],
  single: good,
  singleScore: 0.98,
  tried: 2,
};

test('with time for the best config nothing is decided', () => {
  expect(chosen(200_000)).toBeUndefined();
});

test('a config whose model is kept need not be asked again', () => {
  const of = order([good, quick], 100_000);
  expect(hasTime(of, new Set(), performance.now(), 1)).toBe(false);
  expect(hasTime(of, new Set([0]), performance.now(), 1)).toBe(true);
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

test('what trials have trained is taken where a training anew would see fewer rows', () => {
  expect(chosen(30_000, 0.98)).toMatchObject({ single: good, asTrained: true, share: 0.8 });
  expect(chosen(800, 0.98)!.members).toHaveLength(2);
  // The best config once more on all rows is expected to be a little better.
  expect(chosen(76_000, 0.98)).not.toHaveProperty('asTrained');
  // A bad one that is kept is not better for it.
  expect(chosen(30_000, 0.9)).not.toHaveProperty('asTrained');
});

test('losses are compared by their size, whichever way they go', () => {
  const candidates = [
    { ...good, score: 2 },
    { ...quick, score: 10 },
  ];
  const of = { ...order(candidates, 30_000), metric: 'val_rmse', goal: 'minimize' } as const;
  expect(bestInTime(of, undefined, performance.now(), 1).single.trial).toBe(0);
});

test('the rows in time are a share of all, ascending, each once, and the same for the same seed', () => {
  const of = (share: number) => rowsInTime(1000, { ...chosen(800)!, share }, 3);
  expect(of(0.3)).toEqual(of(0.3));
  expect(of(0.3).length).toBe(300);
  expect(new Set(of(0.3)).size).toBe(300);
  expect([...of(0.3)].sort((a, b) => a - b)).toEqual([...of(0.3)]);
  expect(of(0.001).length).toBe(20);
});

/** Trees that the trial of a task leaves among its checkpoints, and the candidate that it is then. */
async function trained(task: TaskSpec, file: string, folder: string, trial: number, seed: number) {
  const { tf } = await loadBackend('cpu', import.meta.filename);
  const module = taskModule(task, file);
  if (!('objective' in module)) throw new Error('no objective');
  const config = {
    family: 'trees',
    trees_rounds: 30,
    trees_learning_rate: 0.1,
    trees_leaves: 15,
    trees_min_rows: 20,
    trees_l2: 0.01,
    trees_row_share: 0.5,
    trees_column_share: 1,
  };
  const checkpoints = path.join(folder, `${trial}`);
  let score = Number.NaN;
  const context = {
    tf,
    data: await module.data({ tf, folder }),
    config,
    seed,
    epochs: 2,
    checkpoints,
    report: async (_: number, metrics: Record<string, number>) => {
      score = metrics['val_accuracy']!;
    },
  };
  await module.objective(context as unknown as TrialContext);
  expect(hasTrained(checkpoints)).toBe(true);
  return { trial, config, seed, durationMs: 1e6, score, trained: checkpoints };
}

test.each([
  ['one training a trial', 4000, 1],
  ['five trainings a trial', 1000, 5],
])(
  'where there is no time to train, the model is an ensemble of what trials have trained, to the last digit: %s',
  async (_, rows, folds) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tunegate-in-time-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const random = randomStream(1, 'in time');
    const lines = Array.from({ length: rows }, () => {
      const [a, b] = [random.normal(), random.normal()];
      return `${a},${b},${a * b + 0.1 * random.normal() > 0 ? 'yes' : 'no'}`;
    });
    const file = path.join(folder, 'data.csv');
    writeFileSync(file, `a,b,same\n${lines.join('\n')}\n`);
    const task: TaskSpec = { type: 'tabular-classification', data: file, target: 'same', ignore: [] };
    const candidates = [
      await trained(task, file, folder, 4, 7),
      await trained(task, file, folder, 5, 8),
      // Nothing is left of this one, and there is no time to train it.
      { trial: 6, config: {}, seed: 9, durationMs: 1e6, score: 0.1 },
    ];
    const { tf } = await loadBackend('cpu', import.meta.filename);
    const out = path.join(folder, 'model');
    await finishTask(tf, task, file, { ...order(candidates, 20_000), folder: out });
    const outcome = modelOutcome.parse(JSON.parse(readFileSync(path.join(out, outcomeFile), 'utf8')));
    expect(outcome.single.trial).toBe(4);
    // What the trial said of the validation rows is what its kept models say.
    expect(outcome.single.validation).toBeCloseTo(candidates[0]!.score, 10);
    expect(outcome.ensemble.validation).toBeGreaterThanOrEqual(outcome.single.validation);
    expect(outcome.notes.at(-1)).toBe(
      'There was no time for trainings on all rows: the model is what trials have trained on 80 % of the rows. `tunegate export --fresh` trains it on all of them.',
    );
    expect(outcome.ensemble.test!.value).toBeGreaterThan(0.85);
    const written = readModel(out).members;
    expect(written.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    const trials = [...new Set(written.map(({ trial }) => trial))];
    expect(written).toHaveLength(folds * trials.length);
    // To people a trial is one member, however many folds it has.
    expect(outcome.ensemble.members.map(({ trial }) => trial)).toEqual(trials);
    expect(outcome.ensemble.members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    const left = trials.flatMap((trial) => readModel(path.join(folder, `${trial}`, 'model')).members);
    expect(written.map(({ fitted }) => fitted)).toEqual(left.map(({ fitted }) => fitted));
  },
);
