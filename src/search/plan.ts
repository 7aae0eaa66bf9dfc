import type { Config } from '../space/parameter.ts';
import { type StrategyName, type StrategyOptions, strategies, withEarlyStopping } from './strategies.ts';
import type { SearchProblem, Strategy } from './strategy.ts';
import type { EarlierStudy } from './warm-start/earlier.ts';
import { WarmStartStrategy } from './warm-start/warm-start.ts';

/** All that a strategy is built from, as plain data: the same plan makes the same strategy in any process or thread. */
export interface SearchPlan {
  readonly name: StrategyName;
  readonly problem: SearchProblem;
  readonly options: StrategyOptions;
  /** Configs to try first. */
  readonly tryFirst: readonly Config[];
  readonly earlier: readonly EarlierStudy[];
}

/** Strategies that are a model of all they were told. */
const learning: ReadonlySet<StrategyName> = new Set(['bayesian', 'tpe']);

/** A fresh strategy. */
export function buildStrategy({
  name,
  problem,
  options = {},
  tryFirst = [],
  earlier = [],
}: Pick<SearchPlan, 'name' | 'problem'> & Partial<SearchPlan>): Strategy {
  const make = () => strategies[name](problem, options);
  const strategy =
    tryFirst.length === 0 && earlier.length === 0
      ? make()
      : new WarmStartStrategy(problem, make, { tryFirst, earlier, learns: learning.has(name) });
  return withEarlyStopping(strategy, problem, options);
}
