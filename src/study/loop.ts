import { existsSync, readdirSync } from 'node:fs';
import type { Strategy, Suggestion } from '../search/strategy.ts';
import type { Space } from '../space/space.ts';
import type { FailureReason, TrialRunner } from '../trial/trial.ts';
import { countFinished, spentBudget, tooLate, trialsSpent } from './budget.ts';
import { tidyCheckpoints } from './checkpoint-space.ts';
import { type Clock, systemClock } from './clock.ts';
import { drive, type Later, type Nothing, type Plan } from './drive.ts';
import { type EarlyEnd, nothingToGain } from './early-end.ts';
import { roomForEpochs, type Training } from './epochs.ts';
import type { StudyEvent } from './event.ts';
import { type FoldedTrial, type StudyFold, unfinishedSegment } from './fold.ts';
import { checkpointFolder } from './folders.ts';
import type { Journal } from './journal.ts';
import type { EndRecord } from './record.ts';
import { replayJournal, tellEnd, tellReport, tellStart } from './replay.ts';
import type { StopReason, Study } from './study.ts';
import { ThinkAhead, type Thought } from './think-ahead.ts';
import type { Thinker } from './thinker.ts';

export interface StudyBudget {
  /** Most trials that complete, are pruned or fail. Interrupted ones do not count. */
  readonly trials?: number;
  /** Epochs (or other resource) of a trial whose suggestion names none. */
  readonly resource?: number;
  /** Most epochs (or other resource) of all trials together, over all their segments. */
  readonly epochs?: number;
  /** When running trials are interrupted: milliseconds of `clock`. */
  readonly deadline?: number;
  /** Milliseconds before it by which trials should have ended, for what comes after the search; asked before each. */
  readonly keptBack?: (fold: StudyFold) => number;
  /** Most bytes of what search trials leave to go on from. */
  readonly disk?: number;
  /** What the deadline comes from. Default `time`. */
  readonly deadlineBy?: 'time' | 'cost';
  /** When to end before that, since there is nothing left to gain. */
  readonly early?: EarlyEnd;
}

export interface RunStudyOptions {
  readonly space: Space;
  /** Fresh: it is told what the journal tells. */
  readonly strategy: Strategy;
  /** Thinks ahead where there are several workers: fresh, of the same strategy. Whoever started it closes it. */
  readonly thinker?: Thinker;
  /** Open; whoever opened it closes it. The metric is its header's. */
  readonly journal: Journal;
  /** One for each worker. Whoever made them closes them. */
  readonly runners: readonly TrialRunner[];
  readonly budget: StudyBudget;
  /** Seed of search trial `trial`; a pure function. */
  readonly seedOf: (trial: number) => number;
  /** Where the files of trials go: the journal's folder. */
  readonly folder: string;
  /** Aborting cancels the study. A string as its reason is named in the stop record («by SIGINT»). */
  readonly signal?: AbortSignal;
  /** Longest time of one trial, milliseconds. */
  readonly trialTimeout?: number;
  /** How often a training that failed by accident is tried again. Default 0. */
  readonly retries?: number;
  /** Whether trials go on from where they paused; otherwise each training begins anew. Default true. */
  readonly resumable?: boolean;
  /** A trial that a strategy proposes as a change of another one begins with its weights. Default false. */
  readonly inherits?: boolean;
  readonly clock?: Clock;
  readonly onEvent?: (event: StudyEvent) => void;
  /** Of so many of the best trials the checkpoints stay when they have ended. Default 1. */
  readonly keepBest?: number;
  /** The checkpoints of a trial that might have gone on were deleted for want of space. */
  readonly onDrop?: (trial: number) => void;
}

/**
 * Runs the search until its budget is spent, and resolves to the study with the reason why it stopped.
 *
 * A journal that has trials is gone on with: the strategy is told what it tells, trials that a kill or an earlier stop
 * cut short are run again first (same number, config and seed), then the search continues. With one worker the trials
 * are those of an uninterrupted study.
 *
 * Rejects when something of ours fails (a runner that rejects, a disk that is full); by then every trial has ended
 * and the journal holds all that is known.
 */
