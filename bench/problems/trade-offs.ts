import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hypervolume, nondominated } from '../../src/math/hypervolume.ts';
import { randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { axesOf, type TableFile } from './problems.ts';

/** A problem of several metrics or with a constraint, whose truth is known. */
export interface TradeOff {
  readonly name: string;
  readonly space: Space;
  readonly metrics: number;
  readonly constraints: number;
  readonly measure: (config: Config, seed: number, trial: number) => Measured;
  /** How far what was found is from the best there is, as a base-10 logarithm (lower is better). */
  readonly score: (found: readonly Found[]) => number;
}

export interface Measured {
  readonly losses: readonly number[];
  readonly constraints: readonly number[];
}

export interface Found extends Measured {
  readonly config: Config;
}

/**
 * Share of the best possible volume that the true values of the configs on the measured front leave out; losses scaled to
 * the range of the true front, and a reference a tenth beyond it.
 */
function frontScore(front: readonly (readonly number[])[], truth: (config: Config) => readonly number[]) {
  const ideal = front[0]!.map((_, k) => Math.min(...front.map((point) => point[k]!)));
  const nadir = front[0]!.map((_, k) => Math.max(...front.map((point) => point[k]!)));
  const scaled = (point: readonly number[]) =>
    point.map((value, k) => (value - ideal[k]!) / (nadir[k]! - ideal[k]! || 1));
  const reference = ideal.map(() => 1.1);
  const best = hypervolume(front.map(scaled), reference);
  return (found: readonly Found[]) => {
    const measured = nondominated(found.map(({ losses }) => losses)).map((i) => found[i]!);
    const reached = hypervolume(
      measured.map(({ config }) => scaled(truth(config))),
      reference,
    );
    return Math.log10(Math.max(1e-6, (best - reached) / best));
  };
}

const unit = (count: number): ParameterDefinitions =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
  );
const values = (config: Config) => Object.values(config) as number[];

function synthetic(
  name: string,
  space: Space,
  losses: (config: Config) => readonly number[],
  front: readonly (readonly number[])[],
): TradeOff {
  return {
    name,
    space,
    metrics: front[0]!.length,
    constraints: 0,
    measure: (config) => ({ losses: losses(config), constraints: [] }),
    score: frontScore(front, losses),
  };
}

const line = Array.from({ length: 201 }, (_, i) => i / 200);

/**
 * ZDT1 to ZDT3 in six dimensions (Zitzler et al. 2000), ZDT1 in one of three branches, and of three metrics DTLZ2 and the squared distances
 * from three points.
 */
export function functions(): TradeOff[] {
  const zdt = (name: string, shape: (f: number, ratio: number) => number) => {
    const losses = (config: Config) => {
      const [f = 0, ...rest] = values(config);
      const g = 1 + (9 * rest.reduce((sum, v) => sum + v, 0)) / rest.length;
      return [f, g * shape(f, f / g)];
    };
    const all = line.map((f) => [f, shape(f, f)]);
    return synthetic(
      name,
      createSpace(unit(6)),
      losses,
      nondominated(all).map((i) => all[i]!),
    );
  };
  const dtlz2 = (config: Config) => {
    const [a = 0, b = 0, ...rest] = values(config);
    const g = 1 + rest.reduce((sum, v) => sum + (v - 0.5) ** 2, 0);
    const [u, v] = [(a * Math.PI) / 2, (b * Math.PI) / 2];
    return [g * Math.cos(u) * Math.cos(v), g * Math.cos(u) * Math.sin(v), g * Math.sin(u)];
  };
  const sphere = Array.from({ length: 21 }, (_, i) => i / 20).flatMap((a) =>
    Array.from({ length: 21 }, (_, i) => dtlz2({ a, b: i / 20 })),
  );
  const corners = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.5, 0.8],
  ];
  const distances = (config: Config) =>
    corners.map((corner) => values(config).reduce((sum, v, i) => sum + (v - (corner[i] ?? 0.5)) ** 2, 0));
  // The best trade-offs lie between the three.
  const between = Array.from({ length: 21 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 21 - i }, (_, j) => {
      const shares = [i / 20, j / 20, (20 - i - j) / 20];
      const [a, b] = [0, 1].map((axis) =>
        shares.reduce((sum, share, k) => sum + share * corners[k]![axis]!, 0),
      );
      return distances({ a: a!, b: b! });
    }),
  );
  const branched = createSpace({
    kind: { type: 'choice', options: { a: unit(3), b: unit(3), c: unit(3) } },
  });
  const inBranch = (config: Config) => {
    const kind = config['kind'] as string;
    const [f = 0, ...rest] = unitNames.map((name) => config[`kind.${kind}.${name}`] as number);
    const g = (kind === 'b' ? 1 : 1.5) + (9 * rest.reduce((sum, v) => sum + v, 0)) / rest.length;
    return [f, g * (1 - Math.sqrt(f / g))];
  };
  return [
    zdt('zdt1', (_, ratio) => 1 - Math.sqrt(ratio)),
    zdt('zdt2', (_, ratio) => 1 - ratio * ratio),
    zdt('zdt3', (f, ratio) => 1 - Math.sqrt(ratio) - ratio * Math.sin(10 * Math.PI * f)),
    synthetic('dtlz2', createSpace(unit(5)), dtlz2, sphere),
    synthetic('distances', createSpace(unit(5)), distances, between),
    synthetic(
      'zdt1-branches',
      branched,
      inBranch,
      line.map((f) => [f, 1 - Math.sqrt(f)]),
    ),
  ];
}
const unitNames = ['x0', 'x1', 'x2'];

