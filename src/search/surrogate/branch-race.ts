import { GaussianProcess } from '../../math/gaussian-process.ts';
import { Observations } from '../../math/geometry.ts';
import type { RandomStream } from '../../math/random.ts';
import { decodePoint } from '../../space/encode.ts';
import type { Config } from '../../space/parameter.ts';
import type { Trial } from '../history.ts';
import type { SearchProblem } from '../strategy.ts';
import { NEIGHBOURHOOD } from './acquisition-search.ts';
import { kept } from './best-and-newest.ts';
import {
  type Branch,
  type BranchResults,
  branchesOf,
  isIn,
  sinceBest,
  standsOut,
  type Turn,
  varies,
  whoseTurn,
} from './branches.ts';
import { coveringPoint } from './covering.ts';
import type { Evidence } from './evidence.ts';
import { logExpectedImprovement } from './expected-improvement.ts';
import { type PointSpace, randomPoints } from './point-space.ts';
import { fitAnew, withPending } from './processes.ts';
import { partialView, type View } from './view.ts';

/** Where a branch falls, suggestions are ever nearer to its best after each miss. */
const SHRINKING = 0.7;
/**
 * What a branch promises is what a model of so many of its trials at most expects at so many points anywhere, and so many around each of
 * its best, with these deviations by turns.
 */
const PROMISE = { observations: 40, anywhere: 128, centres: 3, around: 48, deviations: [0.15, 0.05, 0.02] };

/** What the race says of the next trial: the config, or the branch that a model is to look for one in. */
export type Foray =
  | { readonly config: Config }
  | {
      readonly branch: Branch;
      /** How far from the best there, on each axis; absent: anywhere in it. */
      readonly radius?: number;
    };

export interface BranchRaceOptions {
  readonly problem: SearchProblem;
  readonly space: PointSpace;
  readonly evidence: Evidence;
  readonly streams: (purpose: string, index: number) => RandomStream;
  readonly isNew: (point: Float64Array) => boolean;
}

/**
 * The branches of a conditional space, of which some trials look at one as if there were no other: one whose optimum is narrow looks bad
 * until it has been tuned, and expected improvement over the best of all would never go there (the branch trap). Every branch gets a fair
 * share of trials; then those whose optimistic bound is worse than the best are left alone.
 */
export class BranchRace {
  readonly #problem: SearchProblem;
  readonly #evidence: Evidence;
  readonly #streams: BranchRaceOptions['streams'];
  readonly #isNew: BranchRaceOptions['isNew'];
  readonly #branches: readonly Branch[];
  readonly #views = new Map<Branch, View>();

  constructor({ problem, space, evidence, streams, isNew }: BranchRaceOptions) {
    this.#problem = problem;
    this.#evidence = evidence;
    this.#streams = streams;
    this.#isNew = isNew;
    this.#branches = branchesOf(space);
  }

  /** What each branch has shown so far. */
  standings(): readonly BranchResults[] {
    const { trials, observed } = this.#evidence.history;
    const warped = this.#evidence.warped(observed).targets;
    return this.#branches.map((branch) => {
      const inside = (trial: Trial) => isIn(branch, this.#evidence.pointOf(trial));
      return {
        branch,
        trials: trials.filter(inside).length,
        losses: observed.flatMap((trial, i) => (inside(trial) ? [warped[i]!] : [])),
        failed: trials.filter((trial) => trial.state === 'failed' && inside(trial)).length,
      };
    });
  }

  /**
   * @param draw uniform in [0, 1)
   * @returns undefined when the whole space should be looked at.
   */
  next(index: number, standings: readonly BranchResults[], draw: number): Foray | undefined {
    if (standings.length < 2) return undefined;
    const promises = (among: readonly BranchResults[]) => this.#promises(index, among);
    const turn = whoseTurn(standings, index, draw, promises, this.#problem.trials);
    return turn && this.#foray(index, turn);
  }

  /** A branch's points reduced to the dimensions that vary in it, and functions of them lifted back. */
  viewOf(branch: Branch): View {
    const known = this.#views.get(branch);
    if (known) return known;
    const view = partialView(this.#problem.space, branch.dimensions);
    this.#views.set(branch, view);
    return view;
  }

  /** log of the improvement on the best of all that a model of each branch alone expects of its best config, with losses on one scale. */
  #promises(index: number, among: readonly BranchResults[]): readonly number[] {
    const { ended } = this.#evidence.history;
    const { targets } = this.#evidence.warped(ended);
    const lowest = Math.min(...targets);
    const targetOf = new Map(ended.map((trial, i) => [trial, targets[i]!]));
    return among.map(({ branch }) => this.#promise(index, branch, targetOf, lowest));
  }

  #promise(index: number, branch: Branch, targetOf: ReadonlyMap<Trial, number>, lowest: number): number {
    const view = this.viewOf(branch);
    const { ended } = this.#evidence.history;
    const inside = ended.filter((trial) => isIn(branch, this.#evidence.pointOf(trial)));
    const members = kept(inside, PROMISE.observations);
    const own = Float64Array.from(members, (trial) => targetOf.get(trial)!);
    const points = members.map((trial) => this.#evidence.pointOf(trial));
    const observations = new Observations(view.geometry, points.map(view.project));
    const observed = new GaussianProcess(observations, own, fitAnew(observations, own));
    const model = withPending(observed, own, this.#evidence.pendingIn(view, branch));
    const { value } = view.lift(logExpectedImprovement(model, lowest, undefined));
    const stream = this.#streams('bayesian promise', index);
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
    return Math.max(...[...randomPoints(branch.space, PROMISE.anywhere, stream), ...around].map(value));
  }

  /**
   * The next trial of a branch: points that cover it first; then what a model of the branch alone says, by turns near its best and
   * anywhere in it. On a plateau a model has nothing to go by and would only visit the corners: it is covered further there.
   */
  #foray(index: number, { results, why }: Turn): Foray | undefined {
    const { branch, trials, losses } = results;
    if (why === 'falling') return { branch, radius: NEIGHBOURHOOD * SHRINKING ** sinceBest(losses) };
    // Where the best branch is a hole in a plateau, only the hole is of interest.
    const near = trials % 2 !== 0 || (why !== 'race' && standsOut(losses) && !varies(losses));
    const blind = losses.length < 3 || !(near ? standsOut(losses) : varies(losses));
    if (blind || (why === 'race' && trials < 2 + branch.own)) {
      const config = this.#covering(index, branch);
      if (config) return { config };
    }
    if (losses.length === 0) return undefined;
    return near ? { branch, radius: NEIGHBOURHOOD } : { branch };
  }

  /** The new config that covers most of what no trial has covered in a branch; undefined where none is found. */
  #covering(index: number, branch: Branch): Config | undefined {
    const chosen = coveringPoint({
      space: branch.space,
      view: this.viewOf(branch),
      tried: this.#evidence.triedIn(branch),
      isNew: this.#isNew,
      stream: this.#streams('bayesian branch', index),
    });
    return chosen && decodePoint(this.#problem.space, chosen);
  }
}
