import { randomBytes } from 'node:crypto';
import { plural } from '../plural.ts';
import type { Config } from '../space/parameter.ts';
import type { FailureReason, Report, TrialOutcome, TrialRequest, TrialRunner } from '../trial/trial.ts';
import { countFinished } from './budget.ts';
import type { Clock } from './clock.ts';
import { endRecord } from './end-record.ts';
import type { StudyEvent } from './event.ts';
import type { FoldedTrial, StudyFold } from './fold.ts';
import { checkpointFolder, dropEarlierCheckpoints, prepareFolders } from './folders.ts';
import { endWithAllMetrics } from './goals.ts';
import type { Journal } from './journal.ts';
import { bestTrial } from './leaderboard.ts';
import type { EndRecord, JournalRecord, StudyRecord } from './record.ts';
import { numberOf, type TrialRole } from './study.ts';

/**
 * What the search and the gate's trainings have in common: runs on workers, the journal, the deadline, cancellation.
 * What runs next, and what a report or an end means, is the caller's.
 */

/** A run to do. */
export interface Plan {
  readonly role: TrialRole;
  readonly trial: number;
  /** Absent for a trial that was never started. */
  readonly known?: FoldedTrial;
  readonly segment: number;
  readonly config: Config;
  readonly seed: number;
  readonly origin: string;
  readonly resource?: number;
  /** It may go on to a higher resource later. */
  readonly pauses?: boolean;
  readonly code?: string;
  readonly gain?: number;
  /** The search trial whose weights it begins with. */
  readonly parent?: number;
  /** Others may begin with its weights. */
  readonly leavesWeights?: boolean;
}

/** What to run is not known yet: worth asking again once `ready` has settled. */
export interface Later {
  readonly ready: Promise<unknown>;
}

/** Nothing to run: ever again (`over`) or until a running trial ends. Either way running trials are awaited. */
export interface Nothing<Reason> {
  readonly over?: { readonly reason: Reason; readonly detail: string };
}

export interface DriveOptions<Reason> {
  readonly journal: Journal;
  readonly workers: number;
  readonly runnerOf: (role: TrialRole, worker: number) => TrialRunner;
  /** Folder of the study's files. */
  readonly folder: string;
  readonly trialTimeout: number | undefined;
  /** How often a run that failed by accident (crash, signal, hang, spawn) is repeated. */
  readonly retries: number;
  readonly deadline: number | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Asked whenever a worker is free. */
  readonly next: (running: readonly Plan[]) => Plan | Nothing<Reason> | Later;
  /** A run starts; `again`: it repeats one that was cut short. */
  readonly onStart?: (trial: FoldedTrial, segment: number, again: boolean) => void;
  readonly onReport?: (trial: FoldedTrial, report: Report, score: number | undefined) => 'continue' | 'stop';
  /** A run ended by itself. */
  readonly onEnd?: (trial: FoldedTrial, segment: number, end: EndRecord) => void;
  readonly onEvent: (event: StudyEvent) => void;
}

export type DriveEnd<Reason> = { readonly reason: Reason | 'time' | 'cancelled'; readonly detail: string };

/**
 * Runs what `next` gives until it says that it is over and nothing runs, the deadline passes or the signal aborts.
 * Rejects with the first error that is ours (a runner that rejects, a journal that cannot be written) after every
 * run has ended and what could be written is written.
 */
export async function drive<Reason extends string>(options: DriveOptions<Reason>): Promise<DriveEnd<Reason>> {
  return new Drive(options).run();
}

/** Failures that another attempt with the same config and seed may not have. */
const accidents: ReadonlySet<FailureReason> = new Set(['crash', 'signal', 'idle', 'spawn']);

interface Running {
  readonly plan: Plan;
  readonly abort: AbortController;
  readonly settled: Promise<void>;
}

class Drive<Reason extends string> {
  readonly #options: DriveOptions<Reason>;
  readonly #running = new Map<number, Running>();
  /** Runs to repeat, and how often each was. */
  readonly #again: Plan[] = [];
  readonly #attempts = new Map<string, number>();
  /** Unique for this process and call; makes run ids unique over all journals of a study. */
  readonly #session = randomBytes(4).toString('hex');
  #runs = 0;
  #interruption: 'time' | 'cancelled' | 'error' | undefined;
  #interrupted = 0;
  #error: unknown;

  constructor(options: DriveOptions<Reason>) {
    this.#options = options;
  }

