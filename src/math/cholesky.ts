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
    const factor = matrix.slice(0, packedLength(size));
    if (factorise(factor, 0, size, added)) return { size, factor, jitter: added };
  }
  return undefined;
}

/** Turns rows of A from one on into those of L, in place, where all before them are; false where A is not positive definite. */
function factorise(factor: Float64Array, from: number, size: number, jitter: number): boolean {
  for (let i = from, row = packedLength(from); i < size; row += ++i) {
    for (let j = 0, other = 0; j < i; other += ++j) {
      factor[row + j] = (factor[row + j]! - dotRange(factor, row, factor, other, j)) / factor[other + j]!;
    }
    const diagonal = factor[row + i]! + jitter - dotRange(factor, row, factor, row, i);
    if (!(diagonal > 0)) return false;
    factor[row + i] = Math.sqrt(diagonal);
  }
  return true;
}

/**
 * Σ a[i + k] b[j + k], k < length, in four sums side by side: one alone would wait for each addition. (Declared by an array
 * pattern they would be boxed.)
 */
function dotRange(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
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
 * The factor of A with more rows and columns, in O(n²) for each: the same as that of the whole.
 * @param rows the new rows of A up to their diagonal, packed as they follow those of the old A
 * @param size number of rows then
 * @returns undefined when the grown matrix is not positive definite with the jitter that the old one has.
 */
export function choleskyAppend(old: Cholesky, rows: Float64Array, size: number): Cholesky | undefined {
  const { jitter } = old;
  const factor = new Float64Array(packedLength(size));
  factor.set(old.factor);
  factor.set(rows, old.factor.length);
  return factorise(factor, old.size, size, jitter) ? { size, factor, jitter } : undefined;
}

/** Solves L x = b; b (length size) becomes x. */
export function solveLowerInPlace({ size, factor }: Cholesky, vector: Float64Array): void {
  for (let i = 0, row = 0; i < size; row += ++i) {
    vector[i] = (vector[i]! - dotRange(factor, row, vector, 0, i)) / factor[row + i]!;
  }
}

/** Solves Lᵀ x = b; b (length size) becomes x. */
export function solveUpperInPlace({ size, factor }: Cholesky, vector: Float64Array): void {
  const value = (k: number) => vector[k]! / factor[packedLength(k) + k]!;
  let i = size - 1;
  for (; i >= 3; i -= 4) {
    for (let r = i; r > i - 4; r--) {
      vector[r] = value(r);
      addRow(vector, 0, i - 3, r, factor, r, -vector[r]!);
    }
    addRows(vector, 0, i - 3, factor, [i, i - 1, i - 2, i - 3], (r) => -vector[r]!);
  }
  for (; i >= 0; i--) {
    vector[i] = value(i);
    addRow(vector, 0, 0, i, factor, i, -vector[i]!);
  }
}

/** L x. */
export function multiplyLower({ size, factor }: Cholesky, vector: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => dotRange(factor, packedLength(i), vector, 0, i + 1));
}

/** Lᵀ x. */
export function multiplyUpper({ size, factor }: Cholesky, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) addRow(product, 0, 0, i + 1, factor, i, vector[i]!);
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
    const scale = (k: number) => -factor[row + k]!;
    let k = 0;
    for (; k + 4 <= i; k += 4) {
      addRows(lower, row, k + 1, lower, [k, k + 1, k + 2, k + 3], scale);
      for (let r = k + 1; r < k + 4; r++) addRow(lower, row, k + 1, r + 1, lower, r, scale(r));
    }
    for (; k < i; k++) addRow(lower, row, 0, k + 1, lower, k, scale(k));
    const pivot = 1 / factor[row + i]!;
    for (let j = 0; j < i; j++) lower[row + j]! *= pivot;
    lower[row + i] = pivot;
  }
  // A⁻¹ = L⁻ᵀ L⁻¹: its row i gathers the rows k >= i of L⁻¹, each times its entry in column i.
  const result = new Float64Array(packedLength(size));
  for (let i = 0, row = 0; i < size; row += ++i) {
    const scale = (k: number) => lower[packedLength(k) + i]!;
    let k = i;
    for (; k + 4 <= size; k += 4) addRows(result, row, i + 1, lower, [k, k + 1, k + 2, k + 3], scale);
    for (; k < size; k++) addRow(result, row, 0, i + 1, lower, k, scale(k));
  }
  return result;
}

/** target[at + j] += scale · row k of the packed triangle, from <= j < to. */
function addRow(
  target: Float64Array,
  at: number,
  from: number,
  to: number,
  triangle: Float64Array,
  k: number,
  scale: number,
): void {
  const row = packedLength(k);
  for (let j = from; j < to; j++) target[at + j]! += scale * triangle[row + j]!;
}

/**
 * target[at + j] += Σ scale(r) · row r of the packed triangle over four rows, one after the other, j < length: together, since
 * each alone spends its time on reading and writing the target.
 */
function addRows(
  target: Float64Array,
  at: number,
  length: number,
  triangle: Float64Array,
  [k0, k1, k2, k3]: readonly [number, number, number, number],
  scale: (row: number) => number,
): void {
  const r0 = packedLength(k0);
  const r1 = packedLength(k1);
  const r2 = packedLength(k2);
  const r3 = packedLength(k3);
  const s0 = scale(k0);
  const s1 = scale(k1);
  const s2 = scale(k2);
  const s3 = scale(k3);
  for (let j = 0; j < length; j++)
    target[at + j] =
      target[at + j]! +
      s0 * triangle[r0 + j]! +
      s1 * triangle[r1 + j]! +
      s2 * triangle[r2 + j]! +
      s3 * triangle[r3 + j]!;
}
