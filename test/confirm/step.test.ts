import { expect, test } from 'vitest';
import { stepOf } from '../../src/confirm/step.ts';

test.each([
  ['shares of rows', [350 / 360, 354 / 360], 1 / 180],
  ['shares of rows in 32 bits', [351, 355].map((right) => Math.fround(right / 360)), 1 / 360],
  ['shares of ten thousand rows', [0.9315, 0.9322], 1e-4],
  ['counts', [3, 7], 1],
  ['percentages', [97.25, 97.5], 0.25],
  ['losses printed to three digits', [1.126, 0.987], 1e-3],
  ['many of them', [351, 353, 354, 355].map((right) => Math.fround(right / 360)), 1 / 360],
])('%s have a step', (_, scores, step) => {
  expect(stepOf(scores)).toBeCloseTo(step, 7);
});

test.each([
  ['two measured lengths', [1.126071, 1.432913]],
  ['scores that are all equal', [0.93, 0.93]],
  ['nothing but 0', [0, 0]],
  ['counts of which one is nothing', [123_456, 123_457]],
  ['no scores', []],
])('%s have none, though there may be a gap', (_, scores) => {
  expect(stepOf(scores)).toBe(0);
});
