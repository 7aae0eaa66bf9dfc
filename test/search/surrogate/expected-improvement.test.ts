import { expect, test } from 'vitest';
import { GaussianProcess } from '../../../src/math/gaussian-process.ts';
import { Observations } from '../../../src/math/geometry.ts';
import { PosteriorDraws } from '../../../src/math/posterior-draws.ts';
import { randomStream } from '../../../src/math/random.ts';
import {
  logExpectedImprovement,
  logNoisyExpectedImprovement,
} from '../../../src/search/surrogate/expected-improvement.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({
  x: { type: 'float', min: 0, max: 1 },
  y: { type: 'float', min: 0, max: 1 },
});
const stream = randomStream(0, 'expected improvement');
const draw = () => Float64Array.of(stream.uniform(), stream.uniform());
const points = Array.from({ length: 20 }, draw);
const observations = new Observations(spaceGeometry(space), points);
const process = (targets: Float64Array, noise = 1e-3) =>
  new GaussianProcess(observations, targets, {
    logLengthscales: Float64Array.of(-1, -1),
    logSignal: 0,
    logNoise: Math.log(noise),
  });
const targets = Float64Array.from(points, ([x = 0, y = 0]) => Math.sin(6 * x) + y);
const model = process(targets);
/** Right of the middle nothing works. */
const works = process(Float64Array.from(points, ([x = 0]) => (x > 0.5 ? -1 : 1)));

function noisy(noise: number, feasible?: GaussianProcess) {
  const draws = new PosteriorDraws(process(targets, noise), targets, [], 8, () => stream.normal());
  const bests = draws.values.map((values) => Math.min(...values));
  return logNoisyExpectedImprovement(draws, bests, feasible);
}

test.each([
  ['everything works', logExpectedImprovement(model, -0.5, undefined)],
  ['some of it does', logExpectedImprovement(model, -0.5, works)],
  ['measurements are noisy', noisy(0.1)],
  ['measurements are noisy and some of it works', noisy(0.1, works)],
])('the gradient is that of central differences where %s', (_, { value, valueWithGradient }) => {
  for (let k = 0; k < 20; k++) {
    const point = draw();
    const gradient = new Float64Array(2);
    expect(valueWithGradient(point, gradient)).toBeCloseTo(value(point), 10);
    for (let j = 0; j < 2; j++) {
      const at = (h: number) => value(point.map((x, i) => (i === j ? x + h : x)));
      const numeric = (at(1e-5) - at(-1e-5)) / 2e-5;
      expect(Math.abs(numeric - gradient[j]!)).toBeLessThan(1e-3 * Math.max(1, Math.abs(numeric)));
    }
  }
});

test('where measurements have no noise the draws expect what is expected over the lowest', () => {
  const one = noisy(1e-9);
  const other = logExpectedImprovement(process(targets, 1e-9), Math.min(...targets), undefined);
  for (let k = 0; k < 20; k++) {
    const point = draw();
    // In the tails the logarithm shows the last digits.
    const expected = other.value(point);
    expect(Math.abs(one.value(point) - expected)).toBeLessThan(0.02 * Math.max(1, Math.abs(expected)));
  }
});

test('with noise nothing is gained by what was tried, however lucky it was', () => {
  const lowest = points[targets.indexOf(Math.min(...targets))]!;
  const mean = Math.min(...points.map((point) => process(targets, 0.1).mean(point)));
  const again = logExpectedImprovement(process(targets, 0.1), mean, undefined).value(lowest);
  expect(again).toBeGreaterThan(Math.log(0.01));
  expect(noisy(0.1).value(lowest)).toBeLessThan(Math.log(0.01));
});

test('what will hardly work counts less than its improvement times its chance', () => {
  const plain = logExpectedImprovement(model, -0.5, undefined);
  const careful = logExpectedImprovement(model, -0.5, works);
  const loss = (x: number) => plain.value(Float64Array.of(x, 0.5)) - careful.value(Float64Array.of(x, 0.5));
  expect(loss(0.2)).toBeLessThan(0.1);
  // Less than one in a hundred would work: more than twice the logarithm of that.
  expect(loss(0.8)).toBeGreaterThan(2 * Math.log(100));
});
