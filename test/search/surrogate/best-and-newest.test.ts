import { expect, test } from 'vitest';
import { bestAndNewest } from '../../../src/search/surrogate/best-and-newest.ts';

const byValue = (a: number, b: number) => a - b;

test('no more than there may be are all kept', () => {
  expect(bestAndNewest([3, 1, 2], 4, byValue)).toEqual([3, 1, 2]);
});

test('of more, the best of the older and the newest, in order of age', () => {
  expect(bestAndNewest([5, 1, 9, 2, 8, 7, 6], 4, byValue)).toEqual([1, 2, 7, 6]);
});
