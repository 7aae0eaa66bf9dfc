/** Student's t distribution, by the regularised incomplete beta function. */
/** ln Γ(x) for x > 0 (Lanczos approximation, g = 7, n = 9), to about 15 digits. */
export declare function logGamma(x: number): number;
/** P(T > t) with `df` > 0 degrees of freedom: to about 12 digits, in the upper tail and around the middle. */
export declare function studentTTail(t: number, df: number): number;
/** The t with P(T <= t) = p, 0 < p < 1. */
export declare function studentTQuantile(p: number, df: number): number;
