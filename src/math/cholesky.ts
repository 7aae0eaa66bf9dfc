/**
 * Cholesky factors of symmetric positive definite matrices, kept as packed lower triangles that can grow by a row.
 *
 * Entry (i, j), j <= i, of a packed triangle stands at i (i + 1) / 2 + j.
 */
export interface Cholesky {
  readonly size: number;
  /** Packed lower triangle L with L Lᵀ = A (+ jitter on the diagonal). */
  readonly factor: Float64Array;
  /** What had to be added to the diagonal to make A positive definite. */
  readonly jitter: number;
}

export function packedLength(size: number): number {
  return (size * (size + 1)) / 2;
}

/**
 * Factorises the packed lower triangle of A. Adds `jitter` to the diagonal, ten times more on each failure.
 * @returns undefined when even `maxJitter` does not make A positive definite (or A has a NaN).
 */
export function cholesky(
  matrix: Float64Array,
  size: number,
  jitter = 0,
  maxJitter = 1e-3,
): Cholesky | undefined {
  for (let added = jitter; added <= maxJitter * 1.0000001; added = added === 0 ? 1e-10 : added * 10) {
    const factor = factorise(matrix, size, added);
    if (factor) return { size, factor, jitter: added };
  }
  return undefined;
}

function factorise(matrix: Float64Array, size: number, jitter: number): Float64Array | undefined {
  const factor = matrix.slice(0, packedLength(size));
  for (let i = 0, row = 0; i < size; row += ++i) {
    for (let j = 0, other = 0; j < i; other += ++j) {
      factor[row + j] = (factor[row + j]! - dotRange(factor, row, factor, other, j)) / factor[other + j]!;
    }
    const diagonal = factor[row + i]! + jitter - dotRange(factor, row, factor, row, i);
    if (!(diagonal > 0)) return undefined;
    factor[row + i] = Math.sqrt(diagonal);
  }
  return factor;
}

/** Σ a[i + k] b[j + k], k < length, in four sums side by side: one alone would wait for each addition. */
function dotRange(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  let k = 0;
  for (; k < whole; k += 4) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
    s2 += a[i + k + 2]! * b[j + k + 2]!;
    s3 += a[i + k + 3]! * b[j + k + 3]!;
  }
  for (; k < length; k++) s0 += a[i + k]! * b[j + k]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * The factor of A with one more row and column, in O(n²).
 * @param row the new row of A: its entries against the earlier ones, then the diagonal (length size + 1).
 * @returns undefined when the grown matrix is not positive definite.
 */
export function choleskyAppend(old: Cholesky, row: Float64Array): Cholesky | undefined {
  const size = old.size + 1;
  const factor = new Float64Array(packedLength(size));
  factor.set(old.factor);
  const start = packedLength(old.size);
  factor.set(row.subarray(0, size), start);
  solveLowerInPlace(old, factor.subarray(start, start + old.size));
  let diagonal = row[old.size]! + old.jitter;
  for (let k = 0; k < old.size; k++) diagonal -= factor[start + k]! * factor[start + k]!;
  if (!(diagonal > 0)) return undefined;
  factor[start + old.size] = Math.sqrt(diagonal);
  return { size, factor, jitter: old.jitter };
}

/** Solves L x = b; b (length size) becomes x. */
export function solveLowerInPlace({ size, factor }: Cholesky, vector: Float64Array): void {
  for (let i = 0, row = 0; i < size; row += ++i) {
    vector[i] = (vector[i]! - dotRange(factor, row, vector, 0, i)) / factor[row + i]!;
  }
}

/** Solves Lᵀ x = b; b (length size) becomes x. */
export function solveUpperInPlace({ size, factor }: Cholesky, vector: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = packedLength(i);
    const value = vector[i]! / factor[row + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k]! -= factor[row + k]! * value;
  }
}

/** L x. */
export function multiplyLower({ size, factor }: Cholesky, vector: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => dotRange(factor, packedLength(i), vector, 0, i + 1));
}

/** Lᵀ x. */
export function multiplyUpper({ size, factor }: Cholesky, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let i = 0, row = 0; i < size; row += ++i)
    for (let k = 0; k <= i; k++) product[k]! += factor[row + k]! * vector[i]!;
  return product;
}

/** A⁻¹ b. */
export function solve(cholesky: Cholesky, vector: Float64Array): Float64Array {
  const solution = vector.slice();
  solveLowerInPlace(cholesky, solution);
  solveUpperInPlace(cholesky, solution);
  return solution;
}

/** ln det A. */
export function logDeterminant({ size, factor }: Cholesky): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.log(factor[packedLength(i) + i]!);
  return 2 * sum;
}

/** Packed lower triangle of A⁻¹, in n³/3 + n³/3 multiplications. */
export function inverse({ size, factor }: Cholesky): Float64Array {
  // L⁻¹ row by row: row i of the inverse is (eᵢ − Σ_{k<i} L_ik · row k) / L_ii.
  const lower = new Float64Array(packedLength(size));
  for (let i = 0, row = 0; i < size; row += ++i) {
    for (let k = 0, other = 0; k < i; other += ++k) {
      const scale = factor[row + k]!;
      for (let j = 0; j <= k; j++) lower[row + j]! -= scale * lower[other + j]!;
    }
    const pivot = 1 / factor[row + i]!;
    for (let j = 0; j < i; j++) lower[row + j]! *= pivot;
    lower[row + i] = pivot;
  }
  // A⁻¹ = L⁻ᵀ L⁻¹, gathered from the rows of L⁻¹.
  const result = new Float64Array(packedLength(size));
  for (let k = 0, row = 0; k < size; row += ++k) {
    for (let i = 0, target = 0; i <= k; target += ++i) {
      const scale = lower[row + i]!;
      for (let j = 0; j <= i; j++) result[target + j]! += scale * lower[row + j]!;
    }
  }
  return result;
}
