import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { SpreadPoints } from '../../src/search/sobol.ts';
import { decodePoint } from '../../src/space/encode.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 }, n: { type: 'int', min: 1, max: 9 } });
const points = new SpreadPoints(2, (purpose, index) => randomStream(1, purpose, index), 'test');
const at = (index: number) => decodePoint(space, points.point(index));

/** All configs that are offered for an index, when none is new. */
function offered(index: number, options?: { from?: number; tries?: number }): readonly Config[] {
  const seen: Config[] = [];
  const never = (config: Config) => {
    seen.push(config);
    return false;
  };
  expect(points.newConfig(space, index, never, options)).toBeUndefined();
  return seen;
}

test('a config that is taken gives way to one far ahead in the sequence, which no other index has', () => {
  const [own, next] = offered(5);
  expect(own).toEqual(at(5));
  expect(points.newConfig(space, 5, () => true)).toEqual(own);
  expect(points.newConfig(space, 5, (config) => config['x'] !== own!['x'])).toEqual(next);
  expect(points.newConfig(space, 5, () => true, { from: 1 })).toEqual(next);
  // The sequence has 2³¹ points: beyond its end it goes on from the first.
  const indices = [5, 6, 7, 1000, 2 ** 31 - 1];
  const all = indices.flatMap((index) => offered(index)).map(({ x }) => x);
  expect(new Set(all).size).toBe(16 * indices.length);
});

test('those that stand in for one are spread as the sequence is, in each coordinate', () => {
  for (const index of [0, 5, 1000]) {
    const xs = offered(index).map(({ x }) => x as number);
    const eighths = new Set(xs.map((x) => Math.floor(8 * x)));
    expect(eighths.size).toBeGreaterThanOrEqual(6);
  }
});

test('nothing is found after so many tries', () => {
  expect(offered(5)).toHaveLength(16);
  expect(offered(5, { tries: 3 })).toHaveLength(3);
});
