import { packedLength } from './cholesky.ts';

/**
 * A metric on points as a sum of one squared distance per dimension; each is Euclidean in some embedding, so that any
 * weighted sum gives a valid kernel.
 */
export interface Geometry {
  readonly dimensions: number;
  /** Writes the squared distance of `a` and `b` along each dimension to `out[offset …]`. */
  squaredDistances(a: Float64Array, b: Float64Array, out: Float64Array, offset: number): void;
  /** d(squared distance along j) / d a_j. */
  slope(a: number, b: number, j: number): number;
  /** The same distances to fixed points, faster; where absent they are computed one by one. */
  readonly to?: (points: readonly Float64Array[]) => DistancesTo;
  /** Whether a function may depend on each dimension alone, beside all together. */
  readonly hasMainEffects?: boolean;
  /** What has a linear effect beside. */
  readonly features?: Features;
  /** The length scale of each dimension that is expected before anything is known; absent: 1 for all. */
  readonly lengths?: Float64Array;
}

/**
 * Features of points that have linear effects. They come in groups; all effects of one have the same variance, which the data tell:
 * the kernel has a term variance · x · y for each.
 */
export interface Features {
  /** Number of features in each group. */
  readonly groups: readonly number[];
  /** The features of a point, group after group. Constant along coordinates with a slope. */
  of(point: Float64Array): Float64Array;
}

/**
 * What a dimension alone has to do with a function, its main effect: the rational quadratic correlation with α = 1 at r² = 2 `squared`
 * (Rasmussen & Williams 2006, Eq. 4.19), which takes no exponential. Additive kernels: Duvenaud et al. 2011.
 */
export function likeness(squared: number): number {
  return 1 / (1 + squared);
}

/**
 * Writes the weighted sums of squared distances from `point` to fixed points to `out`, one a point; and to `alike`, which is given
 * only where the geometry has main effects, the sums over the dimensions of `likeness(steepness · weighted squared distance)`.
 */
export type DistancesTo = (
  point: Float64Array,
  weights: Float64Array,
  out: Float64Array,
  alike?: Float64Array,
  steepness?: number,
) => void;

/** As `geometry.to`, for any geometry. */
export function distancesTo(geometry: Geometry, points: readonly Float64Array[]): DistancesTo {
  if (geometry.to) return geometry.to(points);
  const row = new Float64Array(geometry.dimensions);
  return (point, weights, out, alike, steepness = 1) => {
    for (const [i, other] of points.entries()) {
      geometry.squaredDistances(point, other, row, 0);
      let squared = 0;
      let common = 0;
      for (let j = 0; j < row.length; j++) {
        const weighted = weights[j]! * row[j]!;
        squared += weighted;
        if (alike) common += likeness(steepness * weighted);
      }
      out[i] = squared;
      if (alike) alike[i] = common;
    }
  };
}

/** The observations that a process is fitted to: points, and their squared distances, which fits share. */
export class Observations {
  readonly geometry: Geometry;
  readonly points: readonly Float64Array[];
  /** Squared distances of the pairs (i, j), j <= i: `dimensions` numbers a pair, pairs in packed order. */
  readonly distances: Float64Array;
  /** The features of each point, if there are any. */
  readonly features: readonly Float64Array[];
  /** Their inner products by group, as `distances`. */
  readonly products: Float64Array;

  /** @param start observations of the first points alone, where there are some: what they know is copied */
  constructor(geometry: Geometry, points: readonly Float64Array[], start?: Observations) {
    this.geometry = geometry;
    this.points = points;
    const from = start?.points.length ?? 0;
    const { features } = geometry;
    this.features = features
      ? [...(start?.features ?? []), ...points.slice(from).map((point) => features.of(point))]
      : [];
    this.products = productsByGroup(this.features, features?.groups ?? [], from, start?.products);
    this.distances = new Float64Array(packedLength(points.length) * geometry.dimensions);
    if (start) this.distances.set(start.distances);
    let at = packedLength(from) * geometry.dimensions;
    for (let i = from; i < points.length; i++)
      for (let j = 0; j <= i; j++, at += geometry.dimensions)
        geometry.squaredDistances(points[i]!, points[j]!, this.distances, at);
  }

  /** These and further points. */
  with(points: readonly Float64Array[]): Observations {
    return new Observations(this.geometry, [...this.points, ...points], this);
  }
}

/** The inner products of the pairs (i, j), j <= i: one a group, pairs in packed order. Those of rows before `from` are known. */
function productsByGroup(
  features: readonly Float64Array[],
  groups: readonly number[],
  from: number,
  known: Float64Array | undefined,
): Float64Array {
  const products = new Float64Array(packedLength(features.length) * groups.length);
  if (known) products.set(known);
  let to = packedLength(from) * groups.length;
  for (let i = from; i < features.length; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [features[i]!, features[j]!];
      let feature = 0;
      for (const size of groups) {
        let sum = 0;
        for (const end = feature + size; feature < end; feature++) sum += a[feature]! * b[feature]!;
        products[to++] = sum;
      }
    }
  return products;
}
