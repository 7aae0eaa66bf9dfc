import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nominalLevel, planLooks } from '../../src/gate/looks.ts';
import { nextStep, type SequentialInput, type Step } from '../../src/gate/sequential.ts';
import type { SeedPair, Verdict } from '../../src/gate/verdict.ts';
import { randomStream } from '../../src/math/random.ts';

const frame = { goal: 'maximize', maxDrop: 0, confidence: 0.95 } as const;
const looks = [3, 5, 7, 10];

/** Runs the whole procedure on seeds that are drawn when they are asked for. */
function judge(
  pair: (seed: number) => SeedPair,
  input: Partial<SequentialInput> = {},
): { readonly verdict: Verdict; readonly seeds: number } {
  const pairs: SeedPair[] = [];
  let suspectedAt: number | undefined;
  for (;;) {
    const step: Step = nextStep({
      ...frame,
      looks,
      ...input,
      pairs,
      ...(suspectedAt === undefined ? {} : { suspectedAt }),
    });
    if (step.done) return { verdict: step.verdict, seeds: pairs.length };
    suspectedAt = step.confirms ? pairs.length : undefined;
    expect(step.seeds).toBeGreaterThan(pairs.length);
    while (pairs.length < step.seeds) pairs.push(pair(pairs.length));
  }
}

test('looks: up to the cap, the cap last', () => {
  expect(planLooks(10)).toEqual([3, 5, 7, 10]);
  expect(planLooks(6)).toEqual([3, 5, 6]);
  expect(planLooks(3)).toEqual([3]);
  expect(planLooks(1)).toEqual([1]);
  expect(planLooks(8, [8, 4, 2, 4, 20])).toEqual([2, 4, 8]);
});

test.each([
  [[3, 5, 7, 10], true, 0, 0.017],
  [[3, 5], true, 0, 0.029],
  [[3, 5, 7], true, 0, 0.022],
  [[2, 3, 4, 5], true, 0, 0.017],
  [[3, 5, 7, 10], false, 0, 0.018],
  [[3, 5, 7, 10], false, 20, 0.02],
  [[3, 5], false, 20, 0.031],
  [[5], true, 0, 0.05],
] as const)(
  'nominal level of looks %s, paired %s, history %i: the table has %f',
  (at, paired, historyDf, table) => {
    const found = nominalLevel({ looks: at, confidence: 0.95, paired, historyDf });
    // The table has two or three digits.
    expect(Math.abs(found - table)).toBeLessThan(0.002);
  },
);

test('false alarms over all looks stay at the level, and two standard deviations are found with few seeds', () => {
  const runs = 1000;
  const rate = (drop: number, purpose: string) => {
    let regressed = 0;
    let improved = 0;
    let seeds = 0;
    for (let run = 0; run < runs; run++) {
      const stream = randomStream(run, purpose);
      const { verdict, seeds: used } = judge((seed) => ({
        seed,
        base: stream.normal(),
        head: stream.normal() - drop,
      }));
      if (verdict.conclusion === 'regressed') regressed++;
      if (verdict.conclusion === 'improved') improved++;
      seeds += used / runs;
    }
    return { regressed: regressed / runs, improved: improved / runs, seeds };
  };
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  for (const wrong of [rate(0, 'same').regressed, rate(0, 'same').improved]) {
    expect(wrong).toBeLessThan(0.05 + error);
    // The level is used up, not only kept.
    expect(wrong).toBeGreaterThan(0.05 - error);
  }
  const far = rate(2, 'far');
  expect(far.regressed).toBeGreaterThan(0.95);
  expect(far.seeds).toBeLessThan(7.2);
});

test('a clear answer ends at the first look, an unclear one at the cap with what it would need', () => {
  const clear = judge((seed) => ({
    seed,
    base: 0.9 + 0.001 * (seed % 3),
    head: 0.8 + 0.001 * ((seed + 1) % 3),
  }));
  expect(clear).toMatchObject({ seeds: 3, verdict: { conclusion: 'regressed' } });
  const unclear = judge((seed) => ({ seed, base: 0.9, head: 0.896 + (seed % 2 ? 0.02 : -0.02) }));
  expect(unclear).toMatchObject({ seeds: 10, verdict: { conclusion: 'inconclusive' } });
  expect(unclear.verdict.seedsNeeded).toBeGreaterThan(10);
  const same = judge((seed) => ({
    seed,
    base: 0.9 + 0.01 * Math.sin(seed),
    head: 0.9 + 0.01 * Math.sin(seed),
  }));
  expect(same).toMatchObject({ seeds: 3, verdict: { conclusion: 'unchanged' } });
});

test('a regression near the line needs fresh seeds that agree', () => {
  const drops = [0.02, 0.012, 0.03];
  const near = (after: number) =>
    judge((seed) => ({ seed, base: 0.9, head: 0.9 - (drops[seed] ?? after + 0.001 * (seed % 2)) }));
  expect(near(0.02)).toMatchObject({ seeds: 5, verdict: { conclusion: 'regressed' } });
  expect(near(-0.001).verdict.conclusion).not.toBe('regressed');
});

