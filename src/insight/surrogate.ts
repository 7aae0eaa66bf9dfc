import { GaussianProcess } from '../math/gaussian-process.ts';
import { Observations } from '../math/geometry.ts';
import { fitHyperparameters } from '../math/hyperparameter-fit.ts';
import { startAt } from '../math/kernel.ts';
import { bestAndNewest } from '../search/surrogate/best-and-newest.ts';
import { warpLosses } from '../search/surrogate/output-warp.ts';
import { spaceGeometry } from '../search/surrogate/space-geometry.ts';
import { mostEvident } from '../search/surrogate/warp-choice.ts';
import { encodeConfig } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { Observation } from './observation.ts';

/** What a model of all trials makes of a config. */
export interface Surrogate {
  /** Expected loss, in the metric's own unit. */
  readonly loss: (config: Config) => number;
  /** Share of the variation that is noise: what the same config would show again. In [0, 1]. */
  readonly noise: number;
}

/** More would cost more than insight is worth. */
const mostObservations = 200;
const fewest = 10;
/** As measured, if that explains them: bending is undone with every error magnified. */
const shapes = ['none', 'power', 'logarithm', 'logarithm above the lowest'] as const;

/**
 * A Gaussian process of the trials (the best and the newest of very many). Losses are warped for it; what it expects is
 * brought back by the order of the observed ones. Undefined with fewer than ten trials, or where all are alike.
 */
export function fitSurrogate(space: Space, observations: readonly Observation[]): Surrogate | undefined {
  if (observations.length < fewest || space.dimensions.length === 0) return undefined;
  const kept = bestAndNewest(observations, mostObservations, (a, b) => a.loss - b.loss);
  const losses = kept.map(({ loss }) => loss);
  if (Math.max(...losses) === Math.min(...losses)) return undefined;
  const geometry = spaceGeometry(space);
  const measured = kept.map(({ config, loss }) => ({ point: encodeConfig(space, config), loss }));
  const { targets } = warpLosses(losses, mostEvident(geometry, measured, shapes));
  const points = new Observations(
    geometry,
    measured.map(({ point }) => point),
  );
  const hyperparameters = fitHyperparameters(points, targets, [startAt(geometry, 0, 1e-2)], 40);
  const model = new GaussianProcess(points, targets, hyperparameters);
  const pairs = losses
    .map((loss, i) => ({ loss, target: targets[i]! }))
    .sort((a, b) => a.target - b.target || a.loss - b.loss);
  const { logNoise, logSignal, logMain = Number.NEGATIVE_INFINITY } = hyperparameters;
  const noise = Math.exp(logNoise);
  return {
    loss: (config) => unwarp(pairs, model.mean(encodeConfig(space, config))),
    noise: noise / (noise + Math.exp(logSignal) + Math.exp(logMain)),
  };
}

/** The loss that belongs to a warped one: between those of its neighbours, never beyond the observed ones. */
function unwarp(
  pairs: readonly { readonly loss: number; readonly target: number }[],
  target: number,
): number {
  const above = pairs.findIndex((pair) => pair.target >= target);
  if (above < 0) return pairs.at(-1)!.loss;
  if (above === 0) return pairs[0]!.loss;
  const [low, high] = [pairs[above - 1]!, pairs[above]!];
  const share = high.target > low.target ? (target - low.target) / (high.target - low.target) : 1;
  return low.loss + share * (high.loss - low.loss);
}
