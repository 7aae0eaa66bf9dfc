/** Minimisation of smooth functions inside a box by projected limited-memory BFGS. */
export interface LbfgsbOptions {
    readonly lower: Float64Array | readonly number[];
    readonly upper: Float64Array | readonly number[];
    /** Most iterations (default 60). */
    readonly iterations?: number;
    /** Stop when the largest component of the projected gradient is below this (default 1e-6). */
    readonly gradientTolerance?: number;
    /** Stop when an iteration improves by less than this, relative to |f| (default 1e-9). */
    readonly valueTolerance?: number;
    /** Pairs remembered (default 8). */
    readonly memory?: number;
}
export interface Minimum {
    readonly point: Float64Array;
    readonly value: number;
    readonly iterations: number;
}
/**
 * Minimises `f` from `start` inside the box. `f` gets the point and fills the gradient; it may return a non-finite
 * value where it is undefined (the line search backs off).
 *
 * The direction is L-BFGS (two-loop recursion, Nocedal & Wright, Numerical Optimization, algorithm 7.4) on the
 * variables that are free (not at a bound with the gradient pushing outwards); the line search backtracks along the
 * projected path until the Armijo condition holds (Bertsekas 1982).
 */
export declare function minimizeInBox(f: (point: Float64Array, gradient: Float64Array) => number, start: Float64Array, options: LbfgsbOptions): Minimum;
