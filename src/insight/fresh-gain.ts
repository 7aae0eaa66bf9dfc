import { hashConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { lossOf } from '../study/score.ts';
import type { Seen } from './observation.ts';

/**
 * By how much a config is better than what ships today on the fresh seeds that both were trained with, in the mean; below 0: worse.
 * Undefined where there is no such seed.
 */
export function freshGain({ trials, metric }: Seen, space: Space, config: Config): number | undefined {
  if (!space.incumbent) return undefined;
  const lossesOf = (one: Config) => {
    const hash = hashConfig(space, one);
    return new Map(
      trials.flatMap(({ role, state, seed, score, config: other }) =>
        role === 'confirm' &&
        state === 'completed' &&
        Number.isFinite(score) &&
        hashConfig(space, other) === hash
          ? [[seed, lossOf(metric, score!)] as const]
          : [],
      ),
    );
  };
  const [ships, own] = [lossesOf(space.incumbent), lossesOf(config)];
  const gains = [...own].flatMap(([seed, loss]) => (ships.has(seed) ? [ships.get(seed)! - loss] : []));
  return gains.length === 0 ? undefined : gains.reduce((sum, gain) => sum + gain / gains.length, 0);
}
