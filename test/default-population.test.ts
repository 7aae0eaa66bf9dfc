import { expect, test } from 'vitest';
import { defaultPopulation } from '../src/default-population.ts';

test('a fifth of a small budget of trials lives at once, at least 6 and at most 20', () => {
  expect([undefined, 1, 30, 34, 35, 99, 100, 5000].map(defaultPopulation)).toEqual([
    20, 6, 6, 6, 7, 19, 20, 20,
  ]);
});
