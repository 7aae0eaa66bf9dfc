import { erfcx } from './erfcx.ts';

/** ln √(2π) */
const LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);

/** Density of the standard normal. */
export function normalPdf(z: number): number {
  return Math.exp(logNormalPdf(z));
}

/** Logarithm of the density of the standard normal. */
export function logNormalPdf(z: number): number {
  return -(z * z) / 2 - LOG_SQRT_2PI;
}

/** P(Z <= z), accurate in the lower tail. */
export function normalCdf(z: number): number {
  const tail = 0.5 * Math.exp(-(z * z) / 2) * erfcx(Math.abs(z) / Math.SQRT2);
  return z < 0 ? tail : 1 - tail;
}

/** P(a < Z <= b) without the cancellation of two values near 1. */
export function normalInterval(a: number, b: number): number {
  return a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
}

/** ln P(Z <= z), without underflow. */
export function logNormalCdf(z: number): number {
  return z < -1
    ? -(z * z) / 2 + Math.log(0.5 * erfcx(-z / Math.SQRT2))
    : Math.log1p(-0.5 * Math.exp(-(z * z) / 2) * erfcx(z / Math.SQRT2));
}

/** d ln P(Z <= z) / dz = φ(z) / Φ(z), without underflow. */
export function logNormalCdfSlope(z: number): number {
  return Math.exp(logNormalPdf(z) - logNormalCdf(z));
}