test('so does a gain near the line', () => {
  const gains = [0.02, 0.012, 0.03];
  const near = (after: number) =>
    judge((seed) => ({ seed, base: 0.9, head: 0.9 + (gains[seed] ?? after + 0.001 * (seed % 2)) }));
  expect(near(0.02)).toMatchObject({ seeds: 5, verdict: { conclusion: 'improved' } });
  expect(near(-0.001).verdict.conclusion).not.toBe('improved');
});

test('a confirmation gives its level back', () => {
  const plan = { looks, confidence: 0.95, paired: true } as const;
  const [plain, confirmed] = [nominalLevel(plan), nominalLevel({ ...plan, confirmed: true })];
  expect(confirmed).toBeGreaterThan(1.2 * plain);
  expect(confirmed).toBeLessThan(0.05);
});

test('without chance one seed a side is enough', () => {
  const known = { deterministic: true };
  expect(judge((seed) => ({ seed, base: 0.9, head: 0.89 }), known)).toMatchObject({
    seeds: 1,
    verdict: { conclusion: 'regressed' },
  });
  expect(judge((seed) => ({ seed, base: 0.9, head: 0.9 }), known).verdict.conclusion).toBe('unchanged');
});

test('a head that is broken twice ends it; the floor holds whatever base does', () => {
  expect(judge((seed) => ({ seed, base: 0.9 }))).toMatchObject({
    seeds: 3,
    verdict: { conclusion: 'regressed' },
  });
  const low = (seed: number) => ({ seed, base: 0.7 + 0.001 * seed, head: 0.7 + 0.0011 * seed });
  const { verdict } = judge(low, { floor: 0.9 });
  expect(verdict).toMatchObject({ conclusion: 'regressed', reason: expect.stringContaining('0.9') });
  expect(judge(low, { floor: 0.6, maxDrop: 0.01 }).verdict.conclusion).toBe('unchanged');
  expect(
    judge((seed) => ({ seed, base: -0.7, head: -0.7 + 0.0001 * seed }), { goal: 'minimize', floor: -0.9 })
      .verdict.conclusion,
  ).toBe('regressed');
});

test('a history of the noise finds what few seeds cannot', () => {
  const pair = (seed: number) => ({ seed, base: 0.9, head: 0.88 + (seed % 2 ? 0.02 : -0.02) });
  expect(judge(pair, { looks: [3] }).verdict.conclusion).toBe('inconclusive');
  const history = { variance: 0.002 ** 2, df: 20 };
  expect(judge(pair, { looks: [3], history }).verdict.conclusion).toBe('regressed');
});

test('adding evidence never makes a verdict contradict its own interval', () => {
  const score = fc.oneof(
    fc.double({ min: -1, max: 1, noNaN: true }),
    // Few values, so that seeds agree by luck.
    fc.integer({ min: -3, max: 3 }).map((steps) => steps / 4),
  );
  const known = fc.option(
    // One number of degrees of freedom: each has its own simulated level.
    fc.record({ variance: fc.double({ min: 0, max: 0.3, noNaN: true }), df: fc.constant(20) }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ base: score, head: score }), { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.boolean(),
      known,
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      (scores, maxDrop, paired, history, suspectedAt) => {
        const pairs = scores.map((pair, seed) => ({ seed, ...pair }));
        for (let n = 1; n <= pairs.length; n++) {
          const step = nextStep({
            ...frame,
            maxDrop,
            paired,
            looks,
            pairs: pairs.slice(0, n),
            atEnd: true,
            ...(history ? { history } : {}),
            ...(suspectedAt !== undefined && suspectedAt < n ? { suspectedAt } : {}),
          });
          // The time is up: what there is decides.
          expect(step.done).toBe(true);
          const { conclusion, interval, difference, reason } = step.verdict;
          if (!interval) {
            expect(conclusion).toBe('inconclusive');
            continue;
          }
          const [low, high] = interval;
          expect(low).toBeLessThanOrEqual(difference!);
          expect(high).toBeGreaterThanOrEqual(difference!);
          const exact = low === high;
          const within = low >= -maxDrop && high <= maxDrop;
          if (conclusion === 'regressed') {
            expect(high).toBeLessThan(0);
            expect(-difference!).toBeGreaterThan(maxDrop);
          } else if (conclusion === 'improved') expect(low).toBeGreaterThan(0);
          else if (conclusion === 'unchanged') expect(within || (exact && low >= -maxDrop)).toBe(true);
          else if (!reason.includes('did not confirm')) {
            expect(within).toBe(false);
            expect(high < 0 && -difference! > maxDrop).toBe(false);
            expect(low > 0).toBe(false);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});
