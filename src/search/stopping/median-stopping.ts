import { median } from '../../math/median.ts';
import { rankCorrelation } from '../../math/rank-correlation.ts';
import type { Course, StoppingRule } from './early-stopping.ts';

/** Trials that must have completed before any is stopped. */
const fewest = 4;

/** Rank correlation of what the trials that completed showed up to a step, and at their end, below which the step foretells too little. */
const foretelling = 0.5;

/**
 * Median stopping (Golovin et al. 2017, Vizier): stops a trial whose best loss so far is worse than the median of the
 * running means, up to the same step, of the trials that completed. Not where these means rank the trials otherwise than their ends do, as
 * where slow learners win.
 *
 * @param warmUp steps that every trial may do
 */
export function medianStopping(warmUp: number): StoppingRule {
  return (course, others) => {
    const { step } = course.reports.at(-1)!;
    if (step < warmUp) return false;
    const completed = others.flatMap((other) => {
      const mean = other.state === 'completed' ? runningMean(other, step) : undefined;
      return mean === undefined ? [] : [{ mean, end: other.reports.at(-1)!.loss }];
    });
    if (completed.length < fewest) return false;
    const ends = completed.map(({ end }) => end);
    const means = completed.map(({ mean }) => mean);
    const vary = [means, ends].every((losses) => losses.some((loss) => loss !== losses[0]));
    if (vary && rankCorrelation(means, ends) < foretelling) return false;
    const middle = median(means);
    return course.reports.every(({ loss }) => !(loss <= middle));
  };
}

function runningMean({ reports }: Course, step: number): number | undefined {
  const seen = reports.filter((report) => report.step <= step && Number.isFinite(report.loss));
  if (seen.length === 0) return undefined;
  return seen.reduce((sum, { loss }) => sum + loss / seen.length, 0);
}
