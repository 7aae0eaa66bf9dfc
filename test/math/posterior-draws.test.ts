import { expect, test } from 'vitest';
import { GaussianProcess } from '../../src/math/gaussian-process.ts';
import { Observations } from '../../src/math/geometry.ts';
import { PosteriorDraws } from '../../src/math/posterior-draws.ts';
import { randomStream } from '../../src/math/random.ts';
import { spaceGeometry } from '../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../src/space/space.ts';

const geometry = spaceGeometry(
  createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } }),
);
const stream = randomStream(0, 'posterior draws');
const draw = () => Float64Array.of(stream.uniform(), stream.uniform());
const normal = () => stream.normal();
const points = Array.from({ length: 12 }, draw);
const targets = Float64Array.from(points, ([x = 0, y = 0]) => Math.sin(6 * x) + y + 0.3 * normal());
const processWith = (noise: number) =>
  new GaussianProcess(new Observations(geometry, points), targets, {
    logLengthscales: Float64Array.of(-1, -0.5),
    logSignal: 0.3,
    logNoise: Math.log(noise),
  });
const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
};

test('draws have the posterior mean and variance where something was observed, and at the points more', () => {
  const process = processWith(0.1);
  const more = [draw(), draw()];
  const { values } = new PosteriorDraws(process, targets, more, 4000, normal);
  expect(values).toHaveLength(8000);
  for (const [i, point] of [...points, ...more].entries()) {
    const expected = process.predict(point);
    const { mean, variance } = moments(values.map((of) => of[i]!));
    // Opposite pairs: the mean has no luck in it.
    expect(mean).toBeCloseTo(expected.mean, 4);
    expect(variance / expected.variance).toBeGreaterThan(0.9);
    expect(variance / expected.variance).toBeLessThan(1.1);
  }
});

test('elsewhere what the draws expect varies by as much as the posterior variance is more than what is left', () => {
  const process = processWith(0.1);
  const draws = new PosteriorDraws(process, targets, [], 4000, normal);
  for (const point of Array.from({ length: 5 }, draw)) {
    const expected = process.predict(point);
    const { means, variance } = draws.predict(point);
    const among = moments([...means]);
    expect(among.mean).toBeCloseTo(expected.mean, 5);
    expect((among.variance + variance) / expected.variance).toBeGreaterThan(0.95);
    expect((among.variance + variance) / expected.variance).toBeLessThan(1.05);
  }
});

test('a draw knows its own values, and nothing is left to learn there', () => {
  const draws = new PosteriorDraws(processWith(0.1), targets, [], 3, normal);
  for (const [i, point] of points.entries()) {
    const { means, variance } = draws.predict(point);
    for (const [k, mean] of means.entries()) expect(mean).toBeCloseTo(draws.values[k]![i]!, 3);
    expect(variance).toBeLessThan(1e-4);
  }
});

test('without noise all draws are what was measured', () => {
  const draws = new PosteriorDraws(processWith(1e-9), targets, [], 2, normal);
  for (const values of draws.values)
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(targets[i]!, 3);
});
