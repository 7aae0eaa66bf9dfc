import { missingMetric } from '../trial/failure.ts';
import type { Report } from '../trial/trial.ts';
import type { EndRecord, StudyRecord } from './record.ts';
import { lossOf, type StudyMetric, scoreAfter } from './score.ts';
import type { Constraint } from './study.ts';

/** What a trial is judged by: the main metric, further ones, and constraints on any. */
export type Goals = Pick<StudyRecord, 'metric' | 'more' | 'constraints'>;

/** Every metric that a trial has to report to be judged, the main one first. */
export function metricNames({ metric, more = [], constraints = [] }: Goals): readonly string[] {
  return [...new Set([metric, ...more, ...constraints].map(({ name }) => name))];
}

/** The value of a metric by which a trial is judged: its last or its best finite one, as the spec says. */
export function finalValue(metric: StudyMetric, reports: readonly Report[]): number | undefined {
  return reports.reduce<number | undefined>((score, report) => scoreAfter(metric, score, report), undefined);
}

/** The last value of a metric; undefined where there is none, or it is not a number (NaN). */
export function lastValue(name: string, reports: readonly Report[]): number | undefined {
  const last = reports.findLast(({ metrics }) => Object.hasOwn(metrics, name))?.metrics[name];
  return Number.isNaN(last) ? undefined : last;
}

/** By how much each bound is missed (above 0) or kept, in the metric's own unit; infinitely where it is not known. */
export function constraintMisses(constraints: readonly Constraint[], reports: readonly Report[]): number[] {
  return constraints.flatMap(({ name, min, max }) => {
    const value = lastValue(name, reports);
    return [
      ...(max === undefined ? [] : [value === undefined ? Number.POSITIVE_INFINITY : value - max]),
      ...(min === undefined ? [] : [value === undefined ? Number.POSITIVE_INFINITY : min - value]),
    ];
  });
}

/** In words the bound that a value breaks: «at most 20»; undefined where it keeps both. */
export function brokenBound({ min, max }: Constraint, value: number): string | undefined {
  if (max !== undefined && value > max) return `at most ${max}`;
  return min !== undefined && value < min ? `at least ${min}` : undefined;
}

/** What a strategy is told beside the loss of a completed trial; nothing where there is one metric and no constraint. */
export function furtherOutcome(
  { metric, more = [], constraints = [] }: Goals,
  score: number,
  reports: readonly Report[],
): { readonly losses?: readonly number[]; readonly constraints?: readonly number[] } {
  const others = more.map((other) => {
    const value = finalValue(other, reports);
    return value === undefined ? Number.NaN : lossOf(other, value);
  });
  return {
    ...(others.length === 0 ? {} : { losses: [lossOf(metric, score), ...others] }),
    ...(constraints.length === 0 ? {} : { constraints: constraintMisses(constraints, reports) }),
  };
}

/**
 * The end of a search trial, failed when it has no value of a metric that it is judged by beside the main one (never
 * reported, or the last is not a number): a search could not learn from it, and nobody would notice a misspelt name.
 */
export function endWithAllMetrics(goals: Goals, end: EndRecord, reports: readonly Report[]): EndRecord {
  if (end.role !== 'search' || end.state !== 'completed') return end;
  const missing =
    goals.more?.find((metric) => finalValue(metric, reports) === undefined) ??
    goals.constraints?.find(({ name }) => lastValue(name, reports) === undefined);
  if (!missing) return end;
  const { score: _, ...rest } = end;
  const seen = new Set(reports.flatMap(({ metrics }) => Object.keys(metrics)));
  const failure = seen.has(missing.name)
    ? { reason: 'not-finite' as const, message: `the trial ended without a finite value of ${missing.name}` }
    : missingMetric(missing.name, seen);
  return { ...rest, state: 'failed', ...failure };
}
