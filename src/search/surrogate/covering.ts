import { distancesTo, type Geometry } from '../../math/geometry.ts';
import type { RandomStream } from '../../math/random.ts';
import { type PointSpace, randomPoints } from './point-space.ts';
import type { View } from './view.ts';

/** Random points of a space: how many stand for all of it, and how many of these may be tried to cover it. */
const COVERING = { probes: 384, candidates: 128 };
/** Share of the space that the points together would cover if their surroundings did not overlap. */
const COVERED = 0.6;

/**
 * The candidate that covers most of what no point covers yet: of the probes that are farther than a radius from every point it has
 * most within that radius. The radius falls with the number of points, so that their surroundings always make up the same share of the
 * space. So few points find a small region more often than those of a sequence of low discrepancy, which balances boxes, and than
 * those farthest from all others, which go to the rim.
 *
 * @param probes points drawn uniformly from the space, one at least
 * @param points those that are there already
 * @returns its index; undefined without candidates
 */
export function mostCovering(
  geometry: Geometry,
  candidates: readonly Float64Array[],
  probes: readonly Float64Array[],
  points: readonly Float64Array[],
): number | undefined {
  if (candidates.length === 0) return undefined;
  const weights = new Float64Array(geometry.dimensions).fill(1);
  const to = distancesTo(geometry, probes);
  const squaredDistances = (point: Float64Array) => {
    const row = new Float64Array(probes.length);
    to(point, weights, row);
    return row;
  };
  const rows = candidates.map(squaredDistances);
  const sorted = new Float64Array(rows.length * probes.length);
  for (const [i, row] of rows.entries()) sorted.set(row, i * probes.length);
  sorted.sort();
  const radius = sorted[Math.floor((COVERED / (points.length + 1)) * sorted.length)]!;
  const nearest = new Float64Array(probes.length).fill(Number.POSITIVE_INFINITY);
  for (const point of points)
    for (const [i, squared] of squaredDistances(point).entries()) nearest[i] = Math.min(nearest[i]!, squared);
  const uncovered = [...nearest.keys()].filter((i) => nearest[i]! > radius);
  const counts = rows.map((row) => uncovered.filter((i) => row[i]! <= radius).length);
  return counts.indexOf(Math.max(...counts));
}

export interface CoveringInputs {
  /** The space to cover, or the part of it, and how its points are compared. */
  readonly space: PointSpace;
  readonly view: View;
  readonly tried: readonly Float64Array[];
  readonly isNew: (point: Float64Array) => boolean;
  readonly stream: RandomStream;
}

/** The new point that covers most of what none that was tried covers; undefined where none of many is new. */
export function coveringPoint({
  space,
  view,
  tried,
  isNew,
  stream,
}: CoveringInputs): Float64Array | undefined {
  const { geometry, project } = view;
  const points = randomPoints(space, COVERING.probes, stream);
  const candidates = points.slice(0, COVERING.candidates).filter(isNew);
  const chosen = mostCovering(geometry, candidates.map(project), points.map(project), tried.map(project));
  return chosen === undefined ? undefined : candidates[chosen]!;
}
