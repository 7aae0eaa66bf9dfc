import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AshaStrategy } from '../../src/search/asha.ts';
import { HyperbandStrategy } from '../../src/search/hyperband.ts';
import { createSpace } from '../../src/space/space.ts';
import { epochsSpent, epochsTrained } from '../../src/study/epochs.ts';
import { foldRecords } from '../../src/study/fold.ts';
import { readJournal } from '../../src/study/journal.ts';
import { always, forever, type Training, temporaryFolder } from './fakes.ts';
import { run } from './run.ts';

const line = createSpace({ x: { type: 'float', min: 0, max: 1 } });
const problem = { space: line, seed: 3, maxResource: 9, resumable: true } as const;

/** Keeps its epoch in the checkpoint folder, goes on from there, and counts what it has trained. */
function training() {
  const work = { epochs: 0, most: 0 };
  const train: Training = ({ checkpoints, resource = 0, config, onReport }) => {
    const file = path.join(checkpoints, 'epoch');
    let epoch = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    while (epoch < resource) {
      epoch += 1;
      work.epochs += 1;
      if (
        onReport({
          step: epoch,
          metrics: { accuracy: 1 - Math.abs(Number(config['x']) - 0.3) - 1 / epoch },
        }) === 'stop'
      )
        return 'stopped';
    }
    writeFileSync(file, String(epoch));
    work.most = Math.max(work.most, readdirSync(path.dirname(checkpoints)).length);
    return 'completed';
  };
  return { work, train };
}

test('what goes on from a checkpoint counts from there, and the budget of all epochs is kept', async () => {
  for (const workers of [1, 3]) {
    const folder = temporaryFolder();
    const { work, train } = training();
    const study = await run({
      folder,
      train,
      workers,
      strategy: new AshaStrategy(problem),
      budget: { resource: 9, epochs: 60 },
    });
    const fold = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
    expect(epochsSpent(fold)).toBe(work.epochs);
    expect(work.epochs).toBeLessThanOrEqual(60);
    expect(work.epochs).toBeGreaterThan(60 - 9);
    expect(study.stop).toMatchObject({
      reason: 'epochs',
      detail: expect.stringContaining('of 60 epochs were trained'),
    });
  }
});

test('trials that are stopped early leave their epochs to others', async () => {
  const { work, train } = training();
  const study = await run({
    train,
    workers: 2,
    strategy: new AshaStrategy({ ...problem, resumable: false }),
    budget: { resource: 9, epochs: 40 },
  });
  expect(study.trials.length).toBeGreaterThan(5);
  expect(work.epochs).toBeLessThanOrEqual(40);
  expect(work.epochs).toBeGreaterThan(40 - 9);
});

test('a budget of epochs goes on where a cancelled study ended', async () => {
  const folder = temporaryFolder();
  const strategy = () => new AshaStrategy(problem);
  const budget = { resource: 9, epochs: 60 };
  const { work, train } = training();
  const cancel = new AbortController();
  const cut: Training = (request) => {
    if (request.trial < 5) return train(request);
    cancel.abort();
    return forever(request);
  };
  await run({ folder, train: cut, strategy: strategy(), budget, signal: cancel.signal });
  const before = work.epochs;
  const study = await run({ folder, train, strategy: strategy(), budget });
  expect(before).toBeGreaterThan(0);
  expect(work.epochs).toBeLessThanOrEqual(60);
  expect(study.stop?.reason).toBe('epochs');
});

test('checkpoints of trials that will not go on are deleted at once; those of the best stay', async () => {
  const folder = temporaryFolder();
  const { work, train } = training();
  const study = await run({
    folder,
    train,
    strategy: new HyperbandStrategy({ ...problem, trials: 17 }, { eta: 3 }),
    budget: { resource: 9, trials: 17 },
  });
  const best = study.trials.reduce((a, b) => (b.score! > a.score! ? b : a));
  const left = readdirSync(path.join(folder, 'checkpoints'));
  expect(left).toHaveLength(1);
  expect(Number.parseInt(left[0]!, 10)).toBe(best.trial);
  expect(readFileSync(path.join(folder, 'checkpoints', left[0]!, 'epoch'), 'utf8')).toBe('9');
  expect(work.most).toBeLessThanOrEqual(11);
});

