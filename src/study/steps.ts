import type { Report } from '../trial/trial.ts';

type Steps = readonly Pick<Report, 'step'>[];

/** Of two reports in a row one falls in so many, at least, where their steps say no order. */
const often = 3;

/**
 * Whether steps come in an order of their own: folds in any order, each once, or a count down. A trial that began anew for a higher
 * resource falls once each time, to steps that it has reported before, which is no order.
 */
export function fall(reports: Steps): boolean {
  const falls = reports.filter(({ step }, i) => i > 0 && step < reports[i - 1]!.step).length;
  if (falls === 0) return false;
  return (
    new Set(reports.map(({ step }) => step)).size === reports.length || falls * often > reports.length - 1
  );
}

/** How far a trial is: its last step; where steps come in any order, how many there are. Undefined without a report. */
export function reachedStep(reports: Steps): number | undefined {
  return fall(reports) ? new Set(reports.map(({ step }) => step)).size : reports.at(-1)?.step;
}
