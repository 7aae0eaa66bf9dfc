import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { lowestForetelling } from '../../../src/search/rungs/foretelling.ts';
import type { Climber } from '../../../src/search/rungs/rungs.ts';

const climbers = (losses: readonly (readonly number[])[]): Climber[] =>
  losses.map((own, id) => ({ id, config: {}, hash: `${id}`, losses: own, running: undefined, over: false }));

test('a rung that ranks four trials the other way round than the top misleads, and all below it', () => {
  const turned = [
    [1, 4, 1],
    [2, 3, 2],
    [3, 2, 3],
    [4, 1, 4],
  ];
  expect(lowestForetelling(climbers(turned), 2)).toBe(2);
  expect(lowestForetelling(climbers(turned.map(([a, b, c]) => [b!, a!, c!])), 2)).toBe(1);
  expect(lowestForetelling(climbers(turned.slice(1)), 2)).toBe(0);
});

test('trials that are still on their way, or failed there, are no witnesses', () => {
  const turned = [[1, 4], [2, 3], [3, 2], [4, Number.POSITIVE_INFINITY], [0]];
  expect(lowestForetelling(climbers(turned), 1)).toBe(0);
});

test('a rung that foretells something is seldom taken for one that misleads, though trials were chosen by it', () => {
  const stream = randomStream(5, 'foretelling');
  const studies = 2000;
  const wrong = Array.from({ length: studies }, () => {
    const all = Array.from({ length: 40 }, () => {
      const end = stream.normal();
      return [end + stream.normal(), end];
    });
    const best = all.sort((a, b) => a[0]! - b[0]!).slice(0, 10);
    return lowestForetelling(climbers(best), 1);
  }).filter((lowest) => lowest > 0);
  expect(wrong.length / studies).toBeLessThan(0.02);
});
