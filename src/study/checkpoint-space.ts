import type { Strategy } from '../search/strategy.ts';
import { type FoldedTrial, type StudyFold, unfinishedSegment } from './fold.ts';
import { checkpointSizes, dropCheckpoints } from './folders.ts';
import { bestTrial, pausedTrials, rankTrials } from './leaderboard.ts';
import { lossOf } from './score.ts';

/**
 * Deletes the checkpoints of trials that have ended and will not go on, at once: there may be hundreds of large ones. Those
 * of the best trials stay, for whoever wants to have their models.
 *
 * @param best how many
 * @param cap most bytes of them all; what is beyond it goes as well, the worst paused trials first
 * @param onDrop told of each trial that might have gone on
 */
export function tidyCheckpoints(
  folder: string,
  fold: StudyFold,
  strategy: Strategy,
  best: number,
  cap?: number,
  onDrop: (trial: number) => void = () => {},
): void {
  const kept = bestTrials(fold, best);
  /** What runs, or is to run again, begins with them. */
  const inUse = (number: number) =>
    fold.trials.some(
      (trial) =>
        trial.role === 'search' &&
        unfinishedSegment(trial) !== undefined &&
        (trial.trial === number || trial.parent === number),
    );
  dropCheckpoints(folder, (number) => {
    if (kept.has(number) || !fold.find('search', number) || inUse(number)) return true;
    return strategy.mayResume?.(number) ?? true;
  });
  if (cap === undefined) return;
  const [first] = kept;
  const sizes = checkpointSizes(folder);
  let total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const dropped = new Set<number>();
  const paused = [...sizes.keys()].flatMap((number) => fold.find('search', number) ?? []);
  for (const { trial } of paused.sort((a, b) => lossAt(fold, b) - lossAt(fold, a) || b.trial - a.trial)) {
    if (total <= cap) break;
    const bytes = sizes.get(trial)!;
    if (trial === first || bytes === 0 || inUse(trial)) continue;
    total -= bytes;
    dropped.add(trial);
  }
  if (dropped.size === 0) return;
  dropCheckpoints(folder, (number) => !dropped.has(number));
  for (const number of dropped) if (strategy.mayResume?.(number) ?? true) onDrop(number);
}

/** The best trial first, then others that were trained in full. */
function bestTrials(fold: StudyFold, count: number): ReadonlySet<number> {
  const study = fold.study();
  const best = bestTrial(study);
  if (!best) return new Set();
  // Most studies keep one: theirs need not be ranked whenever a trial ends.
  if (count === 1) return new Set([best.trial]);
  const paused = pausedTrials(study.trials);
  const others = rankTrials(study).filter(
    (trial) => trial.state === 'completed' && !paused.has(trial) && trial.trial !== best.trial,
  );
  return new Set([best, ...others].slice(0, count).map(({ trial }) => trial));
}

/** How bad a trial was when it paused; without a score as bad as can be. */
function lossAt({ header }: StudyFold, { segments }: FoldedTrial): number {
  const score = segments.at(-1)?.score;
  return score === undefined ? Number.MAX_VALUE : lossOf(header.metric, score);
}
