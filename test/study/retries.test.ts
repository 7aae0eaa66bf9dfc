import path from 'node:path';
import { expect, test } from 'vitest';
import type { StudyEvent } from '../../src/study/event.ts';
import { readJournal } from '../../src/study/journal.ts';
import { replayJournal } from '../../src/study/replay.ts';
import { climb, HistoryStrategy, type Training, temporaryFolder } from './fakes.ts';
import { run } from './run.ts';

/** Crashes after a report on the first `times` attempts of every third trial. */
function flaky(times: number, reason: 'crash' | 'not-finite' = 'crash'): Training {
  const attempts = new Map<number, number>();
  return async (request) => {
    const attempt = (attempts.get(request.trial) ?? 0) + 1;
    attempts.set(request.trial, attempt);
    if (request.trial % 3 !== 1 || attempt > times) return climb(request);
    request.onReport({ step: 1, metrics: { accuracy: 0.1 } });
    return { state: 'failed', reason, message: 'the data server was away' };
  };
}

test('what failed by accident is tried again, with the same number, config and seed', async () => {
  const events: StudyEvent[] = [];
  const study = await run({
    train: flaky(2),
    retries: 2,
    budget: { trials: 6 },
    onEvent: (event) => events.push(event),
  });
  expect(study.trials.map(({ state }) => state)).not.toContain('failed');
  expect(study.trials).toHaveLength(6);
  expect(events.filter(({ type }) => type === 'retry')).toEqual(
    [1, 1, 4, 4].map((trial, index) => ({
      type: 'retry',
      role: 'search',
      trial,
      seed: 100 + trial,
      reason: 'crash',
      message: 'the data server was away',
      attempt: (index % 2) + 1,
      of: 2,
    })),
  );
});

test('after the last attempt the trial has failed; what the config does is not tried again', async () => {
  const states = async (train: Training) =>
    (await run({ train, retries: 1, budget: { trials: 3 } })).trials.map(
      ({ state, reason }) => reason ?? state,
    );
  expect(await states(flaky(2))).toEqual(['completed', 'crash', 'completed']);
  expect(await states(flaky(1, 'not-finite'))).toEqual(['completed', 'not-finite', 'completed']);
});

test('a replay tells a strategy what it heard, the reports of repeated runs among it', async () => {
  const folder = temporaryFolder();
  const strategy = new HistoryStrategy();
  await run({ train: flaky(1), retries: 1, budget: { trials: 5 }, folder, strategy });
  const again = new HistoryStrategy();
  replayJournal(readJournal(path.join(folder, 'journal.jsonl')), again);
  expect(again.calls).toEqual(strategy.calls);
});
