import type { FoldedTrial, StudyFold } from './fold.ts';

/**
 * Epochs (or other steps) that the search has trained, over all segments of its trials. A segment that goes on where the one
 * before it paused counts from there; one that began anew counts in full. What was cut short and is repeated counts once.
 */
export function epochsSpent(fold: StudyFold): number {
  return fold.trials.filter(({ role }) => role === 'search').reduce((sum, trial) => sum + epochsOf(trial), 0);
}

function epochsOf({ segments }: FoldedTrial): number {
  let sum = 0;
  let before = 0;
  for (const { reports, resource, end } of segments) {
    if (end === undefined || end.state === 'interrupted') continue;
    const first = reports[0]?.step;
    // A program that reports once, at its end, has done what it was asked for.
    const last =
      end.state === 'completed' ? Math.max(resource ?? 0, reports.at(-1)?.step ?? 0) : reports.at(-1)?.step;
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
