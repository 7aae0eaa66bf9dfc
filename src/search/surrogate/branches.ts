import { upperMedian } from '../../math/median.ts';
import { canSatisfy, demandsOf, satisfies } from '../../space/condition.ts';
import { fromUnit } from '../../space/domain.ts';
import type { Parameter } from '../../space/parameter.ts';
import type { Dimension } from '../../space/space.ts';
import type { PointSpace } from './point-space.ts';
import { withFixed } from './point-space.ts';

/** A part of a conditional space: what is left when the choices at its root have been made. */
export interface Branch {
  /** Root choices and their coordinates. */
  readonly fixed: readonly { readonly dimension: number; readonly coordinate: number }[];
  /** The space with these choices made. */
  readonly space: PointSpace;
  /** Dimensions that vary inside, in order. */
  readonly dimensions: readonly number[];
  /** How many of them exist in some branches only. */
  readonly own: number;
  /** Its configs, at most; those of a branch without parameters are one. */
  readonly size: number;
}

/** Combinations of more than one root choice make branches up to this number; beyond it each option is a branch. */
const MOST_COMBINATIONS = 12;

/** The branches of a space: none where no categorical choice at the root decides which parameters exist. */
export function branchesOf(space: PointSpace): readonly Branch[] {
  const { dimensions } = space.space;
  const gates = space.gates.filter(
    (j) => dimensions[j]!.kind === 'categorical' && dimensions[j]!.parameter.conditions.length === 0,
  );
  const options = (dimension: number) =>
    Array.from({ length: space.counts[dimension]! }, (_, i) => ({
      dimension,
      coordinate: (i + 0.5) / space.counts[dimension]!,
    }));
  if (gates.length === 0) return [];
  const combinations = gates.reduce((product, j) => product * space.counts[j]!, 1);
  const chosen =
    combinations <= MOST_COMBINATIONS
      ? gates.reduce<Branch['fixed'][]>(
          (all, j) => all.flatMap((fixed) => options(j).map((option) => [...fixed, option])),
          [[]],
        )
      : gates.flatMap((j) => options(j).map((option) => [option]));
  const parameters = new Map(space.space.parameters.map((parameter) => [parameter.path, parameter]));
  return chosen.map((fixed) => branch(space, parameters, fixed));
}

function branch(
  space: PointSpace,
  parameters: ReadonlyMap<string, Parameter>,
  fixed: Branch['fixed'],
): Branch {
  const inside = fixed.reduce(
    (part, { dimension, coordinate }) => withFixed(part, dimension, coordinate),
    space,
  );
  const all = space.space.dimensions;
  const chosen = new Map(
    fixed.map(({ dimension, coordinate }) => {
      const { path, domain } = all[dimension]!.parameter;
      return [path, fromUnit(domain, coordinate)];
    }),
  );
  // One that exists by a rare chance is one all the same: without it the branch would seem to be done when it is not. What all its
  // parents must be is asked of each alone, so it exists somewhere here if each of them can be that.
  const canExist = ({ parameter }: Dimension) =>
    [...demandsOf(parameters, parameter)].every(([path, conditions]) => {
      const value = chosen.get(path);
      return value === undefined
        ? canSatisfy(parameters.get(path)!.domain, conditions)
        : conditions.every((condition) => satisfies(condition, value));
    });
  const dimensions = [...all.keys()].filter((j) => !chosen.has(all[j]!.parameter.path) && canExist(all[j]!));
  return {
    fixed,
    space: inside,
    dimensions,
    own: dimensions.filter((j) => all[j]!.parameter.conditions.length > 0).length,
    size: dimensions.reduce((product, j) => product * all[j]!.values, 1),
  };
}

export function isIn(branch: Branch, point: Float64Array): boolean {
  return branch.fixed.every(({ dimension, coordinate }) => point[dimension] === coordinate);
}