export async function runStudy(options: RunStudyOptions): Promise<Study> {
  const { journal, budget, clock = systemClock, onEvent = () => {} } = options;
  if (options.runners.length === 0)
    throw new Error('a study needs a runner for each of its workers, and there is none');
  const { metric } = journal.header;
  // A single worker always gets the suggestion that knows its last result.
  const ahead =
    options.thinker && options.runners.length > 1
      ? new ThinkAhead(options.strategy, options.thinker)
      : undefined;
  const strategy = ahead ?? options.strategy;
  replayJournal(journal.records, strategy);
  ahead?.begin();
  const { fold } = journal;
  const search = new Search(options, fold, clock, () => ahead?.suggest() ?? strategy.ask());
  let resumes = fold.trials.some((trial) => trial.role === 'search');

  const end = await drive<StopReason>({
    journal,
    workers: options.runners.length,
    runnerOf: (_role, worker) => options.runners[worker]!,
    folder: options.folder,
    trialTimeout: options.trialTimeout,
    retries: options.retries ?? 0,
    deadline: budget.deadline,
    clock,
    signal: options.signal,
    next: (running) => {
      const step = search.next(running);
      if ('config' in step && resumes) journal.append({ type: 'resume', at: new Date().toISOString() });
      if ('config' in step) resumes = false;
      return step;
    },
    onStart: (trial, segment, again) => {
      if (!again) tellStart(strategy, trial.trial, trial.config, trial.segments[segment]?.resource);
    },
    onReport: (trial, report, score) => tellReport(strategy, metric, trial.trial, report, score),
    onEnd: (trial, segment, end) => {
      tellEnd(strategy, journal.header, trial, segment, end);
      tidyCheckpoints(options.folder, fold, strategy, options.keepBest ?? 1, budget.disk, options.onDrop);
    },
    onEvent,
  });

  const reason = end.reason === 'time' ? (budget.deadlineBy ?? 'time') : end.reason;
  const { detail } = end;
  if (fold.stop?.reason !== reason || fold.stop.detail !== detail) {
    const at = new Date().toISOString();
    const stop = { type: 'stop' as const, reason, detail, ...spentBudget(reason, budget), at };
    journal.append(stop, { sync: true });
  }
  onEvent({ type: 'stopped', reason, detail });
  return fold.study();
}

function holdsFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** Decides what a free worker does next. */
class Search {
  readonly #options: RunStudyOptions;
  readonly #fold: StudyFold;
  readonly #clock: Clock;
  readonly #suggest: () => Suggestion | Thought;
  /** Trials that an earlier process left unfinished, in the order of their number. */
  readonly #unfinished: FoldedTrial[];

