import { logH, logHSlope } from './log-expected-improvement.ts';
import type { OpenBoxes } from './open-boxes.ts';

/** Independent normal predictions of objectives to be minimised: mean and standard deviation of each. */
export interface Predictions {
  readonly means: ArrayLike<number>;
  readonly deviations: ArrayLike<number>;
}

/** Derivatives with respect to the means and the standard deviations. */
export interface PredictionSlope {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** The logarithm of a positive number, and its derivatives by a mean and a deviation. */
interface LogTerm {
  readonly log: number;
  readonly byMean: number;
  readonly byDeviation: number;
}

const nothing: LogTerm = { log: Number.NEGATIVE_INFINITY, byMean: 0, byDeviation: 0 };

/**
 * The logarithm of the expected hypervolume improvement of objectives with independent normal predictions: exact, one
 * product of one-dimensional expected improvements per box that the front leaves open,
 * Σ_i Π_k [EI_k(to_ik) − EI_k(from_ik)] (Emmerich et al. 2016; Yang et al. 2019, Eq. 14), each in logarithms
 * so that it has a slope where the improvement itself is 0 in float64 (Ament et al. 2023).
 *
 * @param slope filled in when given
 */
export function logExpectedHypervolumeImprovement(
  { values, boxes }: OpenBoxes,
  { means, deviations }: Predictions,
  slope?: PredictionSlope,
): number {
  const below = values.map((of, k) =>
    Array.from(of, (value) => logImprovement(value, means[k]!, deviations[k]!)),
  );
  const widths = boxes.map(({ from, to }) => below.map((of, k) => difference(of[to[k]!]!, of[from[k]!]!)));
  const terms = widths.map((sides) => sides.reduce((sum, { log }) => sum + log, 0));
  const largest = terms.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (slope) for (const part of [slope.means, slope.deviations]) part.fill(0);
  // Nothing left to gain in float64: so far from good that only the way back matters.
  if (largest === Number.NEGATIVE_INFINITY) return -Number.MAX_VALUE;
  const weights = terms.map((term) => Math.exp(term - largest));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (slope)
    for (const [i, weight] of weights.entries()) {
      if (weight === 0) continue;
      for (const [k, { byMean, byDeviation }] of widths[i]!.entries()) {
        slope.means[k]! += (weight / sum) * byMean;
        slope.deviations[k]! += (weight / sum) * byDeviation;
      }
    }
  return largest + Math.log(sum);
}

/** log EI of a normal prediction below a value; at −∞ nothing can improve. */
function logImprovement(value: number, mean: number, deviation: number): LogTerm {
  if (value === Number.NEGATIVE_INFINITY) return nothing;
  const z = (value - mean) / deviation;
  const slope = logHSlope(z);
  return {
    log: logH(z) + Math.log(deviation),
    byMean: -slope / deviation,
    byDeviation: (1 - z * slope) / deviation,
  };
}

/** log(exp a − exp b) of a ≥ b. */
function difference(a: LogTerm, b: LogTerm): LogTerm {
  if (b.log === Number.NEGATIVE_INFINITY) return a;
  const gap = b.log - a.log;
  if (!(gap < 0)) return nothing;
  const share = -1 / Math.expm1(gap);
  const other = share * Math.exp(gap);
  return {
    log: a.log + Math.log(-Math.expm1(gap)),
    byMean: share * a.byMean - other * b.byMean,
    byDeviation: share * a.byDeviation - other * b.byDeviation,
  };
}
