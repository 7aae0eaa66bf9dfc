import { encodeConfig } from '../space/encode.ts';
import type { Space } from '../space/space.ts';
import type { Observation } from './observation.ts';

/** How much a parameter decides about being among the best. */
export interface Importance {
  readonly path: string;
  /** In [0, 1]; all together 1. */
  readonly share: number;
}

/** With fewer trials an estimate is noise. */
const fewest = 30;
/** Share of the trials that count as the best, and how many at least. */
const top = 0.1;
const fewestTop = 8;
/** Points at which densities are compared. */
const grid = 64;

/**
 * PED-ANOVA (Watanabe et al. 2023): how far the density of a parameter among the best tenth of the trials is from its
 * density among all, as Pearson's divergence ∫ (p_top / p_all − 1)² p_all. Densities are kernel estimates (Silverman's
 * bandwidth, mirrored at the bounds), for unordered values frequencies. A conditional parameter is compared within the
 * trials where it exists, and weighted with how many of the best those are. What misses a constraint is not among the best.
 *
 * @returns greatest first; undefined with fewer than 30 trials, or when nothing stands out
 */
export function importance(
  space: Space,
  observations: readonly Observation[],
): readonly Importance[] | undefined {
  if (observations.length < fewest) return undefined;
  const points = observations.map(({ config }) => encodeConfig(space, config));
  const order = [...observations.keys()]
    .filter((i) => !observations[i]!.misses)
    .sort((a, b) => observations[a]!.loss - observations[b]!.loss);
  const count = Math.max(fewestTop, Math.ceil(top * observations.length));
  const best = new Set(order.slice(0, count));
  const raw = space.dimensions.map(({ parameter, kind, values }, j) => {
    const all = points.flatMap((point) => (Number.isNaN(point[j]!) ? [] : [point[j]!]));
    const leading = points.flatMap((point, i) =>
      best.has(i) && !Number.isNaN(point[j]!) ? [point[j]!] : [],
    );
    if (leading.length < 3 || all.length < 6) return { path: parameter.path, value: 0 };
    const divergence =
      kind === 'categorical' ? ofFrequencies(leading, all, values) : ofDensities(leading, all);
    return { path: parameter.path, value: (divergence * leading.length) / count };
  });
  const sum = raw.reduce((total, { value }) => total + value, 0);
  if (!(sum > 0)) return undefined;
  return raw.map(({ path, value }) => ({ path, share: value / sum })).sort((a, b) => b.share - a.share);
}

function ofFrequencies(leading: readonly number[], all: readonly number[], values: number): number {
  const bin = (x: number) => Math.min(values - 1, Math.floor(x * values));
  // One more of each, so that a value that nobody among the best has does not count as impossible.
  const frequencies = (points: readonly number[]) => {
    const counts = new Float64Array(values).fill(1);
    for (const x of points) counts[bin(x)]! += 1;
    return counts.map((of) => of / (points.length + values));
  };
  const [p, q] = [frequencies(leading), frequencies(all)];
  return q.reduce((sum, of, i) => sum + (p[i]! / of - 1) ** 2 * of, 0);
}

function ofDensities(leading: readonly number[], all: readonly number[]): number {
  const [p, q] = [density(leading), density(all)];
  let sum = 0;
  for (let i = 0; i < grid; i++) sum += ((p[i]! / q[i]! - 1) ** 2 * q[i]!) / grid;
  return sum;
}

/** Kernel density on [0, 1] at the middles of equal cells, mirrored at the bounds; sums to the number of cells. */
function density(points: readonly number[]): Float64Array {
  const n = points.length;
  const mean = points.reduce((sum, x) => sum + x / n, 0);
  const deviation = Math.sqrt(points.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1));
  // A floor, since a few points that coincide would make a density of spikes.
  const width = Math.max(0.05, 1.06 * deviation * n ** -0.2);
  const out = new Float64Array(grid);
  for (let i = 0; i < grid; i++) {
    const at = (i + 0.5) / grid;
    let sum = 1e-3 * n;
    for (const x of points)
      for (const image of [x, -x, 2 - x]) sum += Math.exp(-0.5 * ((at - image) / width) ** 2);
    out[i] = sum;
  }
  const total = out.reduce((a, b) => a + b, 0);
  return out.map((value) => (value * grid) / total);
}
