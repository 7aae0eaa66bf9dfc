import type { Report } from '../trial/trial.ts';
import type { StudyRecord } from './record.ts';

/** The metric of a study: its name, its goal, and which report of a trial counts. */
export type StudyMetric = StudyRecord['metric'];

/**
 * The score of a trial after one more report: the last or the best finite value of the metric, as the study says.
 * Undefined when there is none yet, and with `use: last` also when the last value is not finite. A report without the
 * metric changes nothing.
 */
export function scoreAfter(
  metric: StudyMetric,
  score: number | undefined,
  report: Report,
): number | undefined {
  const value = Object.hasOwn(report.metrics, metric.name) ? report.metrics[metric.name] : undefined;
  if (value === undefined) return score;
  if (metric.use === 'last') return Number.isFinite(value) ? value : undefined;
  if (!Number.isFinite(value)) return score;
  return score === undefined || lossOf(metric, value) < lossOf(metric, score) ? value : score;
}

/** Strategies minimise: the score itself, or its negative where the goal is to maximise. */
export function lossOf(metric: Pick<StudyMetric, 'goal'>, score: number): number {
  return metric.goal === 'maximize' ? -score : score;
}
