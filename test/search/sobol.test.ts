import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { SpreadPoints } from '../../src/search/sobol.ts';
import { decodePoint } from '../../src/space/encode.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 }, n: { type: 'int', min: 1, max: 9 } });
const points = new SpreadPoints(2, (purpose, index) => randomStream(1, purpose, index), 'test');
const at = (index: number) => decodePoint(space, points.point(index));

test('a config that is taken gives way to one far ahead in the sequence, which no other index has', () => {
  const [own, next] = [at(5), at(5 + 2 ** 20)];
  expect(points.newConfig(space, 5, () => true)).toEqual(own);
  expect(points.newConfig(space, 5, (config) => config['x'] !== own['x'])).toEqual(next);
  expect(points.newConfig(space, 5, () => true, { from: 1 })).toEqual(next);
});

test('nothing is found after so many tries', () => {
  const seen: Config[] = [];
  const never = (config: Config) => {
    seen.push(config);
    return false;
  };
  expect(points.newConfig(space, 5, never)).toBeUndefined();
  expect(points.newConfig(space, 5, never, { tries: 3 })).toBeUndefined();
  expect(seen).toHaveLength(16 + 3);
  // The sequence has 2³¹ points: beyond its end it goes on from the first.
  expect(points.newConfig(space, 2 ** 31 - 1, (config) => config['x'] === at(2 ** 20 - 1)['x'])).toEqual(
    at(2 ** 20 - 1),
  );
});
