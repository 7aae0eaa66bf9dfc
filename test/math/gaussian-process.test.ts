import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitHyperparameters,
  GaussianProcess,
  type Geometry,
  matern52,
  negativeLogPosterior,
  Observations,
} from '../../src/math/gaussian-process.ts';

function euclidean(dimensions: number): Geometry {
  return {
    dimensions,
    squaredDistances(a, b, out, offset) {
      for (let j = 0; j < dimensions; j++) out[offset + j] = (a[j]! - b[j]!) ** 2;
    },
    slope: (a, b) => 2 * (a - b),
  };
}

/** Whether each coordinate is in the upper third, in two groups: of the first two, and of the last. */
function withThirds(geometry: Geometry): Geometry {
  return { ...geometry, features: { groups: [2, 1], of: (point) => point.map((x) => Number(x > 2 / 3)) } };
}

const line = new Observations(
  euclidean(1),
  [0, 0.5, 1].map((x) => Float64Array.of(x)),
);
const targets = Float64Array.of(-1, 0, 1);
const hyperparameters = {
  logLengthscales: Float64Array.of(Math.log(0.5)),
  logSignal: 0,
  logNoise: Math.log(0.01),
};

test('the Matérn 5/2 correlation', () => {
  expect(matern52(0)).toBe(1);
  expect(matern52(0.25)).toBeCloseTo(0.8286491424, 10);
  expect(matern52(1)).toBeCloseTo(0.5239941088, 10);
  expect(matern52(4)).toBeCloseTo(0.1386602191, 10);
});

test('marginal likelihood and prediction of a small case', () => {
  const theta = Float64Array.of(Math.log(0.5), 0, Math.log(0.01));
  const penalty = 0.1 * (0.25 + 4) + 0.5 * (Math.log(10) / 3) ** 2;
  // The reference has no jitter: 1e-8 on the diagonal shows in the ninth digit.
  expect(negativeLogPosterior(line, targets, theta) - penalty).toBeCloseTo(3.5892885889, 6);
  const { mean, variance } = new GaussianProcess(line, targets, hyperparameters).predict(
    Float64Array.of(0.25),
  );
  expect(mean).toBeCloseTo(-0.6260311799, 6);
  expect(variance).toBeCloseTo(0.0969089511, 6);
});

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
const cloud = fc
  .array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 3, maxLength: 12 })
  .map((points) => points.map((p) => Float64Array.of(...p)));

test.each([
  { name: 'of distances alone', geometry: euclidean(3) },
  { name: 'with linear effects', geometry: withThirds(euclidean(3)) },
  { name: 'with main effects', geometry: { ...euclidean(3), hasMainEffects: true } },
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
          const noise = Float64Array.from(points, (_, i) => 1 + (i % 3));
          const gradient = new Float64Array(theta.length);
          negativeLogPosterior(observations, y, theta, gradient, noise);
          for (let k = 0; k < theta.length; k++) {
            const at = (h: number) =>
              negativeLogPosterior(
                observations,
                y,
                theta.map((x, i) => (i === k ? x + h : x)),
                undefined,
                noise,
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

test('the gradients of a prediction are those of central differences', () => {
  fc.assert(
    fc.property(cloud, coordinate, coordinate, coordinate, (points, a, b, c) => {
      const observations = new Observations({ ...euclidean(3), hasMainEffects: true }, points);
      const y = Float64Array.from(points, (p) => Math.cos(5 * p[0]!) - p[2]!);
      const process = new GaussianProcess(observations, y, {
        logLengthscales: Float64Array.of(-0.5, 0, 0.3),
        logSignal: 0.2,
        logNoise: Math.log(1e-2),
        logMain: -0.5,
        logSteepness: 0.7,
      });
      const point = Float64Array.of(a, b, c);
      const { meanSlope, varianceSlope, mean, variance } = process.predictWithGradient(point);
      const plain = process.predict(point);
      expect([mean, variance]).toEqual([plain.mean, plain.variance]);
      for (let j = 0; j < 3; j++) {
        const at = (h: number) => process.predict(point.map((x, i) => (i === j ? x + h : x)));
        const [up, down] = [at(1e-5), at(-1e-5)];
        expect(meanSlope[j]).toBeCloseTo((up.mean - down.mean) / 2e-5, 4);
        expect(varianceSlope[j]).toBeCloseTo((up.variance - down.variance) / 2e-5, 4);
      }
    }),
    { numRuns: 40 },
  );
});

test('what one observation says of linear effects, by hand', () => {
  const geometry = {
    ...euclidean(1),
    features: { groups: [1, 2], of: ([x]: Float64Array) => Float64Array.of(2, x!, 1) },
  };
  const process = new GaussianProcess(new Observations(geometry, [Float64Array.of(0)]), Float64Array.of(3), {
    ...hyperparameters,
    logLengthscales: Float64Array.of(0),
    logEffects: Float64Array.of(Math.log(0.5), Math.log(0.25)),
  });
  const { mean, variance } = process.predict(Float64Array.of(1));
  const own = 1 + 0.5 * 4 + 0.25 * (1 + 1);
  const observed = 1 + 0.5 * 4 + 0.25 * 1 + 0.01;
  const shared = matern52(1) + 0.5 * 4 + 0.25 * 1;
  expect(mean).toBeCloseTo((shared / observed) * 3, 8);
  expect(variance).toBeCloseTo(own - shared ** 2 / observed, 8);
});

test('what one observation says of main effects, by hand', () => {
  const process = new GaussianProcess(
    new Observations({ ...euclidean(2), hasMainEffects: true }, [Float64Array.of(0, 0)]),
    Float64Array.of(3),
    {
      logLengthscales: Float64Array.of(0, Math.log(2)),
      logSignal: 0,
      logNoise: Math.log(0.01),
      logMain: Math.log(0.5),
      logSteepness: Math.log(3),
    },
  );
  const { mean, variance } = process.predict(Float64Array.of(1, 0.5));
  const squared = [1, 0.25 / 4];
  const shared =
    matern52(squared[0]! + squared[1]!) + 0.25 * (1 / (1 + 3 * squared[0]!) + 1 / (1 + 3 * squared[1]!));
  const observed = 1 + 0.5 + 0.01;
  expect(mean).toBeCloseTo((shared / observed) * 3, 8);
  expect(variance).toBeCloseTo(1.5 - shared ** 2 / observed, 8);
});

test('main effects show what a sum of functions is where nothing was observed', () => {
  const points = Array.from({ length: 30 }, (_, i) => Float64Array.of((i * 0.618) % 1, (i * 0.414) % 1));
  const f = (p: Float64Array) => Math.sin(12 * p[0]!) + Math.cos(9 * p[1]!);
  const start = { logLengthscales: new Float64Array(2).fill(-1.5), logSignal: 0, logNoise: Math.log(1e-2) };
  const [without, withMain] = [false, true].map((hasMainEffects) => {
    const observations = new Observations({ ...euclidean(2), hasMainEffects }, points);
    const targets = Float64Array.from(points, f);
    const process = new GaussianProcess(
      observations,
      targets,
      fitHyperparameters(observations, targets, [start], 60),
    );
    const grid = Array.from({ length: 81 }, (_, i) => Float64Array.of((i % 9) / 8, Math.floor(i / 9) / 8));
    return grid.reduce((sum, p) => sum + (process.mean(p) - f(p)) ** 2, 0) / grid.length;
  });
  expect(withMain!).toBeLessThan(0.5 * without!);
});

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
