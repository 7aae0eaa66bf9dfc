import type { History } from '../../series/history.ts';

/** What forecasts are measured against. */
export type NaiveKind = 'seasonal' | 'last' | 'drift' | 'mean';

/** Nothing is learned but which of them it is. */
export interface FittedNaive {
  readonly family: 'naive';
  readonly kind: NaiveKind;
}

/**
 * The values of the last season again; the last value; the line from the first value through the last; or the mean
 * (Hyndman and Athanasopoulos 2021, «Forecasting: principles and practice», section 5.2).
 *
 * @param step last one that is known
 */
export function naiveForecast(
  { kind }: Pick<FittedNaive, 'kind'>,
  { values, filled, window }: History,
  step: number,
  season: number,
  horizon: number,
): Float64Array {
  const last = filled[step]!;
  if (kind === 'mean') return new Float64Array(horizon).fill(window(step, step + 1).mean);
  if (kind === 'drift')
    return Float64Array.from(
      { length: horizon },
      (_, k) => last + ((k + 1) * (last - filled[0]!)) / Math.max(1, step),
    );
  return Float64Array.from({ length: horizon }, (_, k) =>
    kind === 'last' ? last : seasonBefore(values, step, k + 1, season, last),
  );
}

/** The newest known value that is whole seasons before `ahead` steps behind `step`. */
export function seasonBefore(
  values: Float64Array,
  step: number,
  ahead: number,
  season: number,
  otherwise: number,
): number {
  for (let at = step + ahead - season * Math.ceil(ahead / season); at >= 0; at -= season)
    if (!Number.isNaN(values[at]!)) return values[at]!;
  return otherwise;
}
