import { packedLength } from './cholesky.ts';
import { type Geometry, likeness, type Observations } from './geometry.ts';

/** Logarithms of the kernel's parameters. */
export interface Hyperparameters {
  /** ln of the length scale of each dimension. */
  readonly logLengthscales: Float64Array;
  /** ln of the signal variance. */
  readonly logSignal: number;
  /** ln of the noise variance. */
  readonly logNoise: number;
  /** ln of the variance of all main effects together; absent: there are none. A fit finds some. */
  readonly logMain?: number;
  /** ln of how many times their squared length scales are shorter than those of all dimensions together. */
  readonly logSteepness?: number;
  /** ln of the variance of effects of each group of features; absent: there are none. A fit finds some. */
  readonly logEffects?: Float64Array;
}

/** Bounds of the hyperparameters, and the MAP penalty on their logarithms (see `negativeLogPosterior`). */
export const LENGTHSCALE = { min: 0.01, max: 100, strength: 0.3 };
const SIGNAL = { min: 0.05, max: 20, mode: 1, deviation: 1 };
const NOISE = { min: 1e-9, max: 1, mode: 1e-3, deviation: 3 };
const MAIN = { min: 1e-4, max: 20, mode: 0.1, deviation: 1.5 };
const STEEPNESS = { min: 0.01, max: 100, mode: 1, deviation: 1 };
const EFFECTS = { min: 1e-6, max: 20, mode: 0.05, deviation: 1.5 };
/** Little: with 1e-8 a smooth minimum could not be followed beyond four digits. */
export const JITTER = 1e-10;

const SQRT5 = Math.sqrt(5);

/** Matérn 5/2 correlation at the squared distance r² (Rasmussen & Williams 2006, Eq. 4.17, in units of length). */
export function matern52(squared: number): number {
  const r = Math.sqrt(squared);
  return (1 + SQRT5 * r + (5 / 3) * squared) * Math.exp(-SQRT5 * r);
}

/** d matern52 / d r², finite at zero. */
export function matern52Slope(squared: number): number {
  const r = Math.sqrt(squared);
  return -(5 / 6) * (1 + SQRT5 * r) * Math.exp(-SQRT5 * r);
}

export interface Prior {
  readonly min: number;
  readonly max: number;
  readonly mode: number;
  readonly deviation: number;
}

/** A kernel's parameters as they are, not their logarithms. */
export interface Kernel {
  /** 1 / l² of each dimension. */
  readonly weights: Float64Array;
  readonly signal: number;
  readonly noise: number;
  /** Variance of the main effect of each dimension. */
  readonly main: number;
  readonly steepness: number;
  /** Variance of the effects of each group of features. */
  readonly effects: Float64Array;
}

/** The parameters that theta has after the length scales, in order: signal, noise, main and steepness where there are main effects, effects. */
export function priorsOf({ hasMainEffects, features }: Geometry): readonly Prior[] {
  const groups = features?.groups ?? [];
  return [SIGNAL, NOISE, ...(hasMainEffects ? [MAIN, STEEPNESS] : []), ...groups.map(() => EFFECTS)];
}

export function kernelOf(theta: Float64Array, { dimensions, hasMainEffects }: Geometry): Kernel {
  const others = theta.slice(dimensions).map(Math.exp);
  return {
    weights: theta.slice(0, dimensions).map((l) => Math.exp(-2 * l)),
    signal: others[0]!,
    noise: others[1]!,
    main: hasMainEffects ? others[2]! / dimensions : 0,
    steepness: hasMainEffects ? others[3]! : 1,
    effects: others.slice(hasMainEffects ? 4 : 2),
  };
}

/** The hyperparameters in the order of theta; those that are not known are what `absent` says. */
export function toTheta(
  { logLengthscales, logSignal, logNoise, logMain, logSteepness, logEffects }: Hyperparameters,
  geometry: Geometry,
  absent: (prior: Prior) => number,
): Float64Array {
  const main = geometry.hasMainEffects ? [logMain, logSteepness] : [];
  const known = [logSignal, logNoise, ...main, ...(logEffects ?? [])];
  const others = priorsOf(geometry).map((prior, k) => known[k] ?? absent(prior));
  return Float64Array.of(...logLengthscales, ...others);
}

/** Where a fit begins that knows nothing: one length scale for all dimensions, a signal of 1. */
export function startAt({ dimensions }: Geometry, logLengthscale: number, noise: number): Hyperparameters {
  return {
    logLengthscales: new Float64Array(dimensions).fill(logLengthscale),
    logSignal: 0,
    logNoise: Math.log(noise),
  };
}

/** What a gradient needs of the covariances, packed as they are. */
export interface CovarianceParts {
  /** The Matérn part alone, and its slope by the squared distance. */
  readonly matern: Float64Array;
  readonly slopes: Float64Array;
  /** What a pair has in common along each dimension, summed up: for main effects. */
  readonly alike: Float64Array;
}

/**
 * The covariances of the observations with their noise, packed.
 *
 * @param from the first row that is wanted: those before it are left out
 * @param parts of all rows: filled in when given.
 */
export function covariances(
  { geometry, distances, products, points: { length: n } }: Observations,
  { weights, signal, noise, main, steepness, effects }: Kernel,
  { from = 0, parts }: { readonly from?: number; readonly parts?: CovarianceParts | undefined } = {},
): Float64Array {
  const d = geometry.dimensions;
  const before = packedLength(from);
  const rows = new Float64Array(packedLength(n) - before);
  const groups = effects.length;
  for (let i = from, pair = before, at = before * d; i < n; i++)
    for (let k = 0; k <= i; k++, pair++) {
      let squared = 0;
      let common = 0;
      for (let j = 0; j < d; j++) {
        const weighted = weights[j]! * distances[at++]!;
        squared += weighted;
        if (main > 0) common += likeness(steepness * weighted);
      }
      const r = Math.sqrt(squared);
      const decay = k === i ? signal : signal * Math.exp(-SQRT5 * r);
      const matern = (1 + SQRT5 * r + (5 / 3) * squared) * decay;
      if (parts) {
        parts.matern[pair] = matern;
        parts.slopes[pair] = -(5 / 6) * (1 + SQRT5 * r) * decay;
        parts.alike[pair] = common;
      }
      let sum = matern + main * common;
      for (let g = 0; g < groups; g++) sum += effects[g]! * products[pair * groups + g]!;
      rows[pair - before] = k === i ? sum + noise : sum;
    }
  return rows;
}
