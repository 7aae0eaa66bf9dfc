import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';

/**
 * The contract of a search strategy: ask / tell / report.
 *
 * The study calls `ask` when a worker is free, then `start` with what it really runs, `report` for each
 * intermediate measurement and `tell` once when the trial ends. The rules, which `test/search/conformance.ts`
 * checks for every strategy:
 *
 * - `ask` is a pure function of (space, options, seed, everything told so far in order). Calling it twice gives
 *   the same answer; it changes nothing. Randomness comes from `randomStream(seed, purpose, index)`.
 * - State is rebuilt by feeding a fresh instance the same `start` / `report` / `tell` calls, never by calling
 *   `ask` again: that is how a killed study resumes. (Caches are fine when results do not depend on them.)
 * - No disk, clock, process or network. Bounded memory and time.
 * - On a finite space no config is proposed twice unless repeats are asked for; when all were, the answer is
 *   `exhausted`.
 * - Losses are minimised. A failed trial has no loss but counts as told.
 * - A config that misses a constraint is never better than one that keeps them all.
 */
export interface Strategy {
  /** What the next free worker should do. */
  ask(): Suggestion;
  /**
   * The trial that `ask` goes on with before it looks for a new config; undefined: none. Absent: never any. Pure, and fast: no
   * model is asked. A new config that `ask` gave stays what to do until a trial starts or this gives one, so that it can be
   * computed ahead.
   */
  promotion?(): Suggestion | undefined;
  /** Trial `trial` (counted from 0 without gaps) starts, or goes on to a higher resource. */
  start(trial: number, config: Config, resource?: number): void;
  /** An intermediate loss of a running trial; says whether the trial should go on. */
  report(trial: number, step: number, loss: number): Decision;
  /**
   * The trial ended (or paused at its resource). A run that was lost for reasons outside the config (budget, cancel, kill) is no end:
   * nothing is told of it, and the trial is pending until it was run again.
   */
  tell(trial: number, outcome: Outcome): void;
  /**
   * Whether a trial that has ended may be wanted again: for a higher resource, or, where the problem `inherits`, as the parent of
   * another. What it left to go on from is deleted when not.
   * Absent: nobody knows. A trial that was given up may be resumed all the same; it then begins anew. Pure.
   */
  mayResume?(trial: number): boolean;
}

export type Decision = 'continue' | 'stop';

export type Suggestion =
  /** Run a new config. `resource`: epochs to reach, the full resource when absent. `origin`: why, for people. */
  | {
      readonly kind: 'new';
      readonly config: Config;
      readonly origin: string;
      readonly resource?: number;
      /**
       * Where a model chose it as the best it could find: the improvement that it expects over the best result, in standard
       * deviations of the results as the model sees them. Of results that span orders of magnitude that is a share of the best one:
       * by the results themselves the worst would say what is much. A search that may end early does so when it has become next to
       * nothing.
       */
      readonly gain?: number;
      /** The trial that the config is one change away from, where there is one. */
      readonly parent?: number;
    }
  /** Continue an earlier trial up to a higher resource. */
  | { readonly kind: 'resume'; readonly trial: number; readonly resource: number; readonly origin: string }
  /** Nothing until another result is told. Only allowed while trials are pending. */
  | { readonly kind: 'wait' }
  /** The search is over. `byTrials`: with a larger budget of trials it would not be. */
  | { readonly kind: 'exhausted'; readonly reason: string; readonly byTrials?: true };

export type Outcome =
  | {
      readonly state: 'completed';
      readonly loss: number;
      readonly resource?: number;
      /** Where there are several metrics: the loss of each, `loss` the first of them. As many in every trial. */
      readonly losses?: readonly number[];
      /**
       * Where there are constraints: by how much each is missed, in its own unit; 0 or less keeps it. As many in every
       * trial.
       */
      readonly constraints?: readonly number[];
    }
  /** Stopped by the strategy's own `report` decision; `loss` is the last one reported. */
  | { readonly state: 'pruned'; readonly loss: number; readonly resource?: number }
  /** The config cannot work (crash, NaN, timeout, out of memory). */
  | { readonly state: 'failed' };

/** What every strategy is built from. */
export interface SearchProblem {
  readonly space: Space;
  readonly seed: number;
  /** The config that the repository ships today; proposed first where there is one. */
  readonly incumbent?: Config;
  /** How many trials the budget allows, where it says so. */
  readonly trials?: number;
  /** Full resource of a trial (epochs), where the spec says so. */
  readonly maxResource?: number;
  /** How many trials run at once. Default 1. */
  readonly workers?: number;
  /** How many metrics a completed trial tells the losses of (default 1), and how many constraints (default 0). */
  readonly metrics?: number;
  readonly constraints?: number;
  /** Allow a config to be proposed again. Default false. */
  readonly repeats?: boolean;
  /** Trials can go on from where they paused. Default false. */
  readonly resumable?: boolean;
  /** Trials begin from the weights of their parents. Default false. */
  readonly inherits?: boolean;
  /** How many full trainings the budget of all epochs allows, where there is one. */
  readonly fullTrainings?: number;
  /** The budget is one of time (or of epochs), so that what a trial costs matters, not how many there are. Default false. */
  readonly timed?: boolean;
}
