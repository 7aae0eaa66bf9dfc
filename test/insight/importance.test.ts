import { expect, test } from 'vitest';
import { importance } from '../../src/insight/importance.ts';
import { fitSurrogate } from '../../src/insight/surrogate.ts';
import { decodePoint } from '../../src/space/encode.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { guidedStudy, randomStudy } from './fixtures.ts';

const unit = { type: 'float', min: 0, max: 1 } as const;
const of = (definitions: ParameterDefinitions, count: number, loss: (config: Config) => number, seed = 1) => {
  const { space, seen } = randomStudy(definitions, count, loss, seed);
  return importance(space, seen, fitSurrogate(space, seen));
};

test('of two parameters the one with the larger effect decides, and one without an effect nothing', () => {
  const shares = of(
    { strong: unit, weak: unit, idle: unit },
    400,
    ({ strong, weak }) => ((strong as number) - 0.3) ** 2 + 0.05 * ((weak as number) - 0.6) ** 2,
  )!;
  expect(shares.map(({ path }) => path)).toEqual(['strong', 'weak', 'idle']);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares[0]!.share).toBeGreaterThan(0.85);
  expect(shares[2]!.share).toBeLessThan(0.05);
});

test('parameters that matter alike have like shares', () => {
  const sums = [0, 0];
  for (let seed = 0; seed < 10; seed++)
    for (const { path, share } of of(
      { a: unit, b: unit },
      100,
      ({ a, b }) => (a as number) ** 2 + (b as number) ** 2,
      seed,
    )!)
      sums[path === 'a' ? 0 : 1]! += share / 10;
  expect(sums[0]).toBeGreaterThan(0.4);
  expect(sums[0]).toBeLessThan(0.6);
});

test('unordered values count by their frequencies, on any scale', () => {
  const shares = of(
    {
      kind: { type: 'choice', values: ['a', 'b', 'c', 'd'] },
      rate: { type: 'float', min: 1e-5, max: 1, scale: 'log' },
    },
    300,
    ({ kind, rate }) => (kind === 'c' ? 0 : 1) + 0.01 * Math.sin(1e4 * Math.log(rate as number)),
  )!;
  expect(shares[0]).toMatchObject({ path: 'kind' });
  expect(shares[0]!.share).toBeGreaterThan(0.7);
});

test('a conditional parameter is judged where it exists', () => {
  const definitions: ParameterDefinitions = {
    branch: { type: 'choice', options: { left: { x: unit }, right: { y: unit } } },
  };
  const shares = of(definitions, 400, ({ branch, ...rest }) =>
    branch === 'left' ? Math.abs((rest['branch.left.x'] ?? rest['x'] ?? 0.5) as number) : 2,
  )!;
  const share = (part: string) => shares.find(({ path }) => path.endsWith(part))!.share;
  expect(share('x')).toBeGreaterThan(share('y'));
  expect(share('y')).toBeLessThan(0.01);
});

test('thirty trials are needed, and trials that differ', () => {
  expect(of({ a: unit }, 29, ({ a }) => a as number)).toBeUndefined();
  expect(of({ a: unit }, 30, ({ a }) => a as number)).toHaveLength(1);
});

const useless: ParameterDefinitions = {
  x: unit,
  y: { type: 'int', min: 1, max: 100 },
  z: { type: 'int', min: 1, max: 10 },
  w: { type: 'float', min: 1e-3, max: 1, scale: 'log' },
};

test.each(['bayesian', 'tpe', 'random'] as const)(
  'where the %s search has been most says nothing of what decides',
  (strategy) => {
    for (const seed of [1, 2]) {
      const { space, seen } = guidedStudy(strategy, useless, 60, ({ x }) => ((x as number) - 0.3) ** 2, {
        seed,
      });
      const [first] = importance(space, seen, fitSurrogate(space, seen))!;
      expect(first!.path).toBe('x');
      expect(first!.share).toBeGreaterThan(0.9);
      const noisy = guidedStudy(
        strategy,
        useless,
        60,
        ({ x }, noise) => ((x as number) - 0.3) ** 2 + 0.02 * noise(),
        { seed },
      );
      const shares = importance(noisy.space, noisy.seen, fitSurrogate(noisy.space, noisy.seen))!;
      expect(shares[0]!.path).toBe('x');
      expect(shares[0]!.share).toBeGreaterThan(0.6);
    }
  },
);

test.each(['bayesian', 'tpe', 'random'] as const)(
  'after a %s search shares are what they are for one who knows every loss',
  (strategy) => {
    const definitions: ParameterDefinitions = {
      rate: { type: 'float', min: 1e-4, max: 1, scale: 'log' },
      optimizer: { type: 'choice', options: { sgd: { momentum: unit }, adam: { beta: unit } } },
      idle: unit,
    };
    const loss = ({ rate, optimizer, ...rest }: Config) =>
      0.2 * (Math.log10(rate as number) + 2) ** 2 +
      (optimizer === 'sgd' ? ((rest['optimizer.sgd.momentum'] as number) - 0.8) ** 2 : 0.3);
    const { space, seen } = guidedStudy(strategy, definitions, 60, loss);
    const known = importance(space, seen, {
      predict: (point) => ({ mean: loss(decodePoint(space, point)), variance: 1e-12 }),
      hasLearned: () => true,
    })!;
    expect(known.slice(0, 3).map(({ path }) => path)).toEqual([
      'rate',
      'optimizer',
      'optimizer.sgd.momentum',
    ]);
    const shares = importance(space, seen, fitSurrogate(space, seen))!;
    for (const { path, share } of known)
      expect(Math.abs(shares.find((other) => other.path === path)!.share - share)).toBeLessThan(0.05);
  },
);

test('what is likely to miss a constraint is not among the best', () => {
  const definitions: ParameterDefinitions = {
    x: unit,
    size: { type: 'float', min: 0, max: 10 },
    idle: unit,
  };
  for (const strategy of ['bayesian', 'random'] as const) {
    const missed = ({ size }: Config) => (size as number) - 2;
    const { space, seen } = guidedStudy(strategy, definitions, 60, ({ x }) => x as number, { missed });
    const shares = importance(space, seen, fitSurrogate(space, seen))!;
    const share = (of: string) => shares.find(({ path }) => path === of)!.share;
    // Half of those that keep it, which are a fifth of all.
    expect(share('size')).toBeGreaterThan(0.5);
    expect(share('x')).toBeGreaterThan(0.1);
    expect(share('idle')).toBeLessThan(0.05);
  }
});

test('of trials that differ by chance nothing decides', () => {
  let claims = 0;
  for (let seed = 0; seed < 20; seed++) {
    const { space, seen } = randomStudy(useless, 50, (_, noise) => noise(), seed);
    if (importance(space, seen, fitSurrogate(space, seen))) claims++;
  }
  // A rank correlation of two standard errors is chance once in forty times.
  expect(claims).toBeLessThanOrEqual(2);
});

test('the same study has the same shares', () => {
  const { space, seen } = guidedStudy('tpe', useless, 40, ({ x }) => x as number);
  const once = () => importance(createSpace(useless), seen, fitSurrogate(space, seen));
  expect(once()).toEqual(once());
});
