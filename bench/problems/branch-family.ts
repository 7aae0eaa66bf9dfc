import { type RandomStream, randomStream } from '../../src/math/random.ts';
import { fromUnit, toUnit } from '../../src/space/domain.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import type { BenchFamily, BenchProblem } from './problems.ts';

/** `equal`: all branches have one shape; `narrow`: the good one is a trap; `shared`: most of the effect is outside the branches. */
export type BranchKind = 'equal' | 'narrow' | 'shared';

/** How a loss rises with the distance (in units of the branch's width) from a branch's own optimum; 0 at 0, about 1 far away. */
const SHAPES: readonly ((distance: number) => number)[] = [
  (d) => Math.min(1, d), // a cone with a flat surrounding
  (d) => Math.min(1.5, d * d), // a bowl
  (d) => 1 - Math.exp(-2 * d * d), // a well
  (d) => Math.log1p(4 * d) / Math.log(5), // a spike: steep at the bottom, with a long slope
];

/**
 * Random conditional problems: every seed is another space and function, so that nothing can be tuned to one. 2 to 8 branches
 * under random names in random order, each with 2 or 3 parameters of its own (1 in `shared`, beside 2 or 3 that all have), on
 * linear and logarithmic scales; another offset, optimum and weight of each parameter for every branch.
 *
 * The best branch reaches 0, the others 0.1 to 0.5; at random points they look alike, and a narrow one looks worse.
 */
export function branchFamily(kind: BranchKind): BenchFamily {
  return { name: `random-${kind}`, instance: (seed) => branchProblem(kind, seed) };
}

function branchProblem(kind: BranchKind, seed: number): BenchProblem {
  const stream = randomStream(seed, `branch family ${kind}`);
  const count = 2 + stream.integer(7);
  const own = () => (kind === 'shared' ? 1 : 2 + stream.integer(2));
  const names = stream.shuffle(['oak', 'elm', 'fir', 'ash', 'yew', 'box', 'bay', 'fig']).slice(0, count);
  const shared = kind === 'shared' ? parameters(stream, 2 + stream.integer(2)) : {};
  const branches = names.map((name) => ({ name, own: parameters(stream, own()) }));
  const definitions: ParameterDefinitions = {
    ...shared,
    kind: { type: 'choice', options: Object.fromEntries(branches.map(({ name, own }) => [name, own])) },
  };
  const space = createSpace(definitions);
  const good = stream.integer(count);
  const shape = SHAPES[stream.integer(SHAPES.length)]!;
  const common = axes(stream, Object.keys(shared));
  const landscapes = branches.map(({ name, own }, b) => ({
    axes: axes(
      stream,
      Object.keys(own).map((key) => `kind.${name}.${key}`),
    ),
    floor: b === good ? 0 : 0.1 + 0.4 * stream.uniform(),
    width: kind === 'narrow' && b === good ? 0.2 + 0.15 * stream.uniform() : 0.8,
  }));
  const domains = new Map(space.parameters.map(({ path, domain }) => [path, domain]));
  const distance = (config: Config, of: readonly Axis[]) =>
    Math.sqrt(
      of.reduce((sum, { path, centre, weight }) => {
        const domain = domains.get(path)!;
        return sum + weight * (toUnit(domain, config[path]!) - toUnit(domain, fromUnit(domain, centre))) ** 2;
      }, 0),
    );
  const value = (config: Config) => {
    const { axes: own, floor, width } = landscapes[names.indexOf(config['kind'] as string)]!;
    return kind === 'shared'
      ? 0.3 * floor + shape(distance(config, common) / 0.8) + 0.2 * shape(distance(config, own) / 0.8)
      : floor + shape(distance(config, own) / width);
  };
  return {
    name: `random-${kind}`,
    definitions,
    space,
    measure: value,
    score: (config) => Math.log10(Math.max(1e-5, value(config))),
    right: (config) => config['kind'] === names[good],
  };
}

interface Axis {
  readonly path: string;
  /** Place of the optimum in the unit interval. */
  readonly centre: number;
  readonly weight: number;
}

function axes(stream: RandomStream, paths: readonly string[]): Axis[] {
  return paths.map((path) => ({
    path,
    centre: 0.1 + 0.8 * stream.uniform(),
    weight: 0.5 + stream.uniform(),
  }));
}

function parameters(stream: RandomStream, count: number): ParameterDefinitions {
  const names = stream.shuffle(['rate', 'decay', 'width', 'dropout', 'margin']).slice(0, count);
  return Object.fromEntries(
    names.map((name) => [
      name,
      stream.uniform() < 0.4
        ? ({ type: 'float', min: 1e-5, max: 1, scale: 'log' } as const)
        : stream.uniform() < 0.25
          ? ({ type: 'int', min: 1, max: 200 } as const)
          : ({ type: 'float', min: -2, max: 3 } as const),
    ]),
  );
}
