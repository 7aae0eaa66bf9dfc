import { randomStream } from '../../src/math/random.ts';
import { type BenchFamily, type BenchProblem, smooth } from './problems.ts';

const dimensions = 5;

type Shape = (z: readonly number[]) => number;

/** Functions with their minimum, 0, at the origin, of which those of a unit cube see about [-1, 1]. */
const shapes: Readonly<Record<string, Shape>> = {
  griewank: (z) =>
    1 +
    z.reduce((sum, v) => sum + 0.72 * v * v, 0) -
    z.reduce((product, v, i) => product * Math.cos((12 * v) / Math.sqrt(i + 1)), 1),
  rastrigin: (z) => z.reduce((sum, v) => sum + 16 * v * v + 4 * (1 - Math.cos(5 * v * Math.PI)), 0),
  zakharov: (z) => {
    const line = z.reduce((sum, v, i) => sum + 0.5 * (i + 1) * v, 0);
    return z.reduce((sum, v) => sum + v * v, 0) + line ** 2 + line ** 4;
  },
  ellipsoid: (z) => z.reduce((sum, v, i) => sum + 10 ** ((2 * i) / (z.length - 1)) * v * v, 0),
  schaffer: (z) =>
    z.slice(1).reduce((sum, v, i) => {
      const r = 16 * (z[i]! ** 2 + v ** 2);
      return sum + r ** 0.25 * (1 + Math.sin(8 * r ** 0.1) ** 2);
    }, 0),
};

/**
 * Five functions as they are and turned by a random rotation, which leaves none of them a sum over the parameters. Every seed has its
 * optimum elsewhere and another rotation. Score: log10 of the regret.
 */
export function turnedFunctions(): BenchFamily[] {
  return Object.entries(shapes).flatMap(([kind, shape]) =>
    [false, true].map((turned) => {
      const name = `${turned ? 'turned' : 'moved'}-${kind}`;
      return { name, instance: (seed: number) => movedProblem(name, shape, turned, seed) };
    }),
  );
}

function movedProblem(name: string, shape: Shape, turned: boolean, seed: number): BenchProblem {
  const stream = randomStream(seed, name);
  const centre = Array.from({ length: dimensions }, () => 0.2 + 0.6 * stream.uniform());
  const axes = orthonormal((i, j) => (turned ? stream.normal() : Number(i === j)));
  return smooth(name, dimensions, 0, (x) =>
    shape(axes.map((axis) => 2 * axis.reduce((sum, a, j) => sum + a * (x[j]! - centre[j]!), 0))),
  );
}

/** Rows of some matrix made orthonormal (Gram and Schmidt). */
function orthonormal(entry: (i: number, j: number) => number): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (let i = 0; i < dimensions; i++) {
    let row = Array.from({ length: dimensions }, (_, j) => entry(i, j));
    for (const other of rows) {
      const along = other.reduce((sum, x, j) => sum + x * row[j]!, 0);
      row = row.map((x, j) => x - along * other[j]!);
    }
    const length = Math.hypot(...row);
    rows.push(row.map((x) => x / length));
  }
  return rows;
}
