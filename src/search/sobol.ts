import type { RandomStream } from '../math/random.ts';
import { Sobol, sobolDimensions } from '../math/sobol.ts';
import { decodePoint } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { SearchProblem } from './strategy.ts';

/**
 * How far ahead in the sequence the points are that stand in for one whose config is taken, and how many may. Not a power of two, by
 * which points have the same first coordinate.
 */
const AHEAD = 2 ** 20 + 618_033;
const TRIES = 16;

type Streams = (purpose: string, index: number) => RandomStream;

/** Unit-cube points that fill a space evenly; beyond the dimensions of the Sobol sequence coordinates are random. */
export class SpreadPoints {
  readonly #dimensions: number;
  readonly #streams: Streams;
  readonly #purpose: string;
  readonly #sobol: Sobol;

  constructor(dimensions: number, streams: Streams, purpose: string) {
    this.#dimensions = dimensions;
    this.#streams = streams;
    this.#purpose = purpose;
    this.#sobol = new Sobol(Math.min(sobolDimensions, dimensions), streams(purpose, 0));
  }

  point(index: number): Float64Array {
    const even = this.#sobol.point(index);
    if (this.#dimensions <= even.length) return even;
    const stream = this.#streams(`${this.#purpose} beyond`, index);
    return Float64Array.from({ length: this.#dimensions }, (_, j) => even[j] ?? stream.uniform());
  }

  /**
   * The config of a point, or of the first one far ahead in the sequence that is new: each index has points of its own.
   * Undefined where none is found.
   *
   * @param from 1 where the config of the point itself is not wanted
   */
  newConfig(
    space: Space,
    index: number,
    isNew: (config: Config) => boolean,
    { from = 0, tries = TRIES }: { readonly from?: number; readonly tries?: number } = {},
  ): Config | undefined {
    for (let step = from; step < tries; step++) {
      const config = decodePoint(space, this.point((index + step * AHEAD) % 2 ** 31));
      if (isNew(config)) return config;
    }
    return undefined;
  }
}

/** A scrambled Sobol sequence: spreads evenly, sooner than chance does. Points whose config was tried are skipped. */
export class SobolStrategy extends BaseStrategy {
  readonly #points: SpreadPoints;

  constructor(problem: SearchProblem) {
    super(problem);
    this.#points = new SpreadPoints(
      problem.space.dimensions.length,
      (purpose, index) => this.stream(purpose, index),
      'sobol',
    );
  }

  protected override propose(index: number) {
    // Nothing but its points is even, so it looks for one longer than those do that only begin with them.
    const isNew = (config: Config) => this.isNew(config);
    const config = this.#points.newConfig(this.problem.space, index, isNew, { tries: 2 * TRIES });
    return config && { config, origin: 'sobol' };
  }
}
