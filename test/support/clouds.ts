import fc from 'fast-check';
import type { Geometry } from '../../src/math/geometry.ts';

/** The usual metric on points of so many numbers. */
export function euclidean(dimensions: number): Geometry {
  return {
    dimensions,
    squaredDistances(a, b, out, offset) {
      for (let j = 0; j < dimensions; j++) out[offset + j] = (a[j]! - b[j]!) ** 2;
    },
    slope: (a, b) => 2 * (a - b),
  };
}

/** In [0, 1]. */
export const coordinate = fc.double({ min: 0, max: 1, noNaN: true });

/** Few points of three coordinates. */
export const cloud = fc
  .array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 3, maxLength: 12 })
  .map((points) => points.map((p) => Float64Array.of(...p)));
