import { expect, test } from 'vitest';
import { Ends } from '../../../src/search/stopping/ends.ts';

test('the end is where the furthest of the completed trials has ended', () => {
  const ends = new Ends();
  ends.reports(0, 9);
  expect(ends.isAtEnd(9)).toBe(false);
  ends.completes(0);
  expect([8, 9, 10].map((step) => ends.isAtEnd(step))).toEqual([false, true, true]);
  // One that ended early of its own will does not make it nearer.
  ends.reports(1, 4);
  ends.completes(1);
  expect(ends.isAtEnd(8)).toBe(false);
  ends.reports(2, 12);
  ends.completes(2);
  expect([11, 12].map((step) => ends.isAtEnd(step))).toEqual([false, true]);
  // A trial without a report says nothing.
  ends.completes(3);
  expect(ends.isAtEnd(11)).toBe(false);
});
