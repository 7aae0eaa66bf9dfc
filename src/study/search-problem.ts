import type { SearchProblem } from '../search/strategy.ts';
import type { Space } from '../space/space.ts';
import type { DrivenSpec } from '../spec/spec.ts';

/** What a spec gives a strategy to search. */
export function searchProblem(
  { search, budget, metric, constraints }: Pick<DrivenSpec, 'search' | 'budget' | 'metric' | 'constraints'>,
  space: Space,
  rest: Pick<SearchProblem, 'workers' | 'resumable' | 'inherits'>,
): SearchProblem {
  const { time, cost, trials, epochs, 'total-epochs': total } = budget;
  const full = total === undefined || epochs === undefined ? undefined : Math.floor(total / epochs);
  const epochsEnd = full !== undefined && (trials === undefined || trials > full);
  return {
    space,
    seed: search.seed,
    repeats: search.repeats,
    metrics: 1 + metric.more.length,
    constraints: constraints.length,
    ...(space.incumbent ? { incumbent: space.incumbent } : {}),
    ...(trials === undefined ? {} : { trials }),
    ...(epochs === undefined ? {} : { maxResource: epochs }),
    ...(full === undefined ? {} : { fullTrainings: full }),
    timed: epochsEnd || (trials === undefined && [time, cost].some((limit) => limit !== undefined)),
    ...rest,
  };
}
