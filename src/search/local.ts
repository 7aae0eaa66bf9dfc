import { hashConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { Trial } from './history.ts';
import { isBetter } from './merit.ts';
import { type MutationSpace, mutationSpace, singleChanges } from './mutation.ts';
import { SpreadPoints } from './sobol.ts';
import type { Outcome, SearchProblem } from './strategy.ts';

/** Spread configs of which the best is where the first climb begins; a quarter of a small budget. */
const START = 10;
/** Steps of numeric parameters, as shares of their range: the next one when no change of the one before helped. */
const STEPS = [0.2, 0.08, 0.03, 0.01, 0.003];

interface Neighbour {
  readonly config: Config;
  readonly hash: string;
}

/**
 * First-improvement local search: the single changes of the best config in shuffled order, going over to the first that
 * is better; numeric parameters by steps that shrink when nothing helps. At a local optimum it begins again elsewhere.
 *
 * Strong where a space is made of choices (White et al. 2020, arXiv 2005.02960: it finds the best of NAS-Bench-201 in 127
 * trainings on average), weak where it is huge. Of several metrics a neighbour is better that is worse in none: each climb
 * ends somewhere else on the front.
 */
export class LocalStrategy extends BaseStrategy {
  readonly #mutations: MutationSpace;
  readonly #spread: SpreadPoints;
  readonly #startSize: number;
  /** Trials from which a climb begins, and the number of the climb. */
  readonly #starts = new Map<number, number>();
  /** The best result of each config. */
  readonly #known = new Map<string, Trial>();
  #climb = 0;
  #current: Trial | undefined;
  /** Index of the step; as many as there are steps: at an optimum. */
  #level = 0;
  #neighbours:
    | { readonly of: number; readonly level: number; readonly list: readonly Neighbour[] }
    | undefined;

  constructor(problem: SearchProblem) {
    super(problem);
    this.#mutations = mutationSpace(problem.space);
    this.#spread = new SpreadPoints(
      problem.space.dimensions.length,
      (purpose, index) => this.stream(purpose, index),
      'local start',
    );
    const share = Math.floor((problem.trials ?? Number.POSITIVE_INFINITY) / 4);
    this.#startSize = Math.max(2, Math.min(START, share));
  }

  protected override propose(index: number) {
    if (this.#begins(index)) {
      const config = this.#spreadConfig(index);
      return config && { config, origin: index < this.#startSize ? 'initial design' : 'restart' };
    }
    const config = this.#untried();
    const parent = this.#current!.id;
    return config && { config, origin: `neighbour of #${parent}`, parent };
  }

  override start(trial: number, config: Config): void {
    if (trial === this.history.trials.length && this.#begins(trial))
      this.#starts.set(trial, trial < this.#startSize ? 0 : this.#climb + 1);
    super.start(trial, config);
    this.#settle();
  }

  override tell(id: number, outcome: Outcome): void {
    super.tell(id, outcome);
    const trial = this.history.trials[id]!;
    if (trial.loss !== undefined) this.#learn(trial);
    this.#settle();
  }

  override mayResume(trial: number): boolean {
    return this.problem.inherits === true && this.#current?.id === trial;
  }

  #learn(trial: Trial): void {
    const known = this.#known.get(trial.hash);
    if (known === undefined || this.#isBetter(trial, known)) this.#known.set(trial.hash, trial);
    const climb = this.#starts.get(trial.id);
    const begins = climb !== undefined && climb > this.#climb;
    if (!begins && this.#current && !this.#isBetter(trial, this.#current)) return;
    if (begins) this.#climb = climb;
    if (begins || !this.#current) this.#level = 0;
    this.#current = trial;
  }

  /** Whether the next trial is where a climb may begin. */
  #begins(index: number): boolean {
    return index < this.#startSize || this.#current === undefined || this.#level === STEPS.length;
  }

  /** Goes over to known better neighbours, and to smaller steps where all neighbours were tried. */
  #settle(): void {
    if (this.history.trials.length < this.#startSize) return;
    while (this.#current && this.#level < STEPS.length) {
      const current = this.#current;
      const known = this.#around().flatMap(({ hash }) => this.#known.get(hash) ?? []);
      const better = known.find((trial) => this.#isBetter(trial, current));
      if (better) this.#current = better;
      else if (this.#untried()) return;
      else this.#level++;
    }
  }

  #isBetter(a: Trial, b: Trial): boolean {
    return isBetter(a, b, this.history.observed);
  }

  #untried(): Config | undefined {
    const open = this.#around().find(({ hash }) => !this.history.wasTried(hash));
    return open?.config;
  }

  /** The neighbours of the current config, in shuffled order: a pure function of its trial and the step. */
  #around(): readonly Neighbour[] {
    const { id, config } = this.#current!;
    const level = this.#level;
    if (this.#neighbours?.of === id && this.#neighbours.level === level) return this.#neighbours.list;
    const { space } = this.problem;
    const stream = this.stream('local', id * STEPS.length + level);
    const list = stream
      .shuffle(singleChanges(this.#mutations, config, STEPS[level]!, stream))
      .map((neighbour) => ({ config: neighbour, hash: hashConfig(space, neighbour) }));
    this.#neighbours = { of: id, level, list };
    return list;
  }

  #spreadConfig(index: number): Config | undefined {
    return this.#spread.newConfig(this.problem.space, index, (config) => this.isNew(config));
  }
}
