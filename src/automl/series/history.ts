import type { Series } from './panel.ts';

/** What is known of one series at any of its steps, from sums over its past. */
export interface History {
  readonly values: Float64Array;
  /** The same with the last known value where one is missing. */
  readonly filled: Float64Array;
  /** Mean distance of values a season apart, up to a step (inclusive); that of neighbours where that is 0; NaN where both are. */
  scale(step: number): number;
  /** Mean and standard deviation of the known values among the last `count` up to a step (inclusive). */
  window(step: number, count: number): { readonly mean: number; readonly deviation: number };
  /** Whether all values up to a step are above 0. */
  positive(step: number): boolean;
}

/** Steps are counted from the beginning of the series. No answer depends on what comes behind its step. */
export function historyOf({ values }: Pick<Series, 'values'>, season: number): History {
  const n = values.length;
  const filled = new Float64Array(n);
  const [sums, counts, squares] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
  const distances = [season, 1].map((lag) => ({
    lag,
    sum: new Float64Array(n + 1),
    count: new Float64Array(n + 1),
  }));
  // Squares about the first value, so that large levels do not swallow the spread.
  const shift = values[0]!;
  let firstNotPositive = n;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    const known = !Number.isNaN(value);
    filled[i] = known ? value : filled[i - 1]!;
    sums[i + 1] = sums[i]! + (known ? value - shift : 0);
    squares[i + 1] = squares[i]! + (known ? (value - shift) ** 2 : 0);
    counts[i + 1] = counts[i]! + (known ? 1 : 0);
    if (known && value <= 0) firstNotPositive = Math.min(firstNotPositive, i);
    for (const { lag, sum, count } of distances) {
      const distance = i >= lag ? Math.abs(value - values[i - lag]!) : Number.NaN;
      sum[i + 1] = sum[i]! + (Number.isNaN(distance) ? 0 : distance);
      count[i + 1] = count[i]! + (Number.isNaN(distance) ? 0 : 1);
    }
  }
  return {
    values,
    filled,
    scale(step) {
      for (const { sum, count } of distances)
        if (count[step + 1]! > 0 && sum[step + 1]! > 0) return sum[step + 1]! / count[step + 1]!;
      return Number.NaN;
    },
    window(step, count) {
      const from = Math.max(0, step + 1 - count);
      const known = counts[step + 1]! - counts[from]!;
      if (known === 0) return { mean: filled[step]!, deviation: 0 };
      const mean = (sums[step + 1]! - sums[from]!) / known;
      const square = (squares[step + 1]! - squares[from]!) / known;
      return { mean: mean + shift, deviation: Math.sqrt(Math.max(0, square - mean * mean)) };
    },
    positive: (step) => step < firstNotPositive,
  };
}
