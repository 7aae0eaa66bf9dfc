import { normalCdf } from './normal.ts';

/** Up to so many differences without ties the null distribution is counted out. */
const exactUpTo = 25;

/**
 * One-sided p value of Wilcoxon's signed-rank test (Wilcoxon 1945) that the differences tend to be positive: the chance
 * of a rank sum of the positive ones at least as large, if each sign were a fair coin. Zeros are dropped (Wilcoxon's own
 * way). Exact without ties up to 25 differences; else the normal approximation with mid-ranks, a correction of the
 * variance for ties, and one for continuity.
 *
 * 1 without any difference.
 */
export function wilcoxonGreater(differences: readonly number[]): number {
  const nonZero = differences.filter((d) => d !== 0 && !Number.isNaN(d));
  const n = nonZero.length;
  if (n === 0) return 1;
  const order = [...nonZero].sort((a, b) => Math.abs(a) - Math.abs(b));
  let sum = 0;
  let tieTerm = 0;
  let tied = false;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && Math.abs(order[to]!) === Math.abs(order[from]!)) to++;
    const count = to - from;
    const rank = (from + 1 + to) / 2;
    if (count > 1) {
      tied = true;
      tieTerm += count ** 3 - count;
    }
    for (let i = from; i < to; i++) if (order[i]! > 0) sum += rank;
    from = to;
  }
  if (!tied && n <= exactUpTo) return exactTail(n, sum);
  const mean = (n * (n + 1)) / 4;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48;
  if (variance <= 0) return 1;
  return normalCdf((mean - sum + 0.5) / Math.sqrt(variance));
}

/** P(W⁺ ≥ sum) for n ranks with fair signs: counted by the generating function ∏ (1 + x^r) / 2. */
function exactTail(n: number, sum: number): number {
  let ways = Float64Array.of(1);
  for (let rank = 1; rank <= n; rank++) {
    const next = new Float64Array(ways.length + rank);
    for (const [w, p] of ways.entries()) {
      next[w]! += p / 2;
      next[w + rank]! += p / 2;
    }
    ways = next;
  }
  return Math.min(
    1,
    ways.subarray(sum).reduce((a, b) => a + b, 0),
  );
}
