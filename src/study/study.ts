import type { Config } from '../space/parameter.ts';
import type { FailureReason, Report } from '../trial/trial.ts';

/**
 * The folded journal: everything that is known of a study. Pure data.
 *
 * `search` trials are numbered from 0 in the order of their start. `head` and `base` are the gate's trainings of
 * the incumbent, numbered by the index of their seed. `confirm` are trainings of the best configs (and the incumbent)
 * with fresh seeds, numbered from 0; in a search that another program drives from the first number that no trial has.
 */
export type TrialRole = 'search' | 'confirm' | 'head' | 'base';

/** Where the numbers begin that programs are told of trainings outside the search: no search comes so far, however its budget grows. */
const firstNumbers: Readonly<Record<TrialRole, number>> = {
  search: 0,
  confirm: 1_000_000,
  head: 2_000_000,
  base: 3_000_000,
};

/** What the program of a training is told as its number: no two of a study have the same, so that files that it names by it stay apart. */
export function numberOf(role: TrialRole, trial: number): number {
  return firstNumbers[role] + trial;
}

export interface TrialRecord {
  readonly role: TrialRole;
  readonly trial: number;
  readonly config: Config;
  readonly seed: number;
  /** Why the strategy proposed it: `incumbent`, `initial design`, `model` … */
  readonly origin: string;
  readonly state: 'running' | 'completed' | 'pruned' | 'failed' | 'interrupted';
  readonly reason?: FailureReason;
  readonly message?: string;
  /** Value of the study's metric (the last or the best report, as the spec says). Absent unless known. */
  readonly score?: number;
  /** All metrics of the last report. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly reports: readonly Report[];
  readonly resource?: number;
  /** Sum over the segments that were run, milliseconds. */
  readonly durationMs: number;
  readonly backend?: string;
  /** The GPU that it had, as `CUDA_VISIBLE_DEVICES` names it. */
  readonly device?: string;
  /** Last lines of output of a failed trial. */
  readonly tail?: string;
}

/** The trials of a search that are over: completed, stopped early or failed. */
export function endedTrials<T extends Pick<TrialRecord, 'role' | 'state'>>(trials: readonly T[]): T[] {
  return trials.filter(
    ({ role, state }) => role === 'search' && state !== 'running' && state !== 'interrupted',
  );
}

export type StopReason =
  | 'trials' // the budget of trials is spent
  | 'epochs' // the budget of epochs is spent
  | 'time' // the budget of time is spent
  | 'cost' // the budget of money is spent
  | 'exhausted' // the strategy has nothing left (every config was tried)
  | 'cancelled' // signal
  | 'failing' // the first trials all failed for one reason
  | 'no-gain'; // further trials are not expected to be any better

/** A further metric that a study is after. */
export interface FurtherMetric {
  readonly name: string;
  readonly goal: 'minimize' | 'maximize';
  /** Which report counts: the last one or the best one. */
  readonly use: 'last' | 'best';
}

/** Bounds that a config has to keep, whatever its score; the last value of the metric counts. */
export interface Constraint {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Study {
  readonly name: string;
  readonly metric: { readonly name: string; readonly goal: 'minimize' | 'maximize' };
  /** Metrics beside the main one: the search is after the front of all. */
  readonly more?: readonly FurtherMetric[];
  readonly constraints?: readonly Constraint[];
  readonly seed: number;
  readonly strategy: string;
  readonly trials: readonly TrialRecord[];
  /** Absent while it runs or when it was killed. */
  readonly stop?: { readonly reason: StopReason; readonly detail: string };
}