  async run(): Promise<DriveEnd<Reason>> {
    const { deadline, clock, signal } = this.#options;
    const cancel = () => this.#interrupt('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const disarm = deadline === undefined ? undefined : clock.at(deadline, () => this.#interrupt('time'));
    try {
      if (signal?.aborted) cancel();
      const over = await this.#loop();
      if (this.#interruption === 'error') throw this.#error;
      if (this.#interruption) return { reason: this.#interruption, detail: this.#interruptionDetail() };
      return over!;
    } finally {
      disarm?.();
      signal?.removeEventListener('abort', cancel);
    }
  }

  async #loop(): Promise<DriveEnd<Reason> | undefined> {
    for (;;) {
      let step: Nothing<Reason> | Later = {};
      try {
        step = this.#fill();
      } catch (error) {
        this.#fail(error);
      }
      const later = 'ready' in step ? [step.ready] : [];
      const over = 'over' in step ? step.over : undefined;
      if (this.#running.size === 0 && later.length === 0) {
        if (over || this.#interruption) return over;
        this.#fail(new Error('the search waits for a result although no trial is running'));
        return undefined;
      }
      await Promise.race([...later, ...[...this.#running.values()].map((running) => running.settled)]);
    }
  }

  /** Gives every free worker something to do, as far as that is known; says when there is nothing left to do. */
  #fill(): Nothing<Reason> | Later {
    const { workers, next } = this.#options;
    for (let worker = 0; worker < workers; worker += 1) {
      if (this.#running.has(worker)) continue;
      if (this.#isInterrupted()) return {};
      const step = this.#again.shift() ?? next([...this.#running.values()].map((running) => running.plan));
      if (!('config' in step)) return step;
      // A model-based strategy may have thought for a while.
      if (this.#isInterrupted()) return {};
      this.#launch(worker, step);
    }
    return {};
  }

  /** Looks at the clock itself: no timer fires while a strategy thinks. */
  #isInterrupted(): boolean {
    const { deadline, clock } = this.#options;
    if (deadline !== undefined && clock.now() >= deadline) this.#interrupt('time');
    return this.#interruption !== undefined;
  }

  #launch(worker: number, plan: Plan): void {
    const { journal, folder, clock, trialTimeout } = this.#options;
    const { fold } = journal;
    const run = `${this.#session}.${this.#runs}`;
    this.#runs += 1;
    const { role, trial, segment, config, seed, origin, resource, code, gain, parent } = plan;
    const optional = {
      ...(resource === undefined ? {} : { resource }),
      ...(code === undefined ? {} : { code }),
    };
    const of = plan.known && role === 'search' ? { of: plan.known.id } : {};
    const started = this.#record({
      type: 'start',
      role,
      trial,
      run,
      ...of,
      segment,
      config,
      seed,
      origin,
      ...optional,
      ...(gain === undefined ? {} : { gain }),
      ...(parent === undefined ? {} : { parent }),
      worker,
      at: new Date().toISOString(),
    });
    if (started?.kind !== 'start') throw new Error(`${role} trial ${trial} was started twice`);
    this.#options.onStart?.(started.trial, segment, started.again);
    const { again } = started;
    this.#options.onEvent({
      type: 'trial-started',
      role,
      trial,
      config,
      seed,
      origin,
      ...optional,
      worker,
      segment,
      again,
    });

    const abort = new AbortController();
    let reports = 0;
    let stopped = false;
    const onReport = (report: Report): 'continue' | 'stop' => {
      // After a stop the trial is over, whatever it still says; after an interruption it is run again.
      if (stopped || abort.signal.aborted) return 'stop';
      try {
        const { step, metrics } = report;
        const effect = this.#record({ type: 'report', role, trial, run, n: reports, step, metrics });
        reports += 1;
        const score = effect?.kind === 'report' ? effect.score : undefined;
        stopped = this.#options.onReport?.(started.trial, report, score) === 'stop';
        this.#options.onEvent({
          type: 'report',
          role,
          trial,
          report,
          ...(score === undefined ? {} : { score }),
        });
        return stopped ? 'stop' : 'continue';
      } catch (error) {
        this.#fail(error);
        return 'stop';
      }
    };
    const begun = clock.now();
    const execute = async () => {
      try {
        const places = prepareFolders(folder, role, trial, segment);
        const outcome = await this.#options.runnerOf(role, worker).run({
          trial: numberOf(role, trial),
          config,
          seed,
          ...(resource === undefined ? {} : { resource }),
          ...(plan.pauses ? { pauses: true } : {}),
          ...(plan.leavesWeights ? { leavesWeights: true } : {}),
          ...parentOf(fold, folder, parent),
          metric: fold.header.metric.name,
          ...furtherMetrics(fold.header),
          ...places,
          signal: abort.signal,
          ...(trialTimeout === undefined ? {} : { timeout: trialTimeout }),
          onReport,
        });
        this.#end(plan, run, started.trial, outcome, stopped, this.#options.runnerOf(role, worker).device);
      } catch (error) {
        this.#fail(error);
        this.#abandon(plan, run, clock.now() - begun);
      } finally {
        this.#running.delete(worker);
      }
    };
    // Never before this turn has ended, so that a run which fails at once is known as running before it is not.
    this.#running.set(worker, { plan, abort, settled: Promise.resolve().then(execute) });
  }

  #end(
    plan: Plan,
    run: string,
    trial: FoldedTrial,
    outcome: TrialOutcome,
    stopped: boolean,
    device: string | undefined,
  ): void {
    const { journal, folder, onEnd, onEvent } = this.#options;
    const { fold } = journal;
    const score = trial.segments[plan.segment]?.score;
    const judged = endWithAllMetrics(
      fold.header,
      endRecord(plan, run, outcome, stopped, score, fold.header.metric.name),
      trial.segments.flatMap(({ reports }) => reports),
    );
    const retried = this.#repeats(plan, judged);
    // For the journal it is as if it had been cut short: what it reported is void, and nobody is told of it.
    const end: EndRecord = {
      ...judged,
      ...(retried ? { state: 'interrupted' } : {}),
      ...(device === undefined ? {} : { device }),
    };
    if (retried) this.#again.push({ ...plan, known: trial });
    if (end.state === 'interrupted' && this.#interruption === undefined && !retried)
      throw new Error(`${plan.role} trial ${plan.trial} was interrupted although nobody asked for it`);
    const effect = this.#record(end, true);
    if (effect?.kind === 'end' && end.state !== 'interrupted') {
      onEnd?.(trial, plan.segment, end);
      dropEarlierCheckpoints(folder, plan.role, plan.trial, plan.segment);
    }
    if (retried) {
      const { role, trial: number, seed } = plan;
      const { reason = 'crash', message } = end;
      const about = { reason, ...(message === undefined ? {} : { message }) };
      onEvent({
        type: 'retry',
        role,
        trial: number,
        seed,
        attempt: retried,
        of: this.#options.retries,
        ...about,
      });
    } else if (end.state === 'interrupted') this.#interrupted += 1;
    const best = bestTrial(fold.study());
    const finished = countFinished(fold, plan.role);
    onEvent({ type: 'trial-ended', trial: fold.record(trial), ...(best ? { best } : {}), finished });
  }

  /** Which repetition is to follow a run that failed by accident; undefined: none. */
  #repeats(plan: Plan, { state, reason }: EndRecord): number | undefined {
    if (state !== 'failed' || reason === undefined || !accidents.has(reason) || this.#interruption)
      return undefined;
    const key = `${plan.role} ${plan.trial} ${plan.segment}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    if (attempt > this.#options.retries) return undefined;
    this.#attempts.set(key, attempt);
    return attempt;
  }

  /** The run was lost to an error of ours: it is noted as interrupted, if the journal still can be written. */
  #abandon(plan: Plan, run: string, durationMs: number): void {
    const { role, trial } = plan;
    try {
      const at = new Date().toISOString();
      this.#record({ type: 'end', role, trial, run, state: 'interrupted', durationMs, at }, true);
    } catch {
      // The first error says more. Without an end the run counts as interrupted all the same.
    }
  }

  #record(record: JournalRecord, sync = false) {
    return this.#options.journal.append(record, { sync });
  }

  #interrupt(reason: 'time' | 'cancelled' | 'error'): void {
    if (this.#interruption) return;
    this.#interruption = reason;
    this.#options.onEvent({ type: 'stopping', reason, running: this.#running.size });
    for (const running of this.#running.values()) running.abort.abort(new Error(reason));
  }

  #fail(error: unknown): void {
    this.#error ??= error;
    // An interruption under way has aborted every run already.
    if (this.#interruption) this.#interruption = 'error';
    else this.#interrupt('error');
  }

  #interruptionDetail(): string {
    const { signal } = this.#options;
    const cut =
      this.#interrupted === 0
        ? ''
        : `; ${plural(this.#interrupted, 'running trial was', 'running trials were')} interrupted`;
    if (this.#interruption === 'time') return `the time is up${cut}`;
    return `cancelled${typeof signal?.reason === 'string' ? ` by ${signal.reason}` : ''}${cut}`;
  }
}

/** What a trial begins with: config and checkpoints of its parent. */
function parentOf(
  fold: StudyFold,
  folder: string,
  number: number | undefined,
): Partial<Pick<TrialRequest, 'parent'>> {
  const parent = number === undefined ? undefined : fold.find('search', number);
  if (!parent) return {};
  const segment = parent.segments.length - 1;
  return {
    parent: { config: parent.config, checkpoints: checkpointFolder(folder, 'search', parent.trial, segment) },
  };
}

/** Names of the metrics beside the main one. */
function furtherMetrics({
  more = [],
  constraints = [],
}: StudyRecord): Partial<Pick<TrialRequest, 'furtherMetrics'>> {
  const names = [...more, ...constraints].map(({ name }) => name);
  return names.length === 0 ? {} : { furtherMetrics: [...new Set(names)] };
}
