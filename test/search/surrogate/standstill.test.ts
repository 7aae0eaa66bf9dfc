import { expect, test } from 'vitest';
import { looksElsewhere, resultsSinceGain } from '../../../src/search/surrogate/standstill.ts';

test('results are counted since the best came down, by small steps that add up, too', () => {
  expect(resultsSinceGain([1])).toBe(0);
  expect(resultsSinceGain([1, 0.5, 2, 2])).toBe(2);
  // Three steps of 0.0005 are one gain, at the third.
  expect(resultsSinceGain([1, 0.9995, 0.999, 0.9985, 5])).toBe(1);
  expect(resultsSinceGain([1, 0.9999, 0.9998, 0.9997])).toBe(3);
});

test('every fourth trial goes elsewhere once ten results brought no gain, in noise every eighth', () => {
  const still = (results: number) => [0, ...Array(results).fill(1)];
  const turns = (losses: readonly number[], noise = 1e-6) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((index) => looksElsewhere(index, () => ({ losses, noise })));
  expect(turns(still(9))).toEqual([]);
  expect(turns(still(10))).toEqual([3, 7]);
  expect(turns(still(10), 0.01)).toEqual([3]);
  expect(turns([...still(50), -1])).toEqual([]);
});
