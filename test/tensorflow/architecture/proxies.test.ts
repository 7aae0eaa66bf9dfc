import { expect, test } from 'vitest';
import { buildArchitecture } from '../../../src/tensorflow/architecture/build.ts';
import { symmetricEigenvalues } from '../../../src/tensorflow/architecture/proxies/eigenvalues.ts';
import { correlations, jacobCov } from '../../../src/tensorflow/architecture/proxies/jacob-cov.ts';
import { synflow } from '../../../src/tensorflow/architecture/proxies/synflow.ts';
import { boundTf } from './tensorflow.ts';

const tf = await boundTf();
const classes = { units: 2, activation: 'softmax' } as const;

test('synflow of a small network, by hand', () => {
  const model = buildArchitecture([{ type: 'dense', units: 2 }], [2], classes);
  const kernels = [
    tf.tensor2d([
      [1, -2],
      [3, 0.5],
    ]),
    tf.tensor1d([0, 0]),
    tf.tensor2d([
      [-1, 1],
      [2, 4],
    ]),
    tf.tensor1d([0, 0]),
  ];
  model.setWeights(kernels);
  // |W₁| sends ones to (4, 2.5), |W₂| those to 4 · 2 + 2.5 · 6 = 23. Each layer's weights times gradients are all that flows; the
  // biases are zero.
  expect(synflow(model)).toBeCloseTo(Math.log(2 * 23), 5);
  expect(model.getWeights().map((weight) => [...weight.dataSync()])).toEqual(
    kernels.map((weight) => [...weight.dataSync()]),
  );
});

test('synflow says that nothing flows through zeros, more through more, and leaves nothing behind', () => {
  const dead = buildArchitecture([{ type: 'dense', units: 2 }], [2], classes);
  dead.setWeights(dead.getWeights().map((weight) => tf.zerosLike(weight)));
  expect(synflow(dead)).toBe(Number.NEGATIVE_INFINITY);
  const of = (filters: number) =>
    buildArchitecture(
      {
        normalization: 'batch',
        blocks: [
          { type: 'residual', filters },
          { type: 'dense', units: 8 },
        ],
      },
      [6, 6, 1],
      classes,
    );
  const [small, large] = [of(2), of(16)];
  const { numTensors } = tf.memory();
  expect(synflow(large)).toBeGreaterThan(synflow(small));
  expect(tf.memory().numTensors).toBe(numTensors);
});

test('eigenvalues of symmetric matrices', () => {
  const sorted = (matrix: number[][]) => symmetricEigenvalues(matrix).sort((a, b) => a - b);
  expect(
    sorted([
      [2, 0],
      [0, -3],
    ]),
  ).toEqual([-3, 2]);
  const [a, b] = sorted([
    [2, 1],
    [1, 2],
  ]);
  expect(a).toBeCloseTo(1, 10);
  expect(b).toBeCloseTo(3, 10);
  // Of the path of four: 2 − 2 cos(kπ/5).
  const path = [
    [2, -1, 0, 0],
    [-1, 2, -1, 0],
    [0, -1, 2, -1],
    [0, 0, -1, 2],
  ];
  for (const [k, value] of sorted(path).entries())
    expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / 5), 10);
});

test('correlations of rows', () => {
  const matrix = correlations([
    [1, 2, 3],
    [2, 4, 6],
    [3, 2, 1],
    [5, 5, 5],
  ]);
  expect(matrix[0]![1]).toBeCloseTo(1, 12);
  expect(matrix[0]![2]).toBeCloseTo(-1, 12);
  expect(matrix[3]).toEqual([0, 0, 0, 1]);
});

test('jacob-cov is highest where inputs are told apart, and lowest where all are treated alike', () => {
  const x = tf.randomNormal([8, 5], 0, 1, 'float32', 7);
  // Without an activation the gradient is the same for every input: one eigenvalue of 8, the others 0.
  const linear = buildArchitecture([{ type: 'dense', units: 6, activation: 'linear' }], [5], classes);
  const alike = -(Math.log(8 + 1e-5) + 1 / (8 + 1e-5)) - 7 * (Math.log(1e-5) + 1e5);
  expect(jacobCov(linear, x) / alike).toBeCloseTo(1, 3);
  const rectified = buildArchitecture([{ type: 'dense', units: 64 }], [5], classes);
  const { numTensors } = tf.memory();
  const score = jacobCov(rectified, x);
  expect(tf.memory().numTensors).toBe(numTensors);
  expect(score).toBeGreaterThan(alike);
  // No correlation at all: −8 · (0 + 1).
  expect(score).toBeLessThan(-8);
});
