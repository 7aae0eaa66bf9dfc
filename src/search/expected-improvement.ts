import type { GaussianProcess } from '../math/gaussian-process.ts';
import { logH, logHSlope } from '../math/log-expected-improvement.ts';
import { logNormalCdf, logNormalCdfSlope } from '../math/normal.ts';
import type { Acquisition } from './acquisition-search.ts';

/**
 * Power of the probability that a config works. With 1, improvement times that probability, the rim beyond which trials fail was
 * crossed a quarter more often, for no better result.
 */
const CAUTION = 2;

/**
 * log EI of a minimum below `best` and its gradient (Ament et al. 2023), plus `CAUTION` times the logarithm of
 * the probability that a config works, where that is modelled.
 */
export function logExpectedImprovement(
  model: GaussianProcess,
  best: number,
  works: GaussianProcess | undefined,
): Acquisition {
  return {
    value(point) {
      const { mean, variance } = model.predict(point);
      const deviation = Math.sqrt(variance);
      const improvement = logH((best - mean) / deviation) + Math.log(deviation);
      if (!works) return improvement;
      const feasible = works.predict(point);
      return improvement + CAUTION * logNormalCdf(feasible.mean / Math.sqrt(feasible.variance));
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
      const improvement = logH(z) + Math.log(deviation);
      if (!works) return improvement;
      const feasible = works.predictWithGradient(point);
      const spread = Math.sqrt(feasible.variance);
      const u = feasible.mean / spread;
      const weight = logNormalCdfSlope(u);
      for (let j = 0; j < gradient.length; j++)
        gradient[j]! +=
          CAUTION *
          weight *
          (feasible.meanSlope[j]! / spread - (u * feasible.varianceSlope[j]!) / (2 * feasible.variance));
      return improvement + CAUTION * logNormalCdf(u);
    },
  };
}
