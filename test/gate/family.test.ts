import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FamilyInput,
  type MetricRule,
  nextFamilyStep,
  type SeedMetrics,
} from '../../src/gate/family.ts';
import { nextStep } from '../../src/gate/sequential.ts';
import type { Verdict } from '../../src/gate/verdict.ts';
import { randomStream } from '../../src/math/random.ts';

const frame = { goal: 'maximize', maxDrop: 0, confidence: 0.95, name: 'accuracy' } as const;
const looks = [3, 5, 7, 10];
const latency: MetricRule = { name: 'latency', goal: 'minimize', maxDrop: 1, gates: true };

/** Runs the whole procedure on seeds that are drawn when they are asked for. */
function judge(
  draw: (seed: number) => { readonly base: Record<string, number>; readonly head: Record<string, number> },
  rules: readonly MetricRule[],
  input: Partial<FamilyInput> = {},
): { readonly verdict: Verdict; readonly seeds: number } {
  const measured: SeedMetrics[] = [];
  let suspected: ReadonlyMap<string, number> = new Map();
  for (;;) {
    const pairs = measured.map(({ seed, base, head }) => ({
      seed,
      base: base!['accuracy']!,
      head: head!['accuracy']!,
    }));
    const step = nextFamilyStep({ ...frame, looks, rules, ...input, pairs, measured, suspected });
    if (step.done) return { verdict: step.verdict, seeds: measured.length };
    expect(step.seeds).toBeGreaterThan(measured.length);
    suspected = step.suspected;
    while (measured.length < step.seeds) measured.push({ seed: measured.length, ...draw(measured.length) });
  }
}

const noisy = (seed: number, drop = 0) => {
  const stream = randomStream(seed, 'family');
  return { base: stream.normal() / 10, head: stream.normal() / 10 - drop };
};

test('without further metrics it is the test of the main one, step by step', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          maxLength: 12,
        },
      ),
      fc.boolean(),
      (scores, atEnd) => {
        const pairs = scores.map(([base, head], seed) => ({ seed, base, head }));
        const measured = pairs.map(({ seed, base, head }) => ({ seed, base: { base }, head: { head } }));
        const alone = nextStep({ ...frame, looks, pairs, atEnd });
        const family = nextFamilyStep({ ...frame, looks, pairs, measured, atEnd, rules: [] });
        expect(family.done).toBe(alone.done);
        if (family.done) expect(family.verdict).toEqual(alone.verdict);
        else if (!alone.done) expect(family.seeds).toBe(alone.seeds);
      },
    ),
    {
      // Eight pairs, one more than at a look that would have found a gain near the line.
      examples: [
        [[0, 0.17078, 0.4057, 0.61756, 0.46902, 0, 0, 0].map((head): [number, number] => [0, head]), false],
      ],
    },
  );
});

test('a further metric that rose beyond its limit decides, whatever became of the main one', () => {
  const { verdict } = judge(
    (seed) => {
      const { base, head } = noisy(seed, -0.5);
      return { base: { accuracy: base, latency: 10 + base }, head: { accuracy: head, latency: 14 + head } };
    },
    [latency],
  );
  expect(verdict).toMatchObject({ conclusion: 'regressed', decidedBy: 'latency' });
  expect(verdict.reason).toContain('latency');
  expect(verdict.difference).toBeGreaterThan(0);
  expect(verdict.others).toMatchObject([{ name: 'latency', verdict: { conclusion: 'regressed' } }]);
  expect(verdict.others![0]!.verdict.difference).toBeGreaterThan(3);
});

test('one that is for information says so and decides nothing, and a rise within the limit is tolerated', () => {
  const draw = (rise: number) => (seed: number) => {
    const { base, head } = noisy(seed, -0.5);
    return {
      base: { accuracy: base, latency: 10 },
      head: { accuracy: head, latency: 10 + rise + base / 100 },
    };
  };
  const informed = judge(draw(4), [{ ...latency, gates: false }]).verdict;
  expect(informed).toMatchObject({
    conclusion: 'improved',
    others: [{ gates: false, verdict: { conclusion: 'regressed' } }],
  });
  expect(judge(draw(0.5), [latency]).verdict).toMatchObject({
    conclusion: 'improved',
    others: [{ verdict: { conclusion: 'unchanged' } }],
  });
});

test('a named metric gets the seeds that it needs; slices do with those of the others', () => {
  // The main metric is clear at once, the other is not.
  const draw = (name: string) => (seed: number) => {
    const { base, head } = noisy(seed);
    return { base: { accuracy: 0.5, [name]: base }, head: { accuracy: 0.9 + base / 100, [name]: head } };
  };
  const rule = { goal: 'maximize', maxDrop: 0.05, gates: true } as const;
  expect(judge(draw('recall'), [{ ...rule, name: 'recall' }]).seeds).toBeGreaterThan(3);
  expect(judge(draw('recall/a'), [{ ...rule, name: 'recall/*' }]).seeds).toBe(3);
});

test('a pattern stands for every metric it fits, but for the main one and those with a rule of their own', () => {
  const metrics = { accuracy: 0.9, 'accuracy/a': 0.8, 'accuracy/b': 0.7, 'accuracy/c': 0.6, other: 1 };
  const { verdict } = judge(
    () => ({ base: metrics, head: metrics }),
    [
      { name: 'acc*', goal: 'maximize', maxDrop: 0, gates: true },
      { name: 'accuracy/b', goal: 'maximize', maxDrop: 0.1, gates: false },
    ],
  );
  expect(verdict.others!.map(({ name, gates }) => [name, gates])).toEqual([
    ['accuracy/a', true],
    ['accuracy/c', true],
    ['accuracy/b', false],
  ]);
  expect(verdict.conclusion).toBe('unchanged');
});

test('a metric that one side does not report cannot be compared, and does not weigh on the others', () => {
  const rules = ['gone', 'new', 'never'].map((name) => ({ ...latency, name }));
  const { verdict } = judge(
    (seed) => ({
      base: { accuracy: noisy(seed).base, gone: 1 },
      head: { accuracy: noisy(seed).base - 1 + noisy(seed).head / 10, new: 1 },
    }),
    rules,
  );
  expect(verdict.conclusion).toBe('regressed');
  expect(verdict.decidedBy).toBeUndefined();
  expect(verdict.others!.map(({ verdict: { conclusion, reason } }) => [conclusion, reason])).toEqual([
    ['error', 'The head does not report gone.'],
    ['no-baseline', 'The base does not report new.'],
    ['no-baseline', 'Neither side reports never.'],
  ]);
});

test('false alarms over a family of metrics and all looks stay at the level', () => {
  const rules = ['a', 'b', 'c', 'd'].map((name) => ({ ...latency, name, maxDrop: 0 }));
  const runs = 600;
  let alarms = 0;
  for (let run = 0; run < runs; run++) {
    const { verdict } = judge((seed) => {
      const stream = randomStream(run * 1000 + seed, 'family alarms');
      const side = () =>
        Object.fromEntries(['accuracy', 'a', 'b', 'c', 'd'].map((name) => [name, stream.normal()]));
      return { base: side(), head: side() };
    }, rules);
    if (verdict.conclusion === 'regressed') alarms += 1;
  }
  // 0.05 and three standard errors of 600 runs.
  expect(alarms / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
});
