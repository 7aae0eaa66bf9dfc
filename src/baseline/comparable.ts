import type { Circumstances, MeasuredBaseline } from './measured.ts';

/**
 * Why a stored result cannot stand for what a run would measure of its base, one clause each; empty: it can.
 *
 * @param wanted the circumstances of the base, trained here and now
 */
export function obstacles(
  stored: Pick<MeasuredBaseline, 'metric' | 'circumstances'>,
  wanted: Pick<MeasuredBaseline, 'metric' | 'circumstances'>,
): readonly string[] {
  const [was, is] = [stored.circumstances, wanted.circumstances];
  const other = (key: keyof Circumstances) => was[key] !== is[key];
  const { metric } = stored;
  const sameMetric =
    metric.name === wanted.metric.name &&
    metric.goal === wanted.metric.goal &&
    metric.use === wanted.metric.use;
  return [
    ...(sameMetric ? [] : [`they measure ${metric.name} (${metric.goal}, ${metric.use} value)`]),
    ...(other('spec') ? ['the spec of the base trains something else'] : []),
    ...(other('dependencies') ? ['the lock files of the base are others'] : []),
    ...(other('data') ? ['the data has changed since'] : []),
    ...(other('machine')
      ? [`they come from another machine (${was.machine}; this one is ${is.machine})`]
      : []),
  ];
}
