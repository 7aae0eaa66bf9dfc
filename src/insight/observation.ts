import type { Config } from '../space/parameter.ts';
import { misses } from '../study/front.ts';
import { constraintMisses } from '../study/goals.ts';
import { pausedTrials } from '../study/leaderboard.ts';
import { lossOf } from '../study/score.ts';
import type { Study, TrialRecord } from '../study/study.ts';

/** A trial as insight looks at it: only those that were trained in full are compared. */
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
  const { constraints = [] } = study;
  const completed = study.trials.filter(
    (trial): trial is TrialRecord & { readonly score: number } =>
      trial.role === 'search' &&
      trial.state === 'completed' &&
      trial.score !== undefined &&
      Number.isFinite(trial.score),
  );
  const full = completed.reduce((most, { resource = 0 }) => Math.max(most, resource), 0);
  return completed
    .filter(({ resource }) => resource === undefined || resource >= full)
    .map((record) => ({
      trial: record.trial,
      config: record.config,
      loss: lossOf(study.metric, record.score),
      origin: record.origin,
      ...(misses(study, record).length > 0 ? { misses: true } : {}),
      ...(constraints.length > 0 ? { excess: constraintMisses(constraints, record.reports) } : {}),
    }));
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
