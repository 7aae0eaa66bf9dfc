import { erfcx } from './erfcx.ts';
import { logNormalPdf, normalCdf, normalPdf } from './normal.ts';

/**
 * log h(z) with h(z) = φ(z) + z Φ(z), the expected improvement of a standard normal over −z, without underflow in the
 * tail (Ament et al. 2023, «Unexpected improvements to expected improvement», Eq. 9).
 */
export function logH(z: number): number {
  if (z > -1) return Math.log(normalPdf(z) + z * normalCdf(z));
  if (z < -1e5) return logNormalPdf(z) - 2 * Math.log(-z); // h ~ φ / z²
  const size = -z;
  return logNormalPdf(z) + Math.log1p(-size * Math.sqrt(Math.PI / 2) * erfcx(size / Math.SQRT2));
}

/** d log h / dz = Φ(z) / h(z), without underflow. */
export function logHSlope(z: number): number {
  if (z > -1) return normalCdf(z) / (normalPdf(z) + z * normalCdf(z));
  if (z < -1e5) return -z + 2 / -z;
  // Φ = φ m with Mills' ratio m, h = φ (1 − |z| m): the densities cancel.
  const mills = Math.sqrt(Math.PI / 2) * erfcx(-z / Math.SQRT2);
  return mills / (1 + z * mills);
}
