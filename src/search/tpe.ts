import { logNormalPdf, normalInterval } from '../math/normal.ts';
import type { RandomStream } from '../math/random.ts';
import { decodePoint, encodeConfig } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { BaseStrategy } from './base-strategy.ts';
import { byVolume } from './front-order.ts';
import type { Trial } from './history.ts';
import { byMerit } from './merit.ts';
import { SpreadPoints } from './sobol.ts';
import type { SearchProblem } from './strategy.ts';

const STARTUP = 10;
const CANDIDATES = 128;
/** The newest observations of a set that have full weight. */
const FULL_WEIGHT = 25;
/** Narrowest kernel, as a share of the range (Watanabe 2023: the bandwidth floor matters more than the rest). */
const NARROWEST = 0.03;

/** From so many values on the mass of a cell is lost to rounding; long before, cells are too narrow to be told from a continuous density. */
const CONTINUOUS = 1e6;

/**
 * Tree-structured Parzen estimator, multivariate (Bergstra et al. 2011; Falkner et al. 2018; constants of Optuna 5 with
 * Watanabe's bandwidth floor, arXiv 2304.11127).
 *
 * The best trials make a density l, the others and those that run (a constant liar) a density g; of many candidates
 * drawn from l, the one with the largest l / g is proposed. A density is a mixture of one kernel per trial, a product
 * over its active parameters, and one uniform kernel. A parameter that a trial does not have is uniform in its kernel.
 * Which trials are best with constraints or several metrics: see `byMerit`.
 */
export class TpeStrategy extends BaseStrategy {
  readonly #start: SpreadPoints;
  readonly #axes: readonly Axis[];

