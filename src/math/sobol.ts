import type { RandomStream } from './random.ts';
import { directions } from './sobol-directions.ts';

/** Most dimensions of a Sobol sequence here. */
export const sobolDimensions = directions.length + 1;

const BITS = 32;

/**
 * A Sobol sequence with random access: `point(i)` is the i-th point in [0, 1)^d, in the Gray-code order in which the usual
 * generators give them.
 *
 * Scrambled by a random lower-triangular matrix for each dimension and a digital shift (Matoušek 1998): every point is
 * uniform, and the sequence keeps its even spread.
 */
export class Sobol {
  readonly #columns: readonly Uint32Array[];
  readonly #shifts: Uint32Array;

  /** @param scramble random numbers for the scrambling; without, the plain sequence, whose first point is 0 */
  constructor(dimensions: number, scramble?: RandomStream) {
    if (dimensions < 0 || dimensions > sobolDimensions)
      throw new RangeError(`a Sobol sequence has up to ${sobolDimensions} dimensions, not ${dimensions}`);
    this.#columns = Array.from({ length: dimensions }, (_, j) => {
      const plain = generatingColumns(j);
      return scramble ? scrambleColumns(plain, scramble) : plain;
    });
    this.#shifts = Uint32Array.from({ length: dimensions }, () =>
      scramble ? scramble.integer(2 ** BITS) : 0,
    );
  }

  point(index: number): Float64Array {
    return Float64Array.from(this.#columns, (columns, j) => {
      let bits = this.#shifts[j]!;
      let rest = index ^ (index >>> 1);
      for (let k = 0; rest !== 0; k++, rest >>>= 1) if (rest & 1) bits ^= columns[k]!;
      return (bits >>> 0) / 2 ** BITS;
    });
  }
}

/** Direction numbers v_1 … v_32 of dimension j (Joe & Kuo 2008, Eq. 2). */
function generatingColumns(j: number): Uint32Array {
  const columns = new Uint32Array(BITS);
  if (j === 0) {
    for (let k = 0; k < BITS; k++) columns[k] = 2 ** (BITS - 1 - k);
    return columns;
  }
  const [polynomial, initial] = directions[j - 1]!;
  const degree = initial.length;
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      columns[k] = initial[k]! * 2 ** (BITS - 1 - k);
      continue;
    }
    let bits = columns[k - degree]! ^ (columns[k - degree]! >>> degree);
    for (let i = 1; i < degree; i++) if ((polynomial >>> (degree - i)) & 1) bits ^= columns[k - i]!;
    columns[k] = bits;
  }
  return columns;
}

/** Multiplies by a random lower-triangular matrix with ones on the diagonal, the most significant bit first. */
function scrambleColumns(columns: Uint32Array, stream: RandomStream): Uint32Array {
  // rows[b]: which bits of the input decide bit b of the output (b = 0 the most significant).
  const rows = Array.from({ length: BITS }, (_, b) => {
    const above = b === 0 ? 0 : stream.integer(2 ** b) * 2 ** (BITS - b);
    return (above + 2 ** (BITS - 1 - b)) >>> 0;
  });
  return columns.map((column) => {
    let bits = 0;
    for (let b = 0; b < BITS; b++) if (parity(column & rows[b]!)) bits += 2 ** (BITS - 1 - b);
    return bits;
  });
}

function parity(word: number): number {
  let x = word ^ (word >>> 16);
  x ^= x >>> 8;
  x ^= x >>> 4;
  x ^= x >>> 2;
  x ^= x >>> 1;
  return x & 1;
}
