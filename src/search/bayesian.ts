import { GaussianProcess } from '../math/gaussian-process.ts';
import { type Geometry, Observations } from '../math/geometry.ts';
import { fitHyperparameters } from '../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../math/kernel.ts';
import { PosteriorDraws } from '../math/posterior-draws.ts';
import type { RandomStream } from '../math/random.ts';
import { hashConfig } from '../space/config.ts';
import { decodePoint, encodeConfig } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import { BaseStrategy } from './base-strategy.ts';
import type { Trial } from './history.ts';
import { SpreadPoints } from './sobol.ts';
import type { SearchProblem } from './strategy.ts';
import { type Acquisition, searchAcquisition } from './surrogate/acquisition-search.ts';
import { kept } from './surrogate/best-and-newest.ts';
import {
  type Branch,
  type BranchResults,
  branchesOf,
  isIn,
  laggards,
  sinceBest,
  standsOut,
  type Turn,
  varies,
  whoseTurn,
} from './surrogate/branches.ts';
import { mostCovering } from './surrogate/covering.ts';
import { logExpectedImprovement, logNoisyExpectedImprovement } from './surrogate/expected-improvement.ts';
import { Fits } from './surrogate/fits.ts';
import { likeChoices } from './surrogate/like-choices.ts';
import { type Warped, warpLosses } from './surrogate/output-warp.ts';
import { paretoAcquisition } from './surrogate/pareto.ts';
import { type PointSpace, pointSpace } from './surrogate/point-space.ts';
import { spaceGeometry } from './surrogate/space-geometry.ts';
import { WarpChoices } from './surrogate/warp-choice.ts';

/** Share of suggestions drawn at random where choices decide which parameters exist: the model is blind to what it never saw. */
const EXPLORATION = 0.05;
/** So many trials of others' making (earlier studies, configs to try first) the initial design has more: they may mislead. */
const MOST_FOREIGN = 3;
/** Suggestions stay this near to the best, on each axis; where a branch falls, ever nearer after each miss. */
const NEIGHBOURHOOD = 0.2;
const SHRINKING = 0.7;
/**
 * Of so many suggestions one may be anywhere, the others stay near: where few numbers can be followed down, and where there are
 * none, or so many that a box around the best holds next to nothing of the space.
 */
const WIDE_OF = { few: 4, others: 2 };
/** From here on numbers are many. */
const MANY_NUMBERS = 20;
/** Share of the signal's variance from which on the noise of measurements is minded, and how many pairs of draws are then made. */
const NOISY = 1e-4;
const PAIRS = 4;
/** Random points of a branch: how many stand for all of it, and how many of these may be tried to cover it. */
const COVERING = { probes: 384, candidates: 128 };
/**
 * What a branch promises is what a model of so many of its trials at most expects at so many points anywhere, and so many around each of
 * its best, with these deviations by turns.
 */
const PROMISE = { observations: 40, anywhere: 128, centres: 3, around: 48, deviations: [0.15, 0.05, 0.02] };
/** Share of the candidates that are looked at with draws, which take longer. */
const DRAWN = 0.6;

/**
 * Bayesian optimisation: a Gaussian process with a mixed and conditional kernel and main effects on warped losses, and log expected
 * improvement maximised over a spread of points, neighbours of the best and gradients (Snoek et al. 2012; Cowen-Rivers
 * et al. 2022 for the output warp; Ament et al. 2023 for the logarithm; Letham et al. 2019 for noise).
 *
 * Pending trials count as observed at the model's mean (kriging believer), or are drawn; failed ones as clearly worse than the worst.
 * Constraints and several metrics: see `paretoAcquisition`.
 */
