import type { StrategyOptions } from '../search/strategies.ts';
import type { SearchSpec } from '../spec/spec.ts';

/** What a spec says of how its strategy searches. */
export function strategyOptions(search: SearchSpec): StrategyOptions {
  const { 'min-epochs': minEpochs, 'early-stopping': earlyStopping, ...rest } = search;
  return {
    ...rest,
    ...(minEpochs === undefined ? {} : { minEpochs }),
    ...(earlyStopping === undefined ? {} : { earlyStopping }),
  };
}
