import type { RandomStream } from '../math/random.ts';
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
}

/** Combinations of more than one root choice make branches up to this number; beyond it each option is a branch. */
const MOST_COMBINATIONS = 12;

/** The branches of a space: none where no categorical choice at the root decides which parameters exist. */
export function branchesOf(space: PointSpace, stream: RandomStream): readonly Branch[] {
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
  return chosen.map((fixed) => branch(space, fixed, stream));
}

function branch(space: PointSpace, fixed: Branch['fixed'], stream: RandomStream): Branch {
  const inside = fixed.reduce(
    (part, { dimension, coordinate }) => withFixed(part, dimension, coordinate),
    space,
  );
  // Which parameters may exist here is seen from random points: conditions may hang on each other.
  const active = new Set<number>();
  for (let draw = 0; draw < 64; draw++) {
    const point = inside.canonical(new Float64Array(space.counts.length).fill(Number.NaN), stream);
    for (const [j, x] of point.entries()) if (!Number.isNaN(x)) active.add(j);
  }
  for (const { dimension } of fixed) active.delete(dimension);
  const dimensions = [...active].sort((a, b) => a - b);
  return {
    fixed,
    space: inside,
    dimensions,
    own: dimensions.filter((j) => space.space.dimensions[j]!.parameter.conditions.length > 0).length,
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

/** Share of a study's trials that the race between branches may spend, evenly, before any branch is given up. */
const RACE_SHARE = 0.6;
/** Budget that is assumed where none is known. */
const USUAL_TRIALS = 100;

/** Trials that each branch gets before it may be given up: enough to find where a narrow one begins to fall. */
export function fairShare(branches: number, own: number, trials = USUAL_TRIALS): number {
  return Math.max(2, Math.min(2 + 8 * own, Math.floor((RACE_SHARE * trials) / branches)));
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

/** Whether the best of a branch is clearly better than its median. */
export function standsOut(losses: readonly number[]): boolean {
  return median(losses) - Math.min(...losses) > LEVEL;
}

/** Whether losses differ elsewhere than at the best: not when half of them share the worst level. */
export function varies(losses: readonly number[]): boolean {
  return Math.max(...losses) - median(losses) > LEVEL;
}

function median(losses: readonly number[]): number {
  return [...losses].sort((a, b) => a - b)[losses.length >> 1]!;
}
