import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Branch,
  type BranchResults,
  branchesOf,
  isIn,
  laggards,
  whoseTurn,
} from '../../../src/search/surrogate/branches.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { encodeConfig } from '../../../src/space/encode.ts';
import { enumerateConfigs } from '../../../src/space/enumerate.ts';
import type { ParameterDefinition, ParameterDefinitions } from '../../../src/space/parameter.ts';
import { createSpace } from '../../../src/space/space.ts';
import { smallSpace } from '../../space/arbitrary.ts';

const own = { x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } } as const;
const space = createSpace({ kind: { type: 'choice', options: { a: own, b: own, c: own } } });
const branches = branchesOf(pointSpace(space));

/** What branches a, b and c have shown: warped losses in order, and how many trials run. */
function shown(...losses: readonly (readonly number[])[]): BranchResults[] {
  return losses.map((of, i) => results(branches[i]!, of));
}

function results(branch: Branch, losses: readonly number[], running = 0): BranchResults {
  return { branch, losses, failed: 0, trials: losses.length + running };
}

const lowestFirst = (among: readonly BranchResults[]) => among.map(({ losses }) => -Math.min(...losses));

/** How often each branch (a, b, c) and the whole space would get the next trial, of 100. The lowest loss promises most. */
function turns(race: readonly BranchResults[], index: number, trials?: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let draw = 0; draw < 100; draw++) {
    const turn = whoseTurn(race, index, (draw + 0.5) / 100, lowestFirst, trials);
    const key = turn ? `${'abc'[race.indexOf(turn.results)]} ${turn.why}` : 'whole space';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const slow = [1, 0.9, 0.95, 0.92, 1.1];

test('a space of three options has three branches of two parameters', () => {
  expect(branches.map(({ own }) => own)).toEqual([2, 2, 2]);
});

/** A choice of eight options, of which the first alone has parameters. */
const rare = (inside: ParameterDefinitions): ParameterDefinition => ({
  type: 'choice',
  options: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`o${i}`, i === 0 ? inside : {}])),
});

test('a parameter that exists by a rare chance alone is one of its branch', () => {
  const deep = createSpace({
    kind: { type: 'choice', options: { a: {}, b: { s: rare({ t: rare({ u: rare(own) }) }) } } },
  });
  const [a, b] = branchesOf(pointSpace(deep));
  expect([a!.size, b!.size]).toEqual([1, Number.POSITIVE_INFINITY]);
  expect(b!.dimensions).toEqual([1, 2, 3, 4, 5]);
  expect(b!.own).toBe(5);
});

test('a parameter whose conditions cannot hold in a branch is none of it', () => {
  const crossed = createSpace({
    kind: { type: 'choice', values: ['a', 'b'] },
    n: { type: 'int', min: 1, max: 9, when: { kind: 'a' } },
    never: { type: 'bool', when: { kind: 'b', n: 3 } },
    between: { type: 'bool', when: { n: { min: 3.2, max: 3.8 } } },
    above: { type: 'bool', when: { n: { min: 9 } } },
    both: { type: 'bool', when: { n: { max: 2 }, above: true } },
  });
  const [a, b] = branchesOf(pointSpace(crossed));
  const paths = ({ dimensions }: Branch) => dimensions.map((j) => crossed.dimensions[j]!.parameter.path);
  expect([a!, b!].map(paths)).toEqual([['n', 'above'], []]);
});

test('the parameters of a branch are those of its configs', () => {
  fc.assert(
    fc.property(smallSpace(400), (space) => {
      const { dimensions } = space;
      for (const branch of branchesOf(pointSpace(space))) {
        const inside = [...enumerateConfigs(space)].filter((config) =>
          isIn(branch, encodeConfig(space, config)),
        );
        const fixed = branch.fixed.map(({ dimension }) => dimension);
        const seen = [...dimensions.keys()].filter(
          (j) =>
            !fixed.includes(j) &&
            inside.some((config) => config[dimensions[j]!.parameter.path] !== undefined),
        );
        expect(branch.dimensions).toEqual(seen);
        expect(branch.size).toBeGreaterThanOrEqual(inside.length);
      }
    }),
    { numRuns: 200 },
  );
});

test('the best branch is tuned first, the race is run late', () => {
  const race = shown([0, -1, -0.9, -1, -0.8], slow, [1, 1.15, 1.1]);
  expect(turns(race, 13)).toEqual({ 'c race': 20, 'whole space': 65, 'a leader': 15 });
  // 13 trials of the leader, 13 and 15 of the others lack; 40 are left.
  expect(turns(race, 30)).toEqual({ 'c race': 85, 'a leader': 15 });
});

