import { dot } from './vector.ts';

/** Minimisation of smooth functions inside a box by projected limited-memory BFGS. */

export interface LbfgsbOptions {
  readonly lower: Float64Array | readonly number[];
  readonly upper: Float64Array | readonly number[];
  /** Most iterations (default 60). */
  readonly iterations?: number;
  /** Stop when the largest component of the projected gradient is below this (default 1e-6). */
  readonly gradientTolerance?: number;
  /** Stop when an iteration improves by less than this, relative to |f| (default 1e-9). */
  readonly valueTolerance?: number;
  /** Pairs remembered (default 8). */
  readonly memory?: number;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/**
 * Minimises `f` from `start` inside the box. `f` gets the point and fills the gradient; it may return a non-finite
 * value where it is undefined (the line search backs off).
 *
 * The direction is L-BFGS (two-loop recursion, Nocedal & Wright, Numerical Optimization, algorithm 7.4) on the
 * variables that are free (not at a bound with the gradient pushing outwards); the line search backtracks along the
 * projected path until the Armijo condition holds (Bertsekas 1982).
 */
export function minimizeInBox(
  f: (point: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
  options: LbfgsbOptions,
): Minimum {
  const {
    lower,
    upper,
    iterations = 60,
    gradientTolerance = 1e-6,
    valueTolerance = 1e-9,
    memory = 8,
  } = options;
  const n = start.length;
  const clip = (value: number, i: number) => Math.min(Math.max(value, lower[i]!), upper[i]!);
  let point = start.map(clip);
  let gradient = new Float64Array(n);
  let value = f(point, gradient);
  const pairs: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  let done = 0;
  while (done < iterations && Number.isFinite(value)) {
    const free = (i: number) =>
      !((point[i]! <= lower[i]! && gradient[i]! > 0) || (point[i]! >= upper[i]! && gradient[i]! < 0));
    let steepest = 0;
    for (let i = 0; i < n; i++)
      steepest = Math.max(steepest, Math.abs(clip(point[i]! - gradient[i]!, i) - point[i]!));
    if (steepest <= gradientTolerance) break;

    let direction = twoLoop(gradient, free, pairs);
    if (dot(direction, gradient) >= 0) {
      pairs.length = 0;
      direction = twoLoop(gradient, free, pairs);
    }
    const first = pairs.length === 0 ? Math.min(1, 1 / norm(direction)) : 1;
    const next = search(f, point, value, gradient, direction, first, clip);
    done++;
    if (!next) {
      if (pairs.length === 0) break;
      pairs.length = 0; // a stale curvature model: once more along the steepest descent
      continue;
    }
    const s = next.point.map((x, i) => x - point[i]!);
    const y = next.gradient.map((g, i) => g - gradient[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-10 * norm(y) * norm(s)) {
      pairs.push({ s, y, rho: 1 / curvature });
      if (pairs.length > memory) pairs.shift();
    }
    const improvement = value - next.value;
    ({ point, value, gradient } = next);
    if (improvement <= valueTolerance * Math.max(1, Math.abs(value))) break;
  }
  return { point, value, iterations: done };
}

function twoLoop(
  gradient: Float64Array,
  free: (i: number) => boolean,
  pairs: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
): Float64Array {
  const q = gradient.map((g, i) => (free(i) ? g : 0));
  const alphas: number[] = [];
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, rho } = pairs[k]!;
    const alpha = rho * dot(s, q);
    alphas[k] = alpha;
    for (let i = 0; i < q.length; i++) q[i]! -= alpha * y[i]!;
  }
  const last = pairs.at(-1);
  const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1;
  for (let i = 0; i < q.length; i++) q[i]! *= scale;
  for (let k = 0; k < pairs.length; k++) {
    const { s, y, rho } = pairs[k]!;
    const beta = rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i]! += (alphas[k]! - beta) * s[i]!;
  }
  return q.map((x, i) => (free(i) ? -x : 0));
}

function search(
  f: (point: Float64Array, gradient: Float64Array) => number,
  point: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  first: number,
  clip: (value: number, i: number) => number,
) {
  for (let step = first, tries = 0; tries < 25; step *= tries < 3 ? 0.5 : 0.25, tries++) {
    const candidate = point.map((x, i) => clip(x + step * direction[i]!, i));
    let slope = 0;
    for (let i = 0; i < point.length; i++) slope += gradient[i]! * (candidate[i]! - point[i]!);
    if (slope >= 0) continue; // the projection turned the step uphill: shorten it
    const next = new Float64Array(point.length);
    const result = f(candidate, next);
    if (result <= value + 1e-4 * slope) return { point: candidate, value: result, gradient: next };
  }
  return undefined;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
