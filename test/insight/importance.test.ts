import { expect, test } from 'vitest';
import { importance } from '../../src/insight/importance.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { randomStudy } from './fixtures.ts';

const unit = { type: 'float', min: 0, max: 1 } as const;
const of = (definitions: ParameterDefinitions, count: number, loss: (config: Config) => number, seed = 1) => {
  const { space, seen } = randomStudy(definitions, count, loss, seed);
  return importance(space, seen);
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
  for (let seed = 0; seed < 20; seed++)
    for (const { path, share } of of(
      { a: unit, b: unit },
      200,
      ({ a, b }) => (a as number) ** 2 + (b as number) ** 2,
      seed,
    )!)
      sums[path === 'a' ? 0 : 1]! += share / 20;
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
