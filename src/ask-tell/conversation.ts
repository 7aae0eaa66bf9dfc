import { randomBytes } from 'node:crypto';
import type { Strategy, Suggestion } from '../search/strategy.ts';
import type { Space } from '../space/space.ts';
import { countFinished, spentBudget, trialsSpent } from '../study/budget.ts';
import type { Plan } from '../study/drive.ts';
import { type EarlyEnd, nothingToGain } from '../study/early-end.ts';
import { roomForEpochs } from '../study/epochs.ts';
import { type FoldedTrial, isTold, type Segment, type StudyFold } from '../study/fold.ts';
import { endWithAllMetrics, metricNames } from '../study/goals.ts';
import type { Journal } from '../study/journal.ts';
import { trialsByConfig } from '../study/leaderboard.ts';
import type { JournalRecord } from '../study/record.ts';
import { replayJournal, tellEnd, tellReport, tellStart } from '../study/replay.ts';
import type { StopReason, Study } from '../study/study.ts';
import { bestAnswer, bestSoFar, proposed } from './best.ts';
import type { Confirming } from './confirming.ts';
import { type Answer, AskTellError, HalfToldError, type Request, type TellRequest } from './protocol.ts';
import { checkStep, checkTold, divergenceOf, toldEnd } from './told-end.ts';

export interface ConversationOptions {
  readonly space: Space;
  /** Fresh: it is told what the journal tells. */
  readonly strategy: Strategy;
  /** Open; whoever opened it closes it. */
  readonly journal: Journal;
  /** Most trials that complete, are pruned or fail. */
  readonly trials?: number;
  /** Epochs (or other resource) of a trial whose suggestion names none. */
  readonly resource?: number;
  /** Most epochs (or other resource) of all trials together. */
  readonly epochs?: number;
  /** Whether trials go on from where they paused; otherwise each training begins anew. Default true. */
  readonly resumable?: boolean;
  /** When to end before that, since there is nothing left to gain. */
  readonly early?: EarlyEnd;
  /** The best are trained again once the search is over; absent: they are not. */
  readonly confirming?: Confirming;
  /** Seed of trial `trial`; a pure function. */
  readonly seedOf: (trial: number) => number;
  /**
   * Trials of the journal without an end. `lost`: whoever asked for them is gone, so they are handed out again first.
   * `elsewhere`: other processes train them and will tell.
   */
  readonly pending: 'lost' | 'elsewhere';
}

/** A training to hand out. */
type Handout = Omit<Plan, 'pauses' | 'parent' | 'leavesWeights'>;

