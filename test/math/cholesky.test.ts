import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Cholesky,
  cholesky,
  choleskyAppend,
  inverse,
  logDeterminant,
  multiplyLower,
  multiplyUpper,
  packedLength,
  solve,
} from '../../src/math/cholesky.ts';

/** B Bᵀ + I for a random B: positive definite and well conditioned. */
const positiveDefinite = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((b) => {
      const matrix = new Float64Array(packedLength(size));
      for (let i = 0, at = 0; i < size; i++)
        for (let j = 0; j <= i; j++, at++) {
          let sum = i === j ? 1 : 0;
          for (let k = 0; k < size; k++) sum += b[i * size + k]! * b[j * size + k]!;
          matrix[at] = sum;
        }
      return { matrix, size };
    }),
);

const entry = (packed: Float64Array, i: number, j: number) =>
  packed[packedLength(Math.max(i, j)) + Math.min(i, j)]!;

function times(matrix: Float64Array, vector: Float64Array): number[] {
  return Array.from(vector, (_, i) => vector.reduce((sum, x, j) => sum + entry(matrix, i, j) * x, 0));
}

test('L Lᵀ is A; solve and inverse undo A', () => {
  fc.assert(
    fc.property(positiveDefinite, ({ matrix, size }) => {
      const factor = cholesky(matrix, size) as Cholesky;
      expect(factor.jitter).toBe(0);
      const b = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1));
      for (const [i, x] of times(matrix, solve(factor, b)).entries()) expect(x).toBeCloseTo(b[i]!, 8);
      const back = multiplyLower(factor, multiplyUpper(factor, b));
      for (const [i, x] of times(matrix, b).entries()) expect(back[i]).toBeCloseTo(x, 8);
      const inverted = inverse(factor);
      for (let j = 0; j < size; j++) {
        const column = Float64Array.from({ length: size }, (_, i) => entry(inverted, i, j));
        for (const [i, x] of times(matrix, column).entries()) expect(x).toBeCloseTo(i === j ? 1 : 0, 8);
      }
    }),
  );
});

test('appending rows, some at a time, equals factorising at once', () => {
  fc.assert(
    fc.property(positiveDefinite, fc.integer({ min: 1, max: 3 }), ({ matrix, size }, step) => {
      let grown = cholesky(matrix, 1, 1e-8) as Cholesky;
      while (grown.size < size) {
        const next = Math.min(size, grown.size + step);
        const rows = matrix.subarray(packedLength(grown.size), packedLength(next));
        grown = choleskyAppend(grown, rows, next) as Cholesky;
      }
      expect(grown).toEqual(cholesky(matrix, size, 1e-8));
    }),
  );
});

test('the determinant of a known matrix', () => {
  // [[4, 2], [2, 3]]: determinant 8
  expect(logDeterminant(cholesky(Float64Array.of(4, 2, 3), 2) as Cholesky)).toBeCloseTo(Math.log(8), 14);
});

test('a singular matrix gets jitter, an indefinite one and a NaN are refused', () => {
  const singular = cholesky(Float64Array.of(1, 1, 1), 2, 1e-8);
  expect(singular?.jitter).toBe(1e-8);
  expect(cholesky(Float64Array.of(1, 2, 1), 2)).toBeUndefined();
  expect(cholesky(Float64Array.of(Number.NaN), 1)).toBeUndefined();
  expect(
    choleskyAppend(cholesky(Float64Array.of(1), 1) as Cholesky, Float64Array.of(2, 1), 2),
  ).toBeUndefined();
});
