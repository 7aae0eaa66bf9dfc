import { GaussianProcess } from '../../math/gaussian-process.ts';
import { type Geometry, Observations } from '../../math/geometry.ts';
import { fitHyperparameters } from '../../math/hyperparameter-fit.ts';
import { type Hyperparameters, startAt } from '../../math/kernel.ts';
import { PosteriorDraws } from '../../math/posterior-draws.ts';
import { randomStream } from '../../math/random.ts';
import { hashConfig } from '../../space/config.ts';
import { decodePoint, encodeConfig } from '../../space/encode.ts';
import type { Config } from '../../space/parameter.ts';
import { anyNew } from '../any-new.ts';
import { SpreadPoints } from '../sobol.ts';
import type { SearchProblem } from '../strategy.ts';
import { type Acquisition, searchAcquisition } from '../surrogate/acquisition-search.ts';
import { bestAndNewest } from '../surrogate/best-and-newest.ts';
import { type Branch, branchesOf, fairShare, isBeaten, isIn } from '../surrogate/branches.ts';
import { logNoisyExpectedImprovement } from '../surrogate/expected-improvement.ts';
import { type PointSpace, pointSpace } from '../surrogate/point-space.ts';
import { spaceGeometry } from '../surrogate/space-geometry.ts';
import { WarpChoices } from '../surrogate/warp-choice.ts';
import { onOneScale, type RungLoss } from './rung-scale.ts';
import type { Climb, Climber, LadderOptions } from './rungs.ts';

/** Share of new configs that are drawn at random whatever the model says: low rungs may mislead. */
const exploration = 0.1;
/**
 * Configs that have shown a loss before a model proposes any: so many for each dimension, no fewer and no more than so many, and no
 * more than a share of the trials that there will be. The model fills the lowest rung with what does well there, and where that
 * misleads nothing else would be promoted.
 */
const first = { perDimension: 3, fewest: 6, most: 24, share: 0.25 };
/** Results that the highest rung must have at least for improvement to be sought there. */
const fewestValues = 4;
/** Observations of a trial that the model sees: those of its highest rungs. */
const perTrial = 2;
/** Most observations that the model sees: of more, the best and the newest, half each. */
const mostObservations = 250;
/** Around how many of the best candidates are sought, how many around each, and how many all over the space. */
const centres = 10;
const neighbours = 60;
const spread = 200;
/** Half the number of draws from the posterior that improvement is expected over. */
const pairs = 4;
/** Where choices make branches: shares of configs for those that lack their fair share, and for those that may still win. */
const race = 0.6;
const open = 0.35;

interface Candidate {
  readonly config: Config;
  readonly hash: string;
  readonly point: Float64Array;
}

/** What the model is made of. */
interface Data {
  readonly trials: readonly number[];
  /** Encoded configs, and the rung as one more coordinate in [0, 1]. */
  readonly points: readonly Float64Array[];
  readonly targets: Float64Array;
}

/**
 * Where new configs come from when resources are climbed: one Gaussian process over configs and rungs (as in MOBSTER, Klein
 * et al. 2020), and random until there are enough results. It sees the losses of every rung on one scale (`onOneScale`), so
 * that a region from which nothing was ever promoted is known to be bad by what it showed at the lowest rung, and learns by
 * its length scale along the rungs how much they have in common. Improvement is sought at the highest rung that has some
 * results.
 *
 * Candidates are a spread and neighbours of the best, without ascents along the gradient: in many dimensions these end at
 * the rim of the space, where the model knows nothing (Swersky 2017, chapter 5, on over-exploration of boundaries).
 */
export class RungModels {
  readonly #problem: SearchProblem;
  readonly #climb: Climb;
  readonly #top: number;
  readonly #guided: boolean;
  readonly #candidates: readonly Candidate[] | undefined;
  readonly #space: PointSpace;
  readonly #branches: readonly Branch[];
  readonly #geometry: Geometry;
  /** By what was shown at the lowest rung, where no trial was chosen for what it had shown before. */
  #shapes: WarpChoices<RungLoss>;
  readonly #spread: SpreadPoints;
  /** In the order in which they were told. */
  #shown: RungLoss[] = [];
  /** What was shown at rungs below is not looked at. */
  #lowest = 0;
  /** Encoded configs by trial. */
  readonly #points: Float64Array[] = [];
  /** Trials with a finite loss. */
  readonly #known = new Set<number>();
  /** Trials that chance has chosen, where a model chooses others. */
  readonly #random = new Set<number>();
  /** Fits by the number of losses that they saw: a cache, each entry a pure function of these losses. */
  readonly #fits = new Map<number, Hyperparameters>();

