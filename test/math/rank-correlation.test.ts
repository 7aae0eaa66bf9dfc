import { expect, test } from 'vitest';
import { isSurelyBelow, rankCorrelation, ranks } from '../../src/math/rank-correlation.ts';

test('equal values share their rank', () => {
  expect(ranks([30, 10, 20, 10])).toEqual([3, 0.5, 2, 0.5]);
});

test('Spearman correlation against values of SciPy', () => {
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 14);
  expect(rankCorrelation([1, 2, 3], [1, 4, 9])).toBe(1);
  expect(rankCorrelation([1, 2, 3], [0, -1, -1e300])).toBe(-1);
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(0);
  expect(rankCorrelation([], [])).toBe(0);
});

test('a correlation is surely below a bound the sooner the more pairs there are', () => {
  expect(isSurelyBelow(0, -1, 3)).toBe(false);
  expect(isSurelyBelow(0, -1, 4)).toBe(true);
  expect(isSurelyBelow(0.9, 0.5, 10)).toBe(true);
  // tanh(2 / √7) = 0.6390
  expect(isSurelyBelow(0, -0.63, 10)).toBe(false);
  expect(isSurelyBelow(0, -0.65, 10)).toBe(true);
  expect(isSurelyBelow(0, 0.5, 1000)).toBe(false);
});
