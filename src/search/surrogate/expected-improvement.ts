import type { GaussianProcess } from '../../math/gaussian-process.ts';
import { logH, logHSlope } from '../../math/log-expected-improvement.ts';
import { logNormalCdf, logNormalCdfSlope } from '../../math/normal.ts';
import type { PosteriorDraws } from '../../math/posterior-draws.ts';
import type { Acquisition } from './acquisition-search.ts';

/**
 * Power of the probability that a config works. With less the rim beyond which trials fail is crossed more often, for no better result: with
 * 1, improvement times that probability, by half, with 2 by a sixth.
 */
const CAUTION = 3;

/**
 * log EI of a minimum below `best` and its gradient (Ament et al. 2023), plus `CAUTION` times the logarithm of
 * the probability that a config works, where that is modelled.
 */
export function logExpectedImprovement(
  model: GaussianProcess,
  best: number,
  works: GaussianProcess | undefined,
): Acquisition {
  return cautious(
    {
      value(point) {
        const { mean, variance } = model.predict(point);
        const deviation = Math.sqrt(variance);
        return logH((best - mean) / deviation) + Math.log(deviation);
      },
      valueWithGradient(point, gradient) {
        const { mean, variance, meanSlope, varianceSlope } = model.predictWithGradient(point);
        const deviation = Math.sqrt(variance);
        const z = (best - mean) / deviation;
        const slope = logHSlope(z);
        for (let j = 0; j < gradient.length; j++) {
          const deviationSlope = varianceSlope[j]! / (2 * deviation);
          gradient[j] = (slope * (-meanSlope[j]! - z * deviationSlope) + deviationSlope) / deviation;
        }
        return logH(z) + Math.log(deviation);
      },
    },
    works,
  );
}

/**
 * log of the improvement that is expected over the best config when measurements are noisy, so that nobody knows which that is nor
 * how good: the mean over draws of what was truly measured (Letham et al. 2019, «Constrained Bayesian optimization with noisy
 * experiments»). Without noise it is `logExpectedImprovement` over the lowest measurement.
 *
 * @param draws of the function, known without noise at the observations
 * @param bests of each draw, the value to improve on
 */
export function logNoisyExpectedImprovement(
  draws: PosteriorDraws,
  bests: readonly number[],
  works: GaussianProcess | undefined,
): Acquisition {
  const share = Math.log(bests.length);
  const logsOf = (means: Float64Array, deviation: number) =>
    means.map((mean, k) => logH((bests[k]! - mean) / deviation) + Math.log(deviation) - share);
  return cautious(
    {
      value(point) {
        const { means, variance } = draws.predict(point);
        return logSumExp(logsOf(means, Math.sqrt(variance)));
      },
      valueWithGradient(point, gradient) {
        let value = 0;
        let alongDeviation = 0;
        const { variance, meanSlope, varianceSlope } = draws.predictWithGradient(
          point,
          ({ means, variance: left }) => {
            const deviation = Math.sqrt(left);
            const logs = logsOf(means, deviation);
            value = logSumExp(logs);
            return means.map((mean, k) => {
              const weight = Math.exp(logs[k]! - value) / deviation;
              const z = (bests[k]! - mean) / deviation;
              const slope = logHSlope(z);
              alongDeviation += weight * (1 - slope * z);
              return -weight * slope;
            });
          },
        );
        const byVariance = alongDeviation / (2 * Math.sqrt(variance));
        for (let j = 0; j < gradient.length; j++)
          gradient[j] = meanSlope[j]! + byVariance * varianceSlope[j]!;
        return value;
      },
    },
    works,
  );
}

/** Adds what it is worth that a config works. */
function cautious(improvement: Acquisition, works: GaussianProcess | undefined): Acquisition {
  if (!works) return improvement;
  return {
    value(point) {
      const { mean, variance } = works.predict(point);
      return improvement.value(point) + CAUTION * logNormalCdf(mean / Math.sqrt(variance));
    },
    valueWithGradient(point, gradient) {
      const value = improvement.valueWithGradient(point, gradient);
      const { mean, variance, meanSlope, varianceSlope } = works.predictWithGradient(point);
      const deviation = Math.sqrt(variance);
      const u = mean / deviation;
      const weight = CAUTION * logNormalCdfSlope(u);
      for (let j = 0; j < gradient.length; j++)
        gradient[j]! += weight * (meanSlope[j]! / deviation - (u * varianceSlope[j]!) / (2 * variance));
      return value + CAUTION * logNormalCdf(u);
    },
  };
}

function logSumExp(logs: Float64Array): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
