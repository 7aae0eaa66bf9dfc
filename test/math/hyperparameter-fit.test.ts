import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Geometry, Observations } from '../../src/math/geometry.ts';
import { fitHyperparameters, negativeLogPosterior } from '../../src/math/hyperparameter-fit.ts';
import { cloud, euclidean } from '../support/clouds.ts';

/** Whether each coordinate is in the upper third, in two groups: of the first two, and of the last. */
function withThirds(geometry: Geometry): Geometry {
  return { ...geometry, features: { groups: [2, 1], of: (point) => point.map((x) => Number(x > 2 / 3)) } };
}

const line = new Observations(
  euclidean(1),
  [0, 0.5, 1].map((x) => Float64Array.of(x)),
);
const targets = Float64Array.of(-1, 0, 1);
test('marginal likelihood of a small case', () => {
  const theta = Float64Array.of(Math.log(0.5), 0, Math.log(0.01));
  const penalty = 0.3 * (0.25 + 4) + 0.5 * (Math.log(10) / 3) ** 2;
  // The reference has no jitter: 1e-8 on the diagonal shows in the ninth digit.
  expect(negativeLogPosterior(line, targets, theta) - penalty).toBeCloseTo(3.5892885889, 6);
});

test.each([
  { name: 'of distances alone', geometry: euclidean(3) },
  { name: 'with linear effects', geometry: withThirds(euclidean(3)) },
  { name: 'with main effects', geometry: { ...euclidean(3), hasMainEffects: true } },
  {
    name: 'with lengths that are expected',
    geometry: { ...euclidean(3), lengths: Float64Array.of(0.5, 1, 2) },
  },
  { name: 'with both', geometry: { ...withThirds(euclidean(3)), hasMainEffects: true } },
])(
  'the gradient of the posterior $name is that of central differences',
  ({ geometry }: { geometry: Geometry }) => {
    fc.assert(
      fc.property(
        cloud,
        fc.array(fc.double({ min: -1.5, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (points, logs) => {
          const observations = new Observations(geometry, points);
          const y = Float64Array.from(points, (p, i) => Math.sin(7 * p[0]! + i) + p[1]!);
          const more = (geometry.features?.groups.length ?? 0) + (geometry.hasMainEffects ? 2 : 0);
          const theta = Float64Array.from(logs.slice(0, 5 + more), (x, k) => (k === 4 ? x - 3 : x));
          const gradient = new Float64Array(theta.length);
          negativeLogPosterior(observations, y, theta, gradient);
          for (let k = 0; k < theta.length; k++) {
            const at = (h: number) =>
              negativeLogPosterior(
                observations,
                y,
                theta.map((x, i) => (i === k ? x + h : x)),
              );
            const numeric = (at(1e-5) - at(-1e-5)) / 2e-5;
            expect(Math.abs(numeric - gradient[k]!)).toBeLessThan(1e-4 * Math.max(1, Math.abs(numeric)));
          }
        },
      ),
      { numRuns: 40 },
    );
  },
);

test('a fit finds how large linear effects are', () => {
  const points = Array.from({ length: 40 }, (_, i) => Float64Array.of((i * 0.618) % 1, (i * 0.414) % 1));
  const start = { logLengthscales: new Float64Array(2), logSignal: 0, logNoise: Math.log(1e-2) };
  const effects = [0, 1].map((which) => {
    const y = Float64Array.from(
      points,
      (p) => Number(p[which]! > 2 / 3) * 2 - 0.6 + 0.05 * Math.sin(40 * p[0]!),
    );
    const features = {
      groups: [1, 1],
      of: (point: Float64Array) => point.map((x) => Number(x > 2 / 3) - 1 / 3),
    };
    return fitHyperparameters(new Observations({ ...euclidean(2), features }, points), y, [start], 60)
      .logEffects!;
  });
  expect(effects[0]![0]!).toBeGreaterThan(effects[0]![1]! + 1);
  expect(effects[1]![1]!).toBeGreaterThan(effects[1]![0]! + 1);
});

test('a fit finds the dimension that matters', () => {
  const points = Array.from({ length: 40 }, (_, i) => Float64Array.of((i * 0.618) % 1, (i * 0.414) % 1));
  const y = Float64Array.from(points, (p) => Math.sin(9 * p[0]!));
  const start = { logLengthscales: new Float64Array(2), logSignal: 0, logNoise: Math.log(1e-2) };
  const { logLengthscales, logNoise } = fitHyperparameters(
    new Observations(euclidean(2), points),
    y,
    [start],
    60,
  );
  expect(logLengthscales[0]!).toBeLessThan(logLengthscales[1]! - 0.5);
  expect(Math.exp(logNoise)).toBeLessThan(1e-3);
});

test('a fit of few points stays near the length scales that are expected', () => {
  const points = [0.1, 0.5, 0.8].map((x) => Float64Array.of(x, 1 - x));
  const geometry = { ...euclidean(2), lengths: Float64Array.of(0.3, 3) };
  const start = { logLengthscales: new Float64Array(2), logSignal: 0, logNoise: Math.log(1e-2) };
  const fit = fitHyperparameters(
    new Observations(geometry, points),
    Float64Array.of(0.3, -1, 0.7),
    [start],
    60,
  );
  expect(Math.exp(fit.logLengthscales[0]!)).toBeGreaterThan(0.15);
  expect(Math.exp(fit.logLengthscales[0]!)).toBeLessThan(0.6);
  expect(Math.exp(fit.logLengthscales[1]!)).toBeGreaterThan(1.5);
});
