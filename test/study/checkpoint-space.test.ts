import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AshaStrategy } from '../../src/search/asha.ts';
import { RandomStrategy } from '../../src/search/random.ts';
import { createSpace } from '../../src/space/space.ts';
import { epochsSpent } from '../../src/study/epochs.ts';
import { foldRecords } from '../../src/study/fold.ts';
import { checkpointSizes } from '../../src/study/folders.ts';
import { openJournal, readJournal } from '../../src/study/journal.ts';
import { rankTrials } from '../../src/study/leaderboard.ts';
import { runTrainings } from '../../src/study/trainings.ts';
import { FakeRunner, identity, type Training, temporaryFolder } from './fakes.ts';
import { run } from './run.ts';

const line = createSpace({ x: { type: 'float', min: 0, max: 1 } });
const bytes = 10_000;

/** Leaves 10 kB, in which it finds its epoch again. */
function training() {
  /** Of each trial: the epoch that it left last. */
  const left = new Map<number, number>();
  const work = { epochs: 0, most: 0, anew: 0, left };
  const train: Training = ({ checkpoints, resource = 0, config, onReport }) => {
    const file = path.join(checkpoints, 'epoch');
    work.most = Math.max(work.most, readdirSync(path.dirname(checkpoints)).length);
    let epoch = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (epoch === 0 && resource > 1) work.anew += 1;
    while (epoch < resource) {
      epoch += 1;
      work.epochs += 1;
      onReport({ step: epoch, metrics: { accuracy: 1 - Math.abs(Number(config['x']) - 0.3) - 1 / epoch } });
    }
    writeFileSync(file, String(epoch).padStart(bytes));
    left.set(Number.parseInt(path.basename(checkpoints), 10), epoch);
    return 'completed';
  };
  return { work, train };
}

const asha = () => new AshaStrategy({ space: line, seed: 3, maxResource: 9, resumable: true });

test('beyond the limit of space the worst paused trials lose what they left, and train from scratch', async () => {
  const folder = temporaryFolder();
  const { work, train } = training();
  /** Trials, and the epochs that they lose. */
  const dropped: string[] = [];
  const study = await run({
    folder,
    train,
    strategy: asha(),
    // Two of them, and the trial that runs.
    budget: { resource: 9, trials: 30, disk: 2 * bytes },
    onDrop: (trial) => dropped.push(`${trial} at ${work.left.get(trial)}`),
  });
  const free = training();
  const unlimited = await run({ train: free.train, strategy: asha(), budget: { resource: 9, trials: 30 } });
  // What is trained and what comes of it is the same.
  expect(study.trials.map(({ config, score, resource }) => ({ config, score, resource }))).toEqual(
    unlimited.trials.map(({ config, score, resource }) => ({ config, score, resource })),
  );
  const fold = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
  // Who trained from scratch to a higher rung has something else to lose, nobody the same twice.
  expect(dropped.join()).not.toContain('undefined');
  expect(new Set(dropped).size).toBe(dropped.length);
  expect(dropped.length).toBeGreaterThan(5);
  expect(free.work.anew).toBe(0);
  expect(work.anew).toBeGreaterThan(0);
  expect(work.most).toBeLessThanOrEqual(2 + 2);
  // Epochs trained again are charged for.
  expect(epochsSpent(fold)).toBe(work.epochs);
  const sizes = checkpointSizes(folder);
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2 * bytes);
  const best = study.trials.reduce((a, b) => (b.score! > a.score! ? b : a));
  expect([...sizes.keys()]).toContain(best.trial);
});

test('what trains again on fresh seeds leaves no checkpoints', async () => {
  const folder = temporaryFolder();
  const { train } = training();
  const journal = await openJournal(path.join(folder, 'journal.jsonl'), identity);
  try {
    const { end } = await runTrainings(
      [0, 1].flatMap((trial) =>
        (['confirm', 'head'] as const).map((role) => ({ role, trial, config: { x: 0.5 }, seed: trial })),
      ),
      { journal, folder, runners: { confirm: [new FakeRunner(train)], head: [new FakeRunner(train)] } },
    );
    expect(end).toBe('done');
  } finally {
    journal.close();
  }
  expect(readdirSync(path.join(folder, 'checkpoints'))).toEqual([]);
});

test('of the best trials as many as are wanted keep what they left, the worst of them go first for want of space', async () => {
  const kept = async (keepBest: number, disk?: number) => {
    const folder = temporaryFolder();
    const dropped: number[] = [];
    const study = await run({
      folder,
      train: training().train,
      strategy: new RandomStrategy({ space: line, seed: 3 }),
      budget: { resource: 1, trials: 8, ...(disk === undefined ? {} : { disk }) },
      keepBest,
      onDrop: (trial) => dropped.push(trial),
    });
    const ranked = rankTrials(study).map(({ trial }) => trial);
    // Nobody is told of trials that would not have gone on.
    expect(dropped).toEqual([]);
    return {
      left: [...checkpointSizes(folder).keys()].sort(),
      best: (count: number) => ranked.slice(0, count).sort(),
    };
  };
  const three = await kept(3);
  expect(three.left).toEqual(three.best(3));
  const one = await kept(1);
  expect(one.left).toEqual(one.best(1));
  const two = await kept(5, 2 * bytes);
  expect(two.left).toEqual(two.best(2));
});
