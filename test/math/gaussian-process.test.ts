import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GaussianProcess } from '../../src/math/gaussian-process.ts';
import { Observations } from '../../src/math/geometry.ts';
import { fitHyperparameters } from '../../src/math/hyperparameter-fit.ts';
import { matern52 } from '../../src/math/kernel.ts';
import { cloud, coordinate, euclidean } from '../support/clouds.ts';

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

test('prediction of a small case', () => {
  const { mean, variance } = new GaussianProcess(line, targets, hyperparameters).predict(
    Float64Array.of(0.25),
  );
  expect(mean).toBeCloseTo(-0.6260311799, 6);
  expect(variance).toBeCloseTo(0.0969089511, 6);
});

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

test('a process that takes on further observations is that of all of them', () => {
  const geometry = {
    ...euclidean(3),
    hasMainEffects: true,
    features: { groups: [1, 2], of: ([x, y, z]: Float64Array) => Float64Array.of(x! - y!, z!, x!) },
  };
  const own = {
    logLengthscales: Float64Array.of(-0.5, 0, 0.3),
    logSignal: 0.2,
    logNoise: Math.log(1e-3),
    logMain: -0.5,
    logSteepness: 0.7,
    logEffects: Float64Array.of(-1, -2),
  };
  fc.assert(
    fc.property(cloud, cloud, coordinate, (points, more, x) => {
      const start = new Observations(geometry, points);
      const whole = new Observations(geometry, [...points, ...more]);
      expect(start.with(more)).toEqual(whole);
      const y = Float64Array.from(whole.points, (p) => Math.cos(5 * p[0]!) - p[2]!);
      const grown = new GaussianProcess(start, y.slice(0, points.length), own).with(more, y);
      const anew = new GaussianProcess(whole, y, own);
      expect(grown.factor).toEqual(anew.factor);
      const point = Float64Array.of(x, 1 - x, x * x);
      expect(grown.predictWithGradient(point)).toEqual(anew.predictWithGradient(point));
    }),
    { numRuns: 40 },
  );
});

test('observations at one and the same point are taken on, too, with more jitter', () => {
  const exact = { ...hyperparameters, logNoise: Number.NEGATIVE_INFINITY };
  const again = Array.from({ length: 30 }, () => Float64Array.of(0.5));
  const grown = new GaussianProcess(line, targets, exact).with(
    again,
    Float64Array.of(...targets, ...again.map(() => 0)),
  );
  expect(grown.predict(Float64Array.of(0.5)).mean).toBeCloseTo(0, 6);
  expect(grown.predict(Float64Array.of(0)).mean).toBeCloseTo(-1, 4);
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
