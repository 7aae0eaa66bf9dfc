import { BayesianStrategy } from './bayesian.ts';
import { EvolutionStrategy } from './evolution.ts';
import { GridStrategy } from './grid.ts';
import { LocalStrategy } from './local.ts';
import { RandomStrategy } from './random.ts';
import { SobolStrategy } from './sobol.ts';
import type { SearchProblem, Strategy } from './strategy.ts';
import { TpeStrategy } from './tpe.ts';

export type StrategyName = 'bayesian' | 'tpe' | 'evolution' | 'local' | 'random' | 'grid' | 'sobol';

export interface StrategyOptions {
  /** Values per continuous parameter in a grid. Default 5. */
  readonly points?: number;
  /** Of evolution: trials that are alive at once. */
  readonly population?: number;
  /** Of evolution: how many of them meet to choose a parent. */
  readonly tournament?: number;
}

/** A strategy, and why it is this one. */
export interface StrategyChoice {
  readonly strategy: Strategy;
  readonly name: StrategyName;
  /** Completes «…, because …». */
  readonly why: string;
}

/** Every strategy by its name. */
export const strategies: Readonly<
  Record<StrategyName, (problem: SearchProblem, options: StrategyOptions) => Strategy>
> = {
  bayesian: (problem) => new BayesianStrategy(problem),
  random: (problem) => new RandomStrategy(problem),
  grid: (problem, { points = 5 }) => new GridStrategy(problem, points),
  sobol: (problem) => new SobolStrategy(problem),
  tpe: (problem) => new TpeStrategy(problem),
  evolution: (problem, options) => new EvolutionStrategy(problem, options),
  local: (problem) => new LocalStrategy(problem),
};

/** The strategy of a name; `auto` chooses by the space and the budget. */
export function createStrategy(
  name: StrategyName | 'auto',
  problem: SearchProblem,
  options: StrategyOptions = {},
): StrategyChoice {
  if (name !== 'auto') return { strategy: strategies[name](problem, options), name, why: 'the spec says so' };
  const { space, trials } = problem;
  const choose = (chosen: StrategyName, why: string) => ({
    strategy: strategies[chosen](problem, options),
    name: chosen,
    why,
  });
  if (space.size <= (trials ?? 0))
    return choose('grid', `the space has ${space.size} configs and the budget of ${trials} trials covers it`);
  if (space.dimensions.length === 0) return choose('random', 'nothing in the space varies');
  const aim =
    (problem.metrics ?? 1) > 1
      ? 'a model of each metric finds good trade-offs sooner'
      : 'a model of what worked finds good configs sooner';
  return choose('bayesian', `the space is larger than the budget, and ${aim}`);
}
