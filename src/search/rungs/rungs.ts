import { hashConfig } from '../../space/config.ts';
import type { Config } from '../../space/parameter.ts';
import type { SearchProblem } from '../strategy.ts';

/** How a resource is climbed. */
export interface LadderOptions {
  /** By which factor each rung is higher, and its number of trials smaller, than the one before. Default 4. */
  readonly eta?: number;
  /** Resource of the lowest rung. Default: three rungs below the full resource, at least 1. */
  readonly minResource?: number;
  /** False: no model chooses what is tried next, as in plain ASHA and Hyperband. Default true. */
  readonly guided?: boolean;
  /** The only configs that can be tried, as in a table of trainings that were done. Default: all of the space. */
  readonly candidates?: readonly Config[];
}

/** As in Li et al. 2020, and in Optuna. */
export const defaultEta = 4;
/** Rungs below the full resource, where nothing is said: with η = 4 the lowest is 1/64 of it. */
const defaultSteps = 3;

/**
 * The resources of the rungs, rising, the full one last: R, R/η, R/η² … rounded to whole steps, down to the lowest. Where that is
 * said, it is a rung, too, and takes the place of one that is nearer to it than half a step, by factors.
 */
export function ladder(
  maxResource: number,
  { eta = defaultEta, minResource }: LadderOptions = {},
): readonly number[] {
  const at = (level: number) => Math.round(maxResource / eta ** level);
  const lowest = minResource ?? Math.max(1, at(defaultSteps));
  const rungs = [maxResource];
  for (let level = 1; at(level) >= lowest && rungs[0]! > 1; level++)
    if (at(level) !== rungs[0]) rungs.unshift(at(level));
  if (minResource === undefined || rungs[0]! <= minResource) return rungs;
  if (rungs.length > 1 && rungs[0]! < minResource * Math.sqrt(eta)) rungs.shift();
  return [minResource, ...rungs];
}

/** A trial on its way up. */
export interface Climber {
  readonly id: number;
  readonly config: Config;
  readonly hash: string;
  /** Losses by rung; +∞ where it failed, or was stopped on its way there. */
  readonly losses: readonly number[];
  /** The rung that it runs for now; undefined: it waits, or is over. */
  running: number | undefined;
  /** It will not go on: it failed, or was stopped. */
  over: boolean;
}

/** Where every trial stands. Rebuilt by the calls that a strategy is told. */
export class Climb {
  readonly climbers: Climber[] = [];
  readonly #problem: SearchProblem;
  readonly #rungs: readonly number[];
  readonly #used = new Set<string>();
  /** Of each climber, its own: only changed where the rankings hear of it. */
  readonly #losses: number[][] = [];
  /** Rankings by rung, each until a loss there is told. */
  readonly #ranked = new Map<number, readonly Climber[]>();

  constructor(problem: SearchProblem, rungs: readonly number[]) {
    this.#problem = problem;
    this.#rungs = rungs;
  }

  get pending(): number {
    return this.climbers.filter(({ running }) => running !== undefined).length;
  }

  /** Number of different configs. */
  get distinct(): number {
    return this.#used.size;
  }

  wasTried(config: Config): boolean {
    return this.hasHash(hashConfig(this.#problem.space, config));
  }

  /** Whether a config with such a hash was tried. */
  hasHash(hash: string): boolean {
    return this.#used.has(hash);
  }

  /** The rung that a resource belongs to: the lowest that is not below it. */
  rungOf(resource: number | undefined): number {
    const top = this.#rungs.length - 1;
    if (resource === undefined) return top;
    const rung = this.#rungs.findIndex((at) => at >= resource);
    return rung < 0 ? top : rung;
  }

  start(
    id: number,
    config: Config,
    resource: number | undefined,
  ): { readonly climber: Climber; readonly isNew: boolean } {
    const known = this.climbers[id];
    if (known) {
      known.running = this.rungOf(resource);
      return { climber: known, isNew: false };
    }
    if (id !== this.climbers.length)
      throw new Error(`trial ${id} starts before trial ${this.climbers.length}`);
    const hash = hashConfig(this.#problem.space, config);
    const losses: number[] = [];
    const climber: Climber = { id, config, hash, losses, running: this.rungOf(resource), over: false };
    this.climbers.push(climber);
    this.#losses.push(losses);
    this.#used.add(hash);
    return { climber, isNew: true };
  }

  find(id: number): Climber {
    const climber = this.climbers[id];
    if (!climber) throw new Error(`trial ${id} was never started`);
    return climber;
  }

  /** A trial has come to a rung, or failed on its way there (+∞). */
  arrives({ id }: Climber, rung: number, loss: number): void {
    this.#losses[id]![rung] = loss;
    this.#ranked.delete(rung);
  }

  /** Trials with a result at a rung, best first: by loss, then by number. The same array until there is another result. */
  ranked(rung: number): readonly Climber[] {
    const known = this.#ranked.get(rung);
    if (known) return known;
    const ranked = this.climbers
      .filter(({ losses }) => losses[rung] !== undefined)
      .sort((a, b) => compare(a.losses[rung]!, b.losses[rung]!) || a.id - b.id);
    this.#ranked.set(rung, ranked);
    return ranked;
  }
}

/** Also for two infinities, whose difference is no number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
