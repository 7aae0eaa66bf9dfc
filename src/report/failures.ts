import type { TrialRecord } from '../study/study.ts';
import type { FailureReason } from '../trial/trial.ts';
import type { Results } from './results.ts';

export interface FailureGroup {
  readonly reason: FailureReason;
  /** In the order of the journal; never empty. */
  readonly trials: readonly TrialRecord[];
  /** The one to show: the first with a tail, else the first. */
  readonly example: TrialRecord;
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
