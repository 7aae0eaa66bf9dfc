import { type StrategyName, strategies } from '../../src/search/strategies.ts';
import type { Config } from '../../src/space/parameter.ts';
import type { StudyProblem } from '../problems/problems.ts';

/** A tuner at work on one study, ours or another's. */
export interface Tuner {
  /** The next config and how long it took, in milliseconds; undefined: it has no more. */
  readonly ask: (trial: number) => Promise<{ readonly config: Config; readonly ms: number } | undefined>;
  readonly tell: (trial: number, loss: number) => Promise<void>;
}

export type MakeTuner = (
  problem: StudyProblem,
  options: { readonly seed: number; readonly trials: number; readonly workers: number },
) => Promise<Tuner>;

/** Our own strategy of a name. */
export function ours(name: StrategyName): MakeTuner {
  return async ({ space }, { seed, trials, workers }) => {
    const strategy = strategies[name]({ space, seed, trials, workers }, {});
    return {
      async ask(trial) {
        const begun = performance.now();
        const suggestion = strategy.ask();
        const ms = performance.now() - begun;
        if (suggestion.kind !== 'new') return undefined;
        strategy.start(trial, suggestion.config);
        return { config: suggestion.config, ms };
      },
      async tell(trial, loss) {
        strategy.tell(trial, { state: 'completed', loss });
      },
    };
  };
}
