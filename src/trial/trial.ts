import type { Config } from '../space/parameter.ts';

/** The contract between the study and whatever trains: one trial in, one outcome out. */
export interface TrialRunner {
  /** Trains once. Never rejects for anything that the trial does; rejects only on a defect of ours. */
  run(request: TrialRequest): Promise<TrialOutcome>;
  /** The GPU that its trials see, as `CUDA_VISIBLE_DEVICES` names it; absent: none is given to it. */
  readonly device?: string;
  /** What trains, for the report. Known after the first trial for modules. */
  readonly backend: string | undefined;
  /** Why it is this backend and not an earlier one of the order, one sentence each. Known when `backend` is. */
  readonly notes?: readonly string[];
  /** Ends warm processes; resolves when none is left. */
  close(): Promise<void>;
}

export interface TrialRequest {
  readonly trial: number;
  /** Active parameters only, path → value. */
  readonly config: Config;
  readonly seed: number;
  /** Epochs (or other resource) to reach; absent when the spec does not say. */
  readonly resource?: number;
  /** It pauses at its resource: a longer training may follow, from what it leaves in its checkpoints. */
  readonly pauses?: boolean;
  /** Others may begin with its weights: it leaves them in its checkpoints. */
  readonly leavesWeights?: boolean;
  /** The trial whose weights it begins with, as far as they fit. */
  readonly parent?: { readonly config: Config; readonly checkpoints: string };
  /** The main metric, so that NaN and absence are recognised. */
  readonly metric: string;
  /** Further metrics that the spec names: trials that could measure them only at a cost know that they are wanted. */
  readonly furtherMetrics?: readonly string[];
  /** Folder of this trial (created by the runner): config.json, metrics.jsonl, output.log. */
  readonly folder: string;
  /** Kept between rungs of one config. */
  readonly checkpoints: string;
  /** Aborting interrupts the trial: SIGTERM to its group, grace, SIGKILL. */
  readonly signal: AbortSignal;
  /** Milliseconds; the spec's limit or what the budget leaves. */
  readonly timeout?: number;
  /** Called in order for each report; `stop` ends the trial as `stopped`. */
  readonly onReport: (report: Report) => 'continue' | 'stop';
}

/** One intermediate measurement. */
export interface Report {
  readonly step: number;
  readonly metrics: Readonly<Record<string, number>>;
}

export type TrialOutcome = {
  readonly durationMs: number;
  /** The last lines of output, at most 4 KiB, for the report. */
  readonly tail: string;
  /** What trained: `command`, `tfjs-node 4.22.0`, `wasm (simd)`. */
  readonly backend: string;
} & (
  | { readonly state: 'completed' }
  /** Ended by `onReport`'s decision. */
  | { readonly state: 'stopped' }
  /** Ended by the signal. */
  | { readonly state: 'interrupted' }
  | { readonly state: 'failed'; readonly reason: FailureReason; readonly message: string }
);

/** Why a trial failed. */
export const failureReasons = [
  'crash',
  'signal',
  'timeout',
  'idle',
  'out-of-memory',
  'not-finite',
  'no-metric',
  'malformed-report',
  'infeasible',
  'spawn',
] as const;
export type FailureReason = (typeof failureReasons)[number];
