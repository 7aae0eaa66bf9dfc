import type { RandomStream } from '../math/random.ts';
import { Sobol, sobolDimensions } from '../math/sobol.ts';
import { decodePoint } from '../space/encode.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { SearchProblem } from './strategy.ts';

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
    // Each trial has a point of its own; one that is taken is replaced by points from far ahead in the sequence.
    for (let tries = 0; tries < 32; tries++) {
      const config = decodePoint(this.problem.space, this.#points.point((index + tries * 2 ** 20) % 2 ** 31));
      if (this.isNew(config)) return { config, origin: 'sobol' };
    }
    return undefined;
  }
}
