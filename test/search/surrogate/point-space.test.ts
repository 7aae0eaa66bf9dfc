import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { pointSpace, withFixed } from '../../../src/search/surrogate/point-space.ts';
import { decodePoint, encodeConfig } from '../../../src/space/encode.ts';
import { createSpace } from '../../../src/space/space.ts';
import { arbitrarySpace } from '../../space/arbitrary.ts';

const float = { type: 'float', min: 0, max: 1 } as const;
const space = createSpace({
  kind: { type: 'choice', options: { a: { deep: { type: 'bool' }, x: float }, b: { y: float } } },
  units: { type: 'int', min: 1, max: 10 },
  steps: { type: 'int', min: 1, max: 5000 },
});
const points = pointSpace(space);
const at = (path: string) => space.dimensions.findIndex(({ parameter }) => parameter.path === path);
const [kind, deep, x, y, units, steps] = [
  'kind',
  'kind.a.deep',
  'kind.a.x',
  'kind.b.y',
  'units',
  'steps',
].map(at) as [number, number, number, number, number, number];
const nowhere = () => new Float64Array(6).fill(Number.NaN);

test('what has few values is discrete, what has many is walked like a number, and choices open others', () => {
  expect(Math.min(kind, deep, x, y, units, steps)).toBe(0);
  expect([...points.discrete].sort()).toEqual([kind, deep, units].sort());
  expect([...points.continuous].sort()).toEqual([x, y, steps].sort());
  expect(points.counts[units]).toBe(10);
  expect(points.counts[steps]).toBe(Number.POSITIVE_INFINITY);
  expect([points.ordinal[kind], points.ordinal[units], points.ordinal[steps]]).toEqual([false, true, true]);
  expect(points.gates).toEqual([kind]);
});

test('a point is brought to the middle of its cells, into the cube, and away from what is inactive', () => {
  const point = nowhere();
  point.set([0.1], kind);
  point.set([0.3], x);
  point.set([0.7], y);
  point.set([0.42], units);
  point.set([1.7], steps);
  points.canonical(point);
  expect(point[kind]).toBe(0.25);
  expect(point[x]).toBe(0.3);
  expect(point[y]).toBeNaN();
  expect(point[units]).toBeCloseTo(0.45, 12);
  expect(point[steps]).toBe(1);
  // It was missing and is active now.
  expect(point[deep]).toBe(0.75);
});

test('what becomes active is drawn where there is a stream', () => {
  const stream = randomStream(1, 'canonical');
  const drawn = Array.from({ length: 60 }, () => points.canonical(nowhere(), stream));
  expect(new Set(drawn.map((point) => point[kind])).size).toBe(2);
  expect(new Set(drawn.map((point) => point[units])).size).toBe(10);
});

test('in any space a canonical point is that of its config, and stays as it is', () => {
  fc.assert(
    fc.property(arbitrarySpace, fc.integer(), (any, seed) => {
      const own = pointSpace(any);
      const point = own.canonical(
        new Float64Array(any.dimensions.length).fill(Number.NaN),
        randomStream(seed, 'any'),
      );
      expect(own.canonical(point.slice())).toEqual(point);
      const encoded = encodeConfig(any, decodePoint(any, point));
      for (const [j, coordinate] of point.entries()) {
        expect(Number.isNaN(encoded[j]!)).toBe(Number.isNaN(coordinate));
        if (own.discrete.includes(j) && !Number.isNaN(coordinate))
          expect(encoded[j]).toBeCloseTo(coordinate, 12);
      }
    }),
  );
});

test('a part of a space has one value of a choice, and what hangs on it', () => {
  const part = withFixed(points, kind, 0.75);
  expect(part.discrete).not.toContain(kind);
  const stream = randomStream(1, 'part');
  for (let i = 0; i < 20; i++) {
    const point = part.canonical(nowhere(), stream);
    expect(point[kind]).toBe(0.75);
    expect(point[x]).toBeNaN();
    expect(point[y]).not.toBeNaN();
  }
  const flag = pointSpace(createSpace({ only: { type: 'bool' } }));
  expect(withFixed(flag, 0, 0.25).hasDiscrete).toBe(false);
});