  /**
   * @param rungs resources of the rungs, rising
   * @param options `guided` and `candidates`
   */
  constructor(problem: SearchProblem, climb: Climb, rungs: readonly number[], options: LadderOptions = {}) {
    const { space, seed } = problem;
    this.#problem = problem;
    this.#climb = climb;
    this.#top = Math.max(1, rungs.length - 1);
    this.#guided = options.guided ?? true;
    this.#candidates = options.candidates?.map((config) => ({
      config,
      hash: hashConfig(space, config),
      point: encodeConfig(space, config),
    }));
    this.#space = pointSpace(space);
    this.#branches = branchesOf(this.#space);
    this.#geometry = withRung(spaceGeometry(space));
    this.#shapes = this.#shapesAt(0);
    this.#spread = new SpreadPoints(
      space.dimensions.length,
      (purpose, index) => randomStream(seed, purpose, index),
      'rung spread',
    );
  }

  /** A config for the next trial; undefined when none is left that was not tried. Pure. */
  propose(): { readonly config: Config; readonly origin: string } | undefined {
    const { incumbent, space, seed, repeats } = this.#problem;
    const climb = this.#climb;
    const index = climb.climbers.length;
    if (!repeats && climb.distinct >= space.size) return undefined;
    if (incumbent && !climb.wasTried(incumbent)) return { config: incumbent, origin: 'incumbent' };
    if (!this.#explores(index)) {
      const config = this.#modelled(index);
      if (config) return { config, origin: 'model' };
    }
    const left = this.#left();
    const config = left
      ? left[randomStream(seed, 'rung new', index).integer(Math.max(1, left.length))]?.config
      : anyNew(space, randomStream(seed, 'rung new', index), (one) => repeats || !climb.wasTried(one));
    return config && { config, origin: 'random' };
  }

  /** The candidates that were not tried, where they are listed. */
  #left(): readonly Candidate[] | undefined {
    const { repeats } = this.#problem;
    return this.#candidates?.filter(({ hash }) => repeats || !this.#climb.hasHash(hash));
  }

  /** A trial begins. */
  begins({ id, config }: Climber): void {
    this.#points[id] = encodeConfig(this.#problem.space, config);
    if (this.#guided && (this.#explores(id) || !this.#isReady)) this.#random.add(id);
  }

  /** Whether a trial's config was drawn at random, among others that a model proposed. */
  isRandom(id: number): boolean {
    return this.#random.has(id);
  }

  /** Forgets what was shown at rungs below `lowest`, but for failures, and sees nothing of what will be: they mislead. */
  beginAt(lowest: number): void {
    this.#lowest = lowest;
    this.#shown = this.#shown.flatMap((shown) => this.#seen(shown) ?? []);
    this.#known.clear();
    for (const { id, loss } of this.#shown) if (Number.isFinite(loss)) this.#known.add(id);
    this.#fits.clear();
    this.#shapes = this.#shapesAt(lowest);
  }

  /** A failure says as much at any rung. */
  #seen(shown: RungLoss): RungLoss | undefined {
    if (shown.rung >= this.#lowest) return shown;
    return Number.isFinite(shown.loss) ? undefined : { ...shown, rung: this.#lowest };
  }

  #shapesAt(lowest: number): WarpChoices<RungLoss> {
    return new WarpChoices(spaceGeometry(this.#problem.space), ({ id, rung, loss }) =>
      rung === lowest && Number.isFinite(loss) ? { point: this.#points[id]!, loss } : undefined,
    );
  }

  /** Whether a trial is left to chance whatever the model says. */
  #explores(id: number): boolean {
    return !this.#guided || randomStream(this.#problem.seed, 'rung exploration', id).uniform() < exploration;
  }

  /** Whether there are results enough for a model. */
  get #isReady(): boolean {
    return this.#known.size >= this.#first;
  }

  /** A trial has shown a loss at a rung (+∞: it failed). */
  shows({ id, losses }: Climber, rung: number, loss = losses[rung]!): void {
    const seen = this.#seen({ id, rung, loss });
    if (!seen) return;
    this.#shown.push(seen);
    if (Number.isFinite(loss)) this.#known.add(id);
  }

  /** Number of configs with a loss from which a model proposes. */
  get #first(): number {
    const { space, trials = Number.POSITIVE_INFINITY } = this.#problem;
    if (this.#lowest > 0) return first.fewest;
    const wanted = Math.min(first.most, first.perDimension * space.dimensions.length, first.share * trials);
    return Math.max(first.fewest, Math.floor(wanted));
  }

  #modelled(index: number): Config | undefined {
    const { space, seed, repeats } = this.#problem;
    if (!this.#isReady) return undefined;
    const finite = this.#shown.filter(({ loss }) => Number.isFinite(loss));
    let level = 0;
    for (let rung = 1; rung <= this.#top; rung++)
      if (finite.filter((item) => item.rung === rung).length >= fewestValues) level = rung / this.#top;

    const { trials, points, targets } = this.#data(this.#shown.length);
    const observed = new GaussianProcess(new Observations(this.#geometry, points), targets, this.#fit());
    const branch = this.#branch(index);
    const ranked = points
      .filter((_, i) => trials.indexOf(trials[i]!) === i)
      .map((point) => ({ point, mean: observed.mean(atRung(point, level)) }))
      .sort((a, b) => a.mean - b.mean);
    const within = branch ? ranked.filter(({ point }) => isIn(branch, point)) : ranked;
    // A branch of which nothing is known yet is looked at with the eyes of the rest.
    const best = (within.length > 0 ? within : ranked)
      .slice(0, centres)
      .map(({ point }) => atRung(point, level));
    const acquisition = onRung(this.#improvement(index, observed, targets, best), level);
    const left = this.#left();
    if (left) {
      const worth = left.map(({ point }) => acquisition.value(point));
      return left[worth.indexOf(Math.max(...worth))]?.config;
    }
    // The work grows with the square of the observations: fewer candidates then.
    const effort = Math.min(1, (110 / points.length) ** 2);
    const found = searchAcquisition({
      space: { ...(branch?.space ?? this.#space), hasContinuous: false },
      acquisition,
      centres: within.slice(0, centres).map(({ point }) => point.slice(0, -1)),
      spread: Array.from({ length: Math.max(64, Math.round(spread * effort)) }, (_, i) =>
        this.#spread.point(index * 1024 + i),
      ),
      stream: randomStream(seed, 'rung acquisition', index),
      neighbours: Math.max(20, Math.round(neighbours * effort)),
      taken: (point) => !repeats && this.#climb.wasTried(decodePoint(space, point)),
    });
    return found && decodePoint(space, found);
  }

  /** The first `size` losses that were told, as the model sees them. */
  #data(size: number): Data {
    const shown = this.#shown.slice(0, size);
    const values = onOneScale(shown, this.#shapes.after(shown));
    const times = new Map<number, number>();
    const highest = [...shown.keys()].sort((a, b) => shown[b]!.rung - shown[a]!.rung || a - b);
    const byAge = highest
      .filter((i) => {
        const { id } = shown[i]!;
        times.set(id, (times.get(id) ?? 0) + 1);
        return times.get(id)! <= perTrial;
      })
      .sort((a, b) => a - b);
    const seen = bestAndNewest(byAge, mostObservations, (a, b) => values[a]! - values[b]! || a - b);
    return {
      trials: seen.map((i) => shown[i]!.id),
      points: seen.map((i) => Float64Array.of(...this.#points[shown[i]!.id]!, shown[i]!.rung / this.#top)),
      targets: Float64Array.from(seen, (i) => values[i]!),
    };
  }

  /** The hyperparameters: fitted from scratch, the more seldom the more losses there are. */
  #fit(): Hyperparameters {
    const told = this.#shown.length;
    const step = told < 20 ? 1 : told < 40 ? 2 : told < 80 ? 4 : told < 160 ? 8 : 16;
    const at = told - (told % step);
    const known = this.#fits.get(at);
    if (known) return known;
    const { points, targets } = this.#data(at);
    const start = startAt(this.#geometry, 0, 1e-2);
    const observations = new Observations(this.#geometry, points);
    const fitted = fitHyperparameters(observations, targets, [start], told < 60 ? 25 : 12);
    this.#fits.set(at, fitted);
    return fitted;
  }

  /**
   * Improvement on what some configs have at a rung: nobody has seen most of them there, and what was seen is noisy, so it is expected
   * over draws of all that. Trials that have shown nothing yet are drawn too.
   */
  #improvement(
    index: number,
    observed: GaussianProcess,
    targets: Float64Array,
    best: readonly Float64Array[],
  ): Acquisition {
    const pending = this.#climb.climbers
      .filter(({ losses, running }) => running !== undefined && losses.length === 0)
      .map(({ id }) => Float64Array.of(...this.#points[id]!, 0));
    const stream = randomStream(this.#problem.seed, 'rung draws', index);
    const draws = new PosteriorDraws(observed, targets, [...best, ...pending], pairs, () => stream.normal());
    const bests = draws.values.map((values) =>
      Math.min(...values.subarray(targets.length, targets.length + best.length)),
    );
    return logNoisyExpectedImprovement(draws, bests, undefined);
  }

  /**
   * The branch that the next config shall be of: one whose optimum is narrow looks bad until it has been tuned, so each gets
   * its fair share of trials first, and those that may still win some more. Undefined: the whole space.
   */
  #branch(index: number): Branch | undefined {
    if (this.#branches.length < 2) return undefined;
    const { trials, targets, points } = this.#data(this.#shown.length);
    const failed = new Set(this.#shown.filter(({ loss }) => !Number.isFinite(loss)).map(({ id }) => id));
    const results = this.#branches.map((branch) => {
      const members = this.#climb.climbers.filter(({ id }) => isIn(branch, this.#points[id]!));
      return {
        branch,
        trials: members.length,
        losses: [...targets].filter((_, i) => !failed.has(trials[i]!) && isIn(branch, points[i]!)),
        failed: members.filter(({ id }) => failed.has(id)).length,
      };
    });
    const fair = (branch: Branch) => fairShare(results.length, branch.own, this.#problem.trials);
    const lowest = Math.min(...results.flatMap(({ losses }) => losses));
    const behind = results.filter(({ branch, trials: count }) => count < fair(branch));
    const hopeful = results.filter(
      (result) => !result.losses.includes(lowest) && !isBeaten(result, fair(result.branch), lowest),
    );
    const draw = randomStream(this.#problem.seed, 'rung branch', index).uniform();
    const among = behind.length > 0 && draw < race ? behind : draw < open ? hopeful : [];
    const fewest = Math.min(...among.map((result) => result.trials));
    const equals = among.filter((result) => result.trials === fewest);
    return equals[index % Math.max(1, equals.length)]?.branch;
  }
}

/**
 * Configs and, as the last coordinate, a rung. Without main effects, with which the climbs were behind on learning curves of real
 * trainings (bench/README.md).
 */
function withRung(geometry: Geometry): Geometry {
  const d = geometry.dimensions;
  return {
    dimensions: d + 1,
    squaredDistances(a, b, out, offset) {
      geometry.squaredDistances(a, b, out, offset);
      out[offset + d] = (a[d]! - b[d]!) ** 2;
    },
    slope: (x, y, j) => (j === d ? 2 * (x - y) : geometry.slope(x, y, j)),
    ...(geometry.to && { to: distancesWithRung(geometry.to, d) }),
  };
}

function distancesWithRung(to: NonNullable<Geometry['to']>, d: number): NonNullable<Geometry['to']> {
  return (points) => {
    const inner = to(points);
    const rungs = Float64Array.from(points, (point) => point[d]!);
    return (point, weights, out) => {
      inner(point, weights, out);
      for (let i = 0; i < out.length; i++) out[i]! += weights[d]! * (point[d]! - rungs[i]!) ** 2;
    };
  };
}

function atRung(point: Float64Array, level: number): Float64Array {
  const moved = point.slice();
  moved[moved.length - 1] = level;
  return moved;
}

/** An acquisition over configs and rungs, seen at one rung. */
function onRung({ value, valueWithGradient }: Acquisition, level: number): Acquisition {
  let lifted = new Float64Array(0);
  const lift = (point: Float64Array) => {
    if (lifted.length !== point.length + 1) lifted = new Float64Array(point.length + 1).fill(level);
    lifted.set(point);
    return lifted;
  };
  return {
    value: (point) => value(lift(point)),
    valueWithGradient(point, gradient) {
      const slopes = new Float64Array(point.length + 1);
      const result = valueWithGradient(lift(point), slopes);
      gradient.set(slopes.subarray(0, point.length));
      return result;
    },
  };
}
