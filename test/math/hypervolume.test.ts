import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominates, hypervolume, nondominated } from '../../src/math/hypervolume.ts';
import { randomStream } from '../../src/math/random.ts';

test('dominance needs to be better somewhere and worse nowhere', () => {
  expect(dominates([1, 2], [1, 3])).toBe(true);
  expect(dominates([1, 2], [1, 2])).toBe(false);
  expect(dominates([1, 3], [2, 2])).toBe(false);
  expect(dominates([1, Number.NaN], [2, 2])).toBe(false);
  expect(
    nondominated([
      [1, 3],
      [2, 2],
      [3, 3],
      [2, 2],
      [0, 9],
    ]),
  ).toEqual([0, 1, 3, 4]);
  expect(nondominated([])).toEqual([]);
});

test('volumes worked out by hand', () => {
  expect(hypervolume([], [4, 4])).toBe(0);
  expect(hypervolume([[1]], [4])).toBe(3);
  // Steps of 1: 1 + 2 + 3 unit squares.
  expect(
    hypervolume(
      [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
      [4, 4],
    ),
  ).toBe(6);
  expect(
    hypervolume(
      [
        [3, 1],
        [2, 2],
        [2, 2],
        [3, 3],
        [1, 3],
        [5, 0],
      ],
      [4, 4],
    ),
  ).toBe(6);
  // Inclusion and exclusion: three boxes of 6, pairs share 2, all share 1.
  expect(
    hypervolume(
      [
        [1, 2, 3],
        [3, 1, 2],
        [2, 3, 1],
      ],
      [4, 4, 4],
    ),
  ).toBe(18 - 6 + 1);
  expect(hypervolume([[0, 0, 0, 0]], [1, 2, 3, 4])).toBe(24);
});

test('in any number of objectives the volume is the share of the cube that is dominated', () => {
  const stream = randomStream(0, 'hypervolume');
  for (const objectives of [2, 3, 4]) {
    const point = () => Array.from({ length: objectives }, () => stream.uniform());
    const points = Array.from({ length: 6 }, point);
    const reference = Array(objectives).fill(1);
    const samples = 40_000;
    let hits = 0;
    for (let i = 0; i < samples; i++) {
      const sample = point();
      if (points.some((p) => p.every((value, k) => value <= sample[k]!))) hits++;
    }
    const volume = hypervolume(points, reference);
    const error = Math.sqrt((volume * (1 - volume)) / samples);
    expect(Math.abs(hits / samples - volume)).toBeLessThan(4 * error);
  }
});

test('the volume does not depend on the order, nor on dominated points, and grows with every new front point', () => {
  const coordinate = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate, coordinate), { maxLength: 7 }), (points) => {
      const reference = [21, 21, 21];
      const volume = hypervolume(points, reference);
      expect(hypervolume([...points].reverse(), reference)).toBeCloseTo(volume, 6);
      expect(
        hypervolume(
          nondominated(points).map((i) => points[i]!),
          reference,
        ),
      ).toBeCloseTo(volume, 6);
      // Two objectives of three with the last equal: the volume of two, times the thickness.
      const flat = points.map(([x, y]) => [x, y, 20]);
      expect(hypervolume(flat, reference)).toBeCloseTo(
        hypervolume(
          points.map(([x, y]) => [x, y]),
          [21, 21],
        ),
        6,
      );
    }),
  );
});
