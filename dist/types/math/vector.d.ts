/** Σ a[i] b[i]; `b` is at least as long as `a`. */
export declare function dot(a: Float64Array, b: Float64Array): number;
