import { expect, test } from 'vitest';
import { stepNotice } from '../../../src/session/phases/step-notice.ts';
import type { Study, TrialRecord } from '../../../src/study/study.ts';

const study = (steps: readonly number[], changes: Partial<TrialRecord> = {}): Study => ({
  name: 's',
  metric: { name: 'loss', goal: 'minimize' },
  seed: 0,
  strategy: 'random',
  trials: [
    {
      role: 'search',
      trial: 0,
      config: {},
      seed: 1,
      origin: 'random',
      state: 'completed',
      metrics: {},
      reports: steps.map((step) => ({ step, metrics: { loss: 1 } })),
      resource: 4,
      durationMs: 1,
      ...changes,
    },
  ],
});

test('steps that count from 0 are told', () => {
  expect(stepNotice(study([0, 1, 2, 3]))).toContain('the last of 4 epochs as step 3');
  expect(stepNotice(study([0, 1, 2, 3, 4]))).toBeUndefined();
  expect(stepNotice(study([1, 2, 3]))).toBeUndefined();
  // Stopped early, or before what it was asked for is known.
  expect(stepNotice(study([0, 1, 2, 3], { state: 'pruned' }))).toBeUndefined();
});

test('steps beyond the epochs of a trial are told', () => {
  expect(stepNotice(study([0, 16, 47]))).toContain('(step 47 of 4)');
  expect(stepNotice(study([5], { state: 'pruned' }))).toContain('(step 5 of 4)');
  expect(stepNotice(study([1, 2, 3, 4]))).toBeUndefined();
  const { resource: _, ...open } = study([47]).trials[0]!;
  expect(stepNotice({ ...study([]), trials: [open] })).toBeUndefined();
});

test('where trials are stopped by what they report, reports at their end alone are told', () => {
  const once = study([1]).trials[0]!;
  const of = (trials: readonly TrialRecord[], strategy = 'asha') =>
    stepNotice({ ...study([]), strategy, trials });
  expect(of([once, once, once])).toContain('as step 1 of 4, so none could be stopped early');
  expect(of([once, once])).toBeUndefined();
  expect(of([once, once, once], 'bayesian')).toBeUndefined();
  expect(of([once, once, ...study([1, 2, 3, 4]).trials])).toBeUndefined();
  const short = { ...once, resource: 1 };
  expect(of([short, short, short])).toBeUndefined();
});

test('steps that fall are told where trials are judged by them', () => {
  const down = study([4, 3, 2, 1]);
  expect(stepNotice({ ...down, strategy: 'asha' })).toContain('(step 4 first, step 1 last)');
  expect(stepNotice(down, 'median')).toContain('none could be stopped early');
  expect(stepNotice(down)).toBeUndefined();
  expect(stepNotice(down, 'wilcoxon')).toBeUndefined();
  // Begun anew for each rung.
  expect(stepNotice({ ...study([1, 1, 2, 1, 2, 3, 4]), strategy: 'asha' })).toBeUndefined();
});

test('where a rule stops trials early, reports at their end alone are told for any strategy', () => {
  const once = study([4]).trials[0]!;
  const { resource: _, ...open } = study([1]).trials[0]!;
  const of = (trials: readonly TrialRecord[], rule?: 'median' | 'wilcoxon') =>
    stepNotice({ ...study([]), trials }, rule);
  expect(of([once, once, once], 'median')).toContain('could stop none: report after every epoch');
  expect(of([open, open, open], 'wilcoxon')).toContain('could stop none: report each fold');
  expect(of([once, once, once])).toBeUndefined();
  expect(of([once, once], 'median')).toBeUndefined();
  expect(of([once, once, ...study([1, 2, 3, 4]).trials], 'median')).toBeUndefined();
  const short = { ...study([1]).trials[0]!, resource: 1 };
  expect(of([short, short, short], 'median')).toBeUndefined();
});

test('folds have numbers of their own', () => {
  // From 0, or with their mean after as many as there are epochs.
  expect(stepNotice(study([0, 1, 2, 3]), 'wilcoxon')).toBeUndefined();
  expect(stepNotice(study([1, 2, 3, 4, 5]), 'wilcoxon')).toBeUndefined();
});
