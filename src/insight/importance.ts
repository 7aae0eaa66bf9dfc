import { normalCdf } from '../math/normal.ts';
import { randomStream } from '../math/random.ts';
import { encodeConfig } from '../space/encode.ts';
import { sampleConfig } from '../space/sample.ts';
import type { Dimension, Space } from '../space/space.ts';
import { fitKeeping, type Keeping } from './keeping.ts';
import { fewestTrials, type Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

/** How much a parameter decides about being among the best. */
export interface Importance {
  readonly path: string;
  /** In [0, 1]; all together 1. */
  readonly share: number;
}

/** Configs that are drawn, and the share of them that counts as the best. */
const draws = 2000;
const top = 0.1;
/** With fewer of the best, or of those where a parameter exists, a density is noise. */
const fewestBest = 20;
/** Points at which densities are compared. */
const grid = 64;
/** With fewer values it is their frequencies that are compared. */
const manyValues = 20;

/**
 * PED-ANOVA (Watanabe et al. 2023): how far the density of a parameter among the best tenth of the configs is from its
 * density among all, as Pearson's divergence ∫ (p_top / p_all − 1)² p_all. The configs are drawn from the space, always the same ones,
 * and looked at through the model: among the trials themselves a search has made more of what it found good, so that there all are
 * dense where the best are. Each counts with the probability that it is one of the best, so that what the model only guesses
 * weighs little. Densities are kernel estimates (Silverman's bandwidth, mirrored at the bounds), of few or unordered values
 * frequencies. A conditional parameter is compared within the configs where it exists, and weighted with how many of the
 * best those are. What misses a constraint is not among the best.
 *
 * @param surrogate the model of the observations; absent: there is none
 * @param keeping the model of the constraints, asked for where it is needed
 * @returns greatest first; undefined with fewer than 30 trials, when the model has learned nothing from them, or when nothing stands out
 */
export function importance(
  space: Space,
  observations: readonly Observation[],
  surrogate: Pick<Surrogate, 'predict' | 'hasLearned'> | undefined,
  keeping: () => Keeping = () => fitKeeping(space, observations),
): readonly Importance[] | undefined {
  if (observations.length < fewestTrials || !surrogate || observations.every(({ misses }) => misses))
    return undefined;
  if (!surrogate.hasLearned()) return undefined;
  const stream = randomStream(0, 'importance');
  const points = Array.from({ length: draws }, () => encodeConfig(space, sampleConfig(space, stream)));
  const best = amongBest(points, surrogate, keeping());
  const all = best.reduce((sum, chance) => sum + chance, 0);
  if (all < fewestBest) return undefined;
  const raw = space.dimensions.map((dimension, j) => {
    const places = points.flatMap((point, i) =>
      Number.isNaN(point[j]!) ? [] : [{ at: point[j]!, best: best[i]! }],
    );
    const having = places.reduce((sum, place) => sum + place.best, 0);
    const value = having < fewestBest ? 0 : (divergence(dimension, places) * having) / all;
    return { path: dimension.parameter.path, value };
  });
  const sum = raw.reduce((total, { value }) => total + value, 0);
  if (!(sum > 0)) return undefined;
  return raw.map(({ path, value }) => ({ path, share: value / sum })).sort((a, b) => b.share - a.share);
}

/** The probability of each point that it is among the best, which sum up to a tenth of all; to less where fewer keep the constraints. */
function amongBest(
  points: readonly Float64Array[],
  { predict }: Pick<Surrogate, 'predict'>,
  keeping: Keeping,
): readonly number[] {
  const seen = points.map((point) => {
    const { mean, variance } = predict(point);
    return { mean, deviation: Math.sqrt(variance), keeps: keeping(point) };
  });
  const chances = (below: number) =>
    seen.map(({ mean, deviation, keeps }) => keeps * normalCdf((below - mean) / deviation));
  const extent = (sign: number) =>
    Math.max(...seen.map(({ mean, deviation }) => sign * mean + 9 * deviation));
  let [low, high] = [-extent(-1), extent(1)];
  for (let halved = 0; halved < 50; halved++) {
    const middle = (low + high) / 2;
    const many = chances(middle).reduce((sum, chance) => sum + chance, 0) > top * points.length;
    if (many) high = middle;
    else low = middle;
  }
  return chances(high);
}

interface Place {
  readonly at: number;
  readonly best: number;
}

function divergence({ kind, values }: Dimension, places: readonly Place[]): number {
  const few = kind === 'categorical' || values < manyValues;
  const dense = (weight: (place: Place) => number) =>
    few ? frequencies(places, weight, values) : density(places, weight);
  const [p, q] = [dense(({ best }) => best), dense(() => 1)];
  return q.reduce((sum, of, i) => sum + (p[i]! / of - 1) ** 2 * of, 0) / q.length;
}

/** Frequencies of equal cells of [0, 1], as multiples of their mean. */
function frequencies(
  places: readonly Place[],
  weight: (place: Place) => number,
  cells: number,
): Float64Array {
  // One more of each, so that a value that nobody among the best has does not count as impossible.
  const counts = new Float64Array(cells).fill(1);
  for (const place of places) counts[Math.min(cells - 1, Math.floor(place.at * cells))]! += weight(place);
  return multiplesOfMean(counts);
}

/** Kernel density on [0, 1] at the middles of equal cells, mirrored at the bounds, as multiples of its mean. */
function density(places: readonly Place[], weight: (place: Place) => number): Float64Array {
  const cells = new Float64Array(grid);
  let [n, mean, square, squares] = [0, 0, 0, 0];
  for (const place of places) {
    const one = weight(place);
    cells[Math.min(grid - 1, Math.floor(place.at * grid))]! += one;
    n += one;
    mean += one * place.at;
    square += one * place.at ** 2;
    squares += one ** 2;
  }
  const deviation = Math.sqrt(Math.max(0, square / n - (mean / n) ** 2));
  // A floor, since a few points that coincide would make a density of spikes. Weights are as many points as have their spread.
  const width = Math.max(0.05, 1.06 * deviation * (n ** 2 / squares) ** -0.2);
  const out = new Float64Array(grid).fill(1e-3 * n);
  for (let i = 0; i < grid; i++)
    for (let k = 0; k < grid; k++)
      for (const image of [k + 0.5, -k - 0.5, 2 * grid - k - 0.5])
        out[i]! += cells[k]! * Math.exp(-0.5 * ((i + 0.5 - image) / grid / width) ** 2);
  return multiplesOfMean(out);
}

function multiplesOfMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value / mean);
}
