import type { BudgetSpec } from '../spec/spec.ts';
import { type FoldedTrial, isTold, type StudyFold, trialRecord } from './fold.ts';
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

/** Expected improvement that is next to nothing, in standard deviations of the results. */
const smallGain = 1e-3;
/** Suggestions in a row that have to say so, of those that a model chose as the best everywhere … */
const suggestions = 5;
/** … among so many trials: in between it may explore, and at every other one it looks around the best only. */
const trials = 20;

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
    .slice(-trials)
    .flatMap(({ gain }) => gain ?? [])
    .slice(-suggestions);
  if (gains.length < suggestions || gains.some((gain) => gain >= smallGain)) return undefined;
  return `the model expects less than ${smallGain * 100} % of the spread of the results from any further config, ${suggestions} times in a row`;
}

function stall(fold: StudyFold, most: number): string | undefined {
  const ended = inOrderOfEnds(fold);
  if (ended.length < most) return undefined;
  const { metric, more, constraints } = fold.header;
  const judged = (trials: readonly TrialRecord[]): Judged => ({
    metric,
    trials,
    ...(more ? { more } : {}),
    ...(constraints ? { constraints } : {}),
  });
  let good: readonly TrialRecord[] = [];
  let since = 0;
  for (const trial of ended.map(trialRecord)) {
    since += 1;
    const study = judged([...good.filter((known) => known.trial !== trial.trial), trial]);
    const now = more?.length ? paretoFront(study) : [bestTrial(study)].flatMap((best) => best ?? []);
    if (now.includes(trial)) since = 0;
    good = now;
  }
  if (since < most) return undefined;
  const best = bestTrial(judged(good));
  if (!best) return `none of the first ${ended.length} trials came to a result`;
  const last = since === 1 ? 'the last trial was not' : `none of the last ${since} trials was`;
  return more?.length
    ? `${last} better than those before in any way`
    : `${last} better than trial ${best.trial} (${metric.name} ${best.score})`;
}

/** Search trials that ended by themselves, in that order. */
function inOrderOfEnds(fold: StudyFold): FoldedTrial[] {
  const trialOf = new Map(
    fold.trials
      .filter(({ role }) => role === 'search')
      .flatMap((trial) => trial.segments.filter(isTold).map((segment) => [segment.run, trial] as const)),
  );
  // One that went on to a higher resource stands where it ended last.
  const order = [...fold.allEnds].reverse().flatMap(({ run }) => trialOf.get(run) ?? []);
  return [...new Set(order)].reverse();
}
