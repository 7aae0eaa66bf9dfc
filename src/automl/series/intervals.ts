import type { Scored } from './windows.ts';

/** Where values lie about a forecast, step by step, in units of the scale of their series. Plain data. */
export interface Intervals {
  /** Share of the values that should lie within. */
  readonly level: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export const intervalLevel = 0.9;

/**
 * From the errors of the rolling origins: their spread by step (it never gets less with further steps), and quantiles of all errors
 * in units of that spread, with the rank of split conformal prediction (Vovk et al. 2005).
 */
export function intervalsOf(scored: readonly Scored[], horizon: number): Intervals {
  const [squares, counts] = [new Float64Array(horizon), new Float64Array(horizon)];
  const errors = scored
    .map(({ actual, predicted, scale, step }) => ({ step, error: (actual - predicted) / scale }))
    .filter(({ error }) => Number.isFinite(error));
  for (const { step, error } of errors) {
    squares[step - 1]! += error * error;
    counts[step - 1]! += 1;
  }
  const spread = rising(squares, counts);
  const relative = errors
    .filter(({ step }) => spread[step - 1]! > 0)
    .map(({ step, error }) => error / spread[step - 1]!)
    .sort((a, b) => a - b);
  const n = relative.length;
  const tail = (1 - intervalLevel) / 2;
  const at = (rank: number) => (n === 0 ? 0 : relative[Math.max(0, Math.min(n - 1, rank - 1))]!);
  const [low, high] = [at(Math.floor((n + 1) * tail)), at(Math.ceil((n + 1) * (1 - tail)))];
  return {
    level: intervalLevel,
    low: Array.from(spread, (of) => Math.min(0, low) * of),
    high: Array.from(spread, (of) => Math.max(0, high) * of),
  };
}

/** Root mean squares by step, made non-decreasing by pooling neighbours that are not (Ayer et al. 1955). */
function rising(squares: Float64Array, counts: Float64Array): Float64Array {
  const pools: { sum: number; count: number; steps: number }[] = [];
  squares.forEach((sum, i) => {
    pools.push({ sum, count: counts[i]!, steps: 1 });
    const mean = ({ sum: of, count }: (typeof pools)[number]) => (count > 0 ? of / count : 0);
    while (pools.length > 1 && mean(pools.at(-2)!) >= mean(pools.at(-1)!)) {
      const last = pools.pop()!;
      const into = pools.at(-1)!;
      into.sum += last.sum;
      into.count += last.count;
      into.steps += last.steps;
    }
  });
  return Float64Array.from(
    pools.flatMap(({ sum, count, steps }) =>
      Array.from({ length: steps }, () => (count > 0 ? Math.sqrt(sum / count) : 0)),
    ),
  );
}
