import { expect, test } from 'vitest';
import { freshGain } from '../../src/insight/fresh-gain.ts';
import { createSpace } from '../../src/space/space.ts';
import { loss, trial } from './fixtures.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1, default: 0.9 } });
const fresh = (x: number, seed: number, score: number) =>
  trial(1_000_000 + seed, { x }, { role: 'confirm', seed, score });

test('the gain is the mean over the seeds that both have', () => {
  const trials = [fresh(0.2, 1, 3), fresh(0.2, 2, 4), fresh(0.2, 3, 0), fresh(0.9, 1, 5), fresh(0.9, 2, 8)];
  expect(freshGain({ trials, metric: loss }, space, { x: 0.2 })).toBe(3);
  const accuracy = { name: 'accuracy', goal: 'maximize' } as const;
  expect(freshGain({ trials, metric: accuracy }, space, { x: 0.2 })).toBe(-3);
});

test('there is none without a seed in common, nor where nothing ships', () => {
  const trials = [fresh(0.2, 1, 3), fresh(0.9, 2, 5), trial(0, { x: 0.9 }, { seed: 1, score: 9 })];
  expect(freshGain({ trials, metric: loss }, space, { x: 0.2 })).toBeUndefined();
  const open = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  expect(freshGain({ trials, metric: loss }, open, { x: 0.2 })).toBeUndefined();
});
