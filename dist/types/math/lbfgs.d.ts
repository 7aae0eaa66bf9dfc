/** Fills the gradient at a point and returns the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;
/**
 * Minimises a smooth convex function without bounds, a few iterations at a time: L-BFGS (Nocedal & Wright, Numerical
 * Optimization, algorithm 7.4) with a line search that backtracks to the Armijo condition. Made for many dimensions: nothing
 * is copied that need not be.
 */
export declare class Lbfgs {
    #private;
    /**
     * @param tolerance relative improvement of an iteration that ends the search
     * @param memory pairs remembered
     */
    constructor(f: Objective, start: Float64Array, { tolerance, memory }?: {
        memory?: number | undefined;
        tolerance?: number | undefined;
    });
    /** The best point so far. */
    get point(): Float64Array;
    get value(): number;
    /** Goes on until so many iterations are done altogether, or nothing improves. */
    runTo(iterations: number): void;
}
