import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { History } from '../../../src/search/history.ts';
import { BranchRace } from '../../../src/search/surrogate/branch-race.ts';
import { isIn } from '../../../src/search/surrogate/branches.ts';
import { Evidence } from '../../../src/search/surrogate/evidence.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { hashConfig } from '../../../src/space/config.ts';
import { decodePoint, encodeConfig } from '../../../src/space/encode.ts';
import { createSpace, type Space } from '../../../src/space/space.ts';

const own = { x: { type: 'float', min: 0, max: 1 } } as const;
const space = createSpace({ kind: { type: 'choice', options: { a: own, b: own, c: own } } });

/** A trial's branch (0, 1, 2), its x there, and its loss; without one it failed. */
type Shown = readonly [branch: number, x: number, loss?: number];

function raceAfter(shown: readonly Shown[], of: Space = space) {
  const history = new History(of);
  const points = pointSpace(of);
  for (const [id, [branch, x, loss]] of shown.entries()) {
    const point = new Float64Array(4).fill(Number.NaN);
    point[0] = (branch + 0.5) / 3;
    point[1 + branch] = x;
    history.start(id, decodePoint(of, points.canonical(point)));
    history.tell(id, loss === undefined ? { state: 'failed' } : { state: 'completed', loss });
  }
  const race = new BranchRace({
    problem: { space: of, seed: 1, trials: 100 },
    space: points,
    evidence: new Evidence(of, spaceGeometry(of), history),
    streams: (purpose, index) => randomStream(1, purpose, index),
    isNew: (point) => !history.wasTried(hashConfig(of, decodePoint(of, point))),
  });
  return {
    standings: race.standings(),
    next: (draw: number) => race.next(shown.length, race.standings(), draw),
  };
}

/** Losses of a branch, in this order, at 11 places: nothing lacks its share, and no best is new. */
const places = [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8, 0.4, 0.6, 0, 1];
const curve = (branch: number, lossAt: (x: number) => number, width = 1): Shown[] =>
  places.map((x) => [branch, width * x, lossAt(width * x)]);
const bowl = (x: number) => (x - 0.5) ** 2;

test.each([
  [1, 2],
  [2, 1],
])('of two branches behind the best the turn is that of %i, which promises more than %i', (steep, flat) => {
  // One is still falling at the rim of what was tried; the other is known to be worse everywhere.
  const falls: Shown[] = [...places].reverse().map((x) => [steep, 0.6 * x, 1 - 1.5 * (0.6 * x)]);
  const { next } = raceAfter([...curve(0, bowl), ...falls, ...curve(flat, (x) => 0.6 + 0.4 * bowl(x))]);
  const foray = next(0.1)!;
  expect('branch' in foray && foray.branch.fixed[0]!.coordinate).toBe((steep + 0.5) / 3);
});

test('what each branch has shown is told apart, failures counted, losses on the scale of all', () => {
  const { standings } = raceAfter([
    [0, 0.1, 3],
    [1, 0.2, 1],
    [1, 0.3],
    [2, 0.4, 2],
  ]);
  expect(standings.map(({ trials, failed }) => [trials, failed])).toEqual([
    [1, 0],
    [2, 1],
    [1, 0],
  ]);
  const [a, b, c] = standings.map(({ losses }) => losses);
  expect([a, b, c].map((losses) => losses!.length)).toEqual([1, 1, 1]);
  expect(b![0]!).toBeLessThan(c![0]!);
  expect(c![0]!).toBeLessThan(a![0]!);
});

test('a branch that nobody has tried is covered by a new config of its own', () => {
  const { next, standings } = raceAfter([...curve(0, bowl), ...curve(1, (x) => 1 + bowl(x))]);
  const foray = next(0.1)!;
  if (!('config' in foray)) throw new Error('no config');
  expect(isIn(standings[2]!.branch, encodeConfig(space, foray.config))).toBe(true);
});

test('where a branch falls the next trial is near its best, the nearer the more have missed', () => {
  const before: Shown[] = [
    ...curve(0, bowl),
    ...curve(1, (x) => 1 + bowl(x)),
    ...curve(2, (x) => 2 + bowl(x)),
  ];
  const fall: Shown = [1, 0.45, 0.2];
  const radius = (shown: readonly Shown[]) => {
    const foray = raceAfter(shown).next(0.1)!;
    if (!('branch' in foray)) throw new Error('no branch');
    expect(foray.branch.fixed[0]!.coordinate).toBe(0.5);
    return foray.radius!;
  };
  const first = radius([...before, fall]);
  expect(radius([...before, fall, [1, 0.43, 0.6]])).toBeCloseTo(0.7 * first, 12);
});

test('without branches there is no race', () => {
  const flat = createSpace({ kind: { type: 'choice', values: ['a', 'b', 'c'] }, ...own });
  const race = new BranchRace({
    problem: { space: flat, seed: 1 },
    space: pointSpace(flat),
    evidence: new Evidence(flat, spaceGeometry(flat), new History(flat)),
    streams: (purpose, index) => randomStream(1, purpose, index),
    isNew: () => true,
  });
  expect(race.standings()).toEqual([]);
  expect(race.next(5, race.standings(), 0.1)).toBeUndefined();
});
