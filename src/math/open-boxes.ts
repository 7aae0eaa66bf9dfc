import { nondominated } from './hypervolume.ts';

/** The part of the space below a reference point that a front leaves open, as boxes that do not overlap. Every objective is minimised. */
export interface OpenBoxes {
  /** For each objective: −∞, the values of the front, rising, and the reference. */
  readonly values: readonly Float64Array[];
  /** Where a box begins and ends along each objective: places in its values. */
  readonly boxes: readonly Box[];
}

export interface Box {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A point below which all is open, no larger one is, and the points that bound it along each objective. */
interface UpperBound {
  readonly at: Int32Array;
  readonly by: readonly Int32Array[];
}

/**
 * Decomposes what a front leaves open by its local upper bounds (Klamroth, Lacour & Vanderpooten 2015, Algorithm 3, and Lacour, Klamroth &
 * Fonseca 2017, Proposition 2.3, the boxes open downwards): n + 1 boxes for n points of two objectives, at most 2n + 1 of three, and of
 * the order of n to the power of half of them for more.
 *
 * @param points those that are dominated, equal to another or not below the reference bound nothing
 */
export function openBoxes(points: readonly (readonly number[])[], reference: readonly number[]): OpenBoxes {
  const inside = points.filter((point) => point.every((value, k) => value < reference[k]!));
  const front = distinct(nondominated(inside).map((i) => inside[i]!));
  const end = front.length + 1;
  const orders = reference.map((_, k) =>
    [...front.keys()].sort((a, b) => front[a]![k]! - front[b]![k]! || a - b),
  );
  const values = reference.map((last, k) =>
    Float64Array.of(Number.NEGATIVE_INFINITY, ...orders[k]!.map((i) => front[i]![k]!), last),
  );
  // Places instead of values: of equal values one comes before the other, and nothing is degenerate.
  const places = front.map(() => new Int32Array(reference.length));
  for (const [k, order] of orders.entries())
    for (const [place, i] of order.entries()) places[i]![k] = place + 1;

  const whole = new Int32Array(reference.length).fill(end);
  const rims = reference.map((_, k) => new Int32Array(reference.length).map((_, j) => (j === k ? end : 0)));
  let bounds: readonly UpperBound[] = [{ at: whole, by: rims }];
  for (const point of places)
    bounds = bounds.flatMap((bound) => (isBelow(point, bound.at) ? cut(bound, point) : [bound]));
  const boxes = bounds
    .map(({ at, by }) => ({ from: at.map((_, k) => furthest(by.slice(0, k), k)), to: at }))
    .filter(({ from, to }) => values.every((of, k) => of[from[k]!]! < of[to[k]!]!));
  return { values, boxes };
}

function distinct(points: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return points.filter(
    (point, i) => !points.slice(0, i).some((other) => other.every((value, k) => value === point[k])),
  );
}

function isBelow(point: Int32Array, bound: Int32Array): boolean {
  return point.every((place, k) => place < bound[k]!);
}

/** What is left of a bound above a point: one bound for each objective along which nothing else bounds it as near. */
function cut({ at, by }: UpperBound, point: Int32Array): readonly UpperBound[] {
  return [...at.keys()]
    .filter((k) => point[k]! > furthest(by.toSpliced(k, 1), k))
    .map((k) => ({ at: at.with(k, point[k]!), by: by.with(k, point) }));
}

/** The largest place of some points along an objective; 0 of none. */
function furthest(points: readonly Int32Array[], k: number): number {
  return points.reduce((most, point) => Math.max(most, point[k]!), 0);
}
