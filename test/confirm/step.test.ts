import { expect, test } from 'vitest';
import { stepFromZero } from '../../src/confirm/step.ts';

test('a share of rows and a count have the step of one row, whatever the gaps between those that were seen', () => {
  expect(stepFromZero([350 / 360, 354 / 360])).toBeCloseTo(2 / 360, 9);
  expect(stepFromZero([3, 7])).toBeCloseTo(1, 9);
  expect(stepFromZero([97.25, 97.5, 0])).toBeCloseTo(0.25, 9);
});

test('two measured lengths have no step, though they have a gap', () => {
  expect(stepFromZero([1.126071, 1.432913])).toBe(0);
  expect(stepFromZero([])).toBe(0);
});

test('scores that are all equal show no step', () => {
  expect(stepFromZero([0.93, 0.93])).toBe(0);
  expect(stepFromZero([0, 0])).toBe(0);
});
