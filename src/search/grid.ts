import { randomStream } from '../math/random.ts';
import { isActive } from '../space/condition.ts';
import { fromUnit, valueAt, valueCount } from '../space/domain.ts';
import { decodePoint } from '../space/encode.ts';
import { enumerateConfigs } from '../space/enumerate.ts';
import type { Config, Parameter, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { SearchProblem } from './strategy.ts';

/** Up to this size a grid is listed and shuffled; a larger one is walked at random without repeats. */
const LISTED = 20_000;

/**
 * Every config of a grid once: all values of finite parameters, `points` values of continuous ones, both ends included.
 *
 * The order is shuffled by the seed, since a grid in its natural order that is cut short by the budget has seen one corner
 * of the space only.
 */
export class GridStrategy extends BaseStrategy {
  readonly #grid: readonly Config[] | undefined;
  readonly #space: Space;
  readonly #points: number;
  /** Where the next search for an untried config of the list begins: all before it were tried. */
  #from = 0;

  constructor(problem: SearchProblem, points: number) {
    super(problem);
    this.#space = problem.space;
    this.#points = points;
    const listed = listGrid(problem.space, points, LISTED);
    this.#grid = listed ? randomStream(problem.seed, 'grid').shuffle(listed) : undefined;
  }

  protected override propose(index: number) {
    if (!this.#grid) return { config: this.#draw(index), origin: 'grid' };
    while (this.#from < this.#grid.length && !this.isNew(this.#grid[this.#from]!)) this.#from++;
    const config = this.problem.repeats ? this.#grid[index % this.#grid.length] : this.#grid[this.#from];
    return config && { config, origin: 'grid' };
  }

  /** Past the end of the grid there is nothing, although a continuous space has configs left. */
  protected override anyNew(index: number): Config | undefined {
    if (this.#grid) return undefined;
    for (let tries = 0; tries < 1000; tries++) {
      const config = this.#draw(index, tries);
      if (this.isNew(config)) return config;
    }
    return undefined;
  }

  protected override nothingLeft(): string {
    return this.#grid ? `all ${this.#grid.length} points of the grid were tried` : super.nothingLeft();
  }

  #draw(index: number, tries = 0): Config {
    const stream = this.stream('grid', index * 1000 + tries);
    const point = Float64Array.from(this.#space.dimensions, ({ kind, values }) =>
      kind === 'continuous'
        ? stream.integer(this.#points) / (this.#points - 1)
        : (stream.integer(values) + 0.5) / values,
    );
    return decodePoint(this.#space, point);
  }
}

/** The configs of a grid, or undefined when they are more than `most`. */
function listGrid(space: Space, points: number, most: number): Config[] | undefined {
  const configs =
    space.size === Number.POSITIVE_INFINITY
      ? gridConfigs(space, points)
      : space.size <= most
        ? enumerateConfigs(space)
        : undefined;
  if (!configs) return undefined;
  const list: Config[] = [];
  for (const config of configs) {
    if (list.length === most) return undefined;
    list.push(config);
  }
  return list;
}

function* gridConfigs(space: Space, points: number, from = 0, config: Config = {}): Generator<Config> {
  let at = from;
  while (at < space.parameters.length && !isActive(space.parameters[at]!, config)) at++;
  const parameter = space.parameters[at];
  if (!parameter) {
    yield config;
    return;
  }
  for (const value of gridValues(parameter, points))
    yield* gridConfigs(space, points, at + 1, { ...config, [parameter.path]: value });
}

/** One by one: a whole number may have a million million values, of which a listing wants the first. */
function* gridValues({ domain }: Parameter, points: number): Generator<Value> {
  const count = valueCount(domain);
  if (count === Number.POSITIVE_INFINITY)
    for (let i = 0; i < points; i++) yield fromUnit(domain, i / (points - 1));
  else for (let i = 0; i < count; i++) yield valueAt(domain, i);
}
