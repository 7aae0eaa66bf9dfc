import { multiplyLower, multiplyUpper, solve, solveUpperInPlace } from './cholesky.ts';
import { GaussianProcess, type Predictions } from './gaussian-process.ts';

/** Noise that is left to the draws, of the signal's variance: without any, points close together could not be told apart. */
const NUGGET = 1e-5;

/**
 * Functions drawn from the posterior of a Gaussian process at its observations and some points more, each then the process that
 * has seen it there without noise. Drawn by Matheron's rule (Wilson et al. 2020, «Efficiently sampling functions from Gaussian
 * process posteriors»): a draw from the prior, moved by what the observations say against it.
 */
export class PosteriorDraws {
  /** By draw: its values at the observations, then at the points more. */
  readonly values: readonly Float64Array[];
  readonly #process: GaussianProcess;
  readonly #alphas: readonly Float64Array[];

  /**
   * @param targets that it is conditioned on
   * @param more points beside its observations
   * @param pairs half the number of draws: of two one has the opposite luck of the other
   * @param normal standard normal numbers
   */
  constructor(
    process: GaussianProcess,
    targets: Float64Array,
    more: readonly Float64Array[],
    pairs: number,
    normal: () => number,
  ) {
    const { observations, hyperparameters } = process;
    const points = [...observations.points, ...more];
    const noise = Math.exp(hyperparameters.logNoise);
    const nugget = Math.min(noise, NUGGET * Math.exp(hyperparameters.logSignal));
    this.#process = new GaussianProcess(
      more.length === 0 ? observations : observations.with(more),
      new Float64Array(points.length),
      { ...hyperparameters, logNoise: Math.log(nugget) },
    );
    const { factor } = this.#process;
    const deviation = Math.sqrt(noise - nugget);
    // A draw from the prior is L z, and what it must be moved by has α = solve(targets - what it would have measured). In all it is L u
    // with u = z + Lᵀ α, and its own α is L⁻ᵀ u. All is linear: what the targets say, and plus or minus what luck says.
    const upper = (alpha: Float64Array) => {
      const padded = new Float64Array(points.length);
      padded.set(alpha);
      return multiplyUpper(factor, padded);
    };
    const finish = (u: Float64Array) => {
      const values = multiplyLower(factor, u);
      solveUpperInPlace(factor, u);
      return { values, alpha: u };
    };
    const expected = finish(upper(solve(process.factor, targets)));
    const draws = Array.from({ length: pairs }, () => {
      const white = Float64Array.from(points, normal);
      const prior = multiplyLower(factor, white);
      const measured = targets.map((_, i) => prior[i]! + deviation * normal());
      const moved = upper(solve(process.factor, measured));
      const luck = finish(white.map((z, i) => z - moved[i]!));
      return [1, -1].map((sign) => ({
        values: expected.values.map((value, i) => value + sign * luck.values[i]!),
        alpha: expected.alpha.map((value, i) => value + sign * luck.alpha[i]!),
      }));
    }).flat();
    this.values = draws.map(({ values }) => values);
    this.#alphas = draws.map(({ alpha }) => alpha);
  }

  /** What each draw expects at a point, and the variance that is left to all. */
  predict(point: Float64Array): Predictions {
    return this.#process.predictEach(point, this.#alphas);
  }

  /** With the gradients of the variance and of a weighted sum of what they expect. */
  predictWithGradient(point: Float64Array, weigh: (predictions: Predictions) => ArrayLike<number>) {
    return this.#process.predictEachWithGradient(point, this.#alphas, weigh);
  }
}
