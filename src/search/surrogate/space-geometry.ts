import { type DistancesTo, type Geometry, likeness } from '../../math/geometry.ts';
import type { Space } from '../../space/space.ts';

/** Of one dimension there is nothing to sum up. Of a hundred that matter ever less, sums led astray (bench/README.md). */
const MOST_MAIN_EFFECTS = 50;
/**
 * The length scales that are expected: of numbers, whose range is 1, and of categories, which are 1 apart. Chosen by how well models of
 * 10 to 40 trials put other configs in order (bench/README.md). Of more dimensions than `few` each is expected to matter less: they
 * grow with the root of their number (Hvarfner et al. 2024, «Vanilla Bayesian optimization performs great in high dimensions»).
 */
const EXPECTED_LENGTH = { number: 0.47, category: 1.65, few: 24 };
/** Angle of the arc on which an active conditional parameter lives; an inactive one stands at its centre. */
const ARC = Math.PI / 2;

/**
 * Distances between encoded configs, one squared distance per dimension of the space (or of those in `of`: points then
 * have these coordinates alone).
 *
 * Numeric: (a − b)². Categorical: 0 or 1 (Hamming). Conditional ones are embedded so that "inactive" is a point of its
 * own, equally far from every value: an arc of radius 1/φ around it for numbers (Hutter & Osborne 2013, «A kernel for
 * hierarchical parameter spaces»), half a step for categories. Coordinates are those of `encodeConfig`: NaN = inactive.
 */
export function spaceGeometry(space: Space, of?: readonly number[]): Geometry {
  const dimensions = of ? of.map((j) => space.dimensions[j]!) : space.dimensions;
  const categorical = dimensions.map((dimension) => dimension.kind === 'categorical');
  const conditional = dimensions.map((dimension) => dimension.parameter.conditions.length > 0);
  const radius = 1 / (ARC * ARC);
  const to = (points: readonly Float64Array[]): DistancesTo => {
    // One column a dimension. On an arc: the point's place in the plane, and its squared distance from the centre.
    const columns = dimensions.map((_, j) => Float64Array.from(points, (point) => point[j]!));
    const arcs = columns.map((column, j) =>
      conditional[j] && !categorical[j]
        ? {
            cos: column.map((x) => (Number.isNaN(x) ? 0 : Math.cos(ARC * x) / ARC)),
            sin: column.map((x) => (Number.isNaN(x) ? 0 : Math.sin(ARC * x) / ARC)),
            size: column.map((x) => (Number.isNaN(x) ? 0 : radius)),
          }
        : undefined,
    );
    // Where a dimension exists in one branch of many it adds nothing to most pairs.
    const active = arcs.map((arc, j) =>
      arc ? Int32Array.from(columns[j]!.keys()).filter((i) => !Number.isNaN(columns[j]![i]!)) : undefined,
    );
    const along = new Float64Array(points.length);
    return (point, weights, out, alike, steepness = 1) => {
      out.fill(0);
      alike?.fill(0);
      const n = out.length;
      for (let j = 0; j < columns.length; j++) {
        const column = columns[j]!;
        const arc = arcs[j];
        const weight = weights[j]!;
        const x = point[j]!;
        if (arc && !alike && Number.isNaN(x)) {
          for (const i of active[j]!) out[i]! += weight * radius;
          continue;
        }
        if (arc) {
          const { cos, sin, size } = arc;
          if (Number.isNaN(x)) for (let i = 0; i < n; i++) along[i] = weight * size[i]!;
          else {
            const c = (2 * Math.cos(ARC * x)) / ARC;
            const s = (2 * Math.sin(ARC * x)) / ARC;
            for (let i = 0; i < n; i++)
              along[i] = weight * Math.max(0, radius + size[i]! - c * cos[i]! - s * sin[i]!);
          }
        } else if (categorical[j]) {
          const inactive = Number.isNaN(x);
          for (let i = 0; i < n; i++) {
            const y = column[i]!;
            const equal = x === y || (inactive && Number.isNaN(y));
            along[i] = equal ? 0 : weight * (inactive || Number.isNaN(y) ? 0.5 : 1);
          }
        } else for (let i = 0; i < n; i++) along[i] = weight * (x - column[i]!) * (x - column[i]!);
        for (let i = 0; i < n; i++) out[i]! += along[i]!;
        if (alike) for (let i = 0; i < n; i++) alike[i]! += likeness(steepness * along[i]!);
      }
    };
  };
  return {
    dimensions: dimensions.length,
    lengths: expectedLengths(categorical),
    hasMainEffects: dimensions.length > 1 && dimensions.length <= MOST_MAIN_EFFECTS,
    to,
    squaredDistances(a, b, out, offset) {
      for (let j = 0; j < dimensions.length; j++) {
        const x = a[j]!;
        const y = b[j]!;
        const missing = Number(Number.isNaN(x)) + Number(Number.isNaN(y));
        let squared: number;
        if (missing === 2) squared = 0;
        else if (missing === 1) squared = categorical[j] ? 0.5 : radius;
        else if (categorical[j]) squared = x === y ? 0 : 1;
        else if (conditional[j]) squared = 4 * radius * Math.sin((ARC * (x - y)) / 2) ** 2;
        else squared = (x - y) * (x - y);
        out[offset + j] = squared;
      }
    },
    slope(x, y, j) {
      if (categorical[j] || Number.isNaN(x) || Number.isNaN(y)) return 0;
      return conditional[j] ? (2 / ARC) * Math.sin(ARC * (x - y)) : 2 * (x - y);
    },
  };
}

function expectedLengths(categorical: readonly boolean[]): Float64Array {
  const { number, category, few } = EXPECTED_LENGTH;
  const longer = Math.sqrt(Math.max(1, categorical.length / few));
  return Float64Array.from(categorical, (is) => longer * (is ? category : number));
}
