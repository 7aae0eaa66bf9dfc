import { expect, test } from 'vitest';
import { powerOf } from '../../src/gate/power.ts';

const frame = { goal: 'maximize', maxDrop: 0, confidence: 0.95, deviation: 1 } as const;

test('more seeds find smaller drops, and a large drop needs few', () => {
  const [few, many] = [powerOf(3, frame), powerOf(10, frame)];
  expect(many.detectable).toBeLessThan(few.detectable);
  // One look with three seeds at 5 %: t needs (2.92 + 1.06) / √3 standard deviations, and a little for the confirmation.
  expect(few.detectable).toBeGreaterThan(2);
  expect(few.detectable).toBeLessThan(3.2);
  expect(many.detectable).toBeGreaterThan(0.8);
  expect(many.detectable).toBeLessThan(1.3);
  expect(many.seedsRegressed).toBeLessThan(many.seedsUnchanged);
});

test('the same for either goal, in the units of the metric, and above the limit', () => {
  const one = powerOf(5, frame);
  expect(powerOf(5, { ...frame, goal: 'minimize' })).toEqual(one);
  expect(powerOf(5, { ...frame, deviation: 10 }).detectable).toBeCloseTo(10 * one.detectable, 6);
  expect(powerOf(5, { ...frame, maxDrop: 50 }).detectable).toBeGreaterThan(50);
});
