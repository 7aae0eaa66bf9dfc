import { expect, test } from 'vitest';
import { fall, reachedStep } from '../../src/study/steps.ts';

const of = (...steps: readonly number[]) => steps.map((step) => ({ step }));

test('how far a trial is: its last step, and of steps in any order how many there are', () => {
  expect(reachedStep([])).toBeUndefined();
  expect(reachedStep(of(3))).toBe(3);
  expect(reachedStep(of(0.5, 1, 2.5))).toBe(2.5);
  expect(reachedStep(of(10, 20, 30))).toBe(30);
  expect(reachedStep(of(7, 2, 9, 0))).toBe(4);
  expect(reachedStep(of(9, 8, 7, 7, 6))).toBe(4);
  expect(reachedStep(of(3, 6, 1, 2))).toBe(4);
});

test('a trial that began anew for each rung does not fall', () => {
  expect(fall(of(1, 1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe(false);
  expect(fall(of(1, 1, 2, 1, 2, 3, 4))).toBe(false);
  expect(fall([])).toBe(false);
  expect(fall(of(2, 1))).toBe(true);
});
