import type { FinishOrder } from '../automl/finish-order.ts';
import type { Config, Value } from '../space/parameter.ts';
import type { TaskSpec } from '../spec/spec.ts';
import type { Declared } from './declared.ts';
import type { FailureReason } from './trial.ts';

/** A trial to run. */
export interface RunOrder {
  readonly type: 'run';
  readonly id: number;
  /** Active parameters only, path → value. */
  readonly config: Config;
  /** The same as a nested object (see `nestConfig`). */
  readonly tree: Readonly<Record<string, unknown>>;
  readonly seed: number;
  readonly resource?: number;
  readonly metric: string;
  /** Further metrics that the spec names. */
  readonly furtherMetrics?: readonly string[];
  readonly checkpoints: string;
  /** A longer training of this config may follow. */
  readonly pauses?: boolean;
  /** Others may begin with its weights: it leaves them in its checkpoints. */
  readonly leavesWeights?: boolean;
  /** The trial whose weights it begins with, as far as they fit. */
  readonly parent?: {
    readonly config: Config;
    readonly tree: Readonly<Record<string, unknown>>;
    readonly checkpoints: string;
  };
  readonly trial: number;
  /** Folder of the trial, with its config.json. */
  readonly folder: string;
  /** The code says what is searched: what the config lacks has its default. */
  readonly defines?: boolean;
  /** The config as environment variables. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * What the runner of module trials and the trial host say to each other over Node's IPC channel
 * (`child_process.fork`, JSON serialization). One trial at a time per host. The host's stdout and stderr belong to
 * the user's code.
 */
export type ToHost =
  /** Once, first: loads the user's module (and TensorFlow.js), or with `task` the data that `module` names; for Python, `backend` is `python` or `keras`. */
  | { readonly type: 'load'; readonly module: string; readonly backend: string; readonly task?: TaskSpec }
  | RunOrder
  /** Times a few steps of a trial, to choose among backends; answered by `measured` or `failed`. */
  | (Omit<RunOrder, 'type'> & { readonly type: 'measure'; readonly limitMs: number })
  /** Builds the model of a config and measures what needs no training; answered by `appraised` or `failed`. */
  | (Omit<RunOrder, 'type'> & { readonly type: 'appraise' })
  /** Runs `build(hp)` with these values and defaults otherwise; answered by `declared` or `failed`. */
  | {
      readonly type: 'declare';
      readonly id: number;
      readonly values: Readonly<Record<string, Value>>;
      /** Those of the spec's parameters, nested. */
      readonly tree?: Readonly<Record<string, unknown>>;
    }
  /** Makes the model of a task whose search is done, and writes it; answered by `finished` or `failed`. */
  | { readonly type: 'finish'; readonly id: number; readonly order: FinishOrder }
  /** Answer to a report: whether to go on. The host awaits it, so pruning is deterministic. */
  | { readonly type: 'decision'; readonly id: number; readonly decision: 'continue' | 'stop' }
  /** No more trials: exit. */
  | { readonly type: 'close' };

export type FromHost =
  | { readonly type: 'ready'; readonly backend: string; readonly notes: readonly string[] }
  | { readonly type: 'load-failed'; readonly message: string }
  | {
      readonly type: 'report';
      readonly id: number;
      readonly step: number;
      readonly metrics: Readonly<Record<string, number | string>>;
    }
  /** Milliseconds of a step, on the backend of this host. */
  | { readonly type: 'measured'; readonly id: number; readonly stepMs: number }
  /** The `furtherMetrics` that need no training. */
  | {
      readonly type: 'appraised';
      readonly id: number;
      readonly metrics: Readonly<Record<string, number | string>>;
    }
  /** What `build(hp)` has asked for, in order. */
  | { readonly type: 'declared'; readonly id: number; readonly parameters: readonly Declared[] }
  /** The model of a task is written. */
  | { readonly type: 'finished'; readonly id: number }
  /** The trial ended by itself (`stopped`: because of a `stop` decision). */
  | { readonly type: 'done'; readonly id: number; readonly stopped: boolean }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly reason: FailureReason;
      readonly message: string;
    };
// JSON has no NaN: non-finite metrics travel as the strings 'NaN', 'Infinity', '-Infinity'.
