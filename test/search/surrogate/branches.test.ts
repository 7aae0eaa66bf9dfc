import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import {
  type Branch,
  type BranchResults,
  branchesOf,
  laggards,
  whoseTurn,
} from '../../../src/search/surrogate/branches.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { createSpace } from '../../../src/space/space.ts';

const own = { x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } } as const;
const space = createSpace({ kind: { type: 'choice', options: { a: own, b: own, c: own } } });
const branches = branchesOf(pointSpace(space), randomStream(1, 'test'));

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
  const [flag, none, x] = branchesOf(pointSpace(small), randomStream(1, 'test')) as [Branch, Branch, Branch];
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
  const [a, b] = branchesOf(pointSpace(pair), randomStream(1, 'test'));
  const tuned = Array.from({ length: 18 }, (_, i) => -1 - i / 100);
  expect(turns([results(a!, tuned), results(b!, [])], 50)).toMatchObject({ 'b race': 10 });
  expect(turns([results(a!, tuned), results(b!, [0.1])], 50)).toEqual({ 'whole space': 70, 'a leader': 30 });
});
