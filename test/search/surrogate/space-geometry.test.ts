import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GaussianProcess } from '../../../src/math/gaussian-process.ts';
import { distancesTo, Observations } from '../../../src/math/geometry.ts';
import { fitHyperparameters } from '../../../src/math/hyperparameter-fit.ts';
import { randomStream } from '../../../src/math/random.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({
  rate: { type: 'float', min: 1e-5, max: 1, scale: 'log' },
  optimizer: {
    type: 'choice',
    options: {
      sgd: { momentum: { type: 'float', min: 0, max: 1 }, nesterov: { type: 'bool' } },
      adam: { beta: { type: 'float', min: 0.5, max: 1 } },
      lion: {},
    },
  },
});

test('distances to many points are those one by one', () => {
  const geometry = spaceGeometry(space);
  const { canonical } = pointSpace(space);
  const d = geometry.dimensions;
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.1, max: 10, noNaN: true }), (seed, steepness) => {
      const stream = randomStream(seed, 'points', 0);
      const [point, ...points] = Array.from({ length: 6 }, () =>
        canonical(new Float64Array(d).fill(Number.NaN), stream),
      );
      const weights = Float64Array.from({ length: d }, () => 0.1 + 3 * stream.uniform());
      const { to: _, ...slow } = geometry;
      const [fast, one] = [geometry, slow].map((way) => {
        const [squared, alike] = [new Float64Array(5), new Float64Array(5)];
        distancesTo(way, points)(point!, weights, squared, alike, steepness);
        return [...squared, ...alike];
      });
      for (const [i, value] of one!.entries()) expect(fast![i]).toBeCloseTo(value, 12);
    }),
  );
});

test('a branch without parameters has a geometry, too', () => {
  const geometry = spaceGeometry(space, []);
  const observations = new Observations(geometry, [new Float64Array(0), new Float64Array(0)]);
  const process = new GaussianProcess(
    observations,
    Float64Array.of(1, 2),
    fitHyperparameters(
      observations,
      Float64Array.of(1, 2),
      [{ logLengthscales: new Float64Array(0), logSignal: 0, logNoise: -3 }],
      10,
    ),
  );
  expect(process.mean(new Float64Array(0))).toBeGreaterThan(0.5);
});

test.each([
  [8, 1],
  [24, 1],
  [100, Math.sqrt(100 / 24)],
])('of %i dimensions, every fourth a category, each is expected to be %f times as long', (count, times) => {
  const definitions = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `p${i}`,
      i % 4 === 3
        ? ({ type: 'choice', values: ['a', 'b', 'c'] } as const)
        : ({ type: 'float', min: 0, max: 1 } as const),
    ]),
  );
  const { lengths } = spaceGeometry(createSpace(definitions));
  expect(lengths).toHaveLength(count);
  for (const [i, length] of lengths!.entries())
    expect(length).toBeCloseTo(times * (i % 4 === 3 ? 1.65 : 0.47), 12);
});
