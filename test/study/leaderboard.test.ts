import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTrial, rankTrials } from '../../src/study/leaderboard.ts';
import type { TrialRecord } from '../../src/study/study.ts';

const trial = (
  number: number,
  state: TrialRecord['state'],
  score?: number,
  role: TrialRecord['role'] = 'search',
) =>
  ({
    role,
    trial: number,
    config: {},
    seed: 0,
    origin: '',
    state,
    ...(score === undefined ? {} : { score }),
    metrics: {},
    reports: [],
    durationMs: 0,
  }) satisfies TrialRecord;

const ranks = (goal: 'minimize' | 'maximize', trials: readonly TrialRecord[]) =>
  rankTrials({ metric: { name: 'm', goal }, trials }).map((item) => item.trial);

test('completed trials by score and number, then pruned, running, interrupted and failed ones', () => {
  const trials = [
    trial(0, 'failed'),
    trial(1, 'completed', 0.5),
    trial(2, 'pruned', 0.9),
    trial(3, 'completed', Number.NaN),
    trial(4, 'completed', 0.7),
    trial(5, 'interrupted'),
    trial(6, 'completed', 0.5),
    trial(7, 'running', 0.99),
    trial(0, 'completed', 1, 'head'),
    trial(8, 'pruned', 0.1),
  ];
  expect(ranks('maximize', trials)).toEqual([4, 1, 6, 3, 2, 8, 7, 5, 0]);
  expect(ranks('minimize', trials)).toEqual([1, 6, 4, 3, 8, 2, 7, 5, 0]);
});

test('the order does not depend on the order of the journal', () => {
  const arbitrary = fc.record({
    state: fc.constantFrom('completed', 'pruned', 'running', 'interrupted', 'failed'),
    score: fc.option(fc.double(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 12 }), fc.nat(), (items, rotation) => {
      const trials = items.map((item, number) =>
        trial(number, item.state as TrialRecord['state'], item.score),
      );
      const split = trials.length === 0 ? 0 : rotation % trials.length;
      const rotated = [...trials.slice(split), ...trials.slice(0, split)];
      expect(ranks('minimize', rotated)).toEqual(ranks('minimize', trials));
    }),
  );
});

test('there is no best trial before one has completed with a number', () => {
  const metric = { name: 'm', goal: 'maximize' } as const;
  expect(bestTrial({ metric, trials: [] })).toBeUndefined();
  expect(
    bestTrial({ metric, trials: [trial(0, 'pruned', 1), trial(1, 'completed', Number.NaN)] }),
  ).toBeUndefined();
  expect(bestTrial({ metric, trials: [trial(0, 'pruned', 1), trial(1, 'completed', 0)] })?.trial).toBe(1);
});
