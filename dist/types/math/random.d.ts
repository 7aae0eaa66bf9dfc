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
export declare function randomStream(seed: number, purpose: string, index?: number): RandomStream;
/** One block of Philox 4x32-10: four 32-bit words of `counter` under the key, written to `out`. */
export declare function philox(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void;
