/** CONTRACT — implemented by the space/math author. Counter-based random streams (Philox 4x32-10). */
export interface RandomStream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in [0, n), unbiased, n >= 1. */
  integer(n: number): number;
  /** Standard normal. */
  normal(): number;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
}
/** The stream named by (seed, purpose, index): the same name gives the same numbers everywhere, always. */
export declare function randomStream(seed: number, purpose: string, index?: number): RandomStream;