  constructor(problem: SearchProblem) {
    super(problem);
    this.#start = new SpreadPoints(
      problem.space.dimensions.length,
      (purpose, index) => this.stream(purpose, index),
      'tpe start',
    );
    this.#axes = problem.space.dimensions.map(({ kind, values, parameter: { domain } }) => {
      const categorical = kind === 'categorical';
      // A log-scaled integer has cells of unequal width: its density is taken as continuous.
      const unequal = domain.type === 'int' && domain.scale !== 'linear' && domain.step === undefined;
      const smooth = unequal || (!categorical && values > CONTINUOUS);
      return { categorical, count: smooth ? Number.POSITIVE_INFINITY : values };
    });
  }

  protected override propose(index: number) {
    const { space } = this.problem;
    const observed = this.history.observed.length;
    if (observed === 0 || this.history.ended.length < STARTUP) {
      const config = this.#spread(index);
      return config && { config, origin: 'initial design' };
    }
    const { below, above } = split(this.history.ended, this.history.pending);
    const stream = this.stream('tpe', index);
    const l = new Mixture(this.#axes, space, below);
    const g = new Mixture(this.#axes, space, above);
    const feasible = this.#feasibility();
    const candidates = Array.from({ length: CANDIDATES }, () => {
      const config = decodePoint(space, l.sample(stream));
      const point = encodeConfig(space, config);
      return { config, score: l.logDensity(point) - g.logDensity(point) + feasible(point) };
    });
    candidates.sort((a, b) => b.score - a.score);
    const best = candidates.find(({ config }) => this.isNew(config));
    return best && { config: best.config, origin: 'model' };
  }

  /**
   * Log-probability that a config works, from the densities of trials that did and did not (Bayes' rule). Failures among
   * the many others of g alone would not keep the search out of a region whose rim is good.
   */
  #feasibility(): (point: Float64Array) => number {
    const failed = this.history.ended.filter(({ loss }) => loss === undefined);
    const worked = this.history.observed;
    if (failed.length === 0) return () => 0;
    const bad = new Mixture(this.#axes, this.problem.space, failed);
    const good = new Mixture(this.#axes, this.problem.space, worked);
    const odds = Math.log(failed.length / worked.length);
    // Squared: a failure costs a whole trial and teaches little.
    return (point) => -2 * Math.log1p(Math.exp(bad.logDensity(point) - good.logDensity(point) + odds));
  }

  #spread(index: number): Config | undefined {
    return this.#start.newConfig(this.problem.space, index, (config) => this.isNew(config));
  }
}

interface Axis {
  readonly categorical: boolean;
  /** Number of cells; Infinity for a continuous density. */
  readonly count: number;
}

/** The best ¼√n trials (with several metrics a fifth), at most 25, and all others. Failed ones are never among the best, pending ones always others. */
function split(
  ended: readonly Trial[],
  pending: readonly Trial[],
): { readonly below: Trial[]; readonly above: Trial[] } {
  const byId = (a: Trial, b: Trial) => a.id - b.id;
  const of = (...states: readonly Trial['state'][]) =>
    ended.filter(({ state }) => states.includes(state)).sort(byId);
  const ranked = [
    ...byMerit(of('completed'), byVolume),
    // A pruned trial that came further was better.
    ...of('pruned').sort((a, b) => (b.step ?? 0) - (a.step ?? 0) || (a.loss ?? 0) - (b.loss ?? 0)),
    ...of('failed'),
  ];
  // A front is many configs (Ozaki et al. 2022, multiobjective TPE).
  const several = ended.some(({ losses }) => losses !== undefined);
  const size = Math.min(Math.ceil(several ? 0.2 * ended.length : 0.25 * Math.sqrt(ended.length)), 25);
  const best = new Set(ranked.slice(0, size).filter(({ loss }) => loss !== undefined));
  return {
    below: [...best].sort(byId),
    above: [...ended.filter((trial) => !best.has(trial)), ...pending].sort(byId),
  };
}

/** A mixture of kernels over the unit cube; coordinates are those of `encodeConfig`. */
class Mixture {
  readonly #axes: readonly Axis[];
  readonly #points: readonly Float64Array[];
  /** Width of each trial's kernel on each axis. */
  readonly #widths: readonly Float64Array[];
  /** Of each trial, the uniform kernel last; they add up to 1. */
  readonly #weights: Float64Array;
  readonly #logWeights: Float64Array;
  /**
   * Of each trial, logarithm of the area on each axis by which its kernel is divided: the share that lies within the range, times the
   * width where the density is continuous.
   */
  readonly #logArea: readonly Float64Array[];
  /** Logarithms of the uniform kernel's density on each axis, and of a category's that is a trial's own and another. */
  readonly #logUniform: Float64Array;
  readonly #logOwn: Float64Array;
  readonly #logOther: Float64Array;

  constructor(axes: readonly Axis[], space: Space, trials: readonly Trial[]) {
    this.#axes = axes;
    this.#points = trials.map(({ config }) => encodeConfig(space, config));
    this.#widths = kernelWidths(this.#points, axes.length);
    const raw = [...trialWeights(trials.length), 1];
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    this.#weights = Float64Array.from(raw, (weight) => weight / total);
    this.#logWeights = this.#weights.map(Math.log);
    this.#logArea = this.#points.map((centre, k) =>
      centre.map((x, j) => {
        const width = this.#widths[k]![j]!;
        const inside = normalInterval((0 - x) / width, (1 - x) / width);
        return Math.log(axes[j]!.count === Number.POSITIVE_INFINITY ? inside * width : inside);
      }),
    );
    const share = 1 / (trials.length + 1);
    this.#logUniform = Float64Array.from(axes, ({ count }) =>
      count === Number.POSITIVE_INFINITY ? 0 : -Math.log(count),
    );
    this.#logOwn = Float64Array.from(axes, ({ count }) => Math.log((1 + share) / (1 + count * share)));
    this.#logOther = Float64Array.from(axes, ({ count }) => Math.log(share / (1 + count * share)));
  }

  /** A point of one kernel: parents are drawn before their children, which may not exist under them. */
  sample(stream: RandomStream): Float64Array {
    const component = this.#choose(stream.uniform());
    const centre = this.#points[component];
    const widths = this.#widths[component];
    return Float64Array.from(this.#axes, (axis, j) => {
      const x = centre?.[j];
      if (x === undefined || Number.isNaN(x) || !widths) return stream.uniform();
      if (axis.categorical) return this.#sampleCategory(axis.count, x, stream);
      // By rejection: at least a third of the kernel lies within the range.
      for (;;) {
        const draw = x + widths[j]! * stream.normal();
        if (draw >= 0 && draw <= 1) return draw;
      }
    });
  }

  #sampleCategory(count: number, x: number, stream: RandomStream): number {
    const share = 1 / (this.#points.length + 1);
    const stay = 1 / (1 + count * share);
    return stream.uniform() < stay ? x : (stream.integer(count) + 0.5) / count;
  }

  #choose(u: number): number {
    let sum = 0;
    for (let k = 0; k < this.#weights.length; k++) {
      sum += this.#weights[k]!;
      if (u < sum) return k;
    }
    return this.#weights.length - 1;
  }

  /** Logarithm of the density (the probability, on axes with few values) of the active coordinates. */
  logDensity(point: Float64Array): number {
    const terms = this.#logWeights.map((logWeight, k) => {
      const centre = this.#points[k];
      let sum = logWeight;
      for (let j = 0; j < point.length; j++) {
        const x = point[j]!;
        if (Number.isNaN(x)) continue;
        sum +=
          centre === undefined || Number.isNaN(centre[j]!) ? this.#logUniform[j]! : this.#logKernel(k, j, x);
      }
      return sum;
    });
    const largest = terms.reduce((a, b) => Math.max(a, b));
    return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
  }

  #logKernel(k: number, j: number, x: number): number {
    const { categorical, count } = this.#axes[j]!;
    const centre = this.#points[k]![j]!;
    if (categorical) return x === centre ? this.#logOwn[j]! : this.#logOther[j]!;
    const width = this.#widths[k]![j]!;
    const area = this.#logArea[k]![j]!;
    if (count === Number.POSITIVE_INFINITY) return logNormalPdf((x - centre) / width) - area;
    const half = 0.5 / count;
    const mass = normalInterval((x - half - centre) / width, (x + half - centre) / width);
    return Math.log(Math.max(mass, 1e-300)) - area;
  }
}

