import type { History } from './history.ts';
import { endOf, type Panel } from './panel.ts';

/** A forecast to make: of a series, from what is known at its step `origin` (inclusive, counted on the grid). */
export interface Window {
  /** Index in the panel. */
  readonly series: number;
  readonly origin: number;
}

/** Fewest known values that a series is forecast from. */
export const fewestKnown = 4;
const [fewestCutoffs, mostCutoffs] = [5, 10];
/** The validation looks at the newest share of the steps. */
const validatedShare = 0.4;

/**
 * Rolling origins (Tashman 2000): the last steps that the forecasts of a validation know, ascending. Horizons end with the
 * panel at the latest; they are apart from each other where the newest 40 % of the steps have room for that.
 */
export function cutoffs(panel: Panel, horizon: number): number[] {
  const end = endOf(panel);
  const start = panel.series.reduce((least, of) => Math.min(least, of.start), end);
  const length = end - start;
  const reach = Math.floor(validatedShare * length);
  const count = Math.max(fewestCutoffs, Math.min(mostCutoffs, Math.floor(reach / horizon)));
  const apart = Math.max(1, Math.min(horizon, Math.floor((reach - horizon) / (count - 1))));
  return Array.from({ length: count }, (_, i) => end - 1 - horizon - apart * (count - 1 - i)).filter(
    (origin) => origin - start + 1 >= fewestKnown,
  );
}

/** Origins in the room of a cut-off, itself among them. */
const mostBetween = 4;
/** A validation has about so many values at most, where it has more than one origin for each cut-off. */
const mostValues = 40_000;

/**
 * Where forecasts of the model of one cut-off begin: there, and in between up to the next one. More origins tell more
 * of the errors, and see steps ahead at other places of the season; a forecast costs little where a training does not.
 *
 * @param alike windows of all cut-offs
 */
export function originsBetween(
  cutoff: number,
  next: number | undefined,
  horizon: number,
  alike: number,
): number[] {
  if (next === undefined) return [cutoff];
  const count = Math.max(1, Math.min(mostBetween, Math.floor(mostValues / (alike * horizon))));
  const apart = Math.max(1, Math.ceil((next - cutoff) / count));
  return Array.from({ length: Math.ceil((next - cutoff) / apart) }, (_, i) => cutoff + i * apart);
}

/** The series that have enough values at an origin, and one later. */
export function windowsAt({ series }: Panel, origin: number): Window[] {
  return series.flatMap(({ start, values }, index) => {
    const step = origin - start;
    if (step < 0 || step + 1 >= values.length) return [];
    let known = 0;
    for (let i = step; i >= 0 && known < fewestKnown; i--) if (!Number.isNaN(values[i]!)) known += 1;
    return known < fewestKnown ? [] : [{ series: index, origin }];
  });
}

/** A value that came where one was forecast. */
export interface Actual {
  readonly series: number;
  readonly origin: number;
  /** Place among the forecasts of all windows. */
  readonly place: number;
  /** Steps ahead, from 1. */
  readonly step: number;
  readonly actual: number;
  /** Mean distance of values a season apart in what was known; NaN where all of it is the same. */
  readonly scale: number;
}

/** What came in windows, where something did. */
export function actualsOf(
  panel: Panel,
  histories: readonly History[],
  windows: readonly Window[],
  horizon: number,
): Actual[] {
  return windows.flatMap(({ series, origin }, w) => {
    const { start, values } = panel.series[series]!;
    const scale = histories[series]!.scale(origin - start);
    return Array.from({ length: horizon }, (_, k): Actual => {
      const actual = values[origin - start + 1 + k] ?? Number.NaN;
      return { series, origin, place: w * horizon + k, step: k + 1, actual, scale };
    }).filter(({ actual }) => !Number.isNaN(actual));
  });
}

/**
 * `val_mase`: mean absolute error, each in mean absolute errors of the seasonal naive forecast within what was known (Hyndman
 * and Koehler 2006), by series and then over the series; `val_rmse`, `val_mae`: of all forecasts alike; `val_smape`: 0 to 200 %
 * (Makridakis 1993).
 *
 * @param predicted of all windows; looked at where `actuals` are
 */
export function scoreForecasts(actuals: readonly Actual[], predicted: Float64Array): Record<string, number> {
  const [sums, counts]: [number[], number[]] = [[], []];
  let [squares, absolute, symmetric] = [0, 0, 0];
  for (const { series, actual, scale, place } of actuals) {
    const forecast = predicted[place]!;
    const error = Math.abs(actual - forecast);
    squares += error * error;
    absolute += error;
    const size = Math.abs(actual) + Math.abs(forecast);
    symmetric += size > 0 ? (200 * error) / size : 0;
    if (Number.isNaN(scale)) continue;
    sums[series] = (sums[series] ?? 0) + error / scale;
    counts[series] = (counts[series] ?? 0) + 1;
  }
  const means = sums.flatMap((sum, series) => [sum / counts[series]!]);
  const n = actuals.length;
  return {
    ...(means.length > 0 ? { val_mase: means.reduce((sum, mean) => sum + mean, 0) / means.length } : {}),
    val_rmse: Math.sqrt(squares / n),
    val_mae: absolute / n,
    val_smape: symmetric / n,
  };
}
