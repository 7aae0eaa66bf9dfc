import { logH, logHSlope } from './log-expected-improvement.ts';

/** Two independent normal predictions of objectives to be minimised: mean and standard deviation of each. */
export interface PredictedPair {
  readonly means: readonly [number, number];
  readonly deviations: readonly [number, number];
}

/** Derivatives with respect to the means and the standard deviations. */
export interface PairSlope {
  readonly means: [number, number];
  readonly deviations: [number, number];
}

/** The part of the plane below a reference point that a front leaves open, as strips along the first objective. */
export interface Strips {
  /** Right ends of the strips, rising; the first strip has no left end. The last ends at the reference. */
  readonly ends: readonly number[];
  /** Upper bound of the second objective in each strip, falling. */
  readonly bounds: readonly number[];
}

/** Decomposes what a front of two objectives leaves open into strips: one more than there are points on it. */
export function openStrips(
  front: readonly (readonly [number, number])[],
  reference: readonly [number, number],
): Strips {
  const sorted = front
    .filter(([x, y]) => x < reference[0] && y < reference[1])
    .sort(([a, c], [b, d]) => a - b || c - d);
  const ends: number[] = [];
  const bounds: number[] = [reference[1]];
  for (const [x, y] of sorted) {
    // Dominated, or the same again.
    if (y >= bounds.at(-1)!) continue;
    ends.push(x);
    bounds.push(y);
  }
  return { ends: [...ends, reference[0]], bounds };
}

/**
 * The logarithm of the expected hypervolume improvement of two objectives with independent normal predictions: exact, one
 * product of one-dimensional expected improvements per strip,
 * Σ_i [EI₁(end_i) − EI₁(end_{i−1})] · EI₂(bound_i) (Emmerich et al. 2016; Yang et al. 2019, Eq. 14), each in logarithms
 * so that it has a slope where the improvement itself is 0 in float64 (Ament et al. 2023).
 *
 * @param slope filled in when given
 */
export function logExpectedHypervolumeImprovement(
  { ends, bounds }: Strips,
  { means, deviations }: PredictedPair,
  slope?: PairSlope,
): number {
  const [mean1, mean2] = means;
  const [deviation1, deviation2] = deviations;
  const terms = new Float64Array(ends.length);
  // log EI₁ at the ends, its derivatives by mean and deviation; at −∞ nothing can improve.
  let left = Number.NEGATIVE_INFINITY;
  let [leftByMean, leftByDeviation] = [0, 0];
  const widthByMean = new Float64Array(ends.length);
  const widthByDeviation = new Float64Array(ends.length);
  const heightByMean = new Float64Array(ends.length);
  const heightByDeviation = new Float64Array(ends.length);
  for (let i = 0; i < ends.length; i++) {
    const z = (ends[i]! - mean1) / deviation1;
    const right = logH(z) + Math.log(deviation1);
    const rightSlope = logHSlope(z);
    const rightByMean = -rightSlope / deviation1;
    const rightByDeviation = (1 - z * rightSlope) / deviation1;
    const gap = left - right;
    const width = gap < 0 ? right + Math.log(-Math.expm1(gap)) : Number.NEGATIVE_INFINITY;
    const u = (bounds[i]! - mean2) / deviation2;
    terms[i] = width + logH(u) + Math.log(deviation2);
    if (width > Number.NEGATIVE_INFINITY) {
      const share = -1 / Math.expm1(gap);
      const leftShare = left === Number.NEGATIVE_INFINITY ? 0 : share * Math.exp(gap);
      widthByMean[i] = share * rightByMean - leftShare * leftByMean;
      widthByDeviation[i] = share * rightByDeviation - leftShare * leftByDeviation;
      const heightSlope = logHSlope(u);
      heightByMean[i] = -heightSlope / deviation2;
      heightByDeviation[i] = (1 - u * heightSlope) / deviation2;
    }
    [left, leftByMean, leftByDeviation] = [right, rightByMean, rightByDeviation];
  }
  const largest = Math.max(...terms);
  // Nothing left to gain in float64: so far from good that only the way back matters.
  if (largest === Number.NEGATIVE_INFINITY) {
    if (slope) for (const part of [slope.means, slope.deviations]) part.fill(0);
    return -Number.MAX_VALUE;
  }
  const weights = terms.map((term) => Math.exp(term - largest));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (slope) {
    const mixed = (parts: Float64Array) => {
      let total = 0;
      for (let i = 0; i < parts.length; i++) if (weights[i]! > 0) total += (weights[i]! / sum) * parts[i]!;
      return total;
    };
    slope.means[0] = mixed(widthByMean);
    slope.means[1] = mixed(heightByMean);
    slope.deviations[0] = mixed(widthByDeviation);
    slope.deviations[1] = mixed(heightByDeviation);
  }
  return largest + Math.log(sum);
}
