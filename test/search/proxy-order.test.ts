import { expect, test } from 'vitest';
import { byProxies } from '../../src/search/proxy-order.ts';

const appraised = [
  { config: { n: 0 }, scores: { synflow: 5, flops: 100 } },
  { config: { n: 1 }, scores: { synflow: 9, flops: 900 } },
  { config: { n: 2 }, scores: { synflow: 7, flops: Number.NaN } },
  { config: { n: 3 }, scores: { synflow: Number.NEGATIVE_INFINITY, flops: 5000 } },
];
const order = (...proxies: string[]) => byProxies(appraised, proxies).map(({ n }) => n);

test('one proxy orders by itself, several by the mean of ranks', () => {
  expect(order('synflow')).toEqual([1, 2, 0, 3]);
  expect(order('flops')).toEqual([3, 1, 0, 2]);
  // Ranks 1+1, 3+2, 2+0, 0+3.
  expect(order('synflow', 'flops')).toEqual([1, 3, 0, 2]);
});

test('a proxy that nothing is known of changes nothing', () => {
  expect(order('synflow', 'jacob_cov')).toEqual(order('synflow'));
  expect(byProxies([], ['synflow'])).toEqual([]);
});
