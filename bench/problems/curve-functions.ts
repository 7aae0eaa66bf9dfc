import { randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import type { CurveProblem } from './curves.ts';
import { branin, hartmann, hartmann3, hartmann6, leastBranin } from './test-functions.ts';

/**
 * Computed learning curves, on which every proposal is run as it is (on a pool the nearest config that is left is). Each
 * seed moves the optimum. Score: log10 of the regret after full training.
 */

/** Epochs of a full training, as in the pools. */
const epochs = 50;

interface Curves {
  readonly name: string;
  readonly dimensions: number;
  /** Loss of a point of the unit cube after a share of the full training in (0, 1]. */
  readonly loss: (x: readonly number[], share: number) => number;
  /** Least loss after full training. */
  readonly least: number;
}

const families: readonly Curves[] = [
  {
    name: 'hartmann-6',
    dimensions: 6,
    loss: (x, share) => hartmann(hartmann6, x, share),
    least: hartmann6.least,
  },
  // What learns fast ends worse: early ranks mislead near the optimum.
  {
    name: 'hartmann-3, curves that cross',
    dimensions: 3,
    loss: (x, share) => {
      const end = hartmann(hartmann3, x, 1);
      return end + 2 * x[0]! * (1 / Math.sqrt(share * epochs) - 1 / Math.sqrt(epochs));
    },
    least: hartmann3.least,
  },
  {
    name: 'branin, noisy early',
    dimensions: 2,
    loss: (x, share) => Math.log(branin(x)) + (1 - share) * 0.5 * Math.sin(20 * x[0]! + 30 * x[1]!),
    least: Math.log(leastBranin),
  },
  // What looks best for most of a training ends worst.
  {
    name: 'branin, turned early',
    dimensions: 2,
    loss: (x, share) => (share < 0.6 ? 5 - Math.log(branin(x)) : Math.log(branin(x))),
    least: Math.log(leastBranin),
  },
  // A learning rate: too low has not arrived yet, too high diverges; two more that matter less.
  {
    name: 'learning rate',
    dimensions: 5,
    loss: (x, share) => {
      const rate = 10 ** (4 * x[0]! - 3);
      if (rate > 6) return Number.NaN;
      const end = 0.3 * (x[0]! - 0.6) ** 2 + 0.5 * (x[1]! - 0.3) ** 2 + 0.1 * (x[2]! - x[3]!) ** 2;
      return end + 2 * Math.exp(-rate * share * epochs) + 0.02 * x[4]! ** 2;
    },
    least: 0,
  },
];

export function curveFunctions(): CurveProblem[] {
  return families.map(({ name, dimensions, loss, least }) => {
    const keys = Array.from({ length: dimensions }, (_, j) => `x${j}`);
    const definitions: ParameterDefinitions = Object.fromEntries(
      keys.map((key) => [key, { type: 'float', min: 0, max: 1 } as const]),
    );
    return {
      name,
      definitions,
      space: createSpace(definitions),
      epochs,
      open(seed) {
        const configs: Config[] = [];
        // Mirrored and in another order of axes for every seed: no strategy can know where the optimum is.
        const stream = randomStream(seed, 'curve function');
        const order = stream.shuffle(keys.map((_, j) => j));
        const mirrored = keys.map(() => stream.uniform() < 0.5);
        const pointOf = (row: number) =>
          order.map((j) => {
            const value = Number(configs[row]![keys[j]!]);
            return mirrored[j] ? 1 - value : value;
          });
        const after = (row: number, done: number) => loss(pointOf(row), Math.min(1, done / epochs));
        return {
          take: (config) => configs.push(config) - 1,
          configOf: (row) => configs[row]!,
          loss: after,
          score: (row) => {
            const end = after(row, epochs);
            return Number.isFinite(end) ? Math.log10(Math.max(1e-6, end - least)) : 1;
          },
        };
      },
    };
  });
}
