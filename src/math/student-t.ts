/** Student's t distribution, by the regularised incomplete beta function. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0 (Lanczos approximation, g = 7, n = 9), to about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.slice(1).reduce((total, c, i) => total + c / (z + i + 1), LANCZOS[0]!);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz; DLMF 8.17.22). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front =
    Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    for (const numerator of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + numerator * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + numerator / c;
      if (Math.abs(c) < tiny) c = tiny;
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** P(T > t) with `df` > 0 degrees of freedom: to about 12 digits, in the upper tail and around the middle. */
export function studentTTail(t: number, df: number): number {
  if (Number.isNaN(t)) return t;
  const square = t * t;
  // Around the middle the other side of I_x(a, b) = 1 − I_{1−x}(b, a): x would be rounded to 1 there.
  const tail =
    square < 1
      ? 0.5 - 0.5 * incompleteBeta(square / (df + square), 0.5, df / 2)
      : 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5);
  return t < 0 ? 1 - tail : tail;
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
  const key = `${p} ${df}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const quantile = p < 0.5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
  if (known.size >= mostKnown) known.clear();
  known.set(key, quantile);
  return quantile;
}

/** Tests ask for the same few again and again, and each takes fifty evaluations of the tail. */
const known = new Map<string, number>();
const mostKnown = 4096;

/** The t >= 0 with P(T > t) = tail, 0 < tail <= 0.5, by bisection to the last digits. */
function upperQuantile(tail: number, df: number): number {
  if (tail === 0.5) return 0;
  let high = 1;
  while (studentTTail(high, df) > tail) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2;
    if (studentTTail(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
