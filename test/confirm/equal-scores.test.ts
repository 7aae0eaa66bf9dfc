import { expect, test } from 'vitest';
import { likeliestOfEquals } from '../../src/confirm/equal-scores.ts';
import type { Seen } from '../../src/insight/observation.ts';
import { createSpace } from '../../src/space/space.ts';
import { rankTrials } from '../../src/study/leaderboard.ts';
import type { TrialRecord } from '../../src/study/study.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });

/** A study of accuracies at some places. */
function studyOf(accuracy: (x: number) => number, places: readonly number[]): Seen {
  const trials = places.map(
    (x, trial): TrialRecord => ({
      trial,
      role: 'search',
      origin: 'random',
      state: 'completed',
      config: { x },
      seed: trial,
      metrics: {},
      score: accuracy(x),
      reports: [],
      durationMs: 1,
    }),
  );
  return { metric: { name: 'accuracy', goal: 'maximize' }, trials };
}

const spread = Array.from({ length: 20 }, (_, i) => ((i * 7) % 20) / 20);
const ordered = (study: Seen) => {
  const ranked = rankTrials(study);
  return [ranked, likeliestOfEquals(ranked, study, space)].map((trials) =>
    trials.map(({ config }) => config['x'] as number),
  );
};

test('of equal scores those come first that the rest of the study speaks for', () => {
  // Accuracy on ten rows: a hill around 0.6, whose top is one level, and what came first lies at the rims of it.
  const study = studyOf((x) => Math.round(10 - 4 * Math.abs(x - 0.6)) / 10, [0.49, 0.71, ...spread]);
  const [before, after] = ordered(study);
  const level = before!.filter((x) => Math.abs(x - 0.6) < 0.125);
  expect(before!.slice(0, 2)).toEqual([0.49, 0.71]);
  expect(after!.slice(0, level.length).toSorted()).toEqual(level.toSorted());
  expect(Math.abs(after![0]! - 0.6)).toBeLessThan(0.06);
  expect(after!.slice(level.length).every((x) => !level.includes(x))).toBe(true);
});

test('without equals among the best the order stays', () => {
  const [before, after] = ordered(studyOf((x) => 1 - Math.abs(x - 0.61), spread));
  expect(after).toEqual(before);
});
