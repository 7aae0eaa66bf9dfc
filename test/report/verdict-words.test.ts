import { expect, test } from 'vitest';
import { leaderboard } from '../../src/report/board.ts';
import { inTerminal } from '../../src/report/safe.ts';
import { searchWords } from '../../src/report/verdict-words.ts';
import type { Study, TrialRecord } from '../../src/study/study.ts';
import { crashedTrial, results, searchTrial, unscored } from './fixtures.ts';

const stop = { reason: 'time', detail: '' } as const;
const words = (trials: readonly TrialRecord[], more: Partial<Study> = {}) => {
  const { confirmation: _, ...plain } = results;
  const of = { ...plain, study: { ...results.study, stop, ...more, trials } };
  return searchWords(of, leaderboard(of), inTerminal);
};

test('of a search without a result it is said why', () => {
  const cut = (trial: number) => unscored(trial, { state: 'interrupted' });
  expect(words([cut(0)])).toBe('The one trial of the search was not completed: the budget of time is spent.');
  expect(words([cut(0), cut(1)])).toBe(
    'None of the 2 trials of the search was completed: the budget of time is spent.',
  );
  expect(words([crashedTrial(0)])).toBe('The one trial of the search failed.');
  expect(words([crashedTrial(0), crashedTrial(1)])).toBe('All 2 trials of the search failed.');
});

test('one trial that misses a constraint', () => {
  const constraints = [{ name: 'loss', max: 0 }];
  expect(words([searchTrial(0)], { constraints })).toMatch(/^The one completed trial cannot win\. /);
  expect(words([searchTrial(0), searchTrial(1)], { constraints })).toMatch(/^None of 2 trials can win\. /);
});
