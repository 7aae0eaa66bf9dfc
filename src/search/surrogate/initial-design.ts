import type { RandomStream } from '../../math/random.ts';
import { hashConfig } from '../../space/config.ts';
import { decodePoint } from '../../space/encode.ts';
import type { Config } from '../../space/parameter.ts';
import type { Trial } from '../history.ts';
import { SpreadPoints } from '../sobol.ts';
import type { SearchProblem } from '../strategy.ts';
import type { PointSpace } from './point-space.ts';

/** So many trials of others' making (earlier studies, configs to try first) the initial design has more: they may mislead. */
const MOST_FOREIGN = 3;

/** The first trials, spread over the space before a model has anything to go by. */
export class InitialDesign {
  readonly #problem: SearchProblem;
  readonly #space: PointSpace;
  readonly #streams: (purpose: string, index: number) => RandomStream;
  readonly #points: SpreadPoints;
  readonly size: number;

  constructor(
    problem: SearchProblem,
    space: PointSpace,
    streams: (purpose: string, index: number) => RandomStream,
  ) {
    this.#problem = problem;
    this.#space = space;
    this.#streams = streams;
    const dimensions = problem.space.dimensions.length;
    this.#points = new SpreadPoints(dimensions, streams, 'bayesian start');
    const wanted = Math.min(6, Math.max(5, dimensions + 1));
    this.size =
      problem.trials === undefined ? wanted : Math.max(2, Math.min(wanted, Math.floor(problem.trials / 4)));
  }

  /** The place in the design that trial `index` has: from `size` on it is over. */
  placeOf(index: number, trials: readonly Trial[]): number {
    return index - Math.min(MOST_FOREIGN, this.#foreign(index, trials));
  }

  /** A config of the design that is new; undefined where none is found. */
  propose(place: number, isNew: (config: Config) => boolean): Config | undefined {
    const designed = this.#designed(place);
    if (isNew(designed)) return designed;
    return this.#points.newConfig(this.#problem.space, place, isNew, { from: 1 });
  }

  /** How many trials before one were neither of the design nor the incumbent; as many as are made up for at least, later. */
  #foreign(index: number, trials: readonly Trial[]): number {
    if (index >= this.size + MOST_FOREIGN) return MOST_FOREIGN;
    const { space, incumbent } = this.#problem;
    // Where too little has worked for a model the design goes on beyond its size.
    const design = Array.from({ length: this.size + MOST_FOREIGN }, (_, place) => this.#designed(place));
    const own = new Set(
      [...design, ...(incumbent ? [incumbent] : [])].map((config) => hashConfig(space, config)),
    );
    return trials.filter(({ config }) => !own.has(hashConfig(space, config))).length;
  }

  /** Spread points, in whose categorical coordinates each option comes equally often, in shuffled rounds. */
  #designed(place: number): Config {
    const point = this.#points.point(place);
    for (const j of this.#space.discrete) {
      const count = this.#space.counts[j]!;
      if (this.#space.ordinal[j]) continue;
      const round = Math.floor(place / count);
      const order = this.#streams(`bayesian balance ${j}`, round).shuffle(
        Array.from({ length: count }, (_, i) => i),
      );
      point[j] = (order[place % count]! + 0.5) / count;
    }
    return decodePoint(this.#problem.space, point);
  }
}
