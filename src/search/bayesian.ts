import {
  fitHyperparameters,
  GaussianProcess,
  type Hyperparameters,
  Observations,
} from '../math/gaussian-process.ts';
import { logH, logHSlope } from '../math/log-expected-improvement.ts';
import { logNormalCdf, logNormalCdfSlope } from '../math/normal.ts';
import { decodePoint, encodeConfig } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import { type Acquisition, searchAcquisition } from './acquisition-search.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { Trial } from './history.ts';
import { warpLosses } from './output-warp.ts';
import { paretoAcquisition } from './pareto.ts';
import { type PointSpace, pointSpace, withFixed } from './point-space.ts';
import { SpreadPoints } from './sobol.ts';
import { spaceGeometry } from './space-geometry.ts';
import type { SearchProblem } from './strategy.ts';

/** Most observations that a model is fitted to: of more, the best and the newest are kept, half each. */
const MOST_OBSERVATIONS = 300;
/** Every so many results the hyperparameters are fitted from scratch; in between from the fit before. */
const FRESH_FIT = 10;
/** From here on hyperparameters are fitted at every third result only. */
const FEWER_FITS = 60;
/** Share of suggestions drawn at random where choices decide which parameters exist: the model is blind to what it never saw. */
const EXPLORATION = 0.1;
/** Share of suggestions that tune one of the branches which are not the best now, where a choice makes branches. */
const FORAYS = 0.35;

/**
 * Bayesian optimisation: a Gaussian process with a mixed and conditional kernel on warped losses, and log expected
 * improvement maximised over a spread of points, neighbours of the best and gradients (Snoek et al. 2012; Cowen-Rivers
 * et al. 2022 for the output warp; Ament et al. 2023 for the logarithm).
 *
 * Pending trials count as observed at the model's mean (kriging believer); failed ones as clearly worse than the worst.
 * Constraints and several metrics: see `paretoAcquisition`.
 */
export class BayesianStrategy extends BaseStrategy {
  readonly #space: PointSpace;
  readonly #geometry: ReturnType<typeof spaceGeometry>;
  readonly #start: SpreadPoints;
  readonly #spread: SpreadPoints;
  readonly #startSize: number;
  /** Fits by the number of results that they saw: a cache, each entry a pure function of the results in order. */
  readonly #fits = new Map<number, Hyperparameters>();
  /** Of constraints and further metrics. */
  readonly #goalFits = new Map<string, Hyperparameters>();
  /** Encoded configs by trial. */
  readonly #points = new Map<number, Float64Array>();

  /** Improvement that the suggestion made last is expected to be, where that is known. */
  #gain: number | undefined;

  constructor(problem: SearchProblem) {
    super(problem);
    const { space } = problem;
    const dimensions = space.dimensions.length;
    this.#space = pointSpace(space);
    this.#geometry = spaceGeometry(space);
    const streams = (purpose: string, index: number) => this.stream(purpose, index);
    this.#start = new SpreadPoints(dimensions, streams, 'bayesian start');
    this.#spread = new SpreadPoints(dimensions, streams, 'bayesian spread');
    const wanted = Math.min(10, Math.max(6, dimensions + 1));
    this.#startSize =
      problem.trials === undefined ? wanted : Math.max(2, Math.min(wanted, Math.floor(problem.trials / 4)));
  }

  protected override propose(index: number) {
    if (index < this.#startSize || this.history.observed.length < 2) return this.#initial(index);
    const stream = this.stream('bayesian', index);
    if (this.#space.gates.length > 0) {
      const draw = stream.uniform();
      const config =
        draw < EXPLORATION
          ? this.anyNew(index)
          : draw < EXPLORATION + FORAYS
            ? this.#foray(index)
            : undefined;
      if (config) return { config, origin: draw < EXPLORATION ? 'exploration' : 'branch' };
    }
    const config = this.#modelled(index);
    const gain = this.#gain;
    return config && { config, origin: 'model', ...(gain === undefined ? {} : { gain }) };
  }

  /**
   * A config of a branch that is not the best now, chosen as if there were no other branch: one whose optimum is narrow looks
   * bad until it has been tuned, and expected improvement over the best of all would never go there (the branch trap). A
   * branch is left alone once even its optimistic bound is worse than the best.
   */
  #foray(index: number): Config | undefined {
    const branches = this.#branches();
    if (branches.length === 0) return undefined;
    // The least explored goes first; which of equals, by turns.
    const fewest = Math.min(...branches.map(({ trials }) => trials.length));
    const least = branches.filter(({ trials }) => trials.length === fewest);
    const { gate, coordinate, trials } = least[index % least.length]!;
    const results = trials.filter(({ loss }) => loss !== undefined);
    if (results.length < 3) {
      const stream = this.stream('bayesian branch', index);
      const point = withFixed(this.#space, gate, coordinate).canonical(
        this.#start.point(2 ** 24 + index),
        stream,
      );
      const config = decodePoint(this.problem.space, point);
      return this.isNew(config) ? config : undefined;
    }
    return this.#modelled(index, { gate, coordinate });
  }

