import { GaussianProcess } from '../math/gaussian-process.ts';
import { type Geometry, Observations } from '../math/geometry.ts';
import type { Hyperparameters } from '../math/kernel.ts';
import { PosteriorDraws } from '../math/posterior-draws.ts';
import { decodePoint } from '../space/encode.ts';
import type { Config } from '../space/parameter.ts';
import { BaseStrategy } from './base-strategy.ts';
import { SpreadPoints } from './sobol.ts';
import type { SearchProblem } from './strategy.ts';
import { type Acquisition, NEIGHBOURHOOD, searchAcquisition } from './surrogate/acquisition-search.ts';
import { kept } from './surrogate/best-and-newest.ts';
import { BranchRace } from './surrogate/branch-race.ts';
import { type Branch, type BranchResults, isIn, laggards } from './surrogate/branches.ts';
import { coveringPoint } from './surrogate/covering.ts';
import { Evidence } from './surrogate/evidence.ts';
import { logExpectedImprovement, logNoisyExpectedImprovement } from './surrogate/expected-improvement.ts';
import { feasibilityOf } from './surrogate/feasibility.ts';
import { Fits } from './surrogate/fits.ts';
import { InitialDesign } from './surrogate/initial-design.ts';
import { likeChoices } from './surrogate/like-choices.ts';
import { paretoAcquisition } from './surrogate/pareto.ts';
import { type PointSpace, pointSpace } from './surrogate/point-space.ts';
import { fitAnew, withPending } from './surrogate/processes.ts';
import { spaceGeometry } from './surrogate/space-geometry.ts';
import { SparingFits } from './surrogate/sparing-fits.ts';
import { looksElsewhere } from './surrogate/standstill.ts';
import { type View, wholeView } from './surrogate/view.ts';