test('of paused trials only those are kept that may be promoted yet', async () => {
  const folder = temporaryFolder();
  const { train } = training();
  await run({ folder, train, strategy: new AshaStrategy(problem), budget: { resource: 9, epochs: 200 } });
  const fold = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
  const paused = fold.trials.filter(({ segments }) => segments.at(-1)!.resource! < 9);
  const left = readdirSync(path.join(folder, 'checkpoints'));
  // Enough of them that some cannot be promoted any more.
  expect(paused.length).toBeGreaterThan(20);
  expect(left.length).toBeLessThan(0.65 * paused.length);
});

test('where nothing ever pauses, the best alone keeps what it left', async () => {
  const folder = temporaryFolder();
  const { train } = training();
  const strategy = always({ x: 0.5 });
  await run({
    folder,
    train,
    strategy: Object.assign(strategy, { mayResume: () => false }),
    budget: { resource: 2, trials: 4 },
  });
  expect(readdirSync(path.join(folder, 'checkpoints'))).toEqual(['0']);
});

test('a program that begins anew each time is charged for it', async () => {
  const folder = temporaryFolder();
  const { work, train } = training();
  const forgetful: Training = (request) => train({ ...request, checkpoints: temporaryFolder() });
  await run({
    folder,
    train: forgetful,
    strategy: new AshaStrategy(problem),
    budget: { resource: 9, trials: 24, epochs: 200 },
  });
  const fold = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
  expect(fold.trials.some(({ segments }) => segments.length > 2)).toBe(true);
  expect(epochsSpent(fold)).toBe(work.epochs);
  expect(epochsTrained(fold)).toBe(work.epochs);
});

test('of several that begin anew at once each counts in full', async () => {
  for (const epochs of [40, 60, 80, 100]) {
    const { work, train } = training();
    const forgetful: Training = (request) => train({ ...request, checkpoints: temporaryFolder() });
    await run({
      train: forgetful,
      workers: 3,
      strategy: new HyperbandStrategy({ ...problem, resumable: false }, { eta: 3 }),
      budget: { resource: 9, epochs },
    });
    expect(work.epochs).toBeLessThanOrEqual(epochs);
    expect(work.epochs).toBeGreaterThan(epochs - 9);
  }
});

test('what reports once and begins anew each time is charged for it, whatever it leaves', async () => {
  for (const epochs of [40, 80, 200]) {
    const folder = temporaryFolder();
    let trained = 0;
    await run({
      folder,
      train: ({ resource = 0, config, checkpoints, onReport }) => {
        trained += resource;
        writeFileSync(path.join(checkpoints, 'weights'), '');
        onReport({ step: resource, metrics: { accuracy: 1 - Math.abs(Number(config['x']) - 0.3) } });
        return 'completed';
      },
      strategy: new HyperbandStrategy({ ...problem, resumable: false }, { eta: 3 }),
      budget: { resource: 9, epochs },
      resumable: false,
    });
    expect(trained).toBeLessThanOrEqual(epochs);
    expect(trained).toBeGreaterThan(epochs - 9);
    const fold = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
    expect(fold.trials.some(({ segments }) => segments.length > 1)).toBe(true);
    expect(epochsSpent(fold, false)).toBe(trained);
  }
});

test('where the strategy has seen to the last of all trials, it is their budget that ended the study', async () => {
  const { train } = training();
  const six = await run({
    train,
    strategy: new AshaStrategy({ ...problem, trials: 6 }),
    budget: { resource: 9, trials: 6 },
  });
  expect(six.trials).toHaveLength(6);
  expect(six.stop).toEqual({
    reason: 'trials',
    detail: 'all 6 trials were run, and the best of them up to the full resource',
  });
  const few = createSpace({ x: { type: 'choice', values: [0, 1, 2] } });
  const all = await run({
    train,
    strategy: new AshaStrategy({ ...problem, space: few, trials: 6 }),
    budget: { resource: 9, trials: 6 },
  });
  expect(all.stop).toEqual({ reason: 'exhausted', detail: 'all 3 configs of the space were tried' });
});