export class BayesianStrategy extends BaseStrategy {
  readonly #space: PointSpace;
  readonly #geometry: Geometry;
  readonly #branches: readonly Branch[];
  readonly #views = new Map<Branch, View>();
  /**
   * Of the whole space, by turns: where choices are alike, every second one with what they have in common. It is known early; later the
   * others are rather right, for which the places of the options matter.
   */
  readonly #models: readonly { readonly view: View; readonly fits: Fits }[];
  /** How losses are bent: the same for all models. */
  readonly #shapes: WarpChoices<Trial>;
  /** The same of each of several metrics. */
  readonly #goalShapes: WarpChoices<Trial>[] = [];
  readonly #start: SpreadPoints;
  readonly #spread: SpreadPoints;
  readonly #startSize: number;
  readonly #wideOf: number;
  /** There are choices alone, or branches: see `#improvement`. */
  readonly #trustsMean: boolean;
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
    this.#shapes = this.#shapesBy(({ loss }) => loss);
    const features = likeChoices(space.dimensions);
    this.#models = [this.#geometry, ...(features ? [{ ...this.#geometry, features }] : [])].map(
      (geometry) => ({
        view: { geometry, project: (point) => point, lift: (acquisition) => acquisition },
        fits: new Fits(geometry, (trial) => this.#pointOf(trial), this.#shapes),
      }),
    );
    this.#branches = branchesOf(this.#space, this.stream('bayesian branches', 0));
    const streams = (purpose: string, index: number) => this.stream(purpose, index);
    this.#start = new SpreadPoints(dimensions, streams, 'bayesian start');
    this.#spread = new SpreadPoints(dimensions, streams, 'bayesian spread');
    const numbers = this.#space.continuous.length;
    this.#wideOf = numbers > 0 && numbers < MANY_NUMBERS ? WIDE_OF.few : WIDE_OF.others;
    this.#trustsMean = numbers === 0 || this.#space.gates.length > 0;
    const wanted = Math.min(6, Math.max(5, dimensions + 1));
    this.#startSize =
      problem.trials === undefined ? wanted : Math.max(2, Math.min(wanted, Math.floor(problem.trials / 4)));
  }

  protected override propose(index: number) {
    const place = index - Math.min(MOST_FOREIGN, this.#foreign(index));
    if (place < this.#startSize || this.history.observed.length < 2) return this.#initial(place);
    const race = this.#space.gates.length > 0 ? this.#race() : [];
    if (this.#space.gates.length > 0) {
      const draw = this.stream('bayesian', index).uniform();
      if (draw < EXPLORATION) {
        const config = this.anyNew(index);
        return config && { config, origin: 'exploration' };
      }
      const config = this.#inBranch(index, race, (draw - EXPLORATION) / (1 - EXPLORATION));
      if (config) return { config, origin: 'branch' };
    }
    // Improvement may be expected anywhere, in corners above all: most trials rather look around the best.
    const near = index % this.#wideOf !== 1 && !this.#hasGoals;
    const config = this.#modelled(index, undefined, near ? NEIGHBOURHOOD : undefined);
    // Choices are not held there.
    if (near) return config && { config, origin: this.#space.hasContinuous ? 'near the best' : 'model' };
    // What a branch may hold that has not been tuned yet, no model knows.
    const gain = laggards(race, this.problem.trials).length > 0 ? undefined : this.#gain;
    return config && { config, origin: 'model', ...(gain === undefined ? {} : { gain }) };
  }

  /** There are constraints or further metrics, so that the best by the first one is not all that matters. */
  get #hasGoals(): boolean {
    return this.history.ended.some(
      ({ losses, constraints }) => losses !== undefined || constraints !== undefined,
    );
  }

  /**
   * A config of one branch, chosen as if there were no other: one whose optimum is narrow looks bad until it has been tuned,
   * and expected improvement over the best of all would never go there (the branch trap). Every branch gets a fair share of
   * trials; then those whose optimistic bound is worse than the best are left alone.
   *
   * @param draw uniform in [0, 1)
   * @returns undefined when the whole space should be looked at.
   */
  #inBranch(index: number, race: readonly BranchResults[], draw: number): Config | undefined {
    if (race.length < 2) return undefined;
    const promises = (among: readonly BranchResults[]) => this.#promises(index, among);
    const turn = whoseTurn(race, index, draw, promises, this.problem.trials);
    return turn && this.#foray(index, turn);
  }

  /** log of the improvement on the best of all that a model of each branch alone expects of its best config, with losses on one scale. */
  #promises(index: number, among: readonly BranchResults[]): readonly number[] {
    const { ended } = this.history;
    const { targets } = this.#warped(ended);
    const lowest = Math.min(...targets);
    const targetOf = new Map(ended.map((trial, i) => [trial, targets[i]!]));
    return among.map(({ branch }) => this.#promise(index, branch, targetOf, lowest));
  }

  #promise(index: number, branch: Branch, targetOf: ReadonlyMap<Trial, number>, lowest: number): number {
    const view = this.#viewOf(branch);
    const inside = this.history.ended.filter((trial) => isIn(branch, this.#pointOf(trial)));
    const members = kept(inside, PROMISE.observations);
    const own = Float64Array.from(members, (trial) => targetOf.get(trial)!);
    const points = members.map((trial) => this.#pointOf(trial));
    const observations = new Observations(view.geometry, points.map(view.project));
    const observed = new GaussianProcess(observations, own, fitAnew(observations, own));
    const model = withPending(observed, own, this.#pendingIn(view, branch));
    const { value } = view.lift(logExpectedImprovement(model, lowest, undefined));
    const stream = this.stream('bayesian promise', index);
    const best = [...members.keys()].sort((a, b) => own[a]! - own[b]!).slice(0, PROMISE.centres);
    const around = best.flatMap((i) =>
      Array.from({ length: PROMISE.around }, (_, k) => {
        const deviation = PROMISE.deviations[k % PROMISE.deviations.length]!;
        const moved = points[i]!.map((x, j) =>
          branch.dimensions.includes(j) ? x + deviation * stream.normal() : x,
        );
        return branch.space.canonical(moved, stream);
      }),
    );
    return Math.max(...[...this.#anyIn(branch, PROMISE.anywhere, stream), ...around].map(value));
  }

  /** Points of a branch at random. */
  #anyIn(branch: Branch, count: number, stream: RandomStream): readonly Float64Array[] {
    const dimensions = this.#space.counts.length;
    return Array.from({ length: count }, () =>
      branch.space.canonical(new Float64Array(dimensions).fill(Number.NaN), stream),
    );
  }

  /**
   * The next config of a branch: points that cover it first; then what a model of the branch alone says, by turns near its best and
   * anywhere in it. On a plateau a model has nothing to go by and would only visit the corners: it is covered further there.
   */
  #foray(index: number, { results, why }: Turn): Config | undefined {
    const { branch, trials, losses } = results;
    if (why === 'falling')
      return this.#modelled(index, branch, NEIGHBOURHOOD * SHRINKING ** sinceBest(losses));
    // Where the best branch is a hole in a plateau, only the hole is of interest.
    const near = trials % 2 !== 0 || (why !== 'race' && standsOut(losses) && !varies(losses));
    const blind = losses.length < 3 || !(near ? standsOut(losses) : varies(losses));
    if (blind || (why === 'race' && trials < 2 + branch.own)) {
      const config = this.#covering(index, branch);
      if (config) return config;
    }
    return losses.length === 0 ? undefined : this.#modelled(index, branch, near ? NEIGHBOURHOOD : undefined);
  }

  /** The new config that covers most of what no trial has covered in a branch; undefined where none is found. */
  #covering(index: number, branch: Branch): Config | undefined {
    const { space } = this.problem;
    const { geometry, project } = this.#viewOf(branch);
    const points = this.#anyIn(branch, COVERING.probes, this.stream('bayesian branch', index));
    const candidates = points
      .slice(0, COVERING.candidates)
      .filter((point) => this.isNew(decodePoint(space, point)));
    const tried = this.history.trials
      .filter(({ state }) => state !== 'interrupted')
      .map((trial) => this.#pointOf(trial))
      .filter((point) => isIn(branch, point));
    const chosen = mostCovering(geometry, candidates.map(project), points.map(project), tried.map(project));
    return chosen === undefined ? undefined : decodePoint(space, candidates[chosen]!);
  }

  #race(): readonly BranchResults[] {
    const { trials, observed } = this.history;
    const warped = this.#warped(observed).targets;
    return this.#branches.map((branch) => {
      const inside = (trial: Trial) => isIn(branch, this.#pointOf(trial));
      return {
        branch,
        trials: trials.filter((trial) => trial.state !== 'interrupted' && inside(trial)).length,
        losses: observed.flatMap((trial, i) => (inside(trial) ? [warped[i]!] : [])),
        failed: trials.filter((trial) => trial.state === 'failed' && inside(trial)).length,
      };
    });
  }

  /** How many trials before one were neither of the initial design nor the incumbent; as many as are made up for at least, later. */
  #foreign(index: number): number {
    if (index >= this.#startSize + MOST_FOREIGN) return MOST_FOREIGN;
    const { space, incumbent } = this.problem;
    const design = Array.from({ length: this.#startSize }, (_, place) => this.#designed(place));
    const own = new Set(
      [...design, ...(incumbent ? [incumbent] : [])].map((config) => hashConfig(space, config)),
    );
    return this.history.trials.filter(({ config }) => !own.has(hashConfig(space, config))).length;
  }

  #initial(place: number): { readonly config: Config; readonly origin: string } | undefined {
    for (let tries = 0; tries < 16; tries++) {
      const config = this.#designed(place, tries);
      if (this.isNew(config)) return { config, origin: 'initial design' };
    }
    return undefined;
  }

  /** Spread points, in whose categorical coordinates each option comes equally often, in shuffled rounds. */
  #designed(place: number, tries = 0): Config {
    const point = this.#start.point(place + tries * 2 ** 20);
    for (const j of this.#space.discrete) {
      const count = this.#space.counts[j]!;
      if (this.#space.ordinal[j]) continue;
      const round = Math.floor(place / count);
      const order = this.stream(`bayesian balance ${j}`, round).shuffle(
        Array.from({ length: count }, (_, i) => i),
      );
      if (tries === 0) point[j] = (order[place % count]! + 0.5) / count;
    }
    return decodePoint(this.problem.space, point);
  }

  /**
   * @param branch where to look, with a model of its own (but for constraints and further metrics); absent: everywhere
   * @param radius how far from the best there, on each axis; absent: anywhere
   */
  #modelled(index: number, branch?: Branch, radius?: number): Config | undefined {
    const { ended } = this.history;
    const own = this.#hasGoals ? undefined : branch;
    const results = kept(own ? ended.filter((trial) => isIn(own, this.#pointOf(trial))) : ended);
    const losses = results.map(({ loss }) => loss);
    const { targets } = this.#warped(results);
    const points = results.map((trial) => this.#pointOf(trial));
    const whole = this.#models[index % this.#models.length]!;
    const view = own ? this.#viewOf(own) : whole.view;
    const observations = new Observations(view.geometry, points.map(view.project));
    const hyperparameters = own ? fitAnew(observations, targets) : whole.fits.after(ended);
    const observed = new GaussianProcess(observations, targets, hyperparameters);
    const drawn = this.#drawsAt(index, hyperparameters);
    const pending = this.#pendingIn(view, own);
    // Draws take in the pending trials themselves.
    const model = drawn ? observed : withPending(observed, targets, pending);
    const inside = (i: number) => losses[i] !== undefined && (!branch || isIn(branch, points[i]!));
    const ranked = points
      .map((point, i) => ({ point, mean: observed.mean(view.project(point)), i }))
      .filter(({ i }) => inside(i))
      .sort((a, b) => a.mean - b.mean);
    if (!ranked[0]) return undefined;

    const stream = this.stream('bayesian acquisition', index);
    // The work grows with the square of the observations: fewer candidates then.
    const effort = Math.min(1, (110 / (points.length + pending.length)) ** 2) * (drawn ? DRAWN : 1);
    const spread = Array.from({ length: Math.max(64, Math.round(384 * effort)) }, (_, i) =>
      this.#spread.point(index * 1024 + i),
    );
    const works = this.#feasibility(results, observations);
    const pareto =
      own === undefined
        ? paretoAcquisition({
            geometry: this.#geometry,
            results,
            points,
            pending: this.history.pending.map((trial) => this.#pointOf(trial)),
            ended: this.history.ended,
            pointOf: (trial) => this.#pointOf(trial),
            fits: this.#goalFits,
            inside,
            shapeOf: (objective) => this.#shapesOf(objective).after(this.history.ended),
            stream,
            works,
            model,
            targets,
            improvement: (process, below) => logExpectedImprovement(process, below, undefined),
          })
        : undefined;
    const improvement = pareto
      ? undefined
      : view.lift(
          drawn
            ? this.#drawnImprovement(index, observed, targets, pending, ranked, works)
            : logExpectedImprovement(model, this.#toImprove(targets, ranked), works),
        );
    const found = searchAcquisition({
      space: branch ? branch.space : this.#space,
      acquisition: pareto?.acquisition ?? improvement!,
      centres: pareto?.centres ?? ranked.slice(0, 5).map(({ point }) => point),
      spread,
      ...(radius !== undefined ? { box: { centre: ranked[0].point, radius } } : {}),
      stream,
      neighbours: Math.max(12, Math.round(60 * effort)),
      taken: (point) => !this.isNew(decodePoint(this.problem.space, point)),
    });
    // Targets are standardised. What a step towards a better front is worth has another unit.
    this.#gain = found && improvement && Math.exp(improvement.value(found));
    return found && decodePoint(this.problem.space, found);
  }

  /**
   * What is to be improved on. The lowest of noisy measurements is luck. Among choices, and where these make branches, it is the
   * lowest posterior mean (Picheny et al. 2013). Among numbers alone, where with that the same spot would be tried again and again, it
   * is by turns the lowest measurement and, with noise, what `#drawnImprovement` says.
   */
  #toImprove(targets: Float64Array, among: readonly Ranked[]): number {
    return Math.min(...among.map(({ mean, i }) => (this.#trustsMean ? mean : targets[i]!)));
  }

  /**
   * Improvement on the lowest value of each of some draws from the posterior: noise may be nothing but what the model does not
   * understand. Pending trials are drawn too.
   */
  #drawnImprovement(
    index: number,
    observed: GaussianProcess,
    targets: Float64Array,
    pending: readonly Float64Array[],
    among: readonly Ranked[],
    works: GaussianProcess | undefined,
  ): Acquisition {
    const stream = this.stream('bayesian draws', index);
    const draws = new PosteriorDraws(observed, targets, pending, PAIRS, () => stream.normal());
    const counted = [...among.map(({ i }) => i), ...pending.map((_, i) => targets.length + i)];
    const bests = draws.values.map((values) => Math.min(...counted.map((i) => values[i]!)));
    return logNoisyExpectedImprovement(draws, bests, works);
  }

  #shapesBy(lossOf: (trial: Trial) => number | undefined): WarpChoices<Trial> {
    return new WarpChoices(this.#geometry, (trial) => {
      const loss = lossOf(trial);
      return loss === undefined || !Number.isFinite(loss) ? undefined : { point: this.#pointOf(trial), loss };
    });
  }

  #shapesOf(objective: number): WarpChoices<Trial> {
    this.#goalShapes[objective] ??= this.#shapesBy(({ losses }) => losses?.[objective]);
    return this.#goalShapes[objective];
  }

  #warped(trials: readonly Trial[]): Warped {
    return warpLosses(
      trials.map(({ loss }) => loss),
      this.#shapes.after(this.history.ended),
    );
  }

  /** Whether improvement is sought over draws from the posterior: at every second turn, where there is noise. */
  #drawsAt(index: number, { logNoise, logSignal }: Hyperparameters): boolean {
    return !this.#trustsMean && !this.#hasGoals && index % 2 === 1 && logNoise - logSignal >= Math.log(NOISY);
  }

  /** A branch's points reduced to the dimensions that vary in it, and functions of them lifted back. */
  #viewOf(branch: Branch): View {
    const known = this.#views.get(branch);
    if (known) return known;
    const { dimensions } = branch;
    const project = (point: Float64Array) => Float64Array.from(dimensions, (j) => point[j]!);
    const view: View = {
      geometry: spaceGeometry(this.problem.space, dimensions),
      project,
      lift: ({ value, valueWithGradient }) => ({
        value: (point) => value(project(point)),
        valueWithGradient(point, gradient) {
          const inner = new Float64Array(dimensions.length);
          const result = valueWithGradient(project(point), inner);
          gradient.fill(0);
          for (const [k, j] of dimensions.entries()) gradient[j] = inner[k]!;
          return result;
        },
      }),
    };
    this.#views.set(branch, view);
    return view;
  }

  /**
   * A model of which configs work, where some did not: +1 and −1 as targets, P(works) = Φ(mean / deviation). Improvement is
   * weighted with its square (with itself in Gelbart et al. 2014), since the best may lie at the rim of what works.
   */
  #feasibility(results: readonly Trial[], observations: Observations): GaussianProcess | undefined {
    if (results.every(({ loss }) => loss !== undefined)) return undefined;
    const works = Float64Array.from(results, ({ loss }) => (loss === undefined ? -1 : 1));
    const start = startAt(observations.geometry, -1, 1e-3);
    return new GaussianProcess(
      observations,
      works,
      fitHyperparameters(observations, works, [start], results.length > 150 ? 4 : 15),
    );
  }

  /** Where pending trials are, as a model sees them. */
  #pendingIn({ project }: View, branch: Branch | undefined): readonly Float64Array[] {
    return this.history.pending
      .map((trial) => this.#pointOf(trial))
      .filter((point) => !branch || isIn(branch, point))
      .map(project);
  }

  #pointOf(trial: Trial): Float64Array {
    const known = this.#points.get(trial.id);
    if (known) return known;
    const point = encodeConfig(this.problem.space, trial.config);
    this.#points.set(trial.id, point);
    return point;
  }
}

/** An observation that can be improved on: its place among all, and its posterior mean. */
interface Ranked {
  readonly i: number;
  readonly mean: number;
}

/** The dimensions that a model sees. */
interface View {
  readonly geometry: Geometry;
  readonly project: (point: Float64Array) => Float64Array;
  readonly lift: (acquisition: Acquisition) => Acquisition;
}

/** Pending trials, believed at their posterior mean. */
function withPending(
  observed: GaussianProcess,
  targets: Float64Array,
  pending: readonly Float64Array[],
): GaussianProcess {
  if (pending.length === 0) return observed;
  const { observations, hyperparameters } = observed;
  return new GaussianProcess(
    new Observations(observations.geometry, [...observations.points, ...pending]),
    Float64Array.of(...targets, ...pending.map((point) => observed.mean(point))),
    hyperparameters,
  );
}

/** Hyperparameters of few observations, from a long and a short length scale. */
function fitAnew(observations: Observations, targets: Float64Array): Hyperparameters {
  const starts = [0, -1.5].map((logLengthscale) => startAt(observations.geometry, logLengthscale, 1e-3));
  return fitHyperparameters(observations, targets, starts, targets.length > 60 ? 10 : 30);
}
