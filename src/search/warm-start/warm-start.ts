import { hashConfig } from '../../space/config.ts';
import type { Config } from '../../space/parameter.ts';
import { type Call, makeCall } from '../call.ts';
import type { Decision, Outcome, SearchProblem, Strategy, Suggestion } from '../strategy.ts';
import { Earlier, type EarlierStudy, OwnResults, type Result } from './earlier.ts';

/** Most configs of earlier studies that are tried before anything is known of what they are worth. */
const TRIES = 3;
/** Most earlier observations that a model gets beside its own. */
const MOST_EARLIER = 30;
/** From so many results on a study knows enough by itself. */
const ENOUGH = 60;
/** Results in a row that were no better, after which what it knows of others no longer leads anywhere. */
const STALL = 8;

export interface WarmStartOptions {
  /** Configs to try before anything else but the incumbent, in this order. */
  readonly tryFirst?: readonly Config[];
  readonly earlier?: readonly EarlierStudy[];
  /** The strategy is a model that earlier observations can be told to like its own. */
  readonly learns: boolean;
}

/**
 * Any strategy, with what is known from elsewhere: configs to try first, and earlier studies of the same or a similar
 * space. What others have measured may mislead (other code, other data), so it is trusted only as far as this study's own
 * results bear it out:
 *
 * 1. The incumbent and `tryFirst` come first; then the best of the earlier studies (but for those whose losses are noise)
 *    and the strategy's own initial design take turns, and no further earlier one follows when those before were nothing
 *    special here.
 * 2. An earlier study whose losses rank the configs tried here as they turned out is trusted. A strategy that learns is
 *    then told a spread of its observations as if they were its own, moved by what the same configs differ in now.
 * 3. Once it is no longer borne out, or there are results enough, the strategy goes on as if it had never been told.
 *
 * When all is misleading that costs a few trials. Feurer et al. 2018 (arXiv 1802.02219) weigh earlier models in the same
 * spirit, by how well they rank.
 */
export class WarmStartStrategy implements Strategy {
  readonly #problem: SearchProblem;
  readonly #options: WarmStartOptions;
  readonly #make: () => Strategy;
  /** Knows this study only. */
  readonly #cold: Strategy;
  /** Knows trusted earlier studies, too. */
  #warm: { readonly strategy: Strategy; readonly offset: number; readonly knows: string } | undefined;
  /** Results that there were when it began to trust; undefined while it does not. */
  #trustedFrom: number | undefined;
  /** What others know has led nowhere for a while. */
  #spent = false;
  readonly #earlier: readonly Earlier[];
  /** All that was told, for a strategy that knows others, too; empty once none is made any more. */
  #calls: Call[] = [];
  readonly #configs: Config[] = [];
  readonly #tried = new Set<string>();
  /** Configs whose trials have had an end, by hash. */
  readonly #settled = new Set<string>();
  readonly #results = new Map<number, Result>();
  /** Outcomes have more than one loss, or constraints: earlier ones cannot stand beside them. */
  #several = false;

  /** @param make a fresh strategy for the problem */
  constructor(problem: SearchProblem, make: () => Strategy, options: WarmStartOptions) {
    this.#problem = problem;
    this.#options = options;
    this.#make = make;
    this.#cold = make();
    this.#earlier = (options.earlier ?? [])
      .filter(({ observations }) => observations.length > 0)
      .map((study) => new Earlier(problem.space, study));
  }

  ask(): Suggestion {
    const wanted = this.#wanted();
    if (!wanted && this.#warm) {
      const suggestion = this.#warm.strategy.ask();
      if (suggestion.kind === 'new') return suggestion;
    }
    const suggestion = this.#cold.ask();
    // Whatever the strategy wants to do besides beginning trials (going on with one, waiting, an end) stands.
    if (!wanted || suggestion.kind !== 'new' || suggestion.origin === 'incumbent') return suggestion;
    // Its parent and its gain are those of the config that gives way.
    const { resource } = suggestion;
    return { kind: 'new', ...wanted, ...(resource === undefined ? {} : { resource }) };
  }

  promotion(): Suggestion | undefined {
    return this.#cold.promotion?.();
  }

  start(trial: number, config: Config, resource?: number): void {
    if (trial === this.#configs.length) {
      this.#configs.push(config);
      this.#tried.add(hashConfig(this.#problem.space, config));
    }
    this.#say({ to: 'start', trial, config, ...(resource === undefined ? {} : { resource }) });
  }

  report(trial: number, step: number, loss: number): Decision {
    return this.#say({ to: 'report', trial, step, loss });
  }

