/** Functions of the unit cube with known minima, as they are used everywhere (Dixon & Szegö 1978). */

export const hartmann6: Hartmann = {
  a: [
    [10, 3, 17, 3.5, 1.7, 8],
    [0.05, 10, 17, 0.1, 8, 14],
    [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ],
  p: [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  ],
  least: -3.32236801141551,
};
export const hartmann3: Hartmann = {
  a: [
    [3, 10, 30],
    [0.1, 10, 35],
    [3, 10, 30],
    [0.1, 10, 35],
  ],
  p: [
    [0.3689, 0.117, 0.2673],
    [0.4699, 0.4387, 0.747],
    [0.1091, 0.8732, 0.5547],
    [0.0381, 0.5743, 0.8828],
  ],
  least: -3.86277978733266,
};

/** Weights of the coordinates and the place of each of four bumps. */
interface Hartmann {
  readonly a: readonly (readonly number[])[];
  readonly p: readonly (readonly number[])[];
  readonly least: number;
}

/** At a fidelity below 1 the bumps are lower, at the least one by 0.1, as in Kandasamy et al. 2017 («Multi-fidelity Bayesian optimisation with continuous approximations»). */
export function hartmann({ a, p }: Hartmann, x: readonly number[], share = 1): number {
  const alpha = [1, 1.2, 3, 3.2].map((weight) => weight - 0.1 * (1 - share));
  return -alpha.reduce(
    (sum, weight, i) =>
      sum + weight * Math.exp(-x.reduce((inner, xj, j) => inner + a[i]![j]! * (xj - p[i]![j]!) ** 2, 0)),
    0,
  );
}

/** Of two coordinates; its minimum is `leastBranin`. */
export function branin([u = 0, v = 0]: readonly number[]): number {
  const [x, y] = [15 * u - 5, 15 * v];
  return (
    (y - (5.1 * x * x) / (4 * Math.PI ** 2) + (5 * x) / Math.PI - 6) ** 2 +
    10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) +
    10
  );
}

export const leastBranin = 0.397887357729738;

/** 0 where every coordinate is 1. */
export function levy(w: readonly number[]): number {
  const last = w.at(-1)!;
  return w
    .slice(0, -1)
    .reduce(
      (sum, v) => sum + (v - 1) ** 2 * (1 + 10 * Math.sin(Math.PI * v + 1) ** 2),
      Math.sin(Math.PI * w[0]!) ** 2 + (last - 1) ** 2 * (1 + Math.sin(2 * Math.PI * last) ** 2),
    );
}

/** On [-2, 2] in every coordinate of the unit cube; 0 at 3/4 of each. */
export function rosenbrock(x: readonly number[]): number {
  const z = x.map((v) => 4 * v - 2);
  return z.slice(1).reduce((sum, v, i) => sum + 100 * (v - z[i]! ** 2) ** 2 + (1 - z[i]!) ** 2, 0);
}
