import type { Config } from '../space/parameter.ts';
import type { FailureReason, Report } from '../trial/trial.ts';
import type { StopReason, TrialRecord, TrialRole } from './study.ts';

/** What happens while a study or the gate's trainings run, for whoever shows it. */
export type StudyEvent =
  | {
      readonly type: 'trial-started';
      readonly role: TrialRole;
      readonly trial: number;
      readonly config: Config;
      readonly seed: number;
      readonly origin: string;
      readonly resource?: number;
      readonly worker: number;
      /** 0, or how many segments of this trial went before. */
      readonly segment: number;
      /** The run repeats one that a kill or a stop cut short. */
      readonly again: boolean;
    }
  | {
      readonly type: 'report';
      readonly role: TrialRole;
      readonly trial: number;
      readonly report: Report;
      /** The trial's score if it ended now. */
      readonly score?: number;
    }
  | {
      readonly type: 'trial-ended';
      readonly trial: TrialRecord;
      /** The best completed search trial so far. */
      readonly best?: TrialRecord;
      /** Trials of this kind (search, confirm stage, or the gate's sides together) that completed, were pruned or failed. */
      readonly finished: number;
    }
  /** A training that failed by accident is tried again. */
  | {
      readonly type: 'retry';
      readonly role: TrialRole;
      readonly trial: number;
      readonly seed: number;
      readonly reason: FailureReason;
      readonly message?: string;
      /** Counted from 1. */
      readonly attempt: number;
      /** How many there are at most. */
      readonly of: number;
    }
  /** No further trial starts and running ones are interrupted. */
  | { readonly type: 'stopping'; readonly reason: 'time' | 'cancelled' | 'error'; readonly running: number }
  | { readonly type: 'stopped'; readonly reason: StopReason; readonly detail: string };
