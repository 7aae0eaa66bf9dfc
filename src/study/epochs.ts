import { type FoldedTrial, isTold, type StudyFold } from './fold.ts';

/**
 * Epochs (or other steps) that the search has trained, over all segments of its trials. A segment that goes on where the one
 * before it paused counts from there; one that began anew counts in full. What was cut short and is repeated counts once.
 */
export function epochsSpent(fold: StudyFold): number {
  return fold.trials.filter(({ role }) => role === 'search').reduce((sum, trial) => sum + epochsOf(trial), 0);
}

/** The same of all trainings, those of the gate and on fresh seeds too, with what was cut short and is not repeated yet. */
export function epochsTrained(fold: StudyFold): number {
  return fold.trials.reduce((sum, trial) => sum + epochsOf(trial, true), 0);
}

/** @param open whether what the last segment reported counts also where it was cut short, or still runs */
function epochsOf({ segments }: FoldedTrial, open = false): number {
  let sum = 0;
  let before = 0;
  for (const segment of segments) {
    const { reports, resource, end } = segment;
    if (!isTold(segment) && !(open && segment === segments.at(-1))) continue;
    const first = reports[0]?.step;
    // A program that reports once, at its end, has done what it was asked for.
    const last =
      end?.state === 'completed' ? Math.max(resource ?? 0, reports.at(-1)?.step ?? 0) : reports.at(-1)?.step;
    if (last === undefined) continue;
    const anew = reports.length > 1 && first !== undefined && first <= before;
    sum += anew ? last : Math.max(0, last - before);
    before = last;
  }
  return sum;
}

/** Epochs that a run to a resource will take at most. */
export function epochsWanted(known: FoldedTrial | undefined, segment: number, resource: number): number {
  const before = known?.segments[segment - 1]?.resource ?? 0;
  return Math.max(0, resource - before);
}

/** Why a training that wants so many epochs no longer fits into a budget of them; undefined where it does. */
export function epochsOver(total: number, spent: number, wanted: number): string | undefined {
  return spent + wanted > total
    ? `${spent} of ${total} epochs were trained, and the next training would take up to ${wanted}`
    : undefined;
}
