import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimizeInBox } from '../../src/math/lbfgsb.ts';

function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  gradient.fill(0);
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const a = x[i + 1]! - x[i]! ** 2;
    const b = 1 - x[i]!;
    sum += 100 * a * a + b * b;
    gradient[i]! += -400 * x[i]! * a - 2 * b;
    gradient[i + 1]! += 200 * a;
  }
  return sum;
}

test.each([2, 5, 10])('Rosenbrock in %d dimensions', (n) => {
  const result = minimizeInBox(rosenbrock, new Float64Array(n).fill(-1.2), {
    lower: Array(n).fill(-5),
    upper: Array(n).fill(5),
    iterations: 1000,
    valueTolerance: 0,
    gradientTolerance: 1e-8,
  });
  // From −1.2 in every coordinate a second local minimum near (−1, 1, … 1) exists for n >= 4 (value about 4).
  expect(result.value).toBeLessThan(n < 4 ? 1e-12 : 4.5);
  const gradient = new Float64Array(n);
  rosenbrock(result.point, gradient);
  for (const g of gradient) expect(Math.abs(g)).toBeLessThan(1e-4);
});

test('Rosenbrock with its optimum cut off ends on the bound', () => {
  const result = minimizeInBox(rosenbrock, Float64Array.of(-1, 0.2), {
    lower: [-2, -2],
    upper: [0.5, 2],
    iterations: 500,
    valueTolerance: 0,
  });
  expect(result.point[0]).toBe(0.5);
  expect(result.point[1]).toBeCloseTo(0.25, 5);
});

test('a convex quadratic in a box satisfies the optimality conditions', () => {
  const vector = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(vector, vector, (target, weights) => {
      const curvature = weights.map((w) => 0.1 + w * w);
      const { point } = minimizeInBox(
        (x, gradient) => {
          let sum = 0;
          for (let i = 0; i < 4; i++) {
            gradient[i] = curvature[i]! * (x[i]! - target[i]!);
            sum += 0.5 * curvature[i]! * (x[i]! - target[i]!) ** 2;
          }
          return sum;
        },
        new Float64Array(4),
        { lower: Array(4).fill(-1), upper: Array(4).fill(1), iterations: 200, valueTolerance: 0 },
      );
      for (const [i, x] of point.entries()) expect(x).toBeCloseTo(Math.min(1, Math.max(-1, target[i]!)), 4);
    }),
  );
});

test('backs off from where the function is not defined, and gives up politely', () => {
  const log = minimizeInBox(
    (x, gradient) => {
      gradient[0] = 1 - 1 / x[0]!;
      return x[0]! - Math.log(x[0]!);
    },
    Float64Array.of(8),
    { lower: [-10], upper: [10], iterations: 100, valueTolerance: 0 },
  );
  expect(log.point[0]).toBeCloseTo(1, 4);
  const nowhere = minimizeInBox(() => Number.NaN, Float64Array.of(0), { lower: [-1], upper: [1] });
  expect(nowhere.point).toEqual(Float64Array.of(0));
});
