import { expect, test } from 'vitest';
import { wilcoxonGreater } from '../../../src/math/wilcoxon.ts';
import { buildStrategy } from '../../../src/search/plan.ts';
import { isMisleading, rankAgreement } from '../../../src/search/rungs/rank-agreement.ts';
import type { Course } from '../../../src/search/stopping/early-stopping.ts';
import { medianStopping } from '../../../src/search/stopping/median-stopping.ts';
import { wilcoxonLoss, wilcoxonStopping } from '../../../src/search/stopping/wilcoxon-stopping.ts';
import { createSpace } from '../../../src/space/space.ts';

const course = (losses: readonly number[], state: Course['state'] = 'completed'): Course => ({
  reports: losses.map((loss, index) => ({ step: index + 1, loss })),
  state,
});

test('signed-rank p values: the exact ones of the tables, and of R for ties', () => {
  // All of n positive: 1 / 2^n.
  expect(wilcoxonGreater([1, 2, 3, 4, 5])).toBeCloseTo(1 / 32, 12);
  // n = 8, W- = 5, the table's 5 % point for one side: 10 of 256 sign patterns are as low.
  expect(wilcoxonGreater([8, 7, 6, 5, 4, 1, -2, -3])).toBeCloseTo(10 / 256, 12);
  expect(wilcoxonGreater([-1, -2, -3])).toBe(1);
  expect(wilcoxonGreater([])).toBe(1);
  expect(wilcoxonGreater([0, 0])).toBe(1);
  // R: wilcox.test(c(1, 1, 2, 3, -1), alternative = 'greater', exact = FALSE)$p.value
  expect(wilcoxonGreater([1, 1, 2, 3, -1])).toBeCloseTo(0.0846, 2);
});

test('exact tails sum over all sign patterns', () => {
  const differences = [0.3, 1.1, -0.7, 2.2, 0.9, -0.1];
  const ranks = [...differences].map((d) => Math.abs(d)).sort((a, b) => a - b);
  const sumOf = (signs: number) => ranks.reduce((sum, _, i) => sum + ((signs >> i) & 1 ? i + 1 : 0), 0);
  const own = differences.reduce((sum, d) => sum + (d > 0 ? ranks.indexOf(Math.abs(d)) + 1 : 0), 0);
  const as = Array.from({ length: 64 }, (_, signs) => signs).filter((signs) => sumOf(signs) >= own).length;
  expect(wilcoxonGreater(differences)).toBeCloseTo(as / 64, 12);
});

test('median stopping: worse than the median of running means, once four have completed and the warm-up is over', () => {
  const others = [
    course([1, 0.8, 0.6]),
    course([1, 0.9, 0.7]),
    course([1.2, 1.0, 0.8]),
    course([1.4, 1.2, 1.1]),
    course([9, 9], 'failed'),
  ];
  // Running means at step 2: 0.9, 0.95, 1.1, 1.3; their median is 1.025.
  const rule = medianStopping(2);
  expect(rule(course([1.5, 1.03], 'running'), others)).toBe(true);
  expect(rule(course([1.5, 1.02], 'running'), others)).toBe(false);
  // The best so far counts.
  expect(rule(course([1.02, 5], 'running'), others)).toBe(false);
  expect(rule(course([5], 'running'), others)).toBe(false);
  expect(rule(course([5, 5], 'running'), others.slice(1))).toBe(false);
});

test('median stopping waits for a step that foretells the end: slow learners may win', () => {
  // The lower at the first step the higher at the end.
  const others = [
    course([1, 0.9, 0.9]),
    course([1.1, 0.8, 0.8]),
    course([1.2, 0.7, 0.7]),
    course([1.3, 0.4, 0.3]),
    course([1.4, 0.3, 0.2]),
  ];
  const rule = medianStopping(1);
  expect(rule(course([9], 'running'), others)).toBe(false);
  // Those of a proportional family are stopped at once.
  const proportional = [1, 1.1, 1.2, 1.3, 1.4].map((loss) => course([loss, loss / 2, loss / 3]));
  expect(rule(course([9], 'running'), proportional)).toBe(true);
});

test('Wilcoxon stopping: worse than the best on the same folds, never with a better mean', () => {
  const best = course([0.1, 0.2, 0.1, 0.3, 0.2]);
  const others = [best, course([0.5, 0.5, 0.5, 0.5, 0.5])];
  expect(wilcoxonStopping(course([0.2, 0.35, 0.14, 0.6], 'running'), others)).toBe(true);
  expect(wilcoxonStopping(course([0.2, 0.35, 0.14], 'running'), others)).toBe(false);
  expect(wilcoxonStopping(course([0.11, 0.22, 0.13, 0.0], 'running'), others)).toBe(false);
  expect(wilcoxonStopping(course([9, 9, 9, 9], 'running'), [])).toBe(false);
});

