import { plural } from '../plural.ts';
import type { BudgetSpec } from '../spec/spec.ts';
import { isTold, type StudyFold, trialRecord } from './fold.ts';
import { type Judged, paretoFront } from './front.ts';
import { bestTrial } from './leaderboard.ts';
import type { TrialRecord } from './study.ts';

/** When a search has nothing left to gain. */
export interface EarlyEnd {
  /** After so many trials in a row that were no improvement. */
  readonly noImprovement?: number;
  /** When the strategy's model expects next to nothing from its suggestions. */
  readonly smallGain?: boolean;
}

/** What a spec says of it. */
export function earlyEndOf(budget: BudgetSpec): EarlyEnd {
  return {
    ...(budget['no-improvement'] === undefined ? {} : { noImprovement: budget['no-improvement'] }),
    smallGain: budget['early-end'] ?? false,
  };
}

/** Expected improvement that is next to nothing, in standard deviations of the results as the model sees them. */
const smallGain = 1e-3;
/** Suggestions in a row that have to say so, of those that a model chose as the best everywhere: most are not. */
const suggestions = 5;

/**
 * Why the search has nothing left to gain, in words; undefined while it may have. A function of the journal alone, so that
 * a resumed study ends where an uninterrupted one does.
 */
export function nothingToGain(fold: StudyFold, rules: EarlyEnd): string | undefined {
  const stalled = rules.noImprovement === undefined ? undefined : stall(fold, rules.noImprovement);
  return stalled ?? (rules.smallGain ? converged(fold) : undefined);
}

/** Ma et al. 2019 and Makarova et al. 2022 (arXiv 2104.08166) end by regret bounds; expected improvement is the simple one. */
function converged(fold: StudyFold): string | undefined {
  const gains = fold.trials
    .filter(({ role }) => role === 'search')
    .flatMap(({ gain }) => gain ?? [])
    .slice(-suggestions);
  if (gains.length < suggestions || gains.some((gain) => gain >= smallGain)) return undefined;
  return `the model expects less than ${smallGain * 100} % of the spread of the results, as it sees them, from any further config, ${suggestions} times in a row`;
}

function stall(fold: StudyFold, most: number): string | undefined {
  const ends = inOrderOfEnds(fold);
  const count = (of: readonly TrialRecord[]) => new Set(of.map(({ trial }) => trial)).size;
  if (count(ends) < most) return undefined;
  const { metric, more, constraints } = fold.header;
  const judged = (trials: readonly TrialRecord[]): Judged => ({
    metric,
    trials,
    ...(more ? { more } : {}),
    ...(constraints ? { constraints } : {}),
  });
  // Where trials pause: with as many epochs each. What has just begun cannot be better than what went to the end.
  const good = new Map<number | undefined, readonly TrialRecord[]>();
  let since: TrialRecord[] = [];
  for (const end of ends) {
    since.push(end);
    const study = judged([...(good.get(end.resource) ?? []), end]);
    const now = more?.length ? paretoFront(study) : [bestTrial(study)].flatMap((best) => best ?? []);
    if (now.includes(end)) since = [];
    good.set(end.resource, now);
  }
  const stalled = count(since);
  if (stalled < most) return undefined;
  const best = bestTrial(judged([...good.values()].flat()));
  if (!best) return noResult(count(ends));
  const last = stalled === 1 ? 'the last trial was not' : `none of the last ${stalled} trials was`;
  if (more?.length) return `${last} better than those before in any way`;
  return good.size > 1
    ? `${last} better than those before with as many epochs`
    : `${last} better than trial ${best.trial} (${metric.name} ${best.score})`;
}

function noResult(trials: number): string {
  return trials === 1
    ? 'the first trial came to no result'
    : `none of the first ${plural(trials, 'trial')} came to a result`;
}

/** Search trials as they stood each time that they ended by themselves or paused, in that order. */
function inOrderOfEnds(fold: StudyFold): TrialRecord[] {
  const recordOf = new Map(
    fold.trials
      .filter(({ role }) => role === 'search')
      .flatMap((trial) =>
        trial.segments
          .filter(isTold)
          .map(
            ({ run }, at) =>
              [run, trialRecord({ ...trial, segments: trial.segments.slice(0, at + 1) })] as const,
          ),
      ),
  );
  return fold.allEnds.flatMap(({ run }) => recordOf.get(run) ?? []);
}
