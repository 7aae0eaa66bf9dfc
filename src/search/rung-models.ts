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
/** Trials that two rungs must have in common before the losses of one are brought to the scale of the other. */
const fewestCommon = 3;

/**
 * Rungs below this share of the full resource choose what goes on, but not what is tried next: a model of them finds what is
 * quick at first and crowds there. (At 250 epochs of bench/fidelity.ts -1.2 instead of -1.8; a ninth, and rounding.)
 */
const mostReduced = 10;

/** Results of a rung that its model proposes from, at least; and more than the space has dimensions. */
const fewestValues = 8;

/** A Bayesian model of one rung; it knows trials by numbers of its own, since one may be told twice. */
interface RungModel {
  readonly strategy: BayesianStrategy;
  /** Trials that it has heard of, and not yet what became of them. */
  readonly pending: Map<number, number>;
  started: number;
  /** It may propose: its rung is high enough to tell what will be good in the end. */
  readonly tells: boolean;
  /** Losses of this very rung that it was told. */
  values: number;
}

/**
 * Where new configs come from when resources are climbed: a Bayesian model of the highest rung that has more results than
 * the space has dimensions (as in MOBSTER, Klein et al. 2020, and BOHB, Falkner et al. 2018), and random until then.
 *
 * Losses of one rung only can be compared. Trials that paused below a rung are told to its model all the same, at the loss
 * they had, brought to the scale of the rung: a model that saw only what was promoted would take every region from which
 * nothing ever was for as good as the rest, and propose it for ever.
 */
export class RungModels {
  readonly #problem: SearchProblem;
  readonly #climb: Climb;
  readonly #models: readonly RungModel[];

  /**
   * @param rungs resources of the rungs, rising
   * @param guided false: all proposals are random, to measure what the models are worth
   */
  constructor(problem: SearchProblem, climb: Climb, rungs: readonly number[], guided = true) {
    this.#problem = problem;
    this.#climb = climb;
    const { incumbent: _, trials: __, ...inner } = problem;
    this.#models = rungs.map((resource, rung) => ({
      tells: guided && resource >= rungs.at(-1)! / mostReduced,
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
      const wanted = Math.max(fewestValues, space.dimensions.length + 1);
      const model = this.#models.findLast(({ tells, values }) => tells && values >= wanted);
      const suggestion = model?.strategy.ask();
      if (suggestion?.kind === 'new' && (repeats || !climb.wasTried(suggestion.config)))
        return { config: suggestion.config, origin: suggestion.origin };
    }
    const config = anyNew(this.#problem, climb, index);
    return config && { config, origin: 'random' };
  }

  /** A trial begins. */
  begins({ id, config }: Climber): void {
    for (const model of this.#models) model.pending.set(id, start(model, config));
  }

  /** A trial has shown its loss at a rung (+∞: it failed), and goes on at once or not. */
  shows(climber: Climber, rung: number, goesOn: boolean): void {
    const { id, config, losses } = climber;
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
    if (!goesOn) this.#impute();
  }

  /** A trial was lost before it had shown anything. */
  isLost({ id }: Climber): void {
    for (const model of this.#models) {
      const waiting = model.pending.get(id);
      if (waiting !== undefined) model.strategy.tell(waiting, { state: 'interrupted' });
      model.pending.delete(id);
    }
  }

  /** Tells each model of the trials that paused below it, as soon as their losses can be brought to its scale. */
  #impute(): void {
    for (const [at, model] of this.#models.entries())
      for (const [id, waiting] of [...model.pending]) {
        const { losses, running, over } = this.#climb.climbers[id]!;
        const last = losses.length - 1;
        // One that runs on without a pause will show it itself.
        if (last < 0 || last >= at || (running !== undefined && !over)) continue;
        const scale = scaleTo(this.#climb, last, at);
        if (!scale) continue;
        model.strategy.tell(waiting, { state: 'completed', loss: scale(losses[last]!) });
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

/**
 * From the losses of one rung to those of a higher one, by the medians and interquartile ranges of the trials that have
 * both: rising, so that what ranked lower stays lower. Undefined while too few have both.
 */
function scaleTo(climb: Climb, from: number, to: number): ((loss: number) => number) | undefined {
  const common = climb.climbers.filter(({ losses }) => isResult(losses[from]) && isResult(losses[to]));
  if (common.length < fewestCommon) return undefined;
  const [low, high] = [from, to].map((rung) => spread(common.map(({ losses }) => losses[rung]!)));
  const slope = low!.range > 0 && high!.range > 0 ? high!.range / low!.range : 1;
  return (loss) => high!.middle + (loss - low!.middle) * slope;
}

function spread(values: readonly number[]): { readonly middle: number; readonly range: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { middle: at(0.5), range: at(0.75) - at(0.25) };
}

function isResult(loss: number | undefined): boolean {
  return loss !== undefined && Number.isFinite(loss);
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
