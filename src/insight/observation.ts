import type { Config } from '../space/parameter.ts';
import { constraintMisses } from '../study/goals.ts';
import { pausedTrials } from '../study/leaderboard.ts';
import { lossOf } from '../study/score.ts';
import type { Study, TrialRecord } from '../study/study.ts';

/** A trial as insight looks at it: only those that were trained equally far are compared. */
export interface Observation {
  readonly trial: number;
  readonly config: Config;
  /** Lower is better. */
  readonly loss: number;
  readonly origin: string;
  /** It misses a constraint: whatever its loss, it is not among the best. */
  readonly misses?: true;
  /** By how much it misses each bound, above 0, or keeps it. */
  readonly excess?: readonly number[];
}

/** With fewer trials nothing is said of the whole space, or of what a change brings: it would be noise. */
export const fewestTrials = 30;

/** What of a study there is to learn from. */
export type Seen = Pick<Study, 'trials' | 'metric' | 'constraints'>;

/** The completed search trials of a study, in the order of their numbers. */
export function observationsOf(study: Seen): readonly Observation[] {
  const completed = study.trials.filter(({ role, state }) => role === 'search' && state === 'completed');
  const scored = completed.filter(({ score }) => Number.isFinite(score));
  const full = scored.reduce((most, { resource = 0 }) => Math.max(most, resource), 0);
  return scored
    .filter(({ resource }) => resource === undefined || resource >= full)
    .flatMap((record) => observe(study, record, record.score!));
}

/** A trial by a score and what it has reported by then; none where that is not finite. */
export function observe(study: Seen, record: TrialRecord, score: number): readonly Observation[] {
  if (!Number.isFinite(score)) return [];
  const excess = study.constraints?.length ? constraintMisses(study.constraints, record.reports) : undefined;
  return [
    {
      trial: record.trial,
      config: record.config,
      loss: lossOf(study.metric, score),
      origin: record.origin,
      ...(excess?.some((miss) => miss > 0) ? { misses: true } : {}),
      ...(excess ? { excess } : {}),
    },
  ];
}

/** Whether trials were given up before they were trained in full: then a search has spent less than as many trainings in full. */
export function stopsTrials({ trials }: Pick<Study, 'trials'>): boolean {
  return (
    pausedTrials(trials).size > 0 || trials.some(({ role, state }) => role === 'search' && state === 'pruned')
  );
}

/** The better one first: what misses a constraint after all that keep them, else by loss. */
export function byMerit(a: Observation, b: Observation): number {
  return Number(a.misses ?? false) - Number(b.misses ?? false) || a.loss - b.loss;
}