/** Share of suggestions drawn at random where choices decide which parameters exist: the model is blind to what it never saw. */
const EXPLORATION = 0.05;
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
/** Shares of the candidates that are looked at with draws, and with a model of what works beside: both take longer. */
const DRAWN = 0.6;
const WITH_FAILURES = 0.7;

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
  readonly #evidence: Evidence;
  readonly #design: InitialDesign;
  readonly #race: BranchRace;
  /**
   * Of the whole space, by turns: where choices are alike, every second one with what they have in common. It is known early; later the
   * others are rather right, for which the places of the options matter.
   */
  readonly #models: readonly { readonly view: View; readonly fits: Fits }[];
  readonly #spread: SpreadPoints;
  readonly #wideOf: number;
  /** There are choices alone, or branches: see `#toImprove`. */
  readonly #trustsMean: boolean;
  /** Of constraints, further metrics, and what works. */
  readonly #furtherFits = new SparingFits();

  /** Improvement that the suggestion made last is expected to be, where that is known. */
  #gain: number | undefined;

  constructor(problem: SearchProblem) {
    super(problem);
    const { space } = problem;
    this.#space = pointSpace(space);
    this.#geometry = spaceGeometry(space);
    this.#evidence = new Evidence(space, this.#geometry, this.history);
    const streams = (purpose: string, index: number) => this.stream(purpose, index);
    this.#design = new InitialDesign(problem, this.#space, streams);
    this.#race = new BranchRace({
      problem,
      space: this.#space,
      evidence: this.#evidence,
      streams,
      isNew: (point) => this.#isNewPoint(point),
    });
    this.#spread = new SpreadPoints(space.dimensions.length, streams, 'bayesian spread');
    const features = likeChoices(space.dimensions);
    this.#models = [this.#geometry, ...(features ? [{ ...this.#geometry, features }] : [])].map(
      (geometry) => ({
        view: wholeView(geometry),
        fits: new Fits(geometry, (trial) => this.#evidence.pointOf(trial), this.#evidence.shapes),
      }),
    );
    const numbers = this.#space.continuous.length;
    this.#wideOf = numbers > 0 && numbers < MANY_NUMBERS ? WIDE_OF.few : WIDE_OF.others;
    this.#trustsMean = numbers === 0 || this.#space.gates.length > 0;
  }

  protected override propose(index: number) {
    const place = this.#design.placeOf(index, this.history.trials);
    if (place < this.#design.size || this.history.observed.length < 2) {
      const config = this.#design.propose(place, (candidate) => this.isNew(candidate));
      return config && { config, origin: 'initial design' };
    }
    const standings = this.#space.gates.length > 0 ? this.#race.standings() : [];
    if (this.#space.gates.length > 0) {
      const draw = this.stream('bayesian', index).uniform();
      if (draw < EXPLORATION) {
        const config = this.anyNew(index);
        return config && { config, origin: 'exploration' };
      }
      const foray = this.#race.next(index, standings, (draw - EXPLORATION) / (1 - EXPLORATION));
      const config =
        foray && ('config' in foray ? foray.config : this.#modelled(index, foray.branch, foray.radius));
      if (config) return { config, origin: 'branch' };
    }
    if (this.#looksElsewhere(index, standings)) {
      const config = this.#elsewhere(index);
      if (config) return { config, origin: 'exploration' };
    }
    // Improvement may be expected anywhere, in corners above all: most trials rather look around the best.
    const near = index % this.#wideOf !== 1 && !this.#evidence.hasGoals;
    const config = this.#modelled(index, undefined, near ? NEIGHBOURHOOD : undefined);
    // Choices are not held there.
    if (near) return config && { config, origin: this.#space.hasContinuous ? 'near the best' : 'model' };
    // What a branch may hold that has not been tuned yet, no model knows.
    const gain = laggards(standings, this.problem.trials).length > 0 ? undefined : this.#gain;
    return config && { config, origin: 'model', ...(gain === undefined ? {} : { gain }) };
  }

  /** Choices alone are looked at anywhere by every model; branches have a race of their own. */
  #looksElsewhere(index: number, standings: readonly BranchResults[]): boolean {
    if (this.#evidence.hasGoals) return this.#evidence.isBlind;
    if (standings.length > 1 || !this.#space.hasContinuous) return false;
    const { ended, observed } = this.history;
    const { fits } = this.#models[index % this.#models.length]!;
    return looksElsewhere(index, () => ({
      losses: this.#evidence.warped(observed).targets,
      noise: noiseOf(fits.after(ended)),
    }));
  }

  /** The new config that covers most of what no trial has covered, but for what stands next to a failure; undefined where none is found. */
  #elsewhere(index: number): Config | undefined {
    const failsAt = this.#evidence.failsNearby();
    const point = coveringPoint({
      space: this.#space,
      view: this.#models[0]!.view,
      tried: this.#evidence.triedIn(),
      isNew: (candidate) => !failsAt(candidate) && this.#isNewPoint(candidate),
      stream: this.stream('bayesian elsewhere', index),
    });
    return point && decodePoint(this.problem.space, point);
  }

  #isNewPoint(point: Float64Array): boolean {
    return this.isNew(decodePoint(this.problem.space, point));
  }

  /**
   * @param branch where to look, with a model of its own (but for constraints and further metrics); absent: everywhere
   * @param radius how far from the best there, on each axis; absent: anywhere
   */
  #modelled(index: number, branch?: Branch, radius?: number): Config | undefined {
    const { ended } = this.history;
    const own = this.#evidence.hasGoals ? undefined : branch;
    const endedHere = own ? ended.filter((trial) => isIn(own, this.#evidence.pointOf(trial))) : ended;
    const results = kept(endedHere);
    const losses = results.map(({ loss }) => loss);
    const { targets } = this.#evidence.warped(results);
    const points = results.map((trial) => this.#evidence.pointOf(trial));
    const turn = index % this.#models.length;
    const whole = this.#models[turn]!;
    const view = own ? this.#race.viewOf(own) : whole.view;
    const observations = new Observations(view.geometry, points.map(view.project));
    const hyperparameters = own ? fitAnew(observations, targets) : whole.fits.after(ended);
    const observed = new GaussianProcess(observations, targets, hyperparameters);
    const drawn = this.#drawsAt(index, hyperparameters);
    const pending = this.#evidence.pendingIn(view, own);
    // Draws take in the pending trials themselves.
    const model = drawn ? observed : withPending(observed, targets, pending);
    const inside = (i: number) => losses[i] !== undefined && (!branch || isIn(branch, points[i]!));
    const ranked = points
      .map((point, i) => ({ point, mean: observed.mean(view.project(point)), i }))
      .filter(({ i }) => inside(i))
      .sort((a, b) => a.mean - b.mean);
    if (!ranked[0]) return undefined;

    const works = feasibilityOf({
      results,
      observations,
      ended: endedHere,
      pointOf: (trial) => view.project(this.#evidence.pointOf(trial)),
      part: own ? JSON.stringify(own.fixed) : `all ${turn}`,
      fits: this.#furtherFits,
    });
    const stream = this.stream('bayesian acquisition', index);
    // The work grows with the square of the observations: fewer candidates then.
    const crowd = Math.min(1, (110 / (points.length + pending.length)) ** 2);
    const effort = crowd * (drawn ? DRAWN : 1) * (works ? WITH_FAILURES : 1);
    const spread = Array.from({ length: Math.max(64, Math.round(384 * effort)) }, (_, i) =>
      this.#spread.point(index * 1024 + i),
    );
    const pareto =
      own === undefined
        ? paretoAcquisition({
            geometry: this.#geometry,
            results,
            points,
            pending: this.history.pending.map((trial) => this.#evidence.pointOf(trial)),
            ended: this.history.ended,
            pointOf: (trial) => this.#evidence.pointOf(trial),
            fits: this.#furtherFits,
            inside,
            shapeOf: (objective) => this.#evidence.shapesOf(objective).after(this.history.ended),
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
      taken: (point) => !this.#isNewPoint(point),
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

  /** Whether improvement is sought over draws from the posterior: at every second turn, where there is noise. */
  #drawsAt(index: number, fit: Hyperparameters): boolean {
    return !this.#trustsMean && !this.#evidence.hasGoals && index % 2 === 1 && noiseOf(fit) >= NOISY;
  }
}

/** Variance of measurements, as a share of the signal's. */
function noiseOf({ logNoise, logSignal }: Hyperparameters): number {
  return Math.exp(logNoise - logSignal);
}

/** An observation that can be improved on: its place among all, and its posterior mean. */
interface Ranked {
  readonly i: number;
  readonly mean: number;
}