  constructor(options: RunStudyOptions, fold: StudyFold, clock: Clock, suggest: () => Suggestion | Thought) {
    this.#options = options;
    this.#suggest = suggest;
    this.#fold = fold;
    this.#clock = clock;
    this.#unfinished = fold.trials.filter(
      (trial) => trial.role === 'search' && unfinishedSegment(trial) !== undefined,
    );
  }

  next(running: readonly Plan[]): Plan | Nothing<StopReason> | Later {
    const step = this.#next(running);
    const { budget, resumable } = this.#options;
    if (budget.epochs === undefined || !('config' in step)) return step;
    const trainings = running.map((plan) => this.#asTrained(plan));
    const room = roomForEpochs(this.#asTrained(step), trainings, this.#fold, budget.epochs, resumable);
    if (room === 'now') return step;
    if (room !== 'later') return { over: { reason: 'epochs', detail: room.over } };
    const { known } = step;
    if (known && step.segment < known.segments.length) this.#unfinished.unshift(known);
    return {};
  }

  /** What kept nothing where it paused begins anew. */
  #asTrained(plan: Plan): Training {
    const { folder, resumable = true } = this.#options;
    const { known, trial, segment, ...anew } = plan;
    const before = checkpointFolder(folder, 'search', trial, segment - 1);
    return resumable && segment > 0 && holdsFiles(before) ? plan : { ...anew, segment };
  }

  #next(running: readonly Plan[]): Plan | Nothing<StopReason> | Later {
    const { budget, space } = this.#options;
    const failing = failingAlike(this.#fold.ends, this.#firstIsIncumbent(space));
    if (failing) return { over: { reason: 'failing', detail: failing } };
    const late = tooLate(this.#fold, 'search', budget.deadline, this.#clock, budget.keptBack?.(this.#fold));
    if (late) return { over: late };

    const spent = countFinished(this.#fold, 'search') + running.filter((plan) => plan.segment === 0).length;
    const full = budget.trials !== undefined && spent >= budget.trials;
    const noTrialLeft = {
      over: { reason: 'trials' as const, detail: trialsSpent(budget.trials ?? 0) },
    };
    const unfinished = this.#unfinished.find((trial) => !full || trial.segments.length > 1);
    if (unfinished) {
      this.#unfinished.splice(this.#unfinished.indexOf(unfinished), 1);
      return this.#again(unfinished);
    }
    const nothing = nothingToGain(this.#fold, budget.early ?? {});
    if (nothing) return { over: { reason: 'no-gain', detail: nothing } };
    // A full budget of trials may still let earlier ones go on to higher resources: that is for the strategy to say.
    const suggestion = this.#suggest();
    if ('ready' in suggestion) return suggestion;
    switch (suggestion.kind) {
      case 'new':
        return full ? noTrialLeft : this.#begin(suggestion);
      case 'resume':
        return this.#continue(suggestion, running);
      case 'wait':
        return full && running.length === 0 ? noTrialLeft : {};
      case 'exhausted':
        return {
          over: { reason: suggestion.byTrials ? 'trials' : 'exhausted', detail: suggestion.reason },
        };
    }
  }

  #again(trial: FoldedTrial): Plan {
    const segment = unfinishedSegment(trial)!;
    const resource = trial.segments[segment]?.resource;
    return {
      role: 'search',
      trial: trial.trial,
      known: trial,
      segment,
      config: trial.config,
      seed: trial.seed,
      origin: trial.origin,
      ...this.#family(trial.parent),
      ...this.#upTo(resource),
    };
  }

  #begin(suggestion: {
    readonly config: Plan['config'];
    readonly origin: string;
    readonly resource?: number;
    readonly gain?: number;
    readonly parent?: number;
  }): Plan {
    const trial = this.#fold.trials.filter((item) => item.role === 'search').length;
    const resource = suggestion.resource ?? this.#options.budget.resource;
    return {
      role: 'search',
      trial,
      segment: 0,
      config: suggestion.config,
      seed: this.#options.seedOf(trial),
      origin: suggestion.origin,
      ...this.#upTo(resource),
      ...(suggestion.gain === undefined ? {} : { gain: suggestion.gain }),
      ...this.#family(suggestion.parent),
    };
  }

  /** Where trials inherit: that it leaves weights, and whose it begins with. */
  #family(parent: number | undefined): { readonly leavesWeights?: true; readonly parent?: number } {
    if (!this.#options.inherits) return {};
    return { leavesWeights: true, ...(parent === undefined ? {} : { parent }) };
  }

  #continue(
    suggestion: { readonly trial: number; readonly resource: number; readonly origin: string },
    running: readonly Plan[],
  ): Plan {
    const known = this.#fold.find('search', suggestion.trial);
    if (!known || running.some((plan) => plan.trial === suggestion.trial))
      throw new Error(
        `the strategy wants to go on with trial ${suggestion.trial}, which ${known ? 'runs' : 'never was'}`,
      );
    return {
      role: 'search',
      trial: known.trial,
      known,
      segment: known.segments.length,
      config: known.config,
      seed: known.seed,
      origin: suggestion.origin,
      ...this.#upTo(suggestion.resource),
    };
  }

  /** A resource, and whether it is less than the full one, so that more may follow. */
  #upTo(resource: number | undefined): { readonly resource?: number; readonly pauses?: boolean } {
    if (resource === undefined) return {};
    const full = this.#options.budget.resource;
    return { resource, ...(full !== undefined && resource < full ? { pauses: true } : {}) };
  }

  #firstIsIncumbent({ incumbent }: Space): boolean {
    const first = this.#fold.find('search', 0);
    if (!incumbent || !first) return false;
    const paths = new Set([...Object.keys(incumbent), ...Object.keys(first.config)]);
    return [...paths].every((path) => Object.is(incumbent[path], first.config[path]));
  }
}

/**
 * How many first trials may fail for one reason before the study stops. A program that cannot start, or reports
 * nothing, fails whatever its config. Divergence, memory and time depend on the config: unless the one that ships
 * today is among those that failed, three of them may be bad luck in a wild space. Infeasible is the program's
 * considered answer, never a defect.
 */
function failuresAllowed(reason: FailureReason, withIncumbent: boolean): number {
  if (reason === 'infeasible') return Number.POSITIVE_INFINITY;
  const byConfig = reason === 'not-finite' || reason === 'out-of-memory' || reason === 'timeout';
  return byConfig && !withIncumbent ? 10 : 3;
}

/** Why it makes no sense to go on: all first trials failed for one reason. In the program's own words. */
function failingAlike(ends: readonly EndRecord[], withIncumbent: boolean): string | undefined {
  const last = ends.at(-1);
  if (last?.state !== 'failed' || last.reason === undefined) return undefined;
  const { reason } = last;
  if (ends.length < failuresAllowed(reason, withIncumbent)) return undefined;
  if (!ends.every((end) => end.state === 'failed' && end.reason === reason)) return undefined;
  const words = [last.message, last.tail]
    .filter((text) => text !== undefined && text.trim() !== '')
    .join('\n');
  return `the first ${ends.length} trials all failed (${reason})${words === '' ? '' : `: ${words}`}`;
}
