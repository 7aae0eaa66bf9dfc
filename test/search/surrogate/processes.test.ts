import { expect, test } from 'vitest';
import { GaussianProcess } from '../../../src/math/gaussian-process.ts';
import { Observations } from '../../../src/math/geometry.ts';
import { fitHyperparameters, negativeLogPosterior } from '../../../src/math/hyperparameter-fit.ts';
import { startAt, toTheta } from '../../../src/math/kernel.ts';
import { randomStream } from '../../../src/math/random.ts';
import { fitAnew, withPending } from '../../../src/search/surrogate/processes.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../../src/space/space.ts';

const float = { type: 'float', min: 0, max: 1 } as const;
const space = createSpace({ x: float, y: float });
const geometry = spaceGeometry(space);
const stream = randomStream(1, 'processes');
const draw = () => Float64Array.of(stream.uniform(), stream.uniform());
const points = Array.from({ length: 20 }, draw);
const targets = Float64Array.from(points, ([x = 0, y = 0]) => Math.sin(6 * x) + y - 0.6);
const observations = new Observations(geometry, points);

test('pending trials are believed: nothing is expected to change, and there is nothing left to learn where they are', () => {
  const observed = new GaussianProcess(observations, targets, fitAnew(observations, targets));
  expect(withPending(observed, targets, [])).toBe(observed);
  const pending = [draw(), draw(), draw()];
  const model = withPending(observed, targets, pending);
  for (const point of Array.from({ length: 10 }, draw)) {
    const [before, after] = [observed.predict(point), model.predict(point)];
    expect(after.mean).toBeCloseTo(before.mean, 6);
    expect(after.variance).toBeLessThanOrEqual(before.variance + 1e-9);
  }
  const noise = Math.exp(observed.hyperparameters.logNoise);
  for (const point of pending) {
    expect(model.predict(point).variance).toBeLessThanOrEqual(noise + 1e-9);
    expect(model.predict(point).variance).toBeLessThan(0.2 * observed.predict(point).variance);
  }
});

test('pending trials count as observations do', () => {
  const hyperparameters = fitAnew(observations, targets);
  const observed = new GaussianProcess(observations, targets, hyperparameters);
  const pending = [draw(), points[3]!.slice(), draw()];
  const model = withPending(observed, targets, pending);
  const all = new Observations(geometry, [...points, ...pending]);
  const believed = Float64Array.of(...targets, ...pending.map((point) => observed.mean(point)));
  const anew = new GaussianProcess(all, believed, hyperparameters);
  expect(model.observations.points).toEqual(all.points);
  for (const point of [...Array.from({ length: 10 }, draw), ...pending]) {
    const [a, b] = [model.predictWithGradient(point), anew.predictWithGradient(point)];
    expect(a.mean).toBeCloseTo(b.mean, 8);
    expect(a.variance).toBeCloseTo(b.variance, 8);
    for (const j of [0, 1]) {
      expect(a.meanSlope[j]).toBeCloseTo(b.meanSlope[j]!, 6);
      expect(a.varianceSlope[j]).toBeCloseTo(b.varianceSlope[j]!, 6);
    }
  }
});

test('few observations are fitted from a long and a short length scale, and the better fit is taken', () => {
  const wiggly = Float64Array.from(points, ([x = 0]) => Math.sin(60 * x));
  for (const these of [targets, wiggly]) {
    const worth = (fit: ReturnType<typeof fitAnew>) =>
      negativeLogPosterior(
        observations,
        these,
        toTheta(fit, geometry, ({ mode }) => Math.log(mode)),
      );
    const alone = [0, -1.5].map((start) =>
      worth(fitHyperparameters(observations, these, [startAt(geometry, start, 1e-3)], 30)),
    );
    expect(worth(fitAnew(observations, these))).toBeCloseTo(Math.min(...alone), 9);
  }
});