/** Gramacy et al. 2016: most of the square misses a constraint, the best lies where two nearly meet. */
export function constrainedFunction(): TradeOff {
  const measure = (config: Config) => {
    const [x = 0, y = 0] = values(config);
    return {
      losses: [x + y],
      constraints: [1.5 - x - 2 * y - 0.5 * Math.sin(2 * Math.PI * (x * x - 2 * y)), x * x + y * y - 1.5],
    };
  };
  return {
    name: 'gramacy',
    space: createSpace(unit(2)),
    metrics: 1,
    constraints: 2,
    measure,
    score: (found) => {
      const best = bestFeasible(found);
      return best ? Math.log10(Math.max(1e-6, best.losses[0]! - 0.599788)) : 0;
    },
  };
}

function bestFeasible(found: readonly Found[]): Found | undefined {
  return found
    .filter(({ constraints }) => constraints.every((value) => value <= 0))
    .reduce<Found | undefined>((a, b) => (a && a.losses[0]! <= b.losses[0]! ? a : b), undefined);
}

/** Real trainings (FCNet): error against the number of weights, and error with at most so many weights. */
export function networks(folder: string): TradeOff[] {
  return [
    ['fcnet-protein', 9],
    ['fcnet-slice', 385],
  ].flatMap(([name, inputs]) => network(folder, name as string, inputs as number));
}

function network(folder: string, name: string, inputs: number): TradeOff[] {
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file)) return [];
  const { params, repeats } = JSON.parse(readFileSync(file, 'utf8')) as TableFile;
  const bytes = readFileSync(path.join(folder, `${name}.f32`));
  const errors = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
  const { definitions, rowOf } = axesOf(params);
  const space = createSpace(definitions);
  const configAt = (row: number) => {
    const config: Record<string, number> = {};
    let left = row;
    for (const { name: key, size } of [...params].reverse()) {
      config[key] = left % size;
      left = Math.floor(left / size);
    }
    return config;
  };
  const weights = (config: Config) => {
    const [a, b] = [16 * 2 ** (config['units1'] as number), 16 * 2 ** (config['units2'] as number)];
    return inputs * a + a * b + b;
  };
  const truthAt = (row: number) =>
    errors.subarray(row * repeats, (row + 1) * repeats).reduce((a, b) => a + b) / repeats;
  const truth = (config: Config) => [Math.log10(truthAt(rowOf(config))), Math.log10(weights(config))];
  const rows = errors.length / repeats;
  const all = Array.from({ length: rows }, (_, row) => truth(configAt(row)));
  // The best error of each size is all that can be on the front.
  const bestOf = new Map<number, readonly number[]>();
  for (const point of all) {
    const known = bestOf.get(point[1]!);
    if (!known || point[0]! < known[0]!) bestOf.set(point[1]!, point);
  }
  const few = [...bestOf.values()];
  const front = nondominated(few).map((i) => few[i]!);
  const measured = (config: Config, seed: number, trial: number) =>
    errors[rowOf(config) * repeats + randomStream(seed, 'repeat', trial).integer(repeats)]!;
  const most = 16 * (inputs + 128);
  const allowed = all
    .filter((point) => 10 ** point[1]! <= most)
    .map((point) => point[0]!)
    .sort((a, b) => a - b);
  return [
    {
      name: `${name} size`,
      space,
      metrics: 2,
      constraints: 0,
      measure: (config, seed, trial) => ({
        losses: [measured(config, seed, trial), weights(config)],
        constraints: [],
      }),
      score: frontScore(front, truth),
    },
    {
      name: `${name} small`,
      space,
      metrics: 1,
      constraints: 1,
      measure: (config, seed, trial) => ({
        losses: [measured(config, seed, trial)],
        constraints: [weights(config) - most],
      }),
      score: (found) => {
        const best = bestFeasible(found);
        if (!best) return 0;
        const error = truth(best.config)[0]!;
        return Math.log10((allowed.filter((other) => other < error).length + 0.5) / allowed.length);
      },
    },
  ];
}
