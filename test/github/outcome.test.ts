import { expect, test } from 'vitest';
import { checkConclusion, exitCode, type Outcome } from '../../src/github/outcome.ts';

const strict = { failOnRegression: true, failOnError: true, failOnMissingBaseline: true };
const lenient = { failOnRegression: false, failOnError: false, failOnMissingBaseline: false };

test.each<[Outcome, string, string]>([
  ['improved', 'success', 'success'],
  ['unchanged', 'success', 'success'],
  ['searched', 'success', 'success'],
  ['no-result', 'neutral', 'neutral'],
  ['regressed', 'failure', 'neutral'],
  ['error', 'failure', 'neutral'],
  ['no-baseline', 'failure', 'neutral'],
  ['inconclusive', 'neutral', 'neutral'],
  ['cancelled', 'cancelled', 'cancelled'],
])('%s: the check says %s, without any fail-on %s', (outcome, withPolicy, without) => {
  expect(checkConclusion(outcome, strict)).toBe(withPolicy);
  expect(checkConclusion(outcome, lenient)).toBe(without);
});

test('a search without a result fails where a person waits for it', () => {
  expect(exitCode('no-result', { ...lenient, failOnNoResult: true })).toBe(1);
  expect(exitCode('searched', { ...lenient, failOnNoResult: true })).toBe(0);
});

test('a comparison without a clear answer fails where nothing else was found', () => {
  expect(exitCode('inconclusive', { ...lenient, failOnInconclusive: true })).toBe(1);
  expect(exitCode('unchanged', { ...lenient, failOnInconclusive: true })).toBe(0);
});

test('the step fails exactly when the check does', () => {
  const outcomes: Outcome[] = [
    'improved',
    'unchanged',
    'searched',
    'no-result',
    'regressed',
    'error',
    'no-baseline',
    'inconclusive',
  ];
  for (const policy of [strict, lenient])
    for (const outcome of outcomes)
      expect(exitCode(outcome, policy)).toBe(checkConclusion(outcome, policy) === 'failure' ? 1 : 0);
  expect(exitCode('cancelled', lenient)).toBe(130);
});
