import type { Course, StoppingRule } from './early-stopping.ts';

/** Trials that must have completed before any is stopped. */
const fewest = 4;

/**
 * Median stopping (Golovin et al. 2017, Vizier): stops a trial whose best loss so far is worse than the median of the
 * running means, up to the same step, of the trials that completed.
 *
 * @param warmUp steps that every trial may do
 */
export function medianStopping(warmUp: number): StoppingRule {
  return (course, others) => {
    const { step } = course.reports.at(-1)!;
    if (step < warmUp) return false;
    const means = others
      .filter(({ state }) => state === 'completed')
      .map((other) => runningMean(other, step))
      .filter((mean) => mean !== undefined)
      .sort((a, b) => a - b);
    if (means.length < fewest) return false;
    const middle = means.length / 2;
    const median = (means[Math.ceil(middle) - 1]! + means[Math.floor(middle)]!) / 2;
    return course.reports.every(({ loss }) => !(loss <= median));
  };
}

function runningMean({ reports }: Course, step: number): number | undefined {
  const seen = reports.filter((report) => report.step <= step && Number.isFinite(report.loss));
  if (seen.length === 0) return undefined;
  return seen.reduce((sum, { loss }) => sum + loss / seen.length, 0);
}
