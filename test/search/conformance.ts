import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import type { Outcome, SearchProblem, Strategy } from '../../src/search/strategy.ts';
import { checkConfig, hashConfig } from '../../src/space/config.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { arbitrarySpace, smallSpace } from '../space/arbitrary.ts';

type Make = (problem: SearchProblem) => Strategy;

/** What a study tells its strategy, as a list that can be replayed. */
type Told =
  | { readonly type: 'start'; readonly trial: number; readonly config: Config }
  | { readonly type: 'report'; readonly trial: number; readonly step: number; readonly loss: number }
  | { readonly type: 'tell'; readonly trial: number; readonly outcome: Outcome };

function apply(strategy: Strategy, told: Told): void {
  if (told.type === 'start') strategy.start(told.trial, told.config);
  else if (told.type === 'report') strategy.report(told.trial, told.step, told.loss);
  else strategy.tell(told.trial, told.outcome);
}

/** A loss for any config: deterministic, and a function of its values. */
function lossOf(space: Space, config: Config): number {
  return Number.parseInt(hashConfig(space, config).slice(0, 6), 16) / 2 ** 24;
}

interface Study {
  readonly configs: Config[];
  readonly log: Told[];
  readonly exhausted: boolean;
}

interface Behaviour {
  readonly trials: number;
  /** How many run at once; the one that ends next is drawn. */
  readonly parallel?: number;
  readonly outcome?: (config: Config, trial: number) => Outcome;
  readonly eachAsk?: (strategy: Strategy, log: readonly Told[]) => void;
}

function study(
  space: Space,
  strategy: Strategy,
  { trials, parallel = 1, outcome, eachAsk }: Behaviour,
): Study {
  const configs: Config[] = [];
  const log: Told[] = [];
  const running: number[] = [];
  const stream = randomStream(0, 'order of ends');
  const tell = (told: Told) => {
    log.push(told);
    apply(strategy, told);
  };
  const finish = () => {
    const [trial] = running.splice(stream.integer(running.length), 1);
    const config = configs[trial!]!;
    const loss = lossOf(space, config);
    tell({ type: 'report', trial: trial!, step: 1, loss: loss + 1 });
    tell({ type: 'tell', trial: trial!, outcome: outcome?.(config, trial!) ?? { state: 'completed', loss } });
  };
  let exhausted = false;
  while (configs.length < trials) {
    eachAsk?.(strategy, log);
    const suggestion = strategy.ask();
    if (suggestion.kind === 'exhausted') {
      exhausted = true;
      break;
    }
    if (suggestion.kind === 'wait' && running.length > 0) {
      finish();
      continue;
    }
    if (suggestion.kind !== 'new') throw new Error(`unexpected ${suggestion.kind}`);
    expect(checkConfig(space, suggestion.config)).toEqual(suggestion.config);
    expect(suggestion.origin).not.toBe('');
    configs.push(suggestion.config);
    tell({ type: 'start', trial: configs.length - 1, config: suggestion.config });
    running.push(configs.length - 1);
    if (running.length >= parallel) finish();
  }
  while (running.length > 0) finish();
  return { configs, log, exhausted };
}

const hashes = (space: Space, configs: readonly Config[]) =>
  configs.map((config) => hashConfig(space, config));

const finite: ParameterDefinitions = {
  a: { type: 'int', min: 1, max: 3, default: 2 },
  b: { type: 'choice', values: ['x', 'y', 'z'], default: 'x' },
  c: { type: 'bool', default: false },
  d: {
    type: 'choice',
    default: 'off',
    options: { off: {}, on: { rate: { type: 'float', min: 0, max: 1, step: 0.5 } } },
  },
};
const mixed: ParameterDefinitions = {
  rate: { type: 'float', min: 1e-5, max: 1, scale: 'log', default: 0.01 },
  momentum: { type: 'float', min: 0, max: 0.99, default: 0.9, when: { optimizer: 'sgd' } },
  optimizer: { type: 'choice', values: ['sgd', 'adam'], default: 'adam' },
  layers: {
    type: 'repeat',
    min: 1,
    max: 4,
    default: 2,
    of: { units: { type: 'int', min: 8, max: 256, scale: 'log', default: 64 } },
  },
};

const problemOf = (space: Space, seed = 0): SearchProblem => ({
  space,
  seed,
  ...(space.incumbent ? { incumbent: space.incumbent } : {}),
});