/** What a branch has shown so far. */
export interface BranchResults {
  readonly branch: Branch;
  /** Trials that are running, ended or failed in it. */
  readonly trials: number;
  /** Warped losses of those that have one, in order of their end. */
  readonly losses: readonly number[];
  readonly failed: number;
}

/** Share of a study's trials that the race between branches may spend, evenly, before they compete by what they have shown. */
const RACE_SHARE = 0.6;
/** Budget that is assumed where none is known. */
const USUAL_TRIALS = 100;
/**
 * Shares of the budget. Until `early` the best branch is tuned most of the time, since a good result soon is worth having;
 * by `over` every branch should have its fair share, so that some trials are left for one that turns out to be better.
 */
const RACE = { early: 0.3, over: 0.7 };
/** Share of suggestions that go into the race: before it is on, and at most. */
const RACE_RATE = { early: 0.2, most: 0.85 };
/** Shares of suggestions for a branch that is falling, and for those behind the best once all had their fair share. */
const FALLING = 0.7;
const OPEN = 0.5;
/**
 * Share for the best branch as if it were alone, in the first half of the budget and in the second: a model of it has fewer dimensions,
 * but does not see what all have in common.
 */
const LEADER = { early: 0.15, late: 0.3 };

/** Trials that each branch gets before it is judged: enough to find where a narrow one begins to fall. */
export function fairShare(branches: number, own: number, trials = USUAL_TRIALS): number {
  return Math.max(2, Math.min(enough(own), Math.floor((RACE_SHARE * trials) / branches)));
}

/** After so many trials a branch with so many parameters of its own has shown what it is, whatever the budget. */
function enough(own: number): number {
  return 2 + 8 * own;
}

/** A branch that the next trial belongs to, and why. */
export interface Turn {
  readonly results: BranchResults;
  /**
   * `race`: it lacks its fair share; `falling`: its last trials have come down so far that a few more may win; `open`: of those behind
   * the best it promises most, or has shown a plateau alone; `leader`: it has the best loss.
   */
  readonly why: 'race' | 'falling' | 'open' | 'leader';
}

/**
 * Whose turn it is. The race between the branches is run late rather than soon, at the rate that ends it in time.
 *
 * After the race the branches behind the best have half of the trials. By turns it is the one that promises most, and one that has shown a
 * plateau alone: no model can tell where the hole in it is.
 *
 * @param race results of every branch, of which one at least has a loss
 * @param index number of the trial
 * @param draw uniform in [0, 1)
 * @param promises how much each of some branches with losses is expected to improve on the lowest of all: more is better, whatever the unit
 * @param trials the budget, where it is known
 * @returns undefined when the whole space should be looked at.
 */
export function whoseTurn(
  race: readonly BranchResults[],
  index: number,
  draw: number,
  promises: (among: readonly BranchResults[]) => readonly number[],
  trials = USUAL_TRIALS,
): Turn | undefined {
  const least = (among: readonly BranchResults[]) => {
    const fewest = Math.min(...among.map((results) => results.trials));
    const equals = among.filter((results) => results.trials === fewest);
    return equals[index % equals.length]!;
  };
  const lowest = Math.min(...race.flatMap(({ losses }) => losses));
  const leader = race.find(({ losses }) => losses.includes(lowest));
  if (!leader) return undefined;
  const alive = race.filter(isAlive);
  const falling = alive.find((results) => results !== leader && isFalling(results, lowest));
  if (falling && draw < FALLING) return { results: falling, why: 'falling' };
  const fair = fairIn(race, trials);
  const behind = laggards(race, trials);
  if (behind.length > 0) {
    const lacking = behind.reduce((sum, results) => sum + fair(results) - results.trials, 0);
    const rate =
      index < RACE.early * trials
        ? RACE_RATE.early
        : Math.min(RACE_RATE.most, lacking / Math.max(1, RACE.over * trials - index));
    if (draw < rate) return { results: least(behind), why: 'race' };
  } else if (draw < OPEN) {
    const others = alive.filter((results) => results !== leader && results.losses.length > 0);
    const blank = others.filter(
      ({ branch, trials, losses }) => isBlank(losses) && trials < enough(branch.own),
    );
    if (blank.length > 0 && index % 2 === 0) return { results: least(blank), why: 'open' };
    // One alone needs no comparison, which takes a model of each.
    const promised = others.length > 1 ? promises(others) : [0];
    const most = others[promised.indexOf(Math.max(...promised))];
    if (most) return { results: most, why: 'open' };
  }
  const share = index < trials / 2 ? LEADER.early : LEADER.late;
  return draw > 1 - share ? { results: leader, why: 'leader' } : undefined;
}

