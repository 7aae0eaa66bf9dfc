import { compare } from '../gate/compare.ts';
import type { Verdict } from '../gate/verdict.ts';
import { studentTQuantile } from '../math/student-t.ts';
import { sameOnAllSeeds } from './equal-seeds.ts';
import { stepOf } from './step.ts';

/** A config that the search scored well, and what it scored on seeds that the search had not seen. */
export interface Candidate {
  /** Number of the search trial. */
  readonly trial: number;
  readonly searchScore: number;
  /** One for each seed that the candidates share; null: the training failed. */
  readonly scores: readonly (number | null)[];
}

/** Scores on the seeds of the last round, which only the chosen config and the incumbent are trained with. */
export interface FinalScore {
  readonly seed: number;
  readonly recommended?: number;
  readonly incumbent?: number;
}

export interface Confirmation {
  readonly candidates: readonly Candidate[];
  /** The search trial whose config was chosen among the candidates. */
  readonly trial: number;
  readonly final: readonly FinalScore[];
  /** Mean score of the chosen config on the seeds of the last round; absent: none of its trainings worked. */
  readonly mean?: number;
  /** Two-sided interval of the expected score, at `level`; absent with a single seed. */
  readonly interval?: readonly [number, number];
  readonly level: number;
  /** The chosen config (head) against the incumbent (base) on the same seeds; absent where the spec ships nothing. */
  readonly against?: Verdict;
  /** The chosen config misses a constraint in the mean of its trainings on fresh seeds. */
  readonly misses?: true;
  /** Shown to be better than what ships today, and to keep the constraints: the only ground on which a change is proposed. */
  readonly improved: boolean;
  /** Other seeds give the same score to the last digit: chance has no part in it. */
  readonly deterministic: boolean;
}

/** Level of the interval around a confirmed score. */
const level = 0.95;

/**
 * The candidate to recommend: the highest mean of all its scores, the search's and the fresh ones. The search's score is
 * optimistic, but alike for all who were chosen by it. A config that fails on a fresh seed comes after all that do not.
 */
export function chooseCandidate(
  candidates: readonly Candidate[],
  goal: 'minimize' | 'maximize',
): Candidate | undefined {
  const sign = goal === 'maximize' ? -1 : 1;
  const ranked = candidates.map((candidate, index) => {
    const worked = candidate.scores.filter(isScore);
    return {
      candidate,
      index,
      failures: candidate.scores.length - worked.length,
      loss: sign * mean([candidate.searchScore, ...worked]),
    };
  });
  ranked.sort((a, b) => a.failures - b.failures || a.loss - b.loss || a.index - b.index);
  return ranked[0]?.candidate;
}

export interface ConfirmationInput {
  readonly goal: 'minimize' | 'maximize';
  /** Of the one-sided test against the incumbent, in (0.5, 1). */
  readonly confidence: number;
  /** Scores of the search, best first. */
  readonly searched: readonly number[];
  readonly candidates: readonly Candidate[];
  readonly trial: number;
  readonly final: readonly FinalScore[];
  /** Whether the chosen config misses a constraint on fresh seeds. Default false. */
  readonly misses?: boolean;
  /** Whether the incumbent was trained beside the chosen config. */
  readonly withIncumbent: boolean;
}

/**
 * What fresh seeds say of the chosen config. Neither number nor interval has seen the search or the choice among the
 * candidates, so there is nothing optimistic in them (no winner's curse): a Student t interval around the mean of the
 * last round. Its variance takes in the deviations of the chosen candidate's own earlier fresh scores from their mean,
 * which say nothing of that mean.
 */
export function judgeConfirmation(input: ConfirmationInput): Confirmation {
  const { goal, confidence, searched, candidates, trial, final, misses = false, withIncumbent } = input;
  const chosen = candidates.find((candidate) => candidate.trial === trial);
  const scores = final.map(({ recommended }) => recommended).filter(isScore);
  const fresh = candidates.flatMap((of) => [
    ...of.scores.map((score) => ({ of, score })),
    ...(of === chosen ? final.map(({ recommended: score }) => ({ of, score })) : []),
  ]);
  const deterministic = sameOnAllSeeds(searched, fresh);
  const pairs = final.map(({ seed, recommended, incumbent }) => ({
    seed,
    ...(incumbent === undefined ? {} : { base: incumbent }),
    ...(recommended === undefined ? {} : { head: recommended }),
  }));
  const against = withIncumbent ? compare({ goal, confidence, maxDrop: 0, pairs, deterministic }) : undefined;
  const interval = meanInterval(scores, chosen?.scores.filter(isScore) ?? [], deterministic ? [] : searched);
  return {
    candidates,
    trial,
    final,
    ...(scores.length === 0 ? {} : { mean: mean(scores) }),
    ...(interval ? { interval } : {}),
    level,
    ...(against ? { against } : {}),
    ...(misses ? { misses } : {}),
    improved: against?.conclusion === 'improved' && !misses,
    deterministic,
  };
}

/**
 * Student t interval of the expectation of `scores`. The variance is pooled from their deviations and those of `others`,
 * each around the mean of its own group. A score is no surer than its rounding to a step r of the metric: a variance of r²/12 at least
 * (Sheppard's correction), so that seeds which happen to be equal do not make an interval of no width.
 *
 * @param known further scores of the metric, which show its steps
 */
export function meanInterval(
  scores: readonly number[],
  others: readonly number[] = [],
  known: readonly number[] = [],
): readonly [number, number] | undefined {
  const groups = [scores, others].filter((group) => group.length > 0);
  const freedom = groups.reduce((sum, group) => sum + group.length - 1, 0);
  if (scores.length === 0 || freedom === 0) return undefined;
  const seen = Math.hypot(...groups.flatMap(deviations)) / Math.sqrt(freedom);
  const step = stepOf([...known, ...scores, ...others]);
  const deviation = Math.max(seen, step / Math.sqrt(12));
  const half = (studentTQuantile((1 + level) / 2, freedom) * deviation) / Math.sqrt(scores.length);
  const middle = mean(scores);
  return Number.isFinite(half) ? [middle - half, middle + half] : undefined;
}

function deviations(values: readonly number[]): readonly number[] {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function isScore(score: number | null | undefined): score is number {
  return score != null && Number.isFinite(score);
}
