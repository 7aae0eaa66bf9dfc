/** The four words of a generator. */
export type RandomState = readonly [number, number, number, number];
/** Draws from [0, 1), and can be put back to where it stood. */
export interface SeededRandom {
    (): number;
    state(): RandomState;
    restore(state: RandomState): void;
}
/**
 * A small fast generator (sfc32, Chris Doty-Humphrey's PractRand, 2010) in [0, 1), seeded from any text or number
 * through a 32-bit mixing hash, so that neighbouring seeds give unrelated streams.
 */
export declare function seededRandom(seed: string | number): SeededRandom;
/** Counts the seeded scopes of this process: who keeps random state beyond one can see that a new one began. */
export declare function seededScope(): number;
/** Where the random numbers of the running seeded scope stand; undefined outside of one. */
export declare function randomState(): RandomState | undefined;
/** The running seeded scope goes on from there. */
export declare function restoreRandomState(state: RandomState): void;
/**
 * Runs `body` with a seeded `Math.random`, which is where TensorFlow.js takes the seeds of initialisers, dropout,
 * shuffles and random ops that are not given one.
 */
export declare function withSeed<T>(seed: string | number, body: () => Promise<T> | T): Promise<T>;