  tell(trial: number, outcome: Outcome): void {
    this.#say({ to: 'tell', trial, outcome });
    const config = this.#configs[trial];
    if (!config) return;
    const hash = hashConfig(this.#problem.space, config);
    this.#settled.add(hash);
    if (outcome.state === 'completed' && Number.isFinite(outcome.loss)) {
      this.#several ||= outcome.losses !== undefined || outcome.constraints !== undefined;
      this.#results.set(trial, { config, hash, loss: outcome.loss });
      this.#judge();
    }
  }

  mayResume(trial: number): boolean {
    return this.#cold.mayResume?.(trial) ?? true;
  }

  #say(call: Call): Decision {
    if (!this.#knowsEnough) this.#calls.push(call);
    const decision = makeCall(this.#cold, call);
    if (this.#warm) makeCall(this.#warm.strategy, call, this.#warm.offset);
    return decision;
  }

  /** A config from elsewhere whose turn it is. */
  #wanted(): { readonly config: Config; readonly origin: string } | undefined {
    const { tryFirst = [] } = this.#options;
    const next = tryFirst.find((config) => this.#isNew(config));
    if (next) return { config: next, origin: 'try first' };
    if (!this.#spent && this.#configs.length % 2 === 0) {
      const config = this.#promised();
      if (config) return { config, origin: 'earlier study' };
    }
    // Two of three turns, so that the strategy's own design shows what they are to be compared with.
    const lead = tryFirst.length + Number(this.#problem.incumbent !== undefined);
    const turn = this.#configs.length - lead;
    if (turn < 0 || turn > TRIES || turn === 2 || this.#disappointed()) return undefined;
    const config = this.#best().find((config) => this.#isNew(config));
    return config && { config, origin: 'earlier study' };
  }

  /** The best of all earlier studies, by turns, and not all in one place. */
  #best(): Config[] {
    const rows = this.#earlier.filter(({ tells }) => tells).map((study) => study.best);
    const longest = Math.max(0, ...rows.map((row) => row.length));
    return Array.from({ length: longest }, (_, i) => rows.flatMap((row) => row.slice(i, i + 1)))
      .flat()
      .slice(0, TRIES);
  }

  /** Those that were tried are no better than the rest: half of it is as good as the best of them. */
  #disappointed(): boolean {
    const best = new Set(this.#best().map((config) => hashConfig(this.#problem.space, config)));
    const results = [...this.#results.values()];
    const theirs = results.filter(({ hash }) => best.has(hash)).map(({ loss }) => loss);
    const others = results.filter(({ hash }) => !best.has(hash)).map(({ loss }) => loss);
    if (theirs.length === 0 || others.length === 0) return false;
    return others.filter((loss) => loss <= Math.min(...theirs)).length * 2 > others.length;
  }

  /** A config of a trusted study that should be better than the best so far. */
  #promised(): Config | undefined {
    const trusted = this.#earlier.filter((study) => study.trusted);
    if (trusted.length === 0) return undefined;
    const lowest = [...this.#results.values()].reduce((low, { loss }) => Math.min(low, loss), Infinity);
    for (const study of trusted) {
      const config = study.best.find((one, i) => study.lossNow(i) < lowest && this.#isNew(one));
      if (config) return config;
    }
    return undefined;
  }

  #isNew(config: Config): boolean {
    return !this.#tried.has(hashConfig(this.#problem.space, config));
  }

  /** No strategy that knows others, too, will be made any more. */
  get #knowsEnough(): boolean {
    return !this.#options.learns || this.#several || this.#spent || this.#results.size >= ENOUGH;
  }

  /** Whether a study's word may still count: for a model, or for its best configs of which the trials have not all had an end. */
  #matters(study: Earlier): boolean {
    if (this.#spent) return false;
    const { space } = this.#problem;
    return !this.#knowsEnough || study.best.some((config) => !this.#settled.has(hashConfig(space, config)));
  }

  /** Whom to trust after one more result. */
  #judge(): void {
    const results = [...this.#results.values()];
    const own = new OwnResults(results);
    for (const study of this.#earlier) if (this.#matters(study)) study.judge(own);
    if (this.#knowsEnough) {
      this.#warm = undefined;
      this.#trustedFrom = undefined;
      this.#calls = [];
      return;
    }
    const trusted = this.#earlier.filter((study) => study.trusted);
    const idle = trusted.length === 0;
    this.#trustedFrom = idle ? undefined : (this.#trustedFrom ?? results.length);
    const since = Math.min(sinceBest(results), results.length - (this.#trustedFrom ?? results.length));
    this.#spent ||= since >= STALL;
    if (idle || this.#spent) {
      this.#warm = undefined;
      if (this.#spent) this.#calls = [];
      return;
    }
    const knows = trusted.map((study) => `${this.#earlier.indexOf(study)} ${study.shift}`).join(', ');
    if (this.#warm?.knows === knows) return;
    const strategy = this.#make();
    const observations = trusted.flatMap((study) => study.spread(Math.floor(MOST_EARLIER / trusted.length)));
    for (const [trial, { config, loss }] of observations.entries()) {
      strategy.start(trial, config);
      strategy.tell(trial, { state: 'completed', loss });
    }
    for (const call of this.#calls) makeCall(strategy, call, observations.length);
    this.#warm = { strategy, offset: observations.length, knows };
  }
}

/** How many results there are after the best one. */
function sinceBest(results: readonly { readonly loss: number }[]): number {
  const best = results.reduce((best, { loss }, i) => (loss < results[best]!.loss ? i : best), 0);
  return results.length - 1 - best;
}
