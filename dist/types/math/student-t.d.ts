/** Student's t distribution, by the regularised incomplete beta function. */
/** ln Γ(x) for x > 0 (Lanczos approximation, g = 7, n = 9), to about 15 digits. */
export declare function logGamma(x: number): number;
/** Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz; DLMF 8.17.22). */
export declare function incompleteBeta(x: number, a: number, b: number): number;
/** P(T <= t) with `df` > 0 degrees of freedom. */
export declare function studentTCdf(t: number, df: number): number;
/** P(T > t): to about 12 digits, in the upper tail and around the middle. */
export declare function studentTTail(t: number, df: number): number;
/** The t with P(T <= t) = p, 0 < p < 1. */
export declare function studentTQuantile(p: number, df: number): number;
