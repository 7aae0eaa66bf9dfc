/**
 * Counter-based random streams: the numbers of a stream are a pure function of its name, so that a study which was
 * killed and resumed draws what an uninterrupted one would have drawn.
 *
 * The generator is Philox 4x32-10 (Salmon et al. 2011, «Parallel random numbers: as easy as 1, 2, 3»).
 */
export interface RandomStream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in [0, n), unbiased, 1 <= n <= 2^53. */
  integer(n: number): number;
  /** Standard normal. */
  normal(): number;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * The stream named by (seed, purpose, index): the same name gives the same numbers everywhere, always.
 *
 * @param seed any safe integer, 0 and negative ones included
 * @param index a non-negative safe integer
 */
export function randomStream(seed: number, purpose: string, index = 0): RandomStream {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, not ${seed}`);
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`an index counts from 0, not ${index}`);
  const [low, high] = halves(seed);
  const [a, b] = hash(purpose);
  const [indexLow, indexHigh] = halves(index);
  // Key: the seed. Counter: block number, index and purpose; index's few high bits join the purpose's hash.
  return new PhiloxStream(Uint32Array.of(0, indexLow, a, (b ^ indexHigh) >>> 0), low, high);
}

/** Low and high 32 bits of a safe integer in two's complement. */
function halves(n: number): [number, number] {
  return [n >>> 0, Math.floor(n / 2 ** 32) >>> 0];
}

/** 64 bits of FNV-1a over the UTF-16 code units, in two independent halves. */
function hash(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [a >>> 0, b >>> 0];
}

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/** One block of Philox 4x32-10: four 32-bit words of `counter` under the key, written to `out`. */
export function philox(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  let [x0, x1, x2, x3] = [counter[0]!, counter[1]!, counter[2]!, counter[3]!];
  let k0 = key0 >>> 0;
  let k1 = key1 >>> 0;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, x0);
    const low0 = Math.imul(MULTIPLIER_0, x0) >>> 0;
    const high1 = multiplyHigh(MULTIPLIER_1, x2);
    const low1 = Math.imul(MULTIPLIER_1, x2) >>> 0;
    x0 = (high1 ^ x1 ^ k0) >>> 0;
    x1 = low1;
    x2 = (high0 ^ x3 ^ k1) >>> 0;
    x3 = low0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** High 32 bits of the product of two 32-bit integers. */
function multiplyHigh(a: number, b: number): number {
  const [a0, a1] = [a & 0xffff, a >>> 16];
  const [b0, b1] = [b & 0xffff, b >>> 16];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = (middle & 0xffff) + a0 * b1;
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

class PhiloxStream implements RandomStream {
  readonly #counter: Uint32Array;
  readonly #key0: number;
  readonly #key1: number;
  readonly #block = new Uint32Array(4);
  #used = 4;
  #spare: number | undefined;

  constructor(counter: Uint32Array, key0: number, key1: number) {
    this.#counter = counter;
    this.#key0 = key0;
    this.#key1 = key1;
  }

  #word(): number {
    if (this.#used === 4) {
      philox(this.#counter, this.#key0, this.#key1, this.#block);
      this.#counter[0]!++;
      this.#used = 0;
    }
    return this.#block[this.#used++]!;
  }

  uniform(): number {
    return (this.#word() * 2 ** 21 + (this.#word() >>> 11)) / 2 ** 53;
  }

  integer(n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`integer(n) needs a whole n >= 1, not ${n}`);
    // Rejection: draws beyond the largest multiple of n would favour small results.
    const range = 2 ** 53;
    const limit = range - (range % n);
    for (;;) {
      const draw = this.#word() * 2 ** 21 + (this.#word() >>> 11);
      if (draw < limit) return draw % n;
    }
  }

  normal(): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    // Marsaglia's polar method: no trigonometric functions, whose last digit differs between engines.
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spare = v * scale;
      return u * scale;
    }
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    return shuffled;
  }
}
