import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mostCandidates } from '../../src/confirm/plan.ts';
import { type RandomStream, randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { deviation } from '../harness/statistics.ts';
import { branin, hartmann, hartmann3, hartmann6, leastBranin, levy, rosenbrock } from './test-functions.ts';

/** Something to search on, with a known truth. */
export interface BenchProblem {
  readonly name: string;
  readonly space: Space;
  /** What the space was made of. */
  readonly definitions: ParameterDefinitions;
  /** What a trial measures: noisy where the problem is. Lower is better. */
  readonly measure: (config: Config, seed: number, trial: number) => number;
  /** How far a recommended config is from the best there is, as a base-10 logarithm (lower is better). */
  readonly score: (config: Config, seed: number) => number;
  /** How much worse a config truly is than the best one, in units of the metric, where the truth of all is known. */
  readonly regret?: (config: Config) => number;
  /** How many of the best measurements are looked at again, as the confirm stage does; the best of them counts. Default 1. */
  readonly among?: number;
  /** Whether a config is in the branch that has the optimum, where there are branches. */
  readonly right?: (config: Config, seed: number) => boolean;
}

/** Problems of one kind, another one for every seed (or always the same). */
export interface BenchFamily {
  readonly name: string;
  readonly instance: (seed: number) => BenchProblem;
}

/** A problem whose trials may be run elsewhere. */
export interface StudyProblem extends Omit<BenchProblem, 'measure' | 'score'> {
  readonly measure: (...trial: Parameters<BenchProblem['measure']>) => number | Promise<number>;
  readonly score: (...config: Parameters<BenchProblem['score']>) => number | Promise<number>;
}

/** Such problems, another one for every seed. */
export interface StudyFamily extends Omit<BenchFamily, 'instance'> {
  readonly instance: (seed: number) => StudyProblem;
}

export const single = (problem: BenchProblem): BenchFamily => ({
  name: problem.name,
  instance: () => problem,
});

export interface TableFile {
  readonly name: string;
  readonly file: string;
  readonly kind: string;
  readonly goal: 'minimize' | 'maximize';
  readonly repeats: number;
  readonly params: readonly {
    readonly name: string;
    readonly type: 'ordered' | 'choice';
    readonly size: number;
  }[];
}

/** Where tables and learning curves of real trainings are. */
export const benchmarks = process.env['TUNEGATE_BENCHMARKS'] ?? path.join('..', 'shared', 'benchmarks');

/** Full tables of real trainings; see the folder's own README. */
export function tables(folder = benchmarks): BenchProblem[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as TableFile)
    .filter(({ kind }) => kind === 'table')
    .map((description) => table(folder, description));
}

/** The space of a table by the axes that its file has, and the row of a config in it. */
export function axesOf(params: TableFile['params']): {
  readonly definitions: ParameterDefinitions;
  readonly rowOf: (config: Config) => number;
} {
  return {
    definitions: Object.fromEntries(
      params.map(({ name, type, size }) => [
        name,
        {
          type: 'choice',
          ordered: type === 'ordered',
          values: Array.from({ length: size }, (_, i) => i),
        } as const,
      ]),
    ),
    rowOf: (config) => params.reduce((row, { name, size }) => row * size + (config[name] as number), 0),
  };
}

function table(folder: string, { name, file, goal, repeats, params }: TableFile): BenchProblem {
  const bytes = readFileSync(path.join(folder, file));
  const sign = goal === 'maximize' ? -1 : 1;
  const losses = Float32Array.from({ length: bytes.length / 4 }, (_, i) => sign * bytes.readFloatLE(4 * i));
  const rows = losses.length / repeats;
  const truth = Float64Array.from(
    { length: rows },
    (_, row) => losses.subarray(row * repeats, (row + 1) * repeats).reduce((a, b) => a + b) / repeats,
  );
  const rank = new Uint32Array(rows);
  for (const [place, row] of [...truth.keys()].sort((a, b) => truth[a]! - truth[b]!).entries())
    rank[row] = place;
  const { definitions, rowOf } = axesOf(params);
  return {
    name,
    definitions,
    space: createSpace(definitions),
    measure: (config, seed, trial) =>
      losses[rowOf(config) * repeats + randomStream(seed, 'repeat', trial).integer(repeats)]!,
    score: (config) => Math.log10((rank[rowOf(config)]! + 0.5) / rows),
    regret: (config) => truth[rowOf(config)]! - truth[rank.indexOf(0)]!,
  };
}

