import { expect, test } from 'vitest';
import {
  logExpectedHypervolumeImprovement,
  type PredictionSlope,
  type Predictions,
} from '../../src/math/expected-hypervolume-improvement.ts';
import { hypervolume } from '../../src/math/hypervolume.ts';
import { logH } from '../../src/math/log-expected-improvement.ts';
import { openBoxes } from '../../src/math/open-boxes.ts';
import { randomStream } from '../../src/math/random.ts';

const pairs = [
  [1, 3],
  [2, 2],
  [3, 1],
];
const triples = [
  [1, 2, 3],
  [3, 1, 2],
  [2, 3, 1],
  [2, 2, 2],
  [1, 3, 2],
];
const end = (objectives: number) => Array.from({ length: objectives }, () => 4);

test('without a front the expected improvement is the product of all', () => {
  const open = openBoxes([], [1, 2, 3]);
  const value = logExpectedHypervolumeImprovement(open, { means: [0.5, 1.5, 4], deviations: [0.3, 2, 1] });
  const expected = logH(0.5 / 0.3) + Math.log(0.3) + logH(0.25) + Math.log(2) + logH(-1);
  expect(value).toBeCloseTo(expected, 12);
});

test.each([
  [pairs, [1.5, 1.5]],
  [pairs, [0, 0]],
  [pairs, [2.5, 3.5]],
  [pairs, [0.5, 3.5]],
  [triples, [1.5, 1.5, 1.5]],
  [triples, [0, 0, 0]],
  [triples, [0.5, 3.5, 3.5]],
  [triples, [2.5, 2.5, 2.5]],
])('a prediction that is certain improves %j by the volume that %j adds', (front, point) => {
  const reference = end(point.length);
  const added = hypervolume([...front, point], reference) - hypervolume(front, reference);
  const deviations = point.map(() => 1e-9);
  const value = logExpectedHypervolumeImprovement(openBoxes(front, reference), { means: point, deviations });
  expect(Math.exp(value)).toBeCloseTo(added, 6);
});

test.each([
  [pairs, [2.5, 2.5], [0.8, 0.5]],
  [pairs, [1, 1], [1, 2]],
  [pairs, [5, 5], [1, 1]],
  [pairs, [0.5, 3.2], [0.2, 0.6]],
  [triples, [2.5, 2.5, 2.5], [0.8, 0.5, 1]],
  [triples, [1, 1, 1], [1, 2, 0.5]],
  [triples, [0.5, 3.2, 2], [0.2, 0.6, 0.1]],
])(
  'the expected improvement of %j by means %j and deviations %j is the mean over samples',
  (front, means, deviations) => {
    const stream = randomStream(1, 'ehvi');
    const reference = end(means.length);
    const before = hypervolume(front, reference);
    const gains = Array.from({ length: 20_000 }, () => {
      const sample = means.map((mean, k) => mean + deviations[k]! * stream.normal());
      return hypervolume([...front, sample], reference) - before;
    });
    const mean = gains.reduce((a, b) => a + b) / gains.length;
    const error = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)) / gains.length;
    const value = Math.exp(
      logExpectedHypervolumeImprovement(openBoxes(front, reference), { means, deviations }),
    );
    expect(Math.abs(value - mean)).toBeLessThan(4 * error);
  },
);

test.each([
  [
    [2.5, 2.5],
    [0.8, 0.5],
  ],
  [
    [1, 1],
    [1, 2],
  ],
  [
    [60, 80],
    [1, 1.5],
  ],
  [
    [-40, 2],
    [0.7, 0.9],
  ],
  [
    [3, 50],
    [0.2, 0.5],
  ],
  [
    [2.5, 1, 2],
    [0.8, 0.5, 2],
  ],
  [
    [60, 80, 70],
    [1, 1.5, 1],
  ],
  [
    [-40, 2, 50],
    [0.7, 0.9, 0.3],
  ],
])(
  'the slope at means %j and deviations %j is that of the value, where the improvement itself is 0, too',
  (means, deviations) => {
    const n = means.length;
    const open = openBoxes(n === 2 ? [...pairs, [2, 2], [3.5, 3]] : triples, end(n));
    const at = (x: readonly number[], slope?: PredictionSlope) => {
      const predictions: Predictions = { means: x.slice(0, n), deviations: x.slice(n) };
      return logExpectedHypervolumeImprovement(open, predictions, slope);
    };
    const slope: PredictionSlope = { means: new Float64Array(n), deviations: new Float64Array(n) };
    const x = [...means, ...deviations];
    expect(Number.isFinite(at(x, slope))).toBe(true);
    for (const [k, value] of [...slope.means, ...slope.deviations].entries()) {
      const step = 1e-5;
      const moved = (by: number) => x.map((v, i) => v + (i === k ? by : 0));
      const numeric = (at(moved(step)) - at(moved(-step))) / (2 * step);
      expect(Math.abs(value - numeric)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
    }
  },
);
