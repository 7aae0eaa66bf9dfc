import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { SpreadPoints } from '../../../src/search/sobol.ts';
import {
  type Acquisition,
  type AcquisitionSearchOptions,
  neighbour,
  searchAcquisition,
} from '../../../src/search/surrogate/acquisition-search.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import type { ParameterDefinitions } from '../../../src/space/parameter.ts';
import { createSpace } from '../../../src/space/space.ts';

const spaceOf = (definitions: ParameterDefinitions) => pointSpace(createSpace(definitions));
const float = { type: 'float', min: 0, max: 1 } as const;
const plane = spaceOf({ x: float, y: float });

/** Any function of points; its slopes by differences. */
function acquisitionOf(value: (point: Float64Array) => number): Acquisition {
  const step = 1e-6;
  return {
    value,
    valueWithGradient(point, gradient) {
      for (let j = 0; j < point.length; j++) {
        if (Number.isNaN(point[j]!)) continue;
        const [up, down] = [point.slice(), point.slice()];
        up[j]! += step;
        down[j]! -= step;
        gradient[j] = (value(up) - value(down)) / (2 * step);
      }
      return value(point);
    },
  };
}

function search(
  space: AcquisitionSearchOptions['space'],
  value: (point: Float64Array) => number,
  more: Partial<AcquisitionSearchOptions> = {},
) {
  const spread = new SpreadPoints(
    space.counts.length,
    (purpose, index) => randomStream(1, purpose, index),
    'test',
  );
  return searchAcquisition({
    space,
    acquisition: acquisitionOf(value),
    centres: [],
    spread: Array.from({ length: 64 }, (_, i) => spread.point(i)),
    stream: randomStream(1, 'search'),
    taken: () => false,
    neighbours: 60,
    ...more,
  });
}

const squared = (point: Float64Array, at: readonly number[]) =>
  at.reduce((sum, x, j) => sum + (point[j]! - x) ** 2, 0);

test('the top of a hill is found to many digits', () => {
  const found = search(plane, (point) => -squared(point, [0.3123, 0.7654]))!;
  expect(found[0]).toBeCloseTo(0.3123, 4);
  expect(found[1]).toBeCloseTo(0.7654, 4);
});

test('a higher hill far from what is known is found, though only its foot is seen among the good points', () => {
  const near = [0.2, 0.2];
  const far = [0.83, 0.71];
  const value = (point: Float64Array) =>
    Math.exp(-squared(point, near) / 0.02) + 2 / (1 + squared(point, far) / 0.0005);
  const centres = Array.from({ length: 5 }, (_, i) => Float64Array.of(0.18 + 0.01 * i, 0.2));
  const found = search(plane, value, { centres })!;
  expect(squared(found, far)).toBeLessThan(1e-4);
});

test('the tip of a narrow hill near a centre is found to many digits, whatever else rises elsewhere', () => {
  const tip = [0.2123, 0.2321];
  const value = (point: Float64Array) =>
    2 * Math.exp(-squared(point, tip) / 0.001) + Math.exp(-squared(point, [0.8, 0.8]) / 0.05);
  const found = search(plane, value, { centres: [Float64Array.of(0.22, 0.22)] })!;
  expect(squared(found, tip)).toBeLessThan(1e-8);
});

test('what is taken is not proposed, and nothing where all is', () => {
  const space = spaceOf({ a: { type: 'int', min: 1, max: 3 }, b: { type: 'bool' } });
  const value = (point: Float64Array) => point[0]! + point[1]!;
  const taken = new Set<string>();
  for (let left = 6; left > 0; left--) {
    const found = search(space, value, { taken: (point) => taken.has(point.join()) })!;
    expect(taken.has(found.join())).toBe(false);
    // The best of what is left: they come in falling order.
    const best = [...taken].map((key) => key.split(',').reduce((sum, x) => sum + Number(x), 0));
    expect(value(found)).toBeLessThanOrEqual(Math.min(...best) + 1e-12);
    taken.add(found.join());
  }
  expect(search(space, value, { taken: (point) => taken.has(point.join()) })).toBeUndefined();
});

test('numbers stay in the box, also where the function rises beyond its walls', () => {
  const centre = Float64Array.of(0.5, 0.95);
  const found = search(plane, (point) => point[0]! + point[1]!, {
    box: { centre, radius: 0.1 },
    centres: [centre],
  })!;
  expect(found[0]).toBeCloseTo(0.6, 6);
  expect(found[1]).toBeCloseTo(1, 6);
});

test('single changes lead to the one best of a million combinations', () => {
  const space = spaceOf(
    Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        `c${i}`,
        { type: 'choice', values: ['p', 'q', 'r', 's'] } as const,
      ]),
    ),
  );
  const wanted = Array.from({ length: 10 }, (_, j) => ((j * 7) % 4) / 4 + 0.125);
  const value = (point: Float64Array) => wanted.filter((x, j) => x === point[j]).length;
  expect([...search(space, value)!]).toEqual(wanted);
});

test('coordinates of an option that was not chosen stay away', () => {
  const space = spaceOf({ kind: { type: 'choice', options: { a: { x: float }, b: { y: float } } } });
  const found = search(space, (point) => (Number.isNaN(point[2]!) ? 0 : 1 - (point[2]! - 0.4) ** 2))!;
  expect(found[0]).toBe(0.75);
  expect(found[1]).toBeNaN();
  expect(found[2]).toBeCloseTo(0.4, 4);
});

test('a neighbour differs, is canonical, and moves an ordered value by three steps at most', () => {
  const space = spaceOf({
    n: { type: 'int', min: 0, max: 19 },
    kind: { type: 'choice', values: ['a', 'b', 'c'] },
    x: float,
  });
  const centre = space.canonical(Float64Array.of(0.5, 0.5, 0.99));
  const stream = randomStream(2, 'neighbours');
  for (let i = 0; i < 200; i++) {
    const point = neighbour(space, centre, 0.1, stream);
    expect(point).not.toEqual(centre);
    expect(space.canonical(point.slice())).toEqual(point);
    expect(Math.abs(point[0]! - centre[0]!) * 20).toBeLessThan(3.5);
    // One choice at a time; a number beside it now and then.
    expect(Number(point[0] !== centre[0]) + Number(point[1] !== centre[1])).toBeLessThanOrEqual(1);
  }
});
