import { hashConfig } from '../space/config.ts';
import type { Space } from '../space/space.ts';
import { infeasibleTrials, type Judged, misses, paretoFronts, recommend } from './front.ts';
import { lossOf } from './score.ts';
import { reachedStep } from './steps.ts';
import type { Study, TrialRecord } from './study.ts';

const groups: Readonly<Record<TrialRecord['state'], number>> = {
  completed: 0,
  pruned: 1,
  running: 2,
  interrupted: 3,
  failed: 4,
};

/**
 * The search trials, best first: those trained in full by score, then those that paused or were stopped before, the
 * ones that came farther first, then the running, the interrupted and the failed. Equal scores in the order of trials;
 * one that is missing or not a number comes after all others of its kind.
 *
 * With several metrics completed trials stand by fronts, the recommended one first, within a front by the main metric.
 * Trials that miss a constraint come after all that keep them, the nearest miss first.
 */
export function rankTrials(study: Judged): TrialRecord[] {
  const places = completedPlaces(study);
  const place = (trial: TrialRecord) => places.get(trial) ?? Number.POSITIVE_INFINITY;
  const trials = study.trials.filter((trial) => trial.role === 'search');
  const full = fullResource(trials);
  return trials.sort(
    (a, b) =>
      groupOf(a, full) - groupOf(b, full) ||
      (groupOf(a, full) === groups.pruned ? reached(b) - reached(a) : 0) ||
      (place(a) === place(b) ? 0 : place(a) - place(b)) ||
      compareScores(study.metric, a, b) ||
      a.trial - b.trial,
  );
}

/** The search trial that had a config: of several the best one. Undefined when none had it. */
export function trialsByConfig(
  study: Judged,
  space: Space,
): (config: TrialRecord['config']) => TrialRecord | undefined {
  // Of several the last to be set, which is the best.
  const trials = new Map(
    rankTrials(study)
      .reverse()
      .map((trial) => [hashConfig(space, trial.config), trial]),
  );
  return (config) => trials.get(hashConfig(space, config));
}

/** The highest resource that a trial completed: what a score must be of to be compared with others. */
function fullResource(trials: readonly TrialRecord[]): number {
  return trials.reduce(
    (most, { state, resource }) => (state === 'completed' ? Math.max(most, resource ?? 0) : most),
    0,
  );
}

/** The search trials that completed with less than others had: they paused at a lower rung and did not go on. */
export function pausedTrials(trials: readonly TrialRecord[]): ReadonlySet<TrialRecord> {
  const search = trials.filter(({ role }) => role === 'search');
  const full = fullResource(search);
  return new Set(
    search.filter((trial) => trial.state === 'completed' && groupOf(trial, full) === groups.pruned),
  );
}

function groupOf({ state, resource }: TrialRecord, full: number): number {
  return state === 'completed' && resource !== undefined && resource < full ? groups.pruned : groups[state];
}

function reached({ reports, resource }: TrialRecord): number {
  return reachedStep(reports) ?? resource ?? 0;
}

/** The best search trial that was trained in full, of several metrics the recommended one; undefined while there is none. */
export function bestTrial(study: Judged): TrialRecord | undefined {
  if (study.more?.length) return recommend(study)?.trial;
  const paused = pausedTrials(study.trials);
  const best = study.trials
    .filter(
      (trial) =>
        trial.role === 'search' &&
        trial.state === 'completed' &&
        !paused.has(trial) &&
        misses(study, trial).length === 0,
    )
    .reduce<TrialRecord | undefined>(
      (first, trial) =>
        first && (compareScores(study.metric, first, trial) || first.trial - trial.trial) <= 0
          ? first
          : trial,
      undefined,
    );
  return best?.score !== undefined && !Number.isNaN(best.score) ? best : undefined;
}

/** Where completed trials stand among themselves, where more than the score decides. */
function completedPlaces(study: Judged): ReadonlyMap<TrialRecord, number> {
  if (!study.more?.length && !study.constraints?.length) return new Map();
  const missed = infeasibleTrials(study);
  if (!study.more?.length) {
    const behind = study.trials.length;
    return new Map([
      ...study.trials.map((trial): [TrialRecord, number] => [trial, 0]),
      ...missed.map((trial, i): [TrialRecord, number] => [trial, behind + i]),
    ]);
  }
  const first = recommend(study)?.trial;
  const good = paretoFronts(study).flat();
  const order = [...(first ? [first] : []), ...good.filter((trial) => trial !== first), ...missed];
  return new Map(order.map((trial, i) => [trial, i]));
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
