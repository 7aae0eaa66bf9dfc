import { distancesTo, type Geometry } from '../../math/geometry.ts';
import { encodeConfig } from '../../space/encode.ts';
import type { Space } from '../../space/space.ts';
import type { History, Trial } from '../history.ts';
import { type Branch, isIn } from './branches.ts';
import { type Warped, warpLosses } from './output-warp.ts';
import type { View } from './view.ts';
import { WarpChoices } from './warp-choice.ts';

/** What a study has shown so far, as its models see it: encoded configs and warped losses. */
export class Evidence {
  readonly history: History;
  /** How losses are bent: the same for all models. */
  readonly shapes: WarpChoices<Trial>;
  readonly #space: Space;
  readonly #geometry: Geometry;
  /** How those of each of several metrics are. */
  readonly #goalShapes: WarpChoices<Trial>[] = [];
  /** Encoded configs by trial. */
  readonly #points = new Map<number, Float64Array>();

  constructor(space: Space, geometry: Geometry, history: History) {
    this.#space = space;
    this.#geometry = geometry;
    this.history = history;
    this.shapes = this.#shapesBy(({ loss }) => loss);
  }

  /** There are constraints or further metrics, so that the best by the first one is not all that matters. */
  get hasGoals(): boolean {
    return this.history.ended.some(
      ({ losses, constraints }) => losses !== undefined || constraints !== undefined,
    );
  }

  /**
   * No trial has kept all constraints, and those that it misses are missed by the same always, such as by 1 where a metric is 0 or 1: a model
   * of that would only go where it has not been, into the corners.
   */
  get isBlind(): boolean {
    const told = this.history.ended.flatMap(({ constraints }) => (constraints ? [constraints] : []));
    if (told.length === 0 || told.some((values) => values.every((value) => value <= 0))) return false;
    return told[0]!.every((_, k) => {
      const missed = told.map((values) => values[k]!).filter((value) => value > 0);
      return missed.every((value) => value === missed[0]);
    });
  }

  pointOf(trial: Trial): Float64Array {
    const known = this.#points.get(trial.id);
    if (known) return known;
    const point = encodeConfig(this.#space, trial.config);
    this.#points.set(trial.id, point);
    return point;
  }

  /** Losses of some trials as targets, bent as those of all are. */
  warped(trials: readonly Trial[]): Warped {
    return warpLosses(
      trials.map(({ loss }) => loss),
      this.shapes.after(this.history.ended),
    );
  }

  shapesOf(objective: number): WarpChoices<Trial> {
    this.#goalShapes[objective] ??= this.#shapesBy(({ losses }) => losses?.[objective]);
    return this.#goalShapes[objective];
  }

  /** Says of a point whether the trial that is nearest to it, of those that have ended, has failed. */
  failsNearby(): (point: Float64Array) => boolean {
    const { ended } = this.history;
    if (ended.every(({ loss }) => loss !== undefined)) return () => false;
    const squaredDistances = distancesTo(
      this.#geometry,
      ended.map((trial) => this.pointOf(trial)),
    );
    const weights = new Float64Array(this.#geometry.dimensions).fill(1);
    const row = new Float64Array(ended.length);
    return (point) => {
      squaredDistances(point, weights, row);
      return ended[row.indexOf(Math.min(...row))]!.loss === undefined;
    };
  }

  /** Where trials of any state are, in a branch or in the whole space. */
  triedIn(branch?: Branch): readonly Float64Array[] {
    return this.#pointsIn(this.history.trials, branch);
  }

  /** Where pending trials are, as a model sees them. */
  pendingIn({ project }: View, branch: Branch | undefined): readonly Float64Array[] {
    return this.#pointsIn(this.history.pending, branch).map(project);
  }

  #pointsIn(trials: readonly Trial[], branch: Branch | undefined): readonly Float64Array[] {
    return trials.map((trial) => this.pointOf(trial)).filter((point) => !branch || isIn(branch, point));
  }

  #shapesBy(lossOf: (trial: Trial) => number | undefined): WarpChoices<Trial> {
    return new WarpChoices(this.#geometry, (trial) => {
      const loss = lossOf(trial);
      return loss === undefined || !Number.isFinite(loss) ? undefined : { point: this.pointOf(trial), loss };
    });
  }
}