test('the race runs at the rate that ends it by 70 % of the budget', () => {
  const many = Array.from({ length: 18 }, (_, i) => (i === 0 ? -1 : 0.5));
  const race = shown(
    many,
    many.map((loss) => loss + 1),
    slow,
  );
  expect(turns(race, 40)).toEqual({ 'c race': 43, 'whole space': 42, 'a leader': 15 });
  // The budget of a short study is shared in the same way: 6 of 30 trials for each branch.
  expect(turns(shown(slow.slice(0, 3), slow, many.slice(0, 6)), 16, 30)).toMatchObject({ 'a race': 80 });
});

test('a branch of which each config was tried lacks nothing', () => {
  const options = {
    flag: { a: { type: 'bool' } },
    none: {},
    x: { b: { type: 'float', min: 0, max: 1 } },
  } as const;
  const small = createSpace({ kind: { type: 'choice', options } });
  const [flag, none, x] = branchesOf(pointSpace(small)) as [Branch, Branch, Branch];
  expect([flag, none, x].map(({ size }) => size)).toEqual([2, 1, Number.POSITIVE_INFINITY]);
  const race = [results(flag, [1, 0.9]), results(none, [0.5]), results(x, slow)];
  expect(laggards(race).map(({ branch }) => branch)).toEqual([x]);
  expect(laggards([results(flag, [1]), results(none, []), results(x, [...slow, ...slow])])).toHaveLength(2);
});

test('a new hole in a plateau is followed at once, until five trials found no more', () => {
  const plateau = [1.5, 1.5, 1.5, 1.5];
  const leader = [0, -1, -0.9, -1, -0.8];
  expect(turns(shown(leader, slow, [...plateau, 1.2]), 14)).toMatchObject({ 'c falling': 70 });
  expect(turns(shown(leader, slow, [...plateau, 1.2, 1.5, 1.5, 1.5, 1.5]), 18)).toMatchObject({
    'c falling': 70,
  });
  expect(turns(shown(leader, slow, [...plateau, 1.2, 1.5, 1.5, 1.5, 1.5, 1.5]), 19)).not.toHaveProperty([
    'c falling',
  ]);
  // Trials that run count, too: with many workers not all of them go there.
  const running = [...shown(leader, slow), results(branches[2]!, [...plateau, 1.2], 5)];
  expect(turns(running, 19)).not.toHaveProperty(['c falling']);
});

test('a slope is followed when two more such steps would reach the best', () => {
  const leader = [0, -1, -0.9, -1, -0.8];
  expect(turns(shown(leader, slow, [1, 1.3, 0.6, -0.2]), 14)).toMatchObject({ 'c falling': 70 });
  expect(turns(shown(leader, slow, [1, 1.3, 0.6, 0.5]), 14)).not.toHaveProperty(['c falling']);
});

test('after the race the branch that promises most of those behind has half of the trials', () => {
  const tuned = Array.from({ length: 18 }, (_, i) => -1 - i / 100);
  const poor = Array.from({ length: 18 }, (_, i) => 0.5 + (i % 3) / 10);
  const near = Array.from({ length: 18 }, (_, i) => (i < 12 ? 0.5 : -0.5) + (i % 3) / 10);
  for (const index of [80, 81])
    expect(turns(shown(tuned, poor, near), index)).toEqual({
      'c open': 50,
      'whole space': 20,
      'a leader': 30,
    });
});

test('after the race a branch that has shown a plateau alone has every second turn, until it had trials enough', () => {
  const tuned = Array.from({ length: 18 }, (_, i) => -1 - i / 100);
  const poor = Array.from({ length: 18 }, (_, i) => 0.5 + (i % 3) / 10);
  const plateau = (length: number) => Array.from({ length }, () => 1.5);
  // 10 of 50 trials are a fair share, 18 are enough for two parameters.
  expect(turns(shown(tuned, poor, plateau(12)), 44, 50)).toMatchObject({ 'c open': 50 });
  expect(turns(shown(tuned, poor, plateau(12)), 45, 50)).toMatchObject({ 'b open': 50 });
  expect(turns(shown(tuned, poor, plateau(18)), 48, 50)).toMatchObject({ 'b open': 50 });
});

test('nobody has a turn while nothing is known', () => {
  expect(turns(shown([], [], []), 3)).toEqual({ 'whole space': 100 });
});

test('a branch that is one config has its turn once', () => {
  const pair = createSpace({ kind: { type: 'choice', options: { a: own, b: {} } } });
  const [a, b] = branchesOf(pointSpace(pair));
  const tuned = Array.from({ length: 18 }, (_, i) => -1 - i / 100);
  expect(turns([results(a!, tuned), results(b!, [])], 50)).toMatchObject({ 'b race': 10 });
  expect(turns([results(a!, tuned), results(b!, [0.1])], 50)).toEqual({ 'whole space': 70, 'a leader': 30 });
});
