import { grouped, plural } from '../plural.ts';
import type { Plan } from './drive.ts';
import { type FoldedTrial, isTold, type StudyFold } from './fold.ts';
import { reachedStep } from './steps.ts';

/**
 * Epochs (or other steps) that the search has trained, over all segments of its trials. A segment that goes on where the one
 * before it paused counts from there; one that began anew counts in full. What was cut short and is repeated counts once.
 *
 * @param resumable whether trials go on from where they paused, as far as their reports do not tell
 */
export function epochsSpent(fold: StudyFold, resumable = true): number {
  return fold.trials
    .filter(({ role }) => role === 'search')
    .reduce((sum, trial) => sum + epochsOf(trial, resumable), 0);
}

/** The same of all trainings, those of the gate and on fresh seeds too, with what was cut short and is not repeated yet. */
export function epochsTrained(fold: StudyFold, resumable = true): number {
  return fold.trials.reduce((sum, trial) => sum + epochsOf(trial, resumable, true), 0);
}

/** @param open whether what the last segment reported counts also where it was cut short, or still runs */
function epochsOf({ segments }: FoldedTrial, resumable: boolean, open = false): number {
  let sum = 0;
  let before = 0;
  for (const segment of segments) {
    const { reports, resource, end } = segment;
    if (!isTold(segment) && !(open && segment === segments.at(-1))) continue;
    const first = reports[0]?.step;
    // A program that reports once, at its end, has done what it was asked for.
    const reached = reachedStep(reports);
    const last = end?.state === 'completed' ? Math.max(resource ?? 0, reached ?? 0) : reached;
    if (last === undefined) continue;
    // A single report says how far it is, and not from where it came.
    const anew = reports.length > 1 ? first !== undefined && first <= before : !resumable;
    sum += anew ? last : Math.max(0, last - before);
    before = last;
  }
  return sum;
}

/** A training up to a resource; of a known trial from where the segment before it paused. */
export type Training = Pick<Plan, 'known' | 'segment' | 'resource'>;

/**
 * Whether a training fits into a budget of epochs of all: `later` where it may when those that run have ended, since some
 * end early; `over` says why it never will.
 *
 * @param next without `known` when it begins anew, as each of `running` does
 * @param resumable as of `epochsSpent`
 */
export function roomForEpochs(
  next: Training,
  running: readonly Training[],
  fold: StudyFold,
  total: number | undefined,
  resumable = true,
): 'now' | 'later' | { readonly over: string } {
  if (total === undefined || next.resource === undefined) return 'now';
  const wanted = epochsWanted(next);
  const spent = epochsSpent(fold, resumable);
  if (spent + wanted > total)
    return {
      over: `${grouped(spent)} of ${plural(total, 'epoch')} ${spent === 1 ? 'was' : 'were'} trained, and the next training would take up to ${wanted}`,
    };
  const going = running.reduce((sum, training) => sum + epochsWanted(training), 0);
  return spent + going + wanted > total ? 'later' : 'now';
}

/** At most. */
function epochsWanted({ known, segment, resource = 0 }: Training): number {
  return Math.max(0, resource - (known?.segments[segment - 1]?.resource ?? 0));
}
