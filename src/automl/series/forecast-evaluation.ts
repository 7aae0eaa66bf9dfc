import { randomStream } from '../../math/random.ts';
import type { ModelOutcome } from '../outcome.ts';
import type { Intervals } from './intervals.ts';
import type { Panel } from './panel.ts';
import { textAt } from './times.ts';
import { type Actual, scoreForecasts, type Window } from './windows.ts';

type Test = NonNullable<ModelOutcome['test']>;
type Forecast = NonNullable<Test['forecast']>;

const resamples = 1000;
/** So many series or more are resampled whole; of fewer, blocks of neighbouring steps. */
const manySeries = 8;
const mostDrawn = 4;
const mostBefore = 120;

/**
 * A score with the percentile interval (95 %) of resampled series, or of blocks of neighbouring steps (Künsch 1989), as errors of
 * one forecast are alike.
 */
export function scoreWithInterval(
  actuals: readonly Actual[],
  predicted: Float64Array,
  metric: string,
  seed: number,
) {
  const score = (of: readonly Actual[]) => scoreForecasts(of, predicted)[metric] ?? Number.NaN;
  const value = score(actuals);
  const bySeries = [...grouped(actuals, ({ series }) => series).values()];
  const whole = bySeries.length >= manySeries;
  const units = whole
    ? bySeries
    : bySeries.flatMap((of) => {
        const length = Math.ceil(Math.sqrt(of.length));
        return Array.from({ length: of.length - length + 1 }, (_, i) => of.slice(i, i + length));
      });
  const draws = whole ? units.length : Math.max(1, Math.round(actuals.length / units[0]!.length));
  const random = randomStream(seed, 'bootstrap');
  const values = Array.from({ length: resamples }, () =>
    score(
      Array.from({ length: draws }, (_, draw) => {
        const unit = units[random.integer(units.length)]!;
        return whole ? unit.map((of) => ({ ...of, series: draw })) : unit;
      }).flat(),
    ),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}

function grouped(actuals: readonly Actual[], key: (of: Actual) => number): Map<number, Actual[]> {
  const groups = new Map<number, Actual[]>();
  for (const of of actuals) {
    const group = groups.get(key(of));
    if (group) group.push(of);
    else groups.set(key(of), [of]);
  }
  return groups;
}

/** Errors and coverage by steps ahead. */
export function forecastSteps(
  actuals: readonly Actual[],
  predicted: Float64Array,
  { level, low, high }: Intervals,
): Omit<Forecast, 'drawn'> {
  const within = ({ actual, place, scale, step }: Actual) => {
    const unit = Number.isNaN(scale) ? 0 : scale;
    const error = actual - predicted[place]!;
    return error >= low[step - 1]! * unit && error <= high[step - 1]! * unit;
  };
  const coverage = (of: readonly Actual[]) => of.filter(within).length / of.length;
  const steps = [...grouped(actuals, ({ step }) => step)].sort(([a], [b]) => a - b);
  return {
    interval: { level, coverage: coverage(actuals) },
    steps: steps.map(([, of]) => {
      const { val_mase: mase, val_mae: mae } = scoreForecasts(of, predicted);
      return {
        values: of.length,
        ...(mase === undefined ? {} : { mase }),
        mae: mae!,
        coverage: coverage(of),
      };
    }),
  };
}

/** The first forecasts of a test part beside what came, series by series. */
export function drawnForecasts(
  { series, frequency }: Panel,
  windows: readonly Window[],
  { predicted, lower, upper }: { readonly [part in 'predicted' | 'lower' | 'upper']: Float64Array },
  horizon: number,
  season: number,
): Forecast['drawn'] {
  return windows.slice(0, mostDrawn).map(({ series: index, origin }, w) => {
    const { name, start, values } = series[index]!;
    const step = origin - start;
    const from = Math.max(0, step + 1 - Math.min(mostBefore, Math.max(3 * horizon, 2 * season)));
    const known = (of: Float64Array) => Array.from(of, (value) => (Number.isFinite(value) ? value : null));
    const own = (of: Float64Array) => known(of.subarray(w * horizon, (w + 1) * horizon));
    return {
      series: name,
      times: [
        textAt(frequency, start + from),
        textAt(frequency, origin + 1),
        textAt(frequency, origin + horizon),
      ],
      before: known(values.subarray(from, step + 1)),
      actual: known(values.subarray(step + 1, step + 1 + horizon)),
      predicted: own(predicted),
      lower: own(lower),
      upper: own(upper),
    };
  });
}