/** Branches that lack their fair share of trials: while there are any, nobody knows yet which branch has the best config. */
export function laggards(race: readonly BranchResults[], trials = USUAL_TRIALS): readonly BranchResults[] {
  const fair = fairIn(race, trials);
  return race.filter((results) => isAlive(results) && results.trials < fair(results));
}

function fairIn(race: readonly BranchResults[], trials: number): (results: BranchResults) => number {
  return ({ branch }) => fairShare(race.length, branch.own, trials);
}

/** Whether it may have configs that were not tried. */
function isAlive({ branch, trials }: BranchResults): boolean {
  return trials < branch.size;
}

/** A fall is followed until so many trials after it brought no other, a hole in a plateau longer: it is easily missed. */
const PATIENCE = { slope: 3, hole: 5 };

/** With fewer losses than this two that happen to be alike are no plateau. */
const PLATEAU = 4;

/** Trials of a branch since its best, 0 when that is the last one. */
export function sinceBest(losses: readonly number[]): number {
  return losses.length - 1 - losses.lastIndexOf(Math.min(...losses));
}

/**
 * Whether the best of a branch came down of late, so steeply that two more such steps would make it the best of all; or is a
 * new hole in a plateau, of which nobody knows how deep it is.
 */
function isFalling({ trials, losses, failed }: BranchResults, lowest: number): boolean {
  if (losses.length < 2) return false;
  const hole = losses.length >= PLATEAU && standsOut(losses) && !varies(losses);
  const running = trials - losses.length - failed;
  if (sinceBest(losses) + running >= (hole ? PATIENCE.hole : PATIENCE.slope)) return false;
  if (hole) return true;
  const best = Math.min(...losses);
  const before = losses.slice(0, losses.lastIndexOf(best));
  const step = Math.min(...before) - best;
  return before.length > 0 && step > LEVEL && best - 2 * step < lowest;
}

/**
 * Whether even an optimistic view of a branch is worse than the lowest loss of all: what its best has gained over its own
 * first half says what more tuning may still gain.
 */
export function isBeaten({ losses, failed }: BranchResults, fair: number, lowest: number): boolean {
  if (losses.length === 0) return failed >= fair;
  const half = Math.min(...losses.slice(0, Math.ceil(losses.length / 2)));
  const all = Math.min(...losses);
  return losses.length + failed >= fair && all - 2 * (half - all) - 0.25 > lowest;
}

/** Warped losses this near to each other say nothing (their deviation over all trials is 1). */
const LEVEL = 0.1;

/** Whether nothing but one level was seen. */
function isBlank(losses: readonly number[]): boolean {
  return losses.length >= PLATEAU && !standsOut(losses) && !varies(losses);
}

/** Whether the best of a branch is clearly better than its median. */
export function standsOut(losses: readonly number[]): boolean {
  return upperMedian(losses)! - Math.min(...losses) > LEVEL;
}

/** Whether losses differ elsewhere than at the best: not when half of them share the worst level. */
export function varies(losses: readonly number[]): boolean {
  // Of losses of which half share the worst level, the upper median is that level.
  return Math.max(...losses) - upperMedian(losses)! > LEVEL;
}
