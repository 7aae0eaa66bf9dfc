import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, gateError, noBaseline } from '../../src/gate/compare.ts';
import type { SeedPair } from '../../src/gate/verdict.ts';
import { randomStream } from '../../src/math/random.ts';

const frame = { goal: 'maximize', maxDrop: 0.01, confidence: 0.95 } as const;
const pairs = (base: readonly (number | undefined)[], head: readonly (number | undefined)[]): SeedPair[] =>
  base.map((score, seed) => ({
    seed,
    ...(score === undefined ? {} : { base: score }),
    ...(head[seed] === undefined ? {} : { head: head[seed] }),
  }));
const conclusion = (
  base: readonly (number | undefined)[],
  head: readonly (number | undefined)[],
  change = {},
) => compare({ pairs: pairs(base, head), ...frame, ...change }).conclusion;

const base = [0.9, 0.91, 0.89, 0.905, 0.895];

test.each([
  ['clearly worse', base, [0.87, 0.88, 0.865, 0.876, 0.862], 'regressed'],
  ['clearly better', base, [0.93, 0.938, 0.922, 0.934, 0.921], 'improved'],
  ['the same but for a little noise', base, [0.901, 0.909, 0.89, 0.904, 0.896], 'unchanged'],
  ['a sure drop that is tolerated', base, base.map((x, i) => x - 0.004 - i * 0.0001), 'unchanged'],
  ['noise that hides everything', base, [0.93, 0.86, 0.91, 0.87, 0.92], 'inconclusive'],
  ['a drop near the limit', base, base.map((x, i) => x - 0.0085 - (i % 2) * 0.003), 'inconclusive'],
  ['identical', base, base, 'unchanged'],
  ['deterministic, beyond the limit', [0.9, 0.9, 0.9], [0.88, 0.88, 0.88], 'regressed'],
  ['deterministic, within the limit', [0.9, 0.9, 0.9], [0.895, 0.895, 0.895], 'unchanged'],
  ['deterministic gain', [0.9, 0.9, 0.9], [0.91, 0.91, 0.91], 'improved'],
  ['one seed', [0.9], [0.5], 'inconclusive'],
  ['no seed', [], [], 'inconclusive'],
  ['head broken on two seeds', base, [0.9, undefined, 0.89, Number.NaN, 0.9], 'regressed'],
  ['head broken on its only seed', [0.9], [undefined], 'inconclusive'],
  [
    'both sides fail now and then',
    [undefined, undefined, ...base],
    [0.9, 0.9, undefined, undefined, 0.89, 0.905, 0.895],
    'unchanged',
  ],
  [
    'no drop that matters, perhaps a gain',
    base,
    base.map((x, i) => x + 0.02 + (i % 2 ? 0.045 : -0.025)),
    'inconclusive',
  ],
  ['scores near the largest number', [1e308, 1.5e308], [-1e308, -1e308], 'inconclusive'],
  ['head broken once: the others decide', base, [undefined, 0.88, 0.865, 0.876, 0.862], 'regressed'],
  ['base broken', [undefined, undefined, undefined], [0.9, 0.9, 0.9], 'no-baseline'],
  ['both broken', [undefined, undefined], [undefined, undefined], 'error'],
])('%s', (_, baseScores, headScores, expected) => {
  expect(conclusion(baseScores, headScores)).toBe(expected);
  const losses = (scores: readonly (number | undefined)[]) => scores.map((x) => (x === undefined ? x : -x));
  expect(conclusion(losses(baseScores), losses(headScores), { goal: 'minimize' })).toBe(expected);
});

test('the numbers of a small case', () => {
  const verdict = compare({ pairs: pairs([0.9, 0.92, 0.91], [0.88, 0.89, 0.9]), ...frame });
  // differences −.02, −.03, −.01: mean −.02, sd .01, t(.95, 2) = 2.919986
  expect(verdict.difference).toBeCloseTo(-0.02, 12);
  expect(verdict.interval![0]).toBeCloseTo(-0.02 - 2.919986 * (0.01 / Math.sqrt(3)), 7);
  expect(verdict.interval![1]).toBeCloseTo(-0.02 + 2.919986 * (0.01 / Math.sqrt(3)), 7);
  expect(verdict.pWorse).toBeCloseTo(0.037, 3);
  expect(verdict.detectable).toBeCloseTo((2.919986 + 1.06066) * (0.01 / Math.sqrt(3)), 6);
});