const unit = (dimensions: number): ParameterDefinitions =>
  Object.fromEntries(
    Array.from({ length: dimensions }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
  );

/** A function of the unit cube. Score: log10 of the distance to the best value. */
export function smooth(
  name: string,
  dimensions: number,
  best: number,
  f: (x: readonly number[]) => number,
): BenchProblem {
  const values = (config: Config) => Object.values(config) as number[];
  return {
    name,
    definitions: unit(dimensions),
    space: createSpace(unit(dimensions)),
    measure: (config) => f(values(config)),
    score: (config) => Math.log10(Math.max(1e-9, f(values(config)) - best)),
  };
}

/** Functions whose minimum is known. */
export function functions(): BenchProblem[] {
  return [
    smooth('hartmann-6', 6, hartmann6.least, (x) => hartmann(hartmann6, x)),
    smooth('hartmann-3', 3, hartmann3.least, (x) => hartmann(hartmann3, x)),
    smooth('levy-4', 4, 0, (x) => levy(x.map((v) => 1 + (20 * v - 11) / 4))),
    smooth('styblinski-tang-5', 5, 5 * -39.16616570377142, (x) =>
      x.map((v) => 10 * v - 5).reduce((sum, z) => sum + (z ** 4 - 16 * z * z + 5 * z) / 2, 0),
    ),
    smooth('branin', 2, leastBranin, branin),
    smooth('rosenbrock-4', 4, 0, rosenbrock),
    smooth('ackley-5', 5, 0, (x) => {
      const z = x.map((v) => 40 * v - 15);
      const square = z.reduce((sum, v) => sum + v * v, 0) / z.length;
      const wave = z.reduce((sum, v) => sum + Math.cos(2 * Math.PI * v), 0) / z.length;
      return -20 * Math.exp(-0.2 * Math.sqrt(square)) - Math.exp(wave) + 20 + Math.E;
    }),
  ];
}

/** Of the functions' deviation over the space. */
const NOISE_SHARE = 0.1;

/** Functions that are measured with Gaussian noise; scored without. */
export function noisyFunctions(): BenchProblem[] {
  return functions().map((problem) => {
    const { name, space, measure } = problem;
    // Not before it is used: most runs of the suite leave these out.
    let noise: number | undefined;
    const sampled = () => {
      const stream = randomStream(0, `noise of ${name}`);
      const losses = Array.from({ length: 2000 }, () => measure(sampleConfig(space, stream), 0, 0));
      return NOISE_SHARE * deviation(losses);
    };
    return {
      ...problem,
      name: `noisy-${name}`,
      among: mostCandidates,
      measure(config, seed, trial) {
        noise ??= sampled();
        return (
          measure(config, seed, trial) + noise * randomStream(seed, `noise of ${name}`, trial + 1).normal()
        );
      },
    };
  });
}

/** Functions of 24 to 100 parameters; each seed has its optimum elsewhere (but for Rosenbrock's). */
export function highDimensional(): BenchFamily[] {
  return [
    // Six parameters matter, 24 do not.
    family('hartmann-6-in-30', 30, (stream) => {
      const order = stream.shuffle(Array.from({ length: 30 }, (_, j) => j));
      return (x) => {
        const six = order.slice(0, 6).map((j) => x[j]!);
        return hartmann(hartmann6, six) - hartmann6.least;
      };
    }),
    family('levy-24', 24, (stream) => {
      const centre = Array.from({ length: 24 }, () => 0.2 + 0.6 * stream.uniform());
      return (x) => levy(x.map((v, j) => 1 + 5 * (v - centre[j]!)));
    }),
    family('rosenbrock-24', 24, () => rosenbrock),
    // What matters fades from one parameter to the next.
    family('bowl-100', 100, (stream) => {
      const centre = Array.from({ length: 100 }, () => 0.2 + 0.6 * stream.uniform());
      return (x) => x.reduce((sum, v, j) => sum + 4 * 0.9 ** j * (v - centre[j]!) ** 2, 0);
    }),
  ];

  function family(
    name: string,
    dimensions: number,
    make: (stream: RandomStream) => (x: readonly number[]) => number,
  ): BenchFamily {
    return {
      name,
      instance: (seed) => smooth(name, dimensions, 0, make(randomStream(seed, name))),
    };
  }
}

/** One good branch among several, each a bowl of its own; offsets and the good branch are drawn from the seed. */
export function branches(count: number, dimensions: number, narrow: boolean): BenchProblem {
  const names = Array.from({ length: count }, (_, b) => `b${b}`);
  const definitions: ParameterDefinitions = {
    branch: { type: 'choice', options: Object.fromEntries(names.map((name) => [name, unit(dimensions)])) },
  };
  const goodOf = (seed: number) => randomStream(seed, `branches ${count}`).integer(count);
  const value = (config: Config, seed: number) => {
    const stream = randomStream(seed, `branches ${count}`);
    const good = stream.integer(count);
    const branches = names.map((_, b) => ({
      centre: Array.from({ length: dimensions }, () => 0.15 + 0.7 * stream.uniform()),
      floor: b === good ? 0 : 0.15 + 0.25 * stream.uniform(),
      // A narrow good one looks no better than the others at random, and flat beyond its rim.
      steep: narrow && b === good ? 4 : 1,
    }));
    const b = names.indexOf(config['branch'] as string);
    const { centre, floor, steep } = branches[b]!;
    const distance = Math.sqrt(
      centre.reduce((sum, c, j) => sum + ((config[`branch.b${b}.x${j}`] as number) - c) ** 2, 0),
    );
    return floor + Math.min(1.2, steep * distance);
  };
  return {
    name: `${narrow ? 'trap' : 'branches'}-${count}x${dimensions}`,
    definitions,
    space: createSpace(definitions),
    measure: value,
    score: (config, seed) => Math.log10(Math.max(1e-6, value(config, seed))),
    right: (config, seed) => config['branch'] === `b${goodOf(seed)}`,
  };
}
