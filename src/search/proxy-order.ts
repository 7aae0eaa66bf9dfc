import { ranks } from '../math/rank-correlation.ts';
import type { Config } from '../space/parameter.ts';

/** A config that was scored without training. */
export interface Appraised {
  readonly config: Config;
  /** Score of each proxy: higher is taken for better. */
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * Configs in the order of the mean of their ranks by each proxy, the best first. No proxy is right alone, and their units cannot be
 * compared (Abdelfattah et al. 2021 let them vote). What has no finite score by a proxy is last by it.
 */
export function byProxies(appraised: readonly Appraised[], proxies: readonly string[]): readonly Config[] {
  const byEach = proxies.map((name) =>
    ranks(
      appraised.map(({ scores }) => {
        const score = scores[name];
        return score === undefined || Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
      }),
    ),
  );
  const votes = appraised.map((_, i) => byEach.reduce((sum, rank) => sum + rank[i]!, 0));
  return appraised
    .map((_, i) => i)
    .sort((a, b) => votes[b]! - votes[a]! || a - b)
    .map((i) => appraised[i]!.config);
}
