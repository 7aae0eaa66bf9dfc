/**
 * Dominance and dominated volume, every objective to be minimised. A point is one number per objective; all points of a
 * call have as many.
 */

/** Whether `a` is at least as good as `b` everywhere and better somewhere. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  let better = false;
  for (let k = 0; k < a.length; k++) {
    if (!(a[k]! <= b[k]!)) return false;
    if (a[k]! < b[k]!) better = true;
  }
  return better;
}

/** Indices of the points that no other dominates, rising. Of equal points all are kept. n² comparisons. */
export function nondominated(points: readonly (readonly number[])[]): number[] {
  return [...points.keys()].filter((i) => points.every((other) => !dominates(other, points[i]!)));
}

/**
 * The volume between a set of points and a reference point: of everything that some point is at least as good as, and that
 * is at least as good as the reference (Zitzler & Thiele 1998). Points that are not better than the reference in every
 * objective add nothing. Exact, by slices along the last objective (Knowles 2002, HSO): for fronts, not for thousands of
 * points in many dimensions.
 */
export function hypervolume(points: readonly (readonly number[])[], reference: readonly number[]): number {
  const inside = points.filter((point) => point.every((value, k) => value < reference[k]!));
  return sliced(inside, reference, reference.length);
}

function sliced(
  points: readonly (readonly number[])[],
  reference: readonly number[],
  objectives: number,
): number {
  const last = objectives - 1;
  const end = reference[last]!;
  if (points.length === 0) return 0;
  if (objectives === 1) return end - Math.min(...points.map((point) => point[0]!));
  const sorted = [...points].sort((a, b) => a[last]! - b[last]!);
  if (objectives === 2) {
    // From the best of the second objective on, each point adds a strip as wide as it is better in the first.
    let [volume, bound] = [0, reference[0]!];
    for (const [x, y] of sorted as (readonly [number, number])[]) {
      if (x < bound) volume += (bound - x) * (end - y);
      bound = Math.min(bound, x);
    }
    return volume;
  }
  let volume = 0;
  for (const [i, point] of sorted.entries()) {
    const thickness = (sorted[i + 1]?.[last] ?? end) - point[last]!;
    if (thickness > 0) volume += thickness * sliced(sorted.slice(0, i + 1), reference, last);
  }
  return volume;
}
