import { sampleConfig } from '../space/sample.ts';
import { BaseStrategy } from './base-strategy.ts';

/** Uniform random configs, none twice (Bergstra & Bengio 2012). */
export class RandomStrategy extends BaseStrategy {
  protected override propose(index: number) {
    return { config: sampleConfig(this.problem.space, this.stream('random', index)), origin: 'random' };
  }
}
