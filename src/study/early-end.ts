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
export function earlyEndOf(budget: Pick<BudgetSpec, 'no-improvement' | 'early-end'>): EarlyEnd {
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
  const { metric, more } = fold.header;
  const { ended, since, good } = improvements(fold);
  const stalled = since.size;
  if (stalled < most) return undefined;
  const best = bestTrial(judged(fold, [...good.values()].flat()));
  if (!best) return noResult(ended.size);
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

/** What the ends of a search's trials have come to. */
interface Improvements {
  /** How many ends are in it. */
  ends: number;
  /** Numbers of the trials that ended. */
  readonly ended: Set<number>;
  /** Of these, those since the last that was an improvement. */
  readonly since: Set<number>;
  /**
   * The best so far. Where trials pause: with as many epochs each. What has just begun cannot be better than what went to the end.
   */
  readonly good: Map<number | undefined, readonly TrialRecord[]>;
}

/** What an end has come to stays as it is, so that only new ends are looked at. */
const known = new WeakMap<StudyFold, Improvements>();

function improvements(fold: StudyFold): Improvements {
  const found = known.get(fold) ?? { ends: 0, ended: new Set(), since: new Set(), good: new Map() };
  known.set(fold, found);
  for (const { run } of fold.allEnds.slice(found.ends)) {
    found.ends += 1;
    const end = asItEnded(fold, run);
    if (!end) continue;
    found.ended.add(end.trial);
    found.since.add(end.trial);
    const study = judged(fold, [...(found.good.get(end.resource) ?? []), end]);
    const now = study.more?.length ? paretoFront(study) : [bestTrial(study)].flatMap((best) => best ?? []);
    if (now.includes(end)) found.since.clear();
    found.good.set(end.resource, now);
  }
  return found;
}

function judged(
  { header: { metric, more, constraints } }: StudyFold,
  trials: readonly TrialRecord[],
): Judged {
  return { metric, trials, ...(more ? { more } : {}), ...(constraints ? { constraints } : {}) };
}

/** A search trial as it stood when a run of it ended by itself or paused. */
function asItEnded(fold: StudyFold, run: string): TrialRecord | undefined {
  const trial = fold.trialOf(run);
  const at = trial?.segments.findIndex((segment) => segment.run === run) ?? -1;
  if (!trial || at < 0 || !isTold(trial.segments[at]!)) return undefined;
  return trialRecord({ ...trial, segments: trial.segments.slice(0, at + 1) });
}