test('a trial that stopped at an easy fold is not taken for the best', () => {
  const best = { ...course([0.3, 0.1, 0.5, 0.2, 0.9]), loss: 0.4 };
  const stopped = course([0.4, 0.2, 0.6, 0.3], 'pruned');
  expect(wilcoxonLoss(stopped, [best])).toBeCloseTo(0.5, 12);
  expect(wilcoxonLoss(stopped, [])).toBeUndefined();
  // Folds of which each has a difficulty of its own; the lowest loss is that of the fourth.
  const folds = [0.3, 0.1, 0.5, 0.05, 0.9, 0.4, 0.2, 0.6, 0.7, 0.3];
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
  for (const seed of [0, 1, 2]) {
    const strategy = buildStrategy({
      name: 'bayesian',
      problem: { space, seed, maxResource: 10 },
      options: { earlyStopping: 'wilcoxon' },
    });
    let least = Number.POSITIVE_INFINITY;
    let stops = 0;
    for (let trial = 0; trial < 30; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
      const { x, y } = suggestion.config as { x: number; y: number };
      const height = (x - 0.3) ** 2 + (y - 0.6) ** 2;
      least = Math.min(least, height);
      strategy.start(trial, suggestion.config);
      const end = folds.findIndex((fold, i) => strategy.report(trial, i + 1, fold + height) === 'stop');
      if (end >= 0) stops++;
      strategy.tell(
        trial,
        end >= 0
          ? { state: 'pruned', loss: folds[end]! + height, resource: end + 1 }
          : { state: 'completed', loss: height + 0.405 },
      );
    }
    expect(stops).toBeGreaterThan(5);
    // With the loss of the last fold it was 0.007 to 0.02.
    expect(least).toBeLessThan(1e-3);
  }
});

test('any strategy can be stopped early, and says the same after a replay', () => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  const make = () =>
    buildStrategy({
      name: 'random',
      problem: { space, seed: 1, maxResource: 9 },
      options: { earlyStopping: 'median', minEpochs: 1 },
    });
  const calls: ((strategy: ReturnType<typeof make>) => unknown)[] = [];
  const strategy = make();
  const decisions: unknown[] = [];
  for (let trial = 0; trial < 8; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    calls.push((of) => of.start(trial, suggestion.config));
    calls.at(-1)!(strategy);
    for (let step = 1; step <= 3; step++) {
      calls.push((of) => of.report(trial, step, trial + 1 / step));
      const decision = calls.at(-1)!(strategy);
      decisions.push(decision);
      if (decision === 'stop') break;
    }
    const state = decisions.at(-1) === 'stop' ? 'pruned' : 'completed';
    calls.push((of) => of.tell(trial, { state, loss: trial }));
    calls.at(-1)!(strategy);
  }
  expect(decisions.filter((decision) => decision === 'stop')).toHaveLength(4);
  const again = make();
  expect(calls.map((call) => call(again)).filter((of) => of === 'stop')).toHaveLength(4);
  expect(again.ask()).toEqual(strategy.ask());
});

test.each(['median', 'wilcoxon'] as const)(
  'no trial is stopped for being worse than those that miss a constraint: %s',
  (earlyStopping) => {
    const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
    const stops = (miss: number) => {
      const strategy = buildStrategy({
        name: 'random',
        problem: { space, seed: 0, maxResource: 5, constraints: 1 },
        options: { earlyStopping },
      });
      for (let trial = 0; trial < 5; trial++) {
        strategy.start(trial, { x: trial / 10 });
        for (let step = 1; step <= 5; step++) strategy.report(trial, step, 0.1 * step);
        strategy.tell(trial, { state: 'completed', loss: 0.5, constraints: [miss] });
      }
      strategy.start(5, { x: 0.9 });
      return [1, 2, 3, 4].some((step) => strategy.report(5, step, 0.2 + 0.1 * step) === 'stop');
    };
    expect(stops(0)).toBe(true);
    expect(stops(1)).toBe(false);
  },
);

