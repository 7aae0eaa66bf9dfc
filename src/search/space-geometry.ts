import type { Geometry } from '../math/gaussian-process.ts';
import type { Space } from '../space/space.ts';

/** Angle of the arc on which an active conditional parameter lives; an inactive one stands at its centre. */
const ARC = Math.PI / 2;

/**
 * Distances between encoded configs, one squared distance per dimension of the space.
 *
 * Numeric: (a − b)². Categorical: 0 or 1 (Hamming). Conditional ones are embedded so that "inactive" is a point of its
 * own, equally far from every value: an arc of radius 1/φ around it for numbers (Hutter & Osborne 2013, «A kernel for
 * hierarchical parameter spaces»), half a step for categories. Coordinates are those of `encodeConfig`: NaN = inactive.
 */
export function spaceGeometry(space: Space): Geometry {
  const { dimensions } = space;
  const categorical = dimensions.map((dimension) => dimension.kind === 'categorical');
  const conditional = dimensions.map((dimension) => dimension.parameter.conditions.length > 0);
  const radius = 1 / (ARC * ARC);
  return {
    dimensions: dimensions.length,
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
