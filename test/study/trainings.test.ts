import path from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../src/study/journal.ts';
import { numberOf } from '../../src/study/study.ts';
import { type RunTrainingsOptions, runTrainings, type TrainingJob } from '../../src/study/trainings.ts';
import {
  climb,
  FakeRunner,
  forever,
  identity,
  ManualClock,
  type Training,
  temporaryFolder,
} from './fakes.ts';

const jobs: readonly TrainingJob[] = [0, 1, 2].flatMap((trial) =>
  (['base', 'head'] as const).map((role) => ({
    role,
    trial,
    config: { x: role === 'head' ? 0.75 : 0.5 },
    seed: 1000 + trial,
    resource: role === 'head' ? 4 : 3,
    code: `${role} commit`,
  })),
);

interface Setup extends Partial<Omit<RunTrainingsOptions, 'journal' | 'runners' | 'folder'>> {
  readonly folder?: string;
  readonly head?: Training;
  readonly base?: Training;
  readonly jobs?: readonly TrainingJob[];
  readonly workers?: number;
}

async function train(setup: Setup) {
  const {
    folder = temporaryFolder(),
    head = climb,
    base = climb,
    workers = 1,
    jobs: asked = jobs,
    ...rest
  } = setup;
  const journal = await openJournal(path.join(folder, 'journal.jsonl'), identity);
  const order: string[] = [];
  const noting =
    (role: string, training: Training): Training =>
    (request) => {
      order.push(`${role} ${request.trial % 1_000_000}`);
      return training(request);
    };
  const runners = {
    head: Array.from({ length: workers }, () => new FakeRunner(noting('head', head))),
    base: Array.from({ length: workers }, () => new FakeRunner(noting('base', base))),
  };
  try {
    return { ...(await runTrainings(asked, { journal, runners, folder, ...rest })), order, runners };
  } finally {
    journal.close();
  }
}

test('trains each job on a runner of its side, in the given order', async () => {
  const { trials, end, order, runners } = await train({});
  expect(end).toBe('done');
  expect(order).toEqual(['base 0', 'head 0', 'base 1', 'head 1', 'base 2', 'head 2']);
  expect(
    trials.map(({ role, trial, seed, score, resource }) => [role, trial, seed, score, resource]),
  ).toEqual(
    jobs.map(({ role, trial, seed, config, resource }) => [role, trial, seed, config['x'], resource]),
  );
  expect(runners.base[0]?.requests.map((request) => request.seed)).toEqual([1000, 1001, 1002]);
  expect(
    new Set([...runners.head, ...runners.base].flatMap((runner) => runner.requests.map((r) => r.folder)))
      .size,
  ).toBe(6);
});

test('with two workers every job runs once', async () => {
  const { trials, order } = await train({ workers: 2 });
  expect([...order].sort()).toEqual(['base 0', 'base 1', 'base 2', 'head 0', 'head 1', 'head 2']);
  expect(trials.every((trial) => trial.state === 'completed')).toBe(true);
});

test('what has ended is not run again, a failure neither; what was cut is', async () => {
  const folder = temporaryFolder();
  const abort = new AbortController();
  const head: Training = (request) => {
    if (request.trial % 1_000_000 === 0) return { reason: 'crash', message: 'no' };
    abort.abort('SIGTERM');
    return forever(request);
  };
  const first = await train({ folder, head, signal: abort.signal });
  expect(first.end).toBe('cancelled');
  expect(first.detail).toBe('cancelled by SIGTERM; 1 running trial was interrupted');
  expect(first.trials.map((trial) => `${trial.role} ${trial.trial} ${trial.state}`)).toEqual([
    'base 0 completed',
    'head 0 failed',
    'base 1 completed',
    'head 1 interrupted',
  ]);
  const second = await train({ folder });
  expect(second.order).toEqual(['head 1', 'base 2', 'head 2']);
  expect(second.end).toBe('done');
  expect(second.trials.map((trial) => trial.state)).toEqual([
    'completed',
    'failed',
    'completed',
    'completed',
    'completed',
    'completed',
  ]);
  const third = await train({ folder, signal: AbortSignal.abort() });
  expect(third.order).toEqual([]);
  expect(third.end).toBe('done');
});

test('a base that moved is trained again, the head is not', async () => {
  const folder = temporaryFolder();
  await train({ folder });
  const moved = jobs.map((job) => (job.role === 'base' ? { ...job, code: 'newer commit' } : job));
  const { order, trials } = await train({
    folder,
    jobs: moved,
    base: (request) => climb({ ...request, config: { x: 0.1 } }),
  });
  expect(order).toEqual(['base 0', 'base 1', 'base 2']);
  expect(trials.map((trial) => trial.score?.toFixed(2))).toEqual([
    '0.10',
    '0.75',
    '0.10',
    '0.75',
    '0.10',
    '0.75',
  ]);
});

test('the deadline interrupts trainings', async () => {
  const clock = new ManualClock();
  const head: Training = (request) => {
    queueMicrotask(() => clock.pass(500));
    return forever(request);
  };
  const { end, trials } = await train({ head, clock, deadline: 500 });
  expect(end).toBe('time');
  expect(trials.map((trial) => trial.state)).toEqual(['completed', 'interrupted']);
});

test('no jobs are done at once', async () => {
  expect(await train({ jobs: [] })).toMatchObject({ end: 'done', trials: [] });
});

test('no two trainings of a study are told the same number, whatever their role', () => {
  const roles = ['search', 'confirm', 'head', 'base'] as const;
  const numbers = roles.flatMap((role) => [0, 1, 999_999].map((trial) => numberOf(role, trial)));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numberOf('search', 7)).toBe(7);
});