test('a trial that has come to its end is not stopped there', () => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  const problem = { space, seed: 1, maxResource: 3 };
  // Steps from 1 and, as many a program counts them, from 0.
  for (const first of [1, 0]) {
    const strategy = buildStrategy({
      name: 'random',
      problem,
      options: { earlyStopping: 'median', minEpochs: 3 },
    });
    for (let trial = 0; trial < 8; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
      strategy.start(trial, suggestion.config);
      for (const step of [0, 1, 2]) expect(strategy.report(trial, first + step, trial)).toBe('continue');
      strategy.tell(trial, { state: 'completed', loss: trial });
    }
  }
});

/** Trials of which each is worse than the one before by the same on every fold; how many folds each was trained. */
function foldsTrained(order: (trial: number) => readonly number[], withMean: boolean): number[] {
  const difficulty = [0.3, 0.1, 0.5, 0.05, 0.9, 0.4, 0.2, 0.6, 0.7, 0.35];
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  const strategy = buildStrategy({
    name: 'random',
    problem: { space, seed: 1 },
    options: { earlyStopping: 'wilcoxon' },
  });
  return Array.from({ length: 6 }, (_, trial) => {
    strategy.start(trial, { x: trial / 10 });
    const losses: number[] = [];
    for (const fold of order(trial)) {
      losses.push(difficulty[fold]! + trial / 10 + fold / 1000);
      if (strategy.report(trial, fold, losses.at(-1)!) === 'stop') {
        strategy.tell(trial, { state: 'pruned', loss: losses.at(-1)! });
        return losses.length;
      }
    }
    const mean = losses.reduce((sum, loss) => sum + loss / losses.length, 0);
    if (withMean) expect(strategy.report(trial, 10, mean)).toBe('continue');
    strategy.tell(trial, { state: 'completed', loss: withMean ? mean : losses.at(-1)! });
    return losses.length;
  });
}

test.each([true, false])('folds may come in any order; their mean after them: %s', (withMean) => {
  const ascending = Array.from({ length: 10 }, (_, fold) => fold);
  const shuffled = [7, 2, 9, 0, 5, 3, 8, 1, 6, 4];
  const few = [10, 4, 4, 4, 4, 4];
  expect(foldsTrained(() => ascending, withMean)).toEqual(few);
  expect(foldsTrained(() => ascending.toReversed(), withMean)).toEqual(few);
  expect(foldsTrained(() => shuffled, withMean)).toEqual(few);
  const each = (trial: number) => [...shuffled.slice(trial), ...shuffled.slice(0, trial)];
  expect(foldsTrained(each, withMean)).toEqual(few);
});

test('a trial is not stopped after its last fold, and a fold that comes again counts once', () => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  for (const withMean of [true, false]) {
    const strategy = buildStrategy({
      name: 'random',
      problem: { space, seed: 1 },
      options: { earlyStopping: 'wilcoxon' },
    });
    strategy.start(0, { x: 0.1 });
    for (const fold of [4, 1, 3, 2]) strategy.report(0, fold, fold);
    if (withMean) strategy.report(0, 5, 2.5);
    strategy.tell(0, { state: 'completed', loss: 2.5 });
    strategy.start(1, { x: 0.2 });
    // Three folds of which one is repeated prove nothing, and four are all.
    for (const fold of [1, 4, 4, 4, 2, 3]) expect(strategy.report(1, fold, fold + 1)).toBe('continue');
  }
});

test('rank agreement of few and all epochs', () => {
  const curves = (sign: number) =>
    Array.from({ length: 8 }, (_, trial) => [
      { step: 1, loss: trial },
      { step: 9, loss: sign * trial },
    ]);
  expect(rankAgreement(curves(1), 1, 9)).toEqual({ resource: 1, correlation: 1, trials: 8 });
  const against = rankAgreement(curves(-1), 1, 9)!;
  expect(against.correlation).toBeCloseTo(-1, 12);
  expect(isMisleading(against)).toBe(true);
  expect(rankAgreement(curves(1).slice(0, 3), 1, 9)).toBeUndefined();
  // Of few trials in no order nobody can tell; all of them the other way round is no chance.
  expect(isMisleading({ resource: 1, correlation: 0, trials: 20 })).toBe(false);
  expect(isMisleading({ resource: 1, correlation: 0, trials: 40 })).toBe(true);
  expect(isMisleading({ resource: 1, correlation: -0.54, trials: 6 })).toBe(false);
  expect(isMisleading(rankAgreement(curves(-1).slice(0, 5), 1, 9)!)).toBe(true);
  expect(rankAgreement(curves(0), 1, 9)).toBeUndefined();
});
