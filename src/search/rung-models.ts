import { randomStream } from '../math/random.ts';
import { enumerateConfigs } from '../space/enumerate.ts';
import type { Config } from '../space/parameter.ts';
import { sampleConfig } from '../space/sample.ts';
import { BayesianStrategy } from './bayesian.ts';
import type { Climb, Climber } from './rungs.ts';
import type { SearchProblem } from './strategy.ts';

/** Share of new configs that are drawn at random whatever the model says: low rungs may mislead. */
const exploration = 0.1;
/** Up to this size what is left of a finite space is listed when drawing at random finds nothing new. */
const enumerable = 200_000;

/** A Bayesian model of one rung; it knows trials by numbers of its own, since one may be told twice. */
interface RungModel {
  readonly strategy: BayesianStrategy;
  /** Trials that it has heard of, and not yet what became of them. */
  readonly pending: Map<number, number>;
  started: number;
  /** Losses of this very rung that it was told. */
  values: number;
}

/**
 * Where new configs come from when resources are climbed: a Bayesian model of the highest rung that has more results than
 * the space has dimensions (as in MOBSTER, Klein et al. 2020, and BOHB, Falkner et al. 2018).
 *
 * Losses of one rung only can be compared. Trials that paused below a rung stay pending for its model, which believes them
 * at its mean: so nothing near them is proposed again. (Told at the loss they had, brought to the scale of the rung, they
 * made the proposals worse on learning curves of real trainings: -2.2 for -2.5 in bench/fidelity.ts.)
 */
export class RungModels {
  readonly #problem: SearchProblem;
  readonly #climb: Climb;
  readonly #models: readonly RungModel[];

  constructor(problem: SearchProblem, climb: Climb, rungs: number) {
    this.#problem = problem;
    this.#climb = climb;
    const { incumbent: _, trials: __, ...inner } = problem;
    this.#models = Array.from({ length: rungs }, (_, rung) => ({
      // Models of two rungs must not draw alike.
      strategy: new BayesianStrategy({
        ...inner,
        seed: randomStream(problem.seed, 'rung model', rung).integer(2 ** 31),
      }),
      pending: new Map(),
      started: 0,
      values: 0,
    }));
  }

  /** A config for the next trial; undefined when none is left that was not tried. Pure. */
  propose(): { readonly config: Config; readonly origin: string } | undefined {
    const { incumbent, space, seed, repeats } = this.#problem;
    const climb = this.#climb;
    const index = climb.climbers.length;
    if (!repeats && climb.distinct >= space.size) return undefined;
    if (incumbent && !climb.wasTried(incumbent)) return { config: incumbent, origin: 'incumbent' };
    if (randomStream(seed, 'rung exploration', index).uniform() >= exploration) {
      const wanted = space.dimensions.length + 1;
      const model = this.#models.findLast(({ values }) => values >= wanted) ?? this.#models[0]!;
      const suggestion = model.strategy.ask();
      if (suggestion.kind === 'new' && (repeats || !climb.wasTried(suggestion.config)))
        return { config: suggestion.config, origin: suggestion.origin };
    }
    const config = anyNew(this.#problem, climb, index);
    return config && { config, origin: 'random' };
  }

  /** A trial begins. */
  begins({ id, config }: Climber): void {
    for (const model of this.#models) model.pending.set(id, start(model, config));
  }

  /** A trial has shown its loss at a rung (+∞: it failed). */
  shows({ id, config, losses }: Climber, rung: number): void {
    const loss = losses[rung]!;
    for (const [at, model] of this.#models.entries()) {
      const waiting = model.pending.get(id);
      if (loss === Number.POSITIVE_INFINITY) {
        if (at < rung && waiting === undefined) continue;
        model.strategy.tell(waiting ?? start(model, config), { state: 'failed' });
        model.pending.delete(id);
      } else if (at === rung || (at < rung && waiting !== undefined)) {
        // It passed the rungs below without a word: then they know no better.
        model.strategy.tell(waiting ?? start(model, config), { state: 'completed', loss });
        model.pending.delete(id);
        model.values += 1;
      }
    }
  }

  /** A trial was lost before it had shown anything. */
  isLost({ id }: Climber): void {
    for (const model of this.#models) {
      const waiting = model.pending.get(id);
      if (waiting !== undefined) model.strategy.tell(waiting, { state: 'interrupted' });
      model.pending.delete(id);
    }
  }
}

function start(model: RungModel, config: Config): number {
  const own = model.started;
  model.started += 1;
  model.strategy.start(own, config);
  return own;
}

function anyNew({ space, seed, repeats }: SearchProblem, climb: Climb, index: number): Config | undefined {
  const stream = randomStream(seed, 'rung new', index);
  for (let tries = 0; tries < 200; tries++) {
    const config = sampleConfig(space, stream);
    if (repeats || !climb.wasTried(config)) return config;
  }
  if (space.size > enumerable) return undefined;
  let chosen: Config | undefined;
  let seen = 0;
  for (const config of enumerateConfigs(space))
    if (!climb.wasTried(config) && stream.integer(++seen) === 0) chosen = config;
  return chosen;
}
