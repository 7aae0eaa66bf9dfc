import { randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import type { BenchFamily, BenchProblem } from './problems.ts';

/** How a loss grows with the height of a config above the best one. */
const slopes: Readonly<Record<string, (height: number) => number>> = {
  plain: (height) => height,
  cube: (height) => height ** 3,
  exp: (height) => Math.exp(3 * height),
  'exp-above': (height) => Math.exp(3 * height) - 2,
};

const rate = { type: 'float', min: 1e-5, max: 1, scale: 'log' } as const;
const share = { type: 'float', min: 0, max: 1 } as const;
const spaces: Readonly<Record<string, ParameterDefinitions>> = {
  flat: { learning_rate: rate, units: { type: 'int', min: 1, max: 64 }, momentum: share, dropout: share },
  branched: {
    learning_rate: rate,
    optimizer: { type: 'choice', options: { sgd: { momentum: share }, adam: { beta: share }, plain: {} } },
    dropout: share,
  },
};

/**
 * Training losses that span orders of magnitude, as where a high learning rate diverges, and the same heights as they are. Every seed
 * has its optimum elsewhere. Score: log10 of the height of the config.
 */
export function steepFunctions(): BenchFamily[] {
  return Object.entries(spaces).flatMap(([kind, definitions]) =>
    Object.entries(slopes).map(([slope, grow]) => ({
      name: `steep-${kind}-${slope}`,
      instance: (seed: number) => steep(`steep-${kind}-${slope}`, definitions, heightsOf(kind, seed), grow),
    })),
  );
}

function steep(
  name: string,
  definitions: ParameterDefinitions,
  height: (config: Config) => number,
  grow: (height: number) => number,
): BenchProblem {
  return {
    name,
    definitions,
    space: createSpace(definitions),
    measure: (config) => grow(height(config)),
    score: (config) => Math.log10(Math.max(1e-9, height(config))),
  };
}

/** From 0 up to about 12, the same for every slope. */
function heightsOf(kind: string, seed: number): (config: Config) => number {
  const stream = randomStream(seed, `steep ${kind}`);
  const best = Array.from({ length: 4 }, () => 0.15 + 0.7 * stream.uniform());
  const number = (config: Config, path: string) => config[path] as number;
  const ofRate = (config: Config) =>
    (Math.log10(number(config, 'learning_rate')) + 5 - 5 * best[0]!) ** 2 / 2;
  if (kind === 'flat')
    return (config) =>
      ofRate(config) +
      ((number(config, 'units') - Math.round(64 * best[1]!)) / 20) ** 2 +
      4 * (number(config, 'momentum') - best[2]!) ** 2 +
      (number(config, 'dropout') - best[3]!) ** 2;
  return (config) => {
    const optimizer = config['optimizer'];
    return (
      ofRate(config) +
      (optimizer === 'sgd'
        ? 4 * (number(config, 'optimizer.sgd.momentum') - best[2]!) ** 2
        : optimizer === 'adam'
          ? 0.3 + (number(config, 'optimizer.adam.beta') - best[1]!) ** 2
          : 0.5) +
      (number(config, 'dropout') - best[3]!) ** 2
    );
  };
}
