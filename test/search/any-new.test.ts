import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { anyNew } from '../../src/search/any-new.ts';
import { buildStrategy } from '../../src/search/plan.ts';
import type { StrategyName } from '../../src/search/strategies.ts';
import { hashConfig } from '../../src/space/config.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

/** A number that exists in one of 4,096 random configs; without it there are thirteen. */
const chain = createSpace({
  a0: { type: 'bool' },
  ...Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [`a${i + 1}`, { type: 'bool', when: { [`a${i}`]: true } }]),
  ),
  z: { type: 'float', min: 0, max: 1, when: { a11: true } },
} as ParameterDefinitions);

test('each of what is left is drawn, and nothing else, down to the last', () => {
  const space = createSpace({
    a: { type: 'choice', values: ['x', 'y', 'z'] },
    b: { type: 'int', min: 1, max: 4, when: { a: 'y' } },
  });
  const tried = new Set<string>();
  for (let i = 0; i < 6; i++) {
    const config = anyNew(space, randomStream(1, 'any new', i), (one) => !tried.has(hashConfig(space, one)));
    tried.add(hashConfig(space, config!));
  }
  expect(tried.size).toBe(6);
  expect(anyNew(space, randomStream(1, 'any new', 9), () => false)).toBeUndefined();
});

test('the one config that is left of thousands is found', () => {
  const space = createSpace({ a: { type: 'int', min: 1, max: 5000 }, b: { type: 'bool' } });
  const last = (config: Config) => config['a'] === 4321 && config['b'] === true;
  for (let i = 0; i < 5; i++)
    expect(anyNew(space, randomStream(1, 'any new', i), last)).toEqual({ a: 4321, b: true });
});

test('a space of which all but a rare branch was tried is not listed', () => {
  const rare = (inside: ParameterDefinitions): ParameterDefinitions => ({
    choice: {
      type: 'choice',
      options: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`o${i}`, i === 0 ? inside : {}])),
    },
  });
  const space = createSpace(rare(rare(rare({ n: { type: 'int', min: 1, max: 150_000 } }))));
  let [looks, found] = [0, 0];
  for (let i = 0; i < 50; i++) {
    const config = anyNew(space, randomStream(1, 'any new', i), (one) => {
      looks++;
      return Object.keys(one).length === 4;
    });
    if (config) found++;
  }
  expect(found).toBe(50);
  expect(looks / found).toBeLessThan(100);
});

describe('what is rare by chance is found when it is all that is left', () => {
  test('down a chain of conditions', () => {
    const deep = (config: Config) => config['z'] !== undefined;
    expect(anyNew(chain, randomStream(1, 'any new', 0), deep)).toBeDefined();
  });

  test('under one option of many, and in a narrow range', () => {
    const space = createSpace({
      option: { type: 'choice', values: Array.from({ length: 500 }, (_, i) => `v${i}`) },
      width: { type: 'float', min: 0, max: 1, when: { option: 'v321' } },
      depth: { type: 'float', min: 0, max: 1, when: { width: { min: 0.5, max: 0.5001 } } },
    });
    const found = anyNew(space, randomStream(1, 'any new', 0), (config) => config['depth'] !== undefined);
    expect(found).toMatchObject({ option: 'v321' });
  });

  for (const name of [
    'bayesian',
    'tpe',
    'random',
    'sobol',
    'evolution',
    'local',
    'asha',
    'hyperband',
  ] as const)
    test(`${name} does not end`, () => {
      expect(trialsOf(name)).toBe(25);
    });
});

/** Trials of a study of 25. */
function trialsOf(name: StrategyName): number {
  const problem = { space: chain, seed: 0, trials: 25, maxResource: 1 };
  const strategy = buildStrategy({ name, problem });
  for (let trial = 0; trial < 25; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') return trial;
    strategy.start(trial, suggestion.config);
    const loss = Number(suggestion.config['a3'] === undefined);
    strategy.tell(trial, { state: 'completed', loss });
  }
  return 25;
}
