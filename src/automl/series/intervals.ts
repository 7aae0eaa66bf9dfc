import { studentTQuantile } from '../../math/student-t.ts';
import type { Actual } from './windows.ts';

/** Where values lie about a forecast, step by step, in units of the scale of their series. Plain data. */
export interface Intervals {
  /** Share of the values that should lie within. */
  readonly level: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export const intervalLevel = 0.9;
/** Origins are hardly ever fewer; those of short pasts overlap, and wider intervals than of so many would say nothing. */
const fewestOrigins = 5;

interface Relative extends Pick<Actual, 'series' | 'origin' | 'step'> {
  readonly error: number;
}

/**
 * From errors of forecasts that the model was not chosen by: their spread by step (it never gets less with further steps), and the
 * quantile of the absolute errors in units of that spread, with the rank of split conformal prediction (Vovk et al. 2005). Errors
 * of one origin are alike, so that few of them tell little of the next one: the quantile is widened as Student's t distribution is beside
 * the normal one. Both ends are as far away: too few origins tell on which side a model errs.
 */
export function intervalsOf(actuals: readonly Actual[], predicted: Float64Array, horizon: number): Intervals {
  const [squares, counts] = [new Float64Array(horizon), new Float64Array(horizon)];
  const errors = actuals
    .map(
      ({ actual, scale, place, ...of }): Relative => ({ ...of, error: (actual - predicted[place]!) / scale }),
    )
    .filter(({ error }) => Number.isFinite(error));
  for (const { step, error } of errors) {
    squares[step - 1]! += error * error;
    counts[step - 1]! += 1;
  }
  const spread = rising(squares, counts);
  const relative = errors
    .filter(({ step }) => spread[step - 1]! > 0)
    .map((of) => ({ ...of, error: Math.abs(of.error) / spread[of.step - 1]! }));
  const sorted = relative.map(({ error }) => error).sort((a, b) => a - b);
  const n = sorted.length;
  const quantile = sorted[Math.min(n, Math.ceil((n + 1) * intervalLevel)) - 1] ?? 0;
  const upper = (1 + intervalLevel) / 2;
  const freedom = Math.min(maxFreedom, independent(relative, horizon) - 1);
  const widened = (quantile * studentTQuantile(upper, freedom)) / studentTQuantile(upper, maxFreedom);
  return {
    level: intervalLevel,
    low: Array.from(spread, (of) => -widened * of),
    high: Array.from(spread, (of) => widened * of),
  };
}

/** Degrees of freedom with which Student's t is the normal distribution. */
const maxFreedom = 1e5;

/**
 * How many forecasts are as good as independent of each other: origins whose horizons do not overlap, times the series, less as
 * their errors are large at the same origins (the design effect of Kish 1965, by the intraclass correlation of the logarithms of
 * mean squares within a series).
 */
function independent(relative: readonly Relative[], horizon: number): number {
  const [first, last] = relative.reduce(
    ([low, high], { origin }) => [Math.min(low, origin), Math.max(high, origin)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const origins = Math.max(fewestOrigins, last >= first ? Math.floor((last - first) / horizon) + 1 : 0);
  const sums = new Map<number, Map<number, { sum: number; count: number }>>();
  for (const { series, origin, error } of relative) {
    const row = sums.get(origin) ?? new Map<number, { sum: number; count: number }>();
    sums.set(origin, row);
    const of = row.get(series) ?? { sum: 0, count: 0 };
    row.set(series, of);
    of.sum += error * error;
    of.count += 1;
  }
  const series = [...new Set(relative.map((of) => of.series))];
  const whole = [...sums.values()].filter(({ size }) => size === series.length);
  const m = series.length;
  if (m < 2 || whole.length < 2) return origins;
  const table = whole.map((row) =>
    series.map((of) => Math.log(1e-9 + row.get(of)!.sum / row.get(of)!.count)),
  );
  // Series that err more are not what counts.
  const usual = series.map((_, s) => mean(table.map((row) => row[s]!)));
  const rest = table.map((row) => row.map((value, s) => value - usual[s]!));
  const between = (m * rest.reduce((sum, row) => sum + mean(row) ** 2, 0)) / Math.max(1, rest.length - 1);
  const within =
    rest.reduce((sum, row) => sum + row.reduce((own, value) => own + (value - mean(row)) ** 2, 0), 0) /
    ((rest.length - 1) * (m - 1));
  const alike = between > within ? (between - within) / (between + (m - 1) * within) : 0;
  return (origins * m) / (1 + (m - 1) * alike);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
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
