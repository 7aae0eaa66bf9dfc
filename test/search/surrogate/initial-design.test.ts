import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { History } from '../../../src/search/history.ts';
import type { SearchProblem } from '../../../src/search/strategy.ts';
import { InitialDesign } from '../../../src/search/surrogate/initial-design.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { hashConfig } from '../../../src/space/config.ts';
import type { Config } from '../../../src/space/parameter.ts';
import { createSpace } from '../../../src/space/space.ts';

const float = { type: 'float', min: 0, max: 1, default: 0.5 } as const;
const space = createSpace({
  x: float,
  y: float,
  kind: { type: 'choice', values: ['a', 'b', 'c'], default: 'a' },
});

function designOf(more: Partial<SearchProblem> = {}, seed = 1): InitialDesign {
  const problem = { space, seed, ...more };
  return new InitialDesign(problem, pointSpace(problem.space), (purpose, index) =>
    randomStream(seed, purpose, index),
  );
}
const anything = () => true;
const all = (design: InitialDesign) =>
  Array.from({ length: design.size }, (_, place) => design.propose(place, anything)!);

test('it has five or six trials, and a quarter of a small budget', () => {
  expect(designOf().size).toBe(5);
  expect(
    designOf({
      space: createSpace(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`x${i}`, float]))),
    }).size,
  ).toBe(6);
  expect(designOf({ trials: 12 }).size).toBe(3);
  expect(designOf({ trials: 1 }).size).toBe(2);
});

test('its numbers are spread, and each option of a choice comes equally often', () => {
  for (let seed = 0; seed < 10; seed++) {
    const configs = all(designOf({}, seed));
    expect(new Set(configs.slice(0, 3).map(({ kind }) => kind)).size).toBe(3);
    // Of four Sobol points each quarter has one.
    const quarters = configs.slice(0, 4).map(({ x }) => Math.floor(4 * Number(x)));
    expect([...quarters].sort()).toEqual([0, 1, 2, 3]);
  }
});

test('a config that is taken is replaced by another, the same each time', () => {
  const design = designOf();
  const [first] = all(design);
  const isNew = (config: Config) => hashConfig(space, config) !== hashConfig(space, first!);
  const other = design.propose(0, isNew)!;
  expect(other).not.toEqual(first);
  expect(design.propose(0, isNew)).toEqual(other);
  expect(design.propose(0, () => false)).toBeUndefined();
});

describe('the place of a trial in it', () => {
  const tried = (configs: readonly Config[]) => {
    const history = new History(space);
    for (const [id, config] of configs.entries()) history.start(id, config);
    return history.trials;
  };
  const foreign = (i: number): Config => ({ x: 0.001 * (i + 1), y: 0.9, kind: 'b' });

  test('is its number where nobody else has made trials; the incumbent counts', () => {
    const design = designOf({ incumbent: space.incumbent! });
    const trials = tried([space.incumbent!, ...all(design).slice(1, 4)]);
    expect(design.placeOf(4, trials)).toBe(4);
  });

  test('goes on beyond its end where nothing has worked yet', () => {
    const design = designOf();
    const own: Config[] = [];
    for (let place = 0; place < design.size + 3; place++) {
      expect(design.placeOf(place, tried(own))).toBe(place);
      own.push(design.propose(place, anything)!);
    }
  });

  test('is put off by three trials of others at most', () => {
    const design = designOf();
    expect(design.placeOf(2, tried([foreign(0), foreign(1)]))).toBe(0);
    expect(design.placeOf(5, tried([0, 1, 2, 3, 4].map(foreign)))).toBe(2);
    // Long after it there is nothing to make up for.
    expect(design.placeOf(40, tried([]))).toBeGreaterThanOrEqual(design.size);
  });
});
