import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominates } from '../../src/math/hypervolume.ts';
import {
  infeasibleTrials,
  type Judged,
  misses,
  objectiveValues,
  paretoFront,
  paretoFronts,
  recommend,
} from '../../src/study/front.ts';
import { bestTrial, rankTrials } from '../../src/study/leaderboard.ts';
import type { TrialRecord } from '../../src/study/study.ts';

const trial = (
  number: number,
  metrics: Readonly<Record<string, number>>,
  changes: Partial<TrialRecord> = {},
): TrialRecord => ({
  role: 'search',
  trial: number,
  config: {},
  seed: 0,
  origin: number === 0 ? 'incumbent' : 'model',
  state: 'completed',
  ...(metrics['accuracy'] === undefined ? {} : { score: metrics['accuracy'] }),
  metrics,
  reports: [{ step: 1, metrics }],
  durationMs: 0,
  ...changes,
});

const two = (trials: readonly TrialRecord[]): Judged => ({
  trials,
  metric: { name: 'accuracy', goal: 'maximize' },
  more: [{ name: 'latency', goal: 'minimize', use: 'last' }],
});
const numbers = (trials: readonly TrialRecord[]) => trials.map((item) => item.trial);

const trials = [
  trial(0, { accuracy: 0.9, latency: 20 }),
  trial(1, { accuracy: 0.95, latency: 40 }),
  trial(2, { accuracy: 0.91, latency: 15 }),
  trial(3, { accuracy: 0.8, latency: 5 }),
  trial(4, { accuracy: 0.79, latency: 6 }),
  trial(5, { accuracy: 0.94, latency: 18 }),
];

test('the front, the ranks behind it, and the config to take', () => {
  const study = two(trials);
  expect(numbers(paretoFront(study))).toEqual([1, 5, 2, 3]);
  expect(paretoFronts(study).map(numbers)).toEqual([
    [1, 5, 2, 3],
    [0, 4],
  ]);
  // 2 and 5 beat what ships in both. Shares of the ranges lacking: 5 has (0.07, 0.37), 2 has (0.27, 0.29).
  expect(recommend(study)).toMatchObject({ trial: { trial: 5 }, reason: 'better', among: 2 });
  expect(numbers(rankTrials(study))).toEqual([5, 1, 2, 3, 0, 4]);
  expect(bestTrial(study)?.trial).toBe(5);
  // Without one that ships the whole front is open; the same here.
  const open = two(trials.slice(1));
  expect(recommend(open)).toMatchObject({ trial: { trial: 5 }, reason: 'compromise', among: 4 });
  expect(recommend(two([trials[0]!]))).toMatchObject({ trial: { trial: 0 }, reason: 'only' });
  expect(recommend(two([]))).toBeUndefined();
});

test('a trial without one of the metrics, or that was stopped, is not on the front', () => {
  const study = two([
    trial(1, { accuracy: 0.99 }),
    trial(2, { latency: 1 }),
    trial(3, { accuracy: 0.999, latency: 1 }, { state: 'pruned' }),
    trial(4, { accuracy: 0.5, latency: 9 }),
    trial(5, { accuracy: 0.99, latency: 0 }, { role: 'confirm' }),
  ]);
  expect(numbers(paretoFront(study))).toEqual([4]);
  expect(rankTrials(study)[0]?.trial).toBe(4);
});

test("the values come from the reports that have them, by each metric's own use", () => {
  const record = trial(
    1,
    { accuracy: 0.9 },
    {
      reports: [
        { step: 1, metrics: { accuracy: 0.8, latency: 30 } },
        { step: 2, metrics: { accuracy: 0.9, latency: 10 } },
        { step: 2, metrics: { latency: 12 } },
        { step: 3, metrics: { size: Number.NaN } },
      ],
    },
  );
  expect(objectiveValues({ more: [{ name: 'latency', goal: 'minimize', use: 'last' }] }, record)).toEqual([
    0.9, 12,
  ]);
  expect(objectiveValues({ more: [{ name: 'latency', goal: 'minimize', use: 'best' }] }, record)).toEqual([
    0.9, 10,
  ]);
  const constraint = { name: 'latency', max: 11 };
  expect(misses({ constraints: [constraint, { name: 'accuracy', min: 0.9 }] }, record)).toEqual([
    { constraint, value: 12 },
  ]);
  expect(misses({ constraints: [{ name: 'size', max: 3 }] }, record)).toEqual([
    { constraint: { name: 'size', max: 3 } },
  ]);
});

test('what misses a constraint never wins, and the nearest miss is first of them', () => {
  const study: Judged = {
    trials: [
      trial(0, { accuracy: 0.9, latency: 50 }),
      trial(1, { accuracy: 0.8, latency: 20 }),
      trial(2, { accuracy: 0.99, latency: 21 }),
      trial(3, { accuracy: 0.7, latency: 1 }),
      trial(4, { accuracy: 0.95 }),
    ],
    metric: { name: 'accuracy', goal: 'maximize' },
    constraints: [{ name: 'latency', max: 20 }],
  };
  expect(numbers(rankTrials(study))).toEqual([1, 3, 2, 0, 4]);
  expect(numbers(infeasibleTrials(study))).toEqual([2, 0, 4]);
  expect(bestTrial(study)?.trial).toBe(1);
  expect(bestTrial({ ...study, constraints: [{ name: 'latency', max: 0.5 }] })).toBeUndefined();
  // An incumbent that misses a constraint is no yardstick.
  const both = { ...two(study.trials), constraints: [{ name: 'latency', max: 20 }] };
  expect(recommend(both)).toMatchObject({ reason: 'compromise' });
});

test('whatever the trials and their order, nothing beats the front, and the recommended one is on it', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), fc.nat(), (points, rotation) => {
      const all = points.map(([accuracy, latency], i) => trial(i, { accuracy, latency }));
      const finite = all.filter(({ metrics }) => Number.isFinite(metrics['latency']));
      const at = all.length === 0 ? 0 : rotation % all.length;
      const study = two([...all.slice(at), ...all.slice(0, at)]);
      const front = paretoFront(study);
      const losses = ({ metrics }: TrialRecord) => [-metrics['accuracy']!, metrics['latency']!];
      for (const member of front)
        for (const other of finite) expect(dominates(losses(other), losses(member))).toBe(false);
      expect(paretoFronts(study).flat()).toHaveLength(finite.length);
      expect(numbers(front)).toEqual(numbers(paretoFront(two(all))));
      const best = recommend(study)?.trial;
      expect(best === undefined ? front.length : front.includes(best)).toBe(best === undefined ? 0 : true);
    }),
  );
});
