import { expect, test } from 'vitest';
import { firstOf, grouped, plural, together } from '../src/plural.ts';

test('a count with its noun', () => {
  const counts = [0, 1, 2, 999, 1000, 1234567];
  expect(counts.map((count) => plural(count, 'trial'))).toEqual([
    '0 trials',
    '1 trial',
    '2 trials',
    '999 trials',
    '1,000 trials',
    '1,234,567 trials',
  ]);
  expect([1, 2].map((count) => plural(count, 'trial was', 'trials were'))).toEqual([
    '1 trial was',
    '2 trials were',
  ]);
});

test('thousands are told apart in front of the point alone', () => {
  const counts = [0.5, 1234.5678, 1e21, Number.POSITIVE_INFINITY];
  expect(counts.map(grouped)).toEqual(['0.5', '1,234.5678', '1e+21', 'Infinity']);
});

test('what belongs together', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(together)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test('the first few of many', () => {
  expect([firstOf([]), firstOf(['a']), firstOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect(firstOf(['a', 'b', 'c', 'd'])).toBe('a, b, c and 1 more');
  expect(
    firstOf(
      Array.from({ length: 2340 }, () => 'a'),
      1,
    ),
  ).toBe('a and 2,339 more');
});
