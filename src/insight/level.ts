import { isTurned } from '../math/rank-correlation.ts';
import { fall, reachedStep } from '../study/steps.ts';
import type { TrialRecord } from '../study/study.ts';
import { fewestTrials, type Observation, observationsOf, observe, type Seen } from './observation.ts';

/** How far the trials were that something was learned from, where too few were trained in full. */
export interface Level {
  /** Epochs, or what else a trial counts. */
  readonly step: number;
  readonly trials: number;
}

/** Of all trials this share has to be there: else it is those that looked good early, which say little of the rest of the space. */
const leastShare = 0.5;

/**
 * The trials to learn from, all of them after the same number of epochs: those that were trained in full, where they are 30 and half
 * of all. Where more stopped or paused before, the trials of the highest step at which any of these ended and that 30 and half of all have
 * a score of; one that went on counts with what it showed then. Not of a step at which those trained in full stood the other way round than
 * at their ends. Without such a step, or where steps do not say how far a trial was,
 * those trained in full, however few.
 *
 * @param full those trained in full
 */
export function comparable(
  study: Seen,
  full = observationsOf(study),
): { readonly observations: readonly Observation[]; readonly level?: Level } {
  const trials = study.trials.filter(
    ({ role, state }) => role === 'search' && (state === 'completed' || state === 'pruned'),
  );
  const least = Math.max(fewestTrials, leastShare * trials.length);
  if (full.length >= least) return { observations: full };
  // Else those that went on, the best of all, could not be looked at as they were then.
  if (!trials.every(countsEpochs)) return { observations: full };
  const completed = new Set(full.map(({ trial }) => trial));
  const ends = trials.filter(({ trial }) => !completed.has(trial)).flatMap((trial) => endOf(trial) ?? []);
  for (const step of [...new Set(ends)].sort((a, b) => b - a)) {
    const observations = trials.flatMap((trial) => observedAfter(study, trial, step));
    if (observations.length < least) continue;
    // Those before it would be no better.
    if (isTurned(earlyAndLate(observations, full))) break;
    return { observations, level: { step, trials: observations.length } };
  }
  return { observations: full };
}

/** The losses of trials that were trained in full, at an early step and at their ends. */
function earlyAndLate(
  early: readonly Observation[],
  full: readonly Observation[],
): readonly (readonly [number, number])[] {
  const ends = new Map(full.map(({ trial, loss }) => [trial, loss]));
  return early.flatMap(({ trial, loss }) => (ends.has(trial) ? [[loss, ends.get(trial)!] as const] : []));
}

/** Where a trial ended: as far as it was asked to go, or where it was stopped. */
function endOf({ state, resource, reports }: TrialRecord): number | undefined {
  return state === 'completed' && resource !== undefined ? resource : reachedStep(reports);
}

/**
 * Whether its steps are the epochs that it was asked for: not of a program that reports once, at its end, that counts from nought, or
 * whose steps have another order (folds).
 */
function countsEpochs({ state, resource, reports }: TrialRecord): boolean {
  if (fall(reports)) return false;
  return state !== 'completed' || resource === undefined || reachedStep(reports) === resource;
}

/** None, or one. */
function observedAfter(study: Seen, trial: TrialRecord, step: number): readonly Observation[] {
  // A trial that began anew for a higher resource has been there twice.
  const last = trial.reports.findLastIndex((report) => report.step === step);
  const score = trial.reports[last]?.metrics[study.metric.name];
  if (score === undefined) return [];
  return observe(study, { ...trial, reports: trial.reports.slice(0, last + 1) }, score);
}
