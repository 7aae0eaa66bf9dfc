import type { Config } from '../space/parameter.ts';
import { lossOf } from '../study/score.ts';
import type { Study, TrialRecord } from '../study/study.ts';

/** A trial as insight looks at it: only those that were trained in full are compared. */
export interface Observation {
  readonly trial: number;
  readonly config: Config;
  /** Lower is better. */
  readonly loss: number;
  readonly origin: string;
}

/** The completed search trials of a study, in the order of their numbers. */
export function observationsOf(study: Pick<Study, 'trials' | 'metric'>): readonly Observation[] {
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
    .map(({ trial, config, score, origin }) => ({
      trial,
      config,
      loss: lossOf(study.metric, score),
      origin,
    }));
}