/**
 * A search that somebody else drives: it says what to train, and is told what came of it. The journal is the truth and
 * has the records of a study that trains by itself, so that everything that reads studies reads this one.
 */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #fold: StudyFold;
  readonly #session = randomBytes(4).toString('hex');
  #runs = 0;
  /** Trials (their ids) without an end whose driver is gone. */
  readonly #lost: Set<string>;
  /** Runs that the strategy said stop to. */
  readonly #stopped = new Set<string>();

  constructor(options: ConversationOptions) {
    const { journal, strategy, pending } = options;
    this.#options = options;
    this.#fold = journal.fold;
    replayJournal(journal.records, strategy, {
      hearUnfinished: pending === 'elsewhere',
      onStop: (run) => this.#stopped.add(run),
    });
    this.#lost = new Set(pending === 'lost' ? this.#unfinished.map(({ id }) => id) : []);
  }

  /** The study so far. */
  get study(): Study {
    return this.#fold.study();
  }

  /** Name of the metric that counts. */
  get metric(): string {
    return this.#metric.name;
  }

  /**
   * Does what a request says.
   *
   * @throws {AskTellError} when that cannot be done; nothing has changed then
   */
  answer(request: Request): Answer {
    switch (request.type) {
      case 'ask':
        return this.ask();
      case 'report':
        return this.report(request.trial, request.metrics, request.step);
      case 'tell':
        return this.tell(request);
      case 'best':
        return this.best();
    }
  }

  /** What to train next. Begins that trial. */
  ask(): Answer {
    const searched = this.#search();
    const next = 'segment' in searched ? searched : this.#confirm(searched);
    return 'segment' in next ? this.#start(next) : next;
  }

  /** What the search wants. */
  #search(): Handout | Answer {
    const next = this.#next();
    return 'segment' in next && next.role === 'search' ? (this.#beyondEpochs(next) ?? next) : next;
  }

  /** Once the search is over, its best on fresh seeds. */
  #confirm(searched: Answer): Handout | Answer {
    const { confirming } = this.#options;
    if (!confirming || searched.type !== 'exhausted') return searched;
    // What is lost and not handed out again has no room in the budget any more: nobody trains it.
    const searches = this.#searching.some((trial) => !this.#isLost(trial));
    const job = searches ? 'wait' : confirming.next;
    if (job === 'wait') return this.#wait();
    if (job) return { ...job, trial: confirming.number, segment: 0, origin: 'confirm' };
    const { confirmation } = confirming;
    if (!confirmation) return searched;
    const how = confirmation.mean === undefined ? 'failed' : 'was trained again';
    return { ...searched, reason: `${searched.reason}, and the best ${how} on fresh seeds` };
  }

  #next(): Handout | Answer {
    const { strategy, trials: most } = this.#options;
    const again = this.#unfinished.find((trial) => this.#isLost(trial));
    if (again) return this.#goOn(again, again.segments.length - 1, again.segments.at(-1)?.resource);
    const begun = this.#searching.filter(({ segments }) => segments.length === 1).length;
    const full = most !== undefined && countFinished(this.#fold, 'search') + begun >= most;
    const spent = trialsSpent(most ?? 0);
    const nothing = nothingToGain(this.#fold, this.#options.early ?? {});
    if (nothing) return this.#exhausted(nothing, 'no-gain');
    // A full budget of trials may still let earlier ones go on to higher resources: that is for the strategy to say.
    const suggestion = strategy.ask();
    switch (suggestion.kind) {
      case 'new':
        return full ? this.#exhausted(spent, 'trials') : this.#new(suggestion);
      case 'resume': {
        const known = this.#fold.find('search', suggestion.trial)!;
        return this.#goOn(known, known.segments.length, suggestion.resource, suggestion.origin);
      }
      case 'wait':
        return full && this.#searching.length === 0 ? this.#exhausted(spent, 'trials') : this.#wait();
      case 'exhausted':
        return this.#exhausted(suggestion.reason, suggestion.byTrials ? 'trials' : 'exhausted');
    }
  }

  /** As a study that trains by itself counts; undefined where the training fits into the budget. */
  #beyondEpochs(next: Handout): Answer | undefined {
    const { epochs, resumable = true } = this.#options;
    const asTrained = ({ known, ...anew }: Handout) => (known && resumable ? { ...anew, known } : anew);
    const pending = this.#searching
      .filter((trial) => !this.#isLost(trial))
      .map((trial) => this.#goOn(trial, trial.segments.length - 1, trial.segments.at(-1)?.resource));
    const room = roomForEpochs(asTrained(next), pending.map(asTrained), this.#fold, epochs, resumable);
    if (room === 'now') return undefined;
    return room === 'later' ? this.#wait() : this.#exhausted(room.over, 'epochs');
  }

  /** An intermediate measurement; without a step they are counted. */
  report(number: number, metrics: Readonly<Record<string, number>>, step?: number): Answer {
    const { trial, segment } = this.#running(number);
    checkStep(step);
    if (this.#isOver(segment)) return { type: 'decision', trial: number, decision: 'stop' };
    if (this.#report(trial, segment, metrics, step) === 'stop') this.#stopped.add(segment.run);
    return { type: 'decision', trial: number, decision: this.#isOver(segment) ? 'stop' : 'continue' };
  }

  /** The trial ended. `metrics`, where given, are its last report. */
  tell(request: TellRequest): Answer {
    const { trial: number, step, metrics, failed, lost } = request;
    const { trial, segment } = this.#running(number);
    checkStep(step);
    checkTold(request);
    const reported = trial.segments.flatMap(({ reports }) => reports);
    const told = new Set(
      [...reported, { metrics: metrics ?? {} }].flatMap((item) => Object.keys(item.metrics)),
    );
    const missing = metricNames(this.#options.journal.header).find((name) => !told.has(name));
    if (failed === undefined && !lost && missing !== undefined && !this.#isOver(segment))
      throw new HalfToldError(`trial ${number} has no value of ${missing} yet`, {
        line: 'tell it in "metrics", or say "failed"',
        command: `tell it as ${missing}=number, or say --failed`,
      });
    if (metrics !== undefined && !this.#isOver(segment)) this.#report(trial, segment, metrics, step);
    const end = endWithAllMetrics(
      this.#options.journal.header,
      toldEnd(request, {
        role: trial.role,
        run: segment.run,
        begun: this.#begun(segment.run),
        metric: this.metric,
        score: segment.score,
        stopped: this.#stopped.has(segment.run),
        diverged: divergenceOf(segment.reports, this.metric),
      }),
      trial.segments.flatMap(({ reports }) => reports),
    );
    this.#record(end, true);
    if (end.state !== 'interrupted' && trial.role === 'search')
      tellEnd(
        this.#options.strategy,
        this.#options.journal.header,
        trial,
        trial.segments.indexOf(segment),
        end,
      );
    const best = bestSoFar(this.#fold, this.#options.space, this.#options.confirming);
    return {
      type: 'told',
      trial: number,
      state: end.state === 'interrupted' ? 'lost' : end.state,
      ...(end.state === 'failed' && failed === undefined && end.message ? { message: end.message } : {}),
      ...(end.score === undefined ? {} : { score: end.score }),
      ...(best && { best: { trial: best.trial, score: best.score } }),
    };
  }

  /** What is best so far. */
  best(): Answer {
    const { space, confirming } = this.#options;
    return bestAnswer(this.#fold, space, confirming);
  }

  get #metric() {
    return this.#options.journal.header.metric;
  }

  get #unfinished(): FoldedTrial[] {
    return this.#fold.trials.filter((trial) => !trial.segments.every(isTold));
  }

  /** How many trials the search has begun. */
  get #count(): number {
    return this.#fold.trials.filter(({ role }) => role === 'search').length;
  }

  /** Those of the search alone. */
  get #searching(): FoldedTrial[] {
    return this.#unfinished.filter(({ role }) => role === 'search');
  }

  #pending() {
    const trials = this.#unfinished.map(({ trial }) => trial);
    return { pending: trials.length, trials };
  }

  #isLost(trial: FoldedTrial): boolean {
    return this.#lost.has(trial.id) || trial.segments.at(-1)?.end?.state === 'interrupted';
  }

  #new({ config, origin, gain, ...suggestion }: Extract<Suggestion, { kind: 'new' }>): Handout {
    const trial = this.#count;
    const resource = suggestion.resource ?? this.#options.resource;
    return {
      role: 'search',
      trial,
      segment: 0,
      config,
      seed: this.#options.seedOf(trial),
      origin,
      ...(resource === undefined ? {} : { resource }),
      ...(gain === undefined ? {} : { gain }),
    };
  }

  #goOn(known: FoldedTrial, segment: number, resource?: number, origin = known.origin): Handout {
    const { role, trial, config, seed, code } = known;
    return {
      role,
      known,
      trial,
      segment,
      config,
      seed,
      origin,
      ...(code === undefined ? {} : { code }),
      ...(resource === undefined ? {} : { resource }),
    };
  }

  #start({ known, ...plan }: Handout): Answer {
    if (known) this.#lost.delete(known.id);
    const run = `${this.#session}.${this.#runs}`;
    this.#runs += 1;
    const at = new Date().toISOString();
    const searches = plan.role === 'search';
    const of = known && searches ? { of: known.id } : {};
    const effect = this.#record({ type: 'start', run, ...of, ...plan, worker: 0, at }, true);
    if (effect?.kind !== 'start') throw new Error(`trial ${plan.trial} was started twice`);
    const { trial, segment, seed, origin, resource } = plan;
    if (!effect.again && searches) tellStart(this.#options.strategy, trial, plan.config, resource);
    const confirms = searches
      ? undefined
      : trialsByConfig(this.study, this.#options.space)(plan.config)?.trial;
    return {
      type: 'trial',
      ...proposed(this.#options.space, trial, plan.config),
      seed,
      ...(resource === undefined ? {} : { resource }),
      origin,
      ...(confirms === undefined ? {} : { confirms }),
      ...(segment > 0 ? { resumes: true } : {}),
      ...(effect.again ? { again: true } : {}),
    };
  }

  #wait(): Answer {
    return { type: 'wait', ...this.#pending() };
  }

  #exhausted(detail: string, reason: StopReason): Answer {
    const pending = this.#pending();
    if (pending.pending === 0 && this.#fold.stop?.detail !== detail) {
      const spent = spentBudget(reason, this.#options);
      this.#record({ type: 'stop', reason, detail, ...spent, at: new Date().toISOString() }, true);
    }
    return { type: 'exhausted', reason: detail, ...pending };
  }

  /** The trial and its run, which must be under way. */
  #running(number: number): { readonly trial: FoldedTrial; readonly segment: Segment } {
    const trial = this.#fold.find('search', number) ?? this.#fold.find('confirm', number);
    if (!trial) {
      const count = this.#count;
      throw new AskTellError(
        `there is no trial ${number}: ${count === 0 ? 'ask for one first' : `the trials are 0 to ${count - 1}`}`,
      );
    }
    const segment = trial.segments.at(-1)!;
    const state = segment.end?.state;
    if (state === 'interrupted')
      throw new AskTellError(`trial ${number} was lost: the next ask hands it out again`);
    if (state)
      throw new AskTellError(`trial ${number} has ended already (${state})${this.#ifPaused(segment)}`);
    // What it reported before is void once it is handed out again, and was not told to the strategy.
    if (this.#lost.has(trial.id) && segment.reports.length > 0)
      throw new AskTellError(
        `trial ${number} was under way when this search was left: ask hands it out again, from its beginning`,
      );
    this.#lost.delete(trial.id);
    return { trial, segment };
  }

  /** What else a run says does not count: it was stopped, or has failed. */
  #isOver({ run, reports }: Segment): boolean {
    return this.#stopped.has(run) || divergenceOf(reports, this.metric) !== undefined;
  }

  /** For people: what becomes of a trial that ended below the full resource. */
  #ifPaused({ resource, end }: Segment): string {
    const { resource: full } = this.#options;
    const paused =
      end?.state === 'completed' && resource !== undefined && full !== undefined && resource < full;
    return paused ? ` at ${resource} of ${full}: ask says when it goes on` : '';
  }

  /** Without a step it is the next one after all that the trial has reported, over all that it was handed out for. */
  #report(
    trial: FoldedTrial,
    segment: Segment,
    metrics: Readonly<Record<string, number>>,
    step = furthestStep(trial) + 1,
  ): 'continue' | 'stop' {
    const n = segment.reports.length;
    const { run } = segment;
    const { role } = trial;
    const effect = this.#record({
      type: 'report',
      role,
      trial: trial.trial,
      run,
      n,
      step,
      metrics,
    });
    const score = effect?.kind === 'report' ? effect.score : undefined;
    if (role !== 'search') return 'continue';
    return tellReport(this.#options.strategy, this.#metric, trial.trial, { step, metrics }, score);
  }

  /** When a run began, as its record says. */
  #begun(run: string): string | undefined {
    const { records } = this.#options.journal;
    const begun = records.findLast((item) => item.type === 'start' && item.run === run);
    return begun?.type === 'start' ? begun.at : undefined;
  }

  #record(record: JournalRecord, sync = false) {
    return this.#options.journal.append(record, { sync });
  }
}

/** Not the last one: folds come in any order, and their mean after them is a step of its own. */
function furthestStep({ segments }: FoldedTrial): number {
  return segments
    .flatMap(({ reports }) => reports)
    .reduce((furthest, { step }) => Math.max(furthest, step), 0);
}
