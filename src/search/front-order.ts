import { hypervolume } from '../math/hypervolume.ts';

/** How far beyond the worst of all results the reference point lies, as a share of the way from the best of the front. */
const MARGIN = 0.1;
/** Most points of a front that are ordered by volume: as many as anybody takes. */
const MOST = 25;
/** Most objectives whose volumes are computed: the work grows with the power of their number. */
const MOST_OBJECTIVES = 3;

/** The points of a front, of which none dominates another, as indices; `all`: the front, and what it dominates. Neither is empty. */
export type FrontOrder = (
  front: readonly (readonly number[])[],
  all: readonly (readonly number[])[],
) => readonly number[];

/** Those with most room around them first (crowding distance; Deb et al. 2002, NSGA-II). */
export const byCrowding: FrontOrder = (front) => {
  const room = crowdingDistances(front);
  return [...front.keys()].sort((a, b) => (room[a] === room[b] ? 0 : room[b]! - room[a]!));
};

/**
 * First the one that dominates the largest volume, then always the one that adds most to what those before dominate (greedy subset
 * selection; Guerreiro, Fonseca & Paquete 2016), so that each beginning is spread over the front. The reference is the worst of all, so
 * that the ends of the front count. By crowding after the first 25, and all of more than three objectives.
 */
export const byVolume: FrontOrder = (front, all) => {
  const crowded = byCrowding(front, all);
  if (front[0]!.length > MOST_OBJECTIVES) return crowded;
  const first = largestTogether(front, all);
  const taken = new Set(first);
  return [...first, ...crowded.filter((i) => !taken.has(i))];
};

function largestTogether(
  front: readonly (readonly number[])[],
  all: readonly (readonly number[])[],
): readonly number[] {
  const points = scaled(front, all);
  const reference = points[0]!.map(() => 1 + MARGIN);
  const chosen: number[] = [];
  let volume = 0;
  /** By point: what it would add, at most, since others only take away from that. */
  const gains = new Map(points.map((point, i) => [i, hypervolume([point], reference)]));
  while (chosen.length < MOST && gains.size > 0) {
    const known = new Set<number>();
    let next = largest(gains);
    while (!known.has(next)) {
      gains.set(
        next,
        hypervolume(
          [...chosen, next].map((i) => points[i]!),
          reference,
        ) - volume,
      );
      known.add(next);
      next = largest(gains);
    }
    volume += gains.get(next)!;
    gains.delete(next);
    chosen.push(next);
  }
  return chosen;
}

/** The first key with the largest value. */
function largest(values: ReadonlyMap<number, number>): number {
  return [...values].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Each objective from 0, the best of the front, to 1, the worst of all. */
function scaled(
  front: readonly (readonly number[])[],
  all: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const best = front[0]!.map((_, k) => lowest(front, k));
  const worst = front[0]!.map((_, k) => -lowest(all, k, -1));
  return front.map((point) => point.map((value, k) => share(best[k]!, value, worst[k]!)));
}

function lowest(points: readonly (readonly number[])[], k: number, sign = 1): number {
  return points.reduce((least, point) => Math.min(least, sign * point[k]!), Number.POSITIVE_INFINITY);
}

/** How far a value is on the way between two; 0 where there is none. Halves first: the range of two huge numbers overflows. */
function share(from: number, value: number, to: number): number {
  const range = to / 2 - from / 2;
  return range > 0 ? (value / 2 - from / 2) / range : 0;
}

/** Of each point of a front: the sum over objectives of the gap between its neighbours, as a share of the range. */
function crowdingDistances(points: readonly (readonly number[])[]): number[] {
  const distances = points.map(() => 0);
  for (const k of points[0]?.keys() ?? []) {
    const ranks = [...points.keys()].sort((a, b) => points[a]![k]! - points[b]![k]!);
    const [first, last] = [ranks[0]!, ranks.at(-1)!];
    const [from, to] = [points[first]![k]!, points[last]![k]!];
    if (!(to > from)) continue;
    distances[first] = Number.POSITIVE_INFINITY;
    distances[last] = Number.POSITIVE_INFINITY;
    for (let place = 1; place + 1 < ranks.length; place++) {
      const [before, after] = [points[ranks[place - 1]!]![k]!, points[ranks[place + 1]!]![k]!];
      distances[ranks[place]!]! += share(from, after, to) - share(from, before, to);
    }
  }
  return distances;
}
