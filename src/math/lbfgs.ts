import { dot } from './vector.ts';

/** Fills the gradient at a point and returns the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/**
 * Minimises a smooth convex function without bounds, a few iterations at a time: L-BFGS (Nocedal & Wright, Numerical
 * Optimization, algorithm 7.4) with a line search that backtracks to the Armijo condition. Made for many dimensions: nothing
 * is copied that need not be.
 */
export class Lbfgs {
  readonly #f: Objective;
  readonly #tolerance: number;
  readonly #memory: number;
  #point: Float64Array;
  #gradient: Float64Array;
  #value: number;
  readonly #pairs: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  #done = false;
  #iterations = 0;

  /**
   * @param tolerance relative improvement of an iteration that ends the search
   * @param memory pairs remembered
   */
  constructor(f: Objective, start: Float64Array, { tolerance = 1e-7, memory = 7 } = {}) {
    this.#f = f;
    this.#tolerance = tolerance;
    this.#memory = memory;
    this.#point = start.slice();
    this.#gradient = new Float64Array(start.length);
    this.#value = f(this.#point, this.#gradient);
  }

  /** The best point so far. */
  get point(): Float64Array {
    return this.#point;
  }

  get value(): number {
    return this.#value;
  }

  /** Goes on until so many iterations are done altogether, or nothing improves. */
  runTo(iterations: number): void {
    for (; this.#iterations < iterations && !this.#done; this.#iterations++) this.#step();
  }

  #step(): void {
    const n = this.#point.length;
    const direction = this.#direction();
    let slope = dot(direction, this.#gradient);
    if (!(slope < 0)) {
      this.#pairs.length = 0;
      for (let i = 0; i < n; i++) direction[i] = -this.#gradient[i]!;
      slope = dot(direction, this.#gradient);
      if (!(slope < 0)) {
        this.#done = true;
        return;
      }
    }
    let step = this.#pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    const [point, gradient] = [new Float64Array(n), new Float64Array(n)];
    for (let tries = 0; tries < 25; tries++, step *= 0.4) {
      for (let i = 0; i < n; i++) point[i] = this.#point[i]! + step * direction[i]!;
      const value = this.#f(point, gradient);
      if (!(value <= this.#value + 1e-4 * step * slope)) continue;
      this.#move(point, gradient, value);
      return;
    }
    // A stale model of the curvature: once more along the steepest descent.
    if (this.#pairs.length === 0) this.#done = true;
    this.#pairs.length = 0;
  }

  #move(point: Float64Array, gradient: Float64Array, value: number): void {
    const [s, y] = [this.#point, this.#gradient];
    for (let i = 0; i < point.length; i++) {
      s[i] = point[i]! - s[i]!;
      y[i] = gradient[i]! - y[i]!;
    }
    const curvature = dot(s, y);
    if (curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
      this.#pairs.push({ s, y, rho: 1 / curvature });
      if (this.#pairs.length > this.#memory) this.#pairs.shift();
    }
    if (this.#value - value <= this.#tolerance * Math.max(Math.abs(value), 1e-12)) this.#done = true;
    this.#point = point;
    this.#gradient = gradient;
    this.#value = value;
  }

  #direction(): Float64Array {
    const q = this.#gradient.slice();
    const alphas: number[] = [];
    for (let k = this.#pairs.length - 1; k >= 0; k--) {
      const { s, y, rho } = this.#pairs[k]!;
      const alpha = rho * dot(s, q);
      alphas[k] = alpha;
      for (let i = 0; i < q.length; i++) q[i]! -= alpha * y[i]!;
    }
    const last = this.#pairs.at(-1);
    const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
    this.#pairs.forEach(({ s, y, rho }, k) => {
      const change = alphas[k]! - rho * dot(y, q);
      for (let i = 0; i < q.length; i++) q[i]! += change * s[i]!;
    });
    for (let i = 0; i < q.length; i++) q[i] = -q[i]!;
    return q;
  }
}
