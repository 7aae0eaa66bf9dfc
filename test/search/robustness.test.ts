import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildStrategy } from '../../src/search/plan.ts';
import { chooseStrategy, type StrategyName, strategies } from '../../src/search/strategies.ts';
import type { Outcome, SearchProblem, Strategy } from '../../src/search/strategy.ts';
import { checkConfig, hashConfig } from '../../src/space/config.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { alike, checkStudy, type Known, studyCase } from './robustness.ts';

const names = [...(Object.keys(strategies) as StrategyName[]), 'auto'] as const;
const make =
  (name: StrategyName | 'auto') =>
  (problem: SearchProblem, known: Known = { tryFirst: [], earlier: [] }): Strategy =>
    buildStrategy({ name: chooseStrategy(name, problem).name, problem, options: {}, ...known });

// `npm run test:campaign` does ten thousand.
test.each(names)('%s: nothing invalid, repeated or inactive in random studies', (name) => {
  fc.assert(
    fc.property(studyCase(16), (given) => checkStudy(make(name), given)),
    { numRuns: 40 },
  );
});

test.each([16, 17, 18, 19])(
  'choices that are alike, some of which fail: a kill after %i asks makes no difference',
  (kill) => {
    for (let seed = 0; seed < 4; seed++)
      checkStudy(make('bayesian'), {
        ...{ definitions: alike, seed, trials: 20, workers: 1, knowsBudget: false, repeats: false },
        ...{
          maxResource: undefined,
          resumable: false,
          kinds: ['smooth', 'failed'],
          metrics: 1,
          constraints: 0,
        },
        ...{ tryFirst: 0, earlier: 0, honest: true, kill },
      });
  },
);

const numbers = (count: number) =>
  createSpace(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
    ),
  );
const first = (config: Config) => config['x0'] as number;

/** Objectives on which searches go wrong. */
const objectives: Readonly<Record<string, (config: Config, trial: number) => Outcome>> = {
  constant: () => ({ state: 'completed', loss: 0.5 }),
  'all failed': () => ({ state: 'failed' }),
  'one point': (_, trial) => (trial === 3 ? { state: 'completed', loss: 1 } : { state: 'failed' }),
  'one point is good': (_, trial) => ({ state: 'completed', loss: trial === 7 ? -1e6 : 1 }),
  '1e308-valued': (config) => ({ state: 'completed', loss: (first(config) - 0.5) * 2 * Number.MAX_VALUE }),
  'half of it infinite': (config) => ({
    state: 'completed',
    loss: first(config) > 0.5 ? Number.POSITIVE_INFINITY : first(config),
  }),
  'each better than all before': (_, trial) => ({ state: 'completed', loss: -trial }),
  'each worse than all before': (_, trial) => ({ state: 'completed', loss: trial }),
  'better and worse by turns': (_, trial) => ({ state: 'completed', loss: (-1) ** trial * trial }),
};

test.each(names.flatMap((name) => Object.keys(objectives).map((objective) => [name, objective] as const)))(
  '%s: a sensible suggestion always: %s',
  (name, objective) => {
    for (const space of [numbers(2), numbers(100)]) {
      const strategy = make(name)({ space, seed: 1 });
      const seen = new Set<string>();
      const trials = space.dimensions.length > 2 ? 14 : 24;
      for (let trial = 0; trial < trials; trial++) {
        const suggestion = strategy.ask();
        // Only a grid has an end.
        if (suggestion.kind === 'exhausted' && name === 'grid') break;
        if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
        expect(checkConfig(space, suggestion.config)).toEqual(suggestion.config);
        seen.add(hashConfig(space, suggestion.config));
        strategy.start(trial, suggestion.config, suggestion.resource);
        strategy.tell(trial, objectives[objective]!(suggestion.config, trial));
        expect(seen.size).toBe(trial + 1);
      }
    }
  },
);

test.each(['bayesian', 'tpe', 'evolution', 'local'] as const)(
  '%s still finds what is good where values are of the order of 1e308',
  (name) => {
    const space = numbers(2);
    const best = (scale: number) => {
      const strategy = make(name)({ space, seed: 5 });
      let least = Number.POSITIVE_INFINITY;
      for (let trial = 0; trial < 40; trial++) {
        const suggestion = strategy.ask();
        if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
        const [x, y] = Object.values(suggestion.config) as [number, number];
        const distance = Math.abs(x - 0.3) + Math.abs(y - 0.8);
        strategy.start(trial, suggestion.config);
        strategy.tell(trial, { state: 'completed', loss: (distance - 0.7) * scale });
        least = Math.min(least, distance);
      }
      return least;
    };
    expect(best(Number.MAX_VALUE / 2)).toBeLessThan(0.2);
  },
);