/** 1 for the newest 25; older ones rise evenly from 1 / n. */
function trialWeights(n: number): number[] {
  if (n <= FULL_WEIGHT) return Array(n).fill(1);
  const old = n - FULL_WEIGHT;
  return Array.from({ length: n }, (_, i) =>
    i >= old ? 1 : old === 1 ? 1 / n : 1 / n + (i / (old - 1)) * (1 - 1 / n),
  );
}

/** On each axis the larger distance to the two neighbours, within bounds; of the outermost, to their one neighbour. */
function kernelWidths(points: readonly Float64Array[], dimensions: number): Float64Array[] {
  const widths = points.map(() => new Float64Array(dimensions));
  for (let j = 0; j < dimensions; j++) {
    const order = points.map((_, k) => k).filter((k) => !Number.isNaN(points[k]![j]!));
    order.sort((a, b) => points[a]![j]! - points[b]![j]!);
    const narrowest = Math.max(NARROWEST, 1 / Math.min(100, order.length + 2));
    for (const [place, k] of order.entries()) {
      const x = points[k]![j]!;
      const left = place > 0 ? x - points[order[place - 1]!]![j]! : 0;
      const right = place + 1 < order.length ? points[order[place + 1]!]![j]! - x : 0;
      const widest = order.length === 1 ? 1 : Math.max(left, right);
      widths[k]![j] = Math.min(1, Math.max(narrowest, widest));
    }
  }
  return widths;
}