  /** Branches worth a foray: options of the choices that decide what exists, but for the best trial's own. */
  #branches() {
    const { dimensions } = this.problem.space;
    const gates = this.#space.gates.filter(
      (j) => dimensions[j]!.kind === 'categorical' && dimensions[j]!.parameter.conditions.length === 0,
    );
    const observed = this.history.observed;
    const best = observed.reduce((a, b) => (b.loss! < a.loss! ? b : a));
    const losses = warpLosses(observed.map(({ loss }) => loss)).targets;
    const lowest = Math.min(...losses);
    return gates.flatMap((gate) => {
      const count = this.#space.counts[gate]!;
      const bestAt = this.#pointOf(best)[gate];
      return Array.from({ length: count }, (_, option) => (option + 0.5) / count)
        .filter((coordinate) => coordinate !== bestAt)
        .map((coordinate) => ({
          gate,
          coordinate,
          trials: this.history.trials.filter((trial) => this.#pointOf(trial)[gate] === coordinate),
        }))
        .filter(({ trials }) => {
          const own = observed.flatMap((trial, i) => (trials.includes(trial) ? [losses[i]!] : []));
          const inside = trials[0] ? this.#pointOf(trials[0]).filter((x) => !Number.isNaN(x)).length : 0;
          const enough = 5 + 3 * inside;
          if (own.length < enough) return trials.filter(({ state }) => state === 'failed').length < enough;
          // What the best of a branch has gained over its own first half says what more tuning may still gain.
          const half = Math.min(...own.slice(0, Math.ceil(own.length / 2)));
          const all = Math.min(...own);
          return all - 2 * (half - all) - 0.25 < lowest;
        });
    });
  }

  /** Spread points, in whose categorical coordinates each option comes equally often, in shuffled rounds. */
  #initial(index: number): { readonly config: Config; readonly origin: string } | undefined {
    for (let tries = 0; tries < 16; tries++) {
      const point = this.#start.point(index + tries * 2 ** 20);
      for (const j of this.#space.discrete) {
        const count = this.#space.counts[j]!;
        if (this.#space.ordinal[j]) continue;
        const round = Math.floor(index / count);
        const order = this.stream(`bayesian balance ${j}`, round).shuffle(
          Array.from({ length: count }, (_, i) => i),
        );
        if (tries === 0) point[j] = (order[index % count]! + 0.5) / count;
      }
      const config = decodePoint(this.problem.space, point);
      if (this.isNew(config)) return { config, origin: 'initial design' };
    }
    return undefined;
  }

  /** @param branch where to look; absent: everywhere */
  #modelled(
    index: number,
    branch?: { readonly gate: number; readonly coordinate: number },
  ): Config | undefined {
    const results = this.#kept(this.history.ended);
    const losses = results.map(({ loss }) => loss);
    const { targets } = warpLosses(losses);
    const hyperparameters = this.#fit();
    const points = results.map((trial) => this.#pointOf(trial));
    const observed = new GaussianProcess(new Observations(this.#geometry, points), targets, hyperparameters);
    const model = this.#withPending(observed, points, targets, hyperparameters);
    const space = branch ? withFixed(this.#space, branch.gate, branch.coordinate) : this.#space;
    const inside = (i: number) =>
      losses[i] !== undefined && (!branch || points[i]![branch.gate] === branch.coordinate);
    const best = Math.min(...[...targets].filter((_, i) => inside(i)));
    if (best === Number.POSITIVE_INFINITY) return undefined;

    const stream = this.stream('bayesian acquisition', index);
    const ranked = points
      .map((point, i) => ({ point, mean: observed.mean(point), i }))
      .filter(({ i }) => inside(i));
    ranked.sort((a, b) => a.mean - b.mean);
    // The work grows with the square of the observations: fewer candidates then.
    const effort = Math.min(1, (110 / model.observations.points.length) ** 2);
    const spread = Array.from({ length: Math.max(64, Math.round(384 * effort)) }, (_, i) =>
      this.#spread.point(index * 1024 + i),
    );
    const works = this.#feasibility(results, points);
    const pareto = paretoAcquisition({
      geometry: this.#geometry,
      results,
      points,
      pending: this.history.pending.map((trial) => this.#pointOf(trial)),
      ended: this.history.ended,
      pointOf: (trial) => this.#pointOf(trial),
      fits: this.#goalFits,
      inside,
      stream,
      works,
      model,
      targets,
      improvement: (process, below) => logExpectedImprovement(process, below, undefined),
    });
    const found = searchAcquisition({
      space,
      acquisition: pareto?.acquisition ?? logExpectedImprovement(model, best, works),
      centres: pareto?.centres ?? ranked.slice(0, 5).map(({ point }) => point),
      spread,
      stream,
      neighbours: Math.max(12, Math.round(60 * effort)),
      taken: (point) => !this.isNew(decodePoint(this.problem.space, point)),
    });
    // Targets are standardised. What a step towards a better front is worth has another unit.
    this.#gain =
      pareto || !found ? undefined : Math.exp(logExpectedImprovement(model, best, works).value(found));
    return found && decodePoint(this.problem.space, found);
  }

  /**
   * A model of which configs work, where some did not: +1 and −1 as targets, P(works) = Φ(mean / deviation). Improvement is
   * weighted with it (Gelbart et al. 2014), since the best may lie at the rim of what works.
   */
  #feasibility(results: readonly Trial[], points: readonly Float64Array[]): GaussianProcess | undefined {
    if (results.every(({ loss }) => loss !== undefined)) return undefined;
    const works = Float64Array.from(results, ({ loss }) => (loss === undefined ? -1 : 1));
    const observations = new Observations(this.#geometry, points);
    const dimensions = this.problem.space.dimensions.length;
    const start = {
      logLengthscales: new Float64Array(dimensions).fill(-1),
      logSignal: 0,
      logNoise: Math.log(1e-3),
    };
    return new GaussianProcess(
      observations,
      works,
      fitHyperparameters(observations, works, [start], results.length > 150 ? 4 : 15),
    );
  }

  /** Pending trials, believed at their posterior mean. */
  #withPending(
    observed: GaussianProcess,
    points: readonly Float64Array[],
    targets: Float64Array,
    hyperparameters: Hyperparameters,
  ): GaussianProcess {
    const pending = this.history.pending.map((trial) => this.#pointOf(trial));
    if (pending.length === 0) return observed;
    const believed = Float64Array.of(...targets, ...pending.map((point) => observed.mean(point)));
    return new GaussianProcess(
      new Observations(this.#geometry, [...points, ...pending]),
      believed,
      hyperparameters,
    );
  }

  /**
   * The hyperparameters for the results so far. A fit depends on the first so many results in the order in which they were
   * told, and on the fit before it in its decade: so a resumed study fits what an uninterrupted one has.
   */
  #fit(): Hyperparameters {
    const told = this.history.ended.length;
    const step = told <= FEWER_FITS ? 1 : 3;
    const at = told - (told % step);
    const known = this.#fits.get(at);
    if (known) return known;
    const dimensions = this.problem.space.dimensions.length;
    let previous: Hyperparameters = {
      logLengthscales: new Float64Array(dimensions),
      logSignal: 0,
      logNoise: Math.log(1e-2),
    };
    const decade = at - (at % (FRESH_FIT * step));
    for (let size = Math.max(2, decade); size <= at; size += step) {
      const cached = this.#fits.get(size);
      previous = cached ?? this.#fitTo(size, previous, size === decade);
      this.#fits.set(size, previous);
    }
    return previous;
  }

  #fitTo(size: number, previous: Hyperparameters, fresh: boolean): Hyperparameters {
    const trials = this.#kept(this.history.ended.slice(0, size));
    const { targets } = warpLosses(trials.map(({ loss }) => loss));
    const observations = new Observations(
      this.#geometry,
      trials.map((trial) => this.#pointOf(trial)),
    );
    const many = trials.length > 150;
    return fitHyperparameters(observations, targets, [previous], fresh ? (many ? 12 : 40) : many ? 3 : 8);
  }

  #kept(trials: readonly Trial[]): readonly Trial[] {
    if (trials.length <= MOST_OBSERVATIONS) return trials;
    const half = MOST_OBSERVATIONS / 2;
    const newest = trials.slice(-half);
    const older = trials.slice(0, -half);
    const best = [...older].sort(
      (a, b) => (a.loss ?? Number.POSITIVE_INFINITY) - (b.loss ?? Number.POSITIVE_INFINITY) || a.id - b.id,
    );
    const kept = new Set([...best.slice(0, half), ...newest]);
    return trials.filter((trial) => kept.has(trial));
  }

  #pointOf(trial: Trial): Float64Array {
    const known = this.#points.get(trial.id);
    if (known) return known;
    const point = encodeConfig(this.problem.space, trial.config);
    this.#points.set(trial.id, point);
    return point;
  }
}

/**
 * log EI of a minimum below `best` and its gradient (Ament et al. 2023), plus the logarithm of the probability that a
 * config works where that is modelled.
 */
function logExpectedImprovement(
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
      return improvement + logNormalCdf(feasible.mean / Math.sqrt(feasible.variance));
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
          weight *
          (feasible.meanSlope[j]! / spread - (u * feasible.varianceSlope[j]!) / (2 * feasible.variance));
      return improvement + logNormalCdf(u);
    },
  };
}
