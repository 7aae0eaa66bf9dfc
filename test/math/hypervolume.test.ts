import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  logExpectedHypervolumeImprovement,
  openStrips,
  type PairSlope,
} from '../../src/math/expected-hypervolume-improvement.ts';
import { dominates, hypervolume, nondominated } from '../../src/math/hypervolume.ts';
import { logH } from '../../src/math/log-expected-improvement.ts';
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

const front: [number, number][] = [
  [1, 3],
  [2, 2],
  [3, 1],
];

test('without a front the expected improvement is the product of two', () => {
  const strips = openStrips([], [1, 2]);
  const value = logExpectedHypervolumeImprovement(strips, { means: [0.5, 1.5], deviations: [0.3, 2] });
  expect(value).toBeCloseTo(logH(0.5 / 0.3) + Math.log(0.3) + logH(0.25) + Math.log(2), 12);
});

test('a prediction that is certain improves by the volume that it adds', () => {
  const strips = openStrips(front, [4, 4]);
  for (const y of [
    [1.5, 1.5],
    [0, 0],
    [2.5, 3.5],
    [0.5, 3.5],
  ] as const) {
    const added = hypervolume([...front, [...y]], [4, 4]) - 6;
    const value = logExpectedHypervolumeImprovement(strips, { means: y, deviations: [1e-9, 1e-9] });
    expect(Math.exp(value)).toBeCloseTo(added, 6);
  }
});

test('the expected improvement is the mean over samples', () => {
  const strips = openStrips(front, [4, 4]);
  const stream = randomStream(1, 'ehvi');
  for (const [means, deviations] of [
    [
      [2.5, 2.5],
      [0.8, 0.5],
    ],
    [
      [1, 1],
      [1, 2],
    ],
    [
      [5, 5],
      [1, 1],
    ],
    [
      [0.5, 3.2],
      [0.2, 0.6],
    ],
  ] as [[number, number], [number, number]][]) {
    const gains = Array.from({ length: 20_000 }, () => {
      const y = [means[0] + deviations[0] * stream.normal(), means[1] + deviations[1] * stream.normal()];
      return hypervolume([...front, y], [4, 4]) - 6;
    });
    const mean = gains.reduce((a, b) => a + b) / gains.length;
    const error = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)) / gains.length;
    const value = Math.exp(logExpectedHypervolumeImprovement(strips, { means, deviations }));
    expect(Math.abs(value - mean)).toBeLessThan(4 * error);
  }
});

test('the slope is that of the value, far from the front too, where the improvement itself is 0', () => {
  const strips = openStrips([...front, [2, 2], [3.5, 3]], [4, 4]);
  for (const x of [
    [2.5, 2.5, 0.8, 0.5],
    [1, 1, 1, 2],
    [60, 80, 1, 1.5],
    [-40, 2, 0.7, 0.9],
    [3, 50, 0.2, 0.5],
  ] as const) {
    const at = ([a, b, c, d]: readonly number[], slope?: PairSlope) =>
      logExpectedHypervolumeImprovement(strips, { means: [a!, b!], deviations: [c!, d!] }, slope);
    const slope: PairSlope = { means: [0, 0], deviations: [0, 0] };
    expect(Number.isFinite(at(x, slope))).toBe(true);
    const analytic = [...slope.means, ...slope.deviations];
    for (const [k, value] of analytic.entries()) {
      const step = 1e-5;
      const numeric =
        (at(x.map((v, i) => v + (i === k ? step : 0))) - at(x.map((v, i) => v - (i === k ? step : 0)))) /
        (2 * step);
      expect(Math.abs(value - numeric)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
    }
  }
});
