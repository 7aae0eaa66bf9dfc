import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { lowestForetelling } from '../../../src/search/rungs/foretelling.ts';
import type { Climber } from '../../../src/search/rungs/rungs.ts';

const climbers = (losses: readonly (readonly number[])[]): Climber[] =>
  losses.map((own, id) => ({ id, config: {}, hash: `${id}`, losses: own, running: undefined, over: false }));

/** Six trials, the other way round at one of two rungs. */
const turned = [1, 2, 3, 4, 5, 6].map((end) => [end, 7 - end, end]);

test('a rung that ranks six trials the other way round than the top misleads, and all below it', () => {
  expect(lowestForetelling(climbers(turned), 2)).toBe(2);
  expect(lowestForetelling(climbers(turned.map(([a, b, c]) => [b!, a!, c!])), 2)).toBe(1);
  expect(lowestForetelling(climbers(turned.slice(1)), 2)).toBe(0);
});

test('trials that are still on their way, or failed there, are no witnesses', () => {
  const [first, ...others] = turned;
  expect(
    lowestForetelling(climbers([[first![0]!, first![1]!, Number.POSITIVE_INFINITY], ...others]), 2),
  ).toBe(0);
  expect(lowestForetelling(climbers([first!.slice(0, 2), ...others]), 2)).toBe(0);
});

test('a rung that foretells something is seldom taken for one that misleads, though trials were chosen by it and it is looked at again and again', () => {
  const stream = randomStream(5, 'foretelling');
  const studies = 500;
  const wrong = Array.from({ length: studies }, () => {
    const seen: number[][] = [];
    const top: number[][] = [];
    // The best quarter of what has come to the rung goes on, one at a time.
    for (let trial = 0; trial < 160; trial++) {
      const end = stream.normal();
      seen.push([end + stream.normal(), end]);
      if (trial % 4 < 3) continue;
      const next = seen.filter((one) => !top.includes(one)).sort((a, b) => a[0]! - b[0]!)[0]!;
      top.push(next);
      if (lowestForetelling(climbers(top), 1) > 0) return true;
    }
    return false;
  }).filter(Boolean);
  expect(wrong.length / studies).toBeLessThan(0.02);
});
