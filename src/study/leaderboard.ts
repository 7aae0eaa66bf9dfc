import { lossOf } from './score.ts';
import type { Study, TrialRecord } from './study.ts';

const groups: Readonly<Record<TrialRecord['state'], number>> = {
  completed: 0,
  pruned: 1,
  running: 2,
  interrupted: 3,
  failed: 4,
};

/**
 * The search trials, best first: completed ones by score, then pruned ones by the score they were stopped at, then
 * the running, the interrupted and the failed. Equal scores in the order of trials; one that is missing or not a
 * number comes after all others of its state.
 */
export function rankTrials(study: Pick<Study, 'trials' | 'metric'>): TrialRecord[] {
  return study.trials
    .filter((trial) => trial.role === 'search')
    .sort(
      (a, b) => groups[a.state] - groups[b.state] || compareScores(study.metric, a, b) || a.trial - b.trial,
    );
}

/** The best completed search trial; undefined while there is none. */
export function bestTrial(study: Pick<Study, 'trials' | 'metric'>): TrialRecord | undefined {
  const first = rankTrials(study)[0];
  return first?.state === 'completed' && first.score !== undefined && !Number.isNaN(first.score)
    ? first
    : undefined;
}

function compareScores(metric: Study['metric'], a: TrialRecord, b: TrialRecord): number {
  const [x, y] = [orderedLoss(metric, a), orderedLoss(metric, b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderedLoss(metric: Study['metric'], trial: TrialRecord): number {
  const loss = trial.score === undefined ? Number.NaN : lossOf(metric, trial.score);
  // Only completed and pruned trials are ranked by score; the rest keep the order of trials.
  if (groups[trial.state] > groups.pruned) return 0;
  return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
}