/** The rules that every strategy keeps; see the contract in src/search/strategy.ts. */
export function conformance(name: string, make: Make): void {
  describe(`${name} keeps the contract`, () => {
    test('asking changes nothing, and a replay anywhere gives the same next config', () => {
      for (const space of [createSpace(finite), createSpace(mixed)])
        for (const parallel of [1, 4]) {
          study(space, make(problemOf(space)), {
            trials: 30,
            parallel,
            eachAsk: (strategy, log) => {
              const next = strategy.ask();
              expect(strategy.ask()).toEqual(next);
              const resumed = make(problemOf(space));
              for (const told of log) apply(resumed, told);
              expect(resumed.ask()).toEqual(next);
            },
          });
        }
    });

    test('the incumbent is first', () => {
      const space = createSpace(mixed);
      expect(study(space, make(problemOf(space)), { trials: 3 }).configs[0]).toEqual(space.incumbent);
    });

    test('the seed decides, 0 included', () => {
      const space = createSpace(mixed);
      const run = (seed: number) => study(space, make(problemOf(space, seed)), { trials: 15 }).configs;
      expect(run(0)).toEqual(run(0));
      expect(run(0)).not.toEqual(run(1));
      expect(run(-7)).not.toEqual(run(7));
    });

    test('a finite space is covered exactly, then exhausted', () => {
      const space = createSpace(finite);
      for (const parallel of [1, 8]) {
        const { configs, exhausted } = study(space, make(problemOf(space)), { trials: 1000, parallel });
        expect(exhausted).toBe(true);
        expect(new Set(hashes(space, configs)).size).toBe(space.size);
        expect(configs.length).toBe(space.size);
      }
    });

    test('random spaces: valid configs, active parameters only, none twice, all covered', () => {
      fc.assert(
        fc.property(
          fc.oneof(smallSpace(40), arbitrarySpace),
          fc.integer({ min: 1, max: 5 }),
          fc.nat(99),
          (space, parallel, seed) => {
            const trials = Math.min(space.size, 40);
            const { configs, exhausted } = study(space, make(problemOf(space, seed)), { trials, parallel });
            expect(new Set(hashes(space, configs)).size).toBe(configs.length);
            if (!exhausted) expect(configs.length).toBe(trials);
            if (space.size <= 40) expect(configs.length).toBe(space.size);
          },
        ),
        { numRuns: 30 },
      );
    });

    test('awkward results: all fail, all equal, huge, infinite, pruned', () => {
      const space = createSpace(mixed);
      const outcomes: ((config: Config, trial: number) => Outcome)[] = [
        () => ({ state: 'failed' }),
        () => ({ state: 'completed', loss: 1 }),
        (_, trial) => ({ state: 'completed', loss: trial % 2 ? 1e308 : -1e308 }),
        (_, trial) => ({ state: 'completed', loss: trial % 3 ? Number.POSITIVE_INFINITY : trial }),
        (_, trial) => ({ state: 'completed', loss: -trial }),
        (_, trial) => (trial % 2 ? { state: 'pruned', loss: trial } : { state: 'failed' }),
      ];
      for (const outcome of outcomes) {
        const { configs, exhausted } = study(space, make(problemOf(space)), {
          trials: 40,
          outcome,
          parallel: 3,
        });
        if (!exhausted) expect(configs.length).toBe(40);
      }
    });

    test('repeats when asked for', () => {
      const space = createSpace({ x: { type: 'bool' } });
      const { configs } = study(space, make({ ...problemOf(space), repeats: true }), { trials: 7 });
      expect(configs.length).toBe(7);
    });

    test('a space of one config, and one of a hundred dimensions', () => {
      const one = createSpace({ x: { type: 'constant', value: 1 } });
      expect(study(one, make(problemOf(one)), { trials: 3 })).toMatchObject({
        configs: [{ x: 1 }],
        exhausted: true,
      });
      const wide = createSpace(
        Object.fromEntries(
          Array.from({ length: 100 }, (_, i) => [`p${i}`, { type: 'float', min: 0, max: 1 } as const]),
        ),
      );
      expect(study(wide, make(problemOf(wide)), { trials: 30, parallel: 2 }).configs.length).toBe(30);
    });

    test('a finite space too large to list', () => {
      const space = createSpace(
        Object.fromEntries(
          Array.from({ length: 12 }, (_, i) => [`p${i}`, { type: 'int', min: 1, max: 9 } as const]),
        ),
      );
      const { configs } = study(space, make(problemOf(space)), { trials: 50, parallel: 2 });
      expect(new Set(hashes(space, configs)).size).toBe(50);
    });

    // The peers' failings (PEERS: duplicates in a small space, a grid that is not covered).
    test('no duplicate in 40 trials of a 72-config space, and 36 trials cover 36 configs', () => {
      const of = (counts: readonly number[]) =>
        createSpace(
          Object.fromEntries(counts.map((max, i) => [`p${i}`, { type: 'int', min: 1, max } as const])),
        );
      for (const [counts, trials] of [
        [[3, 4, 6], 40],
        [[6, 6], 36],
      ] as const) {
        const space = of(counts);
        const { configs } = study(space, make(problemOf(space)), { trials });
        expect(new Set(hashes(space, configs)).size).toBe(trials);
      }
    });
  });
}
