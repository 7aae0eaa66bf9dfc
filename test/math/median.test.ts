import { expect, test } from 'vitest';
import { median, upperMedian } from '../../src/math/median.ts';

test('the middle value, of two the larger, of none nothing; what it is given stays as it is', () => {
  const values = [30, 4, 100];
  expect(upperMedian(values)).toBe(30);
  expect(values).toEqual([30, 4, 100]);
  expect(upperMedian([1, 2, 3, 4])).toBe(3);
  expect(upperMedian([Number.POSITIVE_INFINITY, -1])).toBe(Number.POSITIVE_INFINITY);
  expect(upperMedian([])).toBeUndefined();
});

test('the median proper is the mean of the two in the middle', () => {
  expect(median([30, 4, 100])).toBe(30);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(median([])).toBeNaN();
});
