import { distancesTo, type Geometry } from '../../math/geometry.ts';

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
