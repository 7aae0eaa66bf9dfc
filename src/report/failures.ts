import type { TrialRecord } from '../study/study.ts';
import type { FailureReason } from '../trial/trial.ts';
import type { Results } from './results.ts';
import type { Everywhere } from './safe.ts';
import { plural } from './words.ts';

export interface FailureGroup {
  readonly reason: FailureReason;
  /** In the order of the journal; never empty. */
  readonly trials: readonly TrialRecord[];
  /** The one to show: the first with a tail, else the first. */
  readonly example: TrialRecord;
}

/** «2 trials failed»; where some are not of the search, «2 trainings failed». */
export function failedWords(trials: readonly TrialRecord[]): Everywhere {
  return trials.every(({ role }) => role === 'search')
    ? plural(trials.length, 'trial failed', 'trials failed')
    : plural(trials.length, 'training failed', 'trainings failed');
}

/** Failed trials and trainings by reason, the most frequent first. */
export function failureGroups({ study }: Results): readonly FailureGroup[] {
  const groups = new Map<FailureReason, TrialRecord[]>();
  for (const trial of study.trials) {
    if (trial.state !== 'failed') continue;
    const reason = trial.reason ?? 'crash';
    groups.set(reason, [...(groups.get(reason) ?? []), trial]);
  }
  return [...groups]
    .map(([reason, trials]) => ({
      reason,
      trials,
      example: trials.find((trial) => trial.tail?.trim()) ?? trials[0]!,
    }))
    .sort((a, b) => b.trials.length - a.trials.length);
}
