import type { Geometry } from '../../math/geometry.ts';
import type { Space } from '../../space/space.ts';
import type { Acquisition } from './acquisition-search.ts';
import { spaceGeometry } from './space-geometry.ts';

/** The dimensions that a model sees. */
export interface View {
  readonly geometry: Geometry;
  /** A point of the space, as the model sees it. */
  readonly project: (point: Float64Array) => Float64Array;
  /** A function of what the model sees, as one of points of the space. */
  readonly lift: (acquisition: Acquisition) => Acquisition;
}

/** All of them. */
export function wholeView(geometry: Geometry): View {
  return { geometry, project: (point) => point, lift: (acquisition) => acquisition };
}

/** Some of them, such as those that vary in a branch. */
export function partialView(space: Space, dimensions: readonly number[]): View {
  const project = (point: Float64Array) => Float64Array.from(dimensions, (j) => point[j]!);
  return {
    geometry: spaceGeometry(space, dimensions),
    project,
    lift: ({ value, valueWithGradient }) => ({
      value: (point) => value(project(point)),
      valueWithGradient(point, gradient) {
        const inner = new Float64Array(dimensions.length);
        const result = valueWithGradient(project(point), inner);
        gradient.fill(0);
        for (const [k, j] of dimensions.entries()) gradient[j] = inner[k]!;
        return result;
      },
    }),
  };
}
