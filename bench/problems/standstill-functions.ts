import { type RandomStream, randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import type { BenchFamily } from './problems.ts';

const share = { type: 'float', min: 0, max: 1 } as const;
const rate = { type: 'float', min: 1e-6, max: 1, scale: 'log' } as const;

/** How high a config is above the best one that can be, at least 0. */
type Height = (config: Config) => number;

/**
 * Problems at which a search comes to a standstill early, with something better left: an option that is good at once beside others that
 * have to be tuned; a plateau, as of networks that guess; a ridge, as of learning rate and batch size. Every seed has its optimum elsewhere.
 * Score: log10 of the height, 1e-4 at least.
 */
export function standstillFunctions(): BenchFamily[] {
  return [
    family('standstill-option', optionSpace, option),
    family('standstill-plateau-4', numbers(4), plateau(0.28)),
    family('standstill-plateau-6', numbers(6), plateau(0.43)),
    family('standstill-ridge', ridgeSpace, ridge),
  ];
}

function family(
  name: string,
  definitions: ParameterDefinitions,
  heightOf: (stream: RandomStream) => Height,
): BenchFamily {
  const space = createSpace(definitions);
  return {
    name,
    instance(seed) {
      const height = heightOf(randomStream(seed, name));
      return {
        name,
        definitions,
        space,
        measure: height,
        score: (config) => Math.log10(Math.max(1e-4, height(config))),
      };
    },
  };
}

function numbers(count: number): ParameterDefinitions {
  return Object.fromEntries(Array.from({ length: count }, (_, j) => [`x${j}`, share]));
}

const optionSpace: ParameterDefinitions = {
  kernel: { type: 'choice', values: ['linear', 'a', 'b', 'c'] },
  ...numbers(3),
};

function option(stream: RandomStream): Height {
  const best = [0, 1, 2].map(() => 0.2 + 0.6 * stream.uniform());
  return ({ kernel, x0, x1, x2 }) => {
    const squared = [x0, x1, x2].reduce<number>((sum, x, j) => sum + (Number(x) - best[j]!) ** 2, 0);
    if (kernel === 'linear') return 0.1 + 0.001 * Number(x0) ** 2;
    return kernel === 'a' ? 1.5 * squared : kernel === 'b' ? 0.05 + 2 * Math.sqrt(squared) : 0.6;
  };
}

function plateau(radius: number): (stream: RandomStream) => Height {
  return (stream) => {
    const best = Array.from({ length: 6 }, () => 0.2 + 0.6 * stream.uniform());
    return (config) => {
      const squared = Object.values(config).reduce<number>(
        (sum, x, j) => sum + (Number(x) - best[j]!) ** 2,
        0,
      );
      return 0.9 * Math.min(1, Math.sqrt(squared) / radius) ** 1.2;
    };
  };
}

const ridgeSpace: ParameterDefinitions = {
  learning_rate: rate,
  batch_size: { type: 'int', min: 8, max: 4096, scale: 'log' },
  weight_decay: rate,
  momentum: { type: 'float', min: 0.5, max: 0.99 },
};

function ridge(stream: RandomStream): Height {
  const [place, batch] = [0.3 + 0.4 * stream.uniform(), stream.uniform()];
  return ({ learning_rate, batch_size, weight_decay, momentum }) => {
    const learning = logShare(learning_rate, 1e-6, 1);
    const size = logShare(batch_size, 8, 4096);
    const off = learning - 0.5 * size - place + 0.25 + 0.2 * (Number(momentum) - 0.8);
    return (
      Math.min(1, 25 * off ** 2) +
      0.3 * (size - batch) ** 2 +
      0.1 * (logShare(weight_decay, 1e-6, 1) - 0.5) ** 2
    );
  };
}

/** Where a value stands in a range on a log scale. */
function logShare(value: unknown, min: number, max: number): number {
  return Math.log(Number(value) / min) / Math.log(max / min);
}