test('a missing comparison says why', () => {
  expect(noBaseline('No spec at base.', frame)).toEqual({
    ...frame,
    conclusion: 'no-baseline',
    reason: 'No spec at base.',
    pairs: [],
  });
  expect(gateError('Broken.', frame).conclusion).toBe('error');
});

const scores = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 2,
    maxLength: 10,
  },
);
const limit = fc.double({ min: 0, max: 0.3, noNaN: true });

test('a verdict never contradicts its own interval', () => {
  fc.assert(
    fc.property(scores, limit, (rows, maxDrop) => {
      const verdict = compare({
        pairs: pairs(
          rows.map(([b]) => b),
          rows.map(([, h]) => h),
        ),
        ...frame,
        maxDrop,
      });
      const [low, high] = verdict.interval!;
      expect(verdict.difference).toBeGreaterThanOrEqual(low);
      expect(verdict.difference).toBeLessThanOrEqual(high);
      if (verdict.conclusion === 'regressed') {
        expect(high).toBeLessThan(0);
        expect(-verdict.difference!).toBeGreaterThan(maxDrop);
      }
      if (verdict.conclusion === 'improved') expect(low).toBeGreaterThan(0);
      const within = -low <= maxDrop && high <= maxDrop;
      // Of spread-free results the end on the better side is not asked for: a gain is `improved`.
      if (verdict.conclusion === 'unchanged') expect(within).toBe(true);
      if (verdict.conclusion === 'inconclusive') expect(within).toBe(false);
      if (verdict.detectable !== undefined) expect(verdict.detectable).toBeGreaterThanOrEqual(maxDrop);
    }),
  );
});

test('exchanging the sides turns regressed into improved where no drop is tolerated', () => {
  fc.assert(
    fc.property(scores, (rows) => {
      const [b, h] = [rows.map(([x]) => x), rows.map(([, x]) => x)];
      const [one, other] = [conclusion(b, h, { maxDrop: 0 }), conclusion(h, b, { maxDrop: 0 })];
      expect(one === 'regressed').toBe(other === 'improved');
    }),
  );
});

test('units do not matter: shifting and scaling scores and limit changes no verdict', () => {
  fc.assert(
    fc.property(scores, limit, fc.constantFrom(2, 8, 0.25), (rows, maxDrop, factor) => {
      const [b, h] = [rows.map(([x]) => x), rows.map(([, x]) => x)];
      const scaled = (xs: readonly number[]) => xs.map((x) => x * factor);
      expect(conclusion(scaled(b), scaled(h), { maxDrop: maxDrop * factor })).toBe(
        conclusion(b, h, { maxDrop }),
      );
    }),
  );
});

test.each([
  [5, 0],
  [10, 0],
  [5, 2],
])('the detectable drop is found about 4 times in 5: %d seeds, limit %d', (n, maxDrop) => {
  const noise = (purpose: string) =>
    Array.from({ length: 2000 }, (_, i) => {
      const stream = randomStream(n, purpose, i);
      return Array.from({ length: n }, () => stream.normal());
    });
  const zeros = Array.from({ length: n }, () => 0);
  const drop = (draws: readonly number[], by: number) =>
    compare({
      pairs: pairs(
        zeros,
        draws.map((x) => x - by),
      ),
      ...frame,
      maxDrop,
    });
  const stated = noise('stated').map((draws) => drop(draws, 0).detectable!);
  const typical = stated.reduce((sum, x) => sum + x, 0) / stated.length;
  const found = noise('found').filter((draws) => drop(draws, typical).conclusion === 'regressed').length;
  expect(found / 2000).toBeGreaterThan(0.72);
  expect(found / 2000).toBeLessThan(0.86);
});

test.each([3, 5, 10])('false alarms with %d seeds stay at the stated rate', (n) => {
  const studies = 4000;
  let [alarms, found] = [0, 0];
  for (let i = 0; i < studies; i++) {
    const stream = randomStream(n, 'gate', i);
    const draw = () => Array.from({ length: n }, () => stream.normal());
    const [b, h] = [draw(), draw()];
    if (conclusion(b, h, { maxDrop: 0 }) === 'regressed') alarms++;
    if (
      conclusion(
        b,
        h.map((x) => x - 3),
        { maxDrop: 0 },
      ) === 'regressed'
    )
      found++;
  }
  // 5 % and three standard errors of the simulation
  expect(alarms / studies).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / studies));
  expect(alarms / studies).toBeGreaterThan(0.035);
  expect(found / studies).toBeGreaterThan({ 3: 0.7, 5: 0.97, 10: 0.999 }[n]!);
});
