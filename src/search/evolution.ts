import { defaultPopulation } from '../default-population.ts';
import type { Config } from '../space/parameter.ts';
import { BaseStrategy } from './base-strategy.ts';
import { byVolume } from './front-order.ts';
import { byMerit } from './merit.ts';
import { type MutationSpace, mutate, mutationSpace } from './mutation.ts';
import { SpreadPoints } from './sobol.ts';
import type { SearchProblem } from './strategy.ts';

export interface EvolutionOptions {
  /** Trials that are alive at once, at least 2. Default as `defaultPopulation` has it. */
  readonly population?: number;
  /** Of these, how many meet to choose a parent. Default a quarter. */
  readonly tournament?: number;
}

/** Mutations tried for one that is new; every so many, one change more is made at once. */
const TRIES = 48;
const TRIES_A_DEPTH = 12;

/**
 * Regularised evolution (Real et al. 2019, «Regularized evolution for image classifier architecture search», Algorithm 1):
 * of the newest P results S meet, the best of them has a child by one single change, and the oldest dies. Ageing makes
 * luck die out: what lasts has children that are good too.
 *
 * A failed trial has no children and takes nobody's place.
 */
export class EvolutionStrategy extends BaseStrategy {
  readonly #population: number;
  readonly #tournament: number;
  readonly #mutations: MutationSpace;
  readonly #start: SpreadPoints;

  constructor(problem: SearchProblem, { population, tournament }: EvolutionOptions = {}) {
    super(problem);
    this.#population = Math.max(2, population ?? defaultPopulation(problem.trials));
    this.#tournament = Math.min(
      this.#population,
      Math.max(1, tournament ?? Math.max(2, Math.round(this.#population / 4))),
    );
    this.#mutations = mutationSpace(problem.space);
    this.#start = new SpreadPoints(
      problem.space.dimensions.length,
      (purpose, index) => this.stream(purpose, index),
      'evolution start',
    );
  }

  protected override propose(index: number) {
    const alive = this.history.observed.slice(-this.#population);
    if (index < this.#population || alive.length < 2) {
      const config = this.#spread(index);
      return config && { config, origin: 'initial population' };
    }
    const stream = this.stream('evolution', index);
    const met = new Set(stream.shuffle(alive).slice(0, this.#tournament));
    // Ranked among all that live: with several metrics few alone would be a front, whatever they are.
    const parent = byMerit(alive, byVolume).find((trial) => met.has(trial))!;
    for (let tries = 0; tries < TRIES; tries++) {
      let config = parent.config;
      for (let depth = 0; depth <= tries / TRIES_A_DEPTH; depth++)
        config = mutate(this.#mutations, config, stream);
      if (this.isNew(config)) return { config, origin: `mutation of #${parent.id}`, parent: parent.id };
    }
    return undefined;
  }

  override mayResume(trial: number): boolean {
    return (
      this.problem.inherits === true &&
      // With several workers a child may be chosen before others end, and begin after its parent has died of age.
      this.history.observed
        .slice(-this.#population - 2 * ((this.problem.workers ?? 1) - 1))
        .some(({ id }) => id === trial)
    );
  }

  #spread(index: number): Config | undefined {
    return this.#start.newConfig(this.problem.space, index, (config) => this.isNew(config));
  }
}
