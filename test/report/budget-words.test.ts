import { expect, test } from 'vitest';
import { plannedWords } from '../../src/report/budget-words.ts';

test('one is one', () => {
  const words = (trials: number, epochs: number) =>
    plannedWords({ workers: 1, trials, epochs, totalEpochs: epochs });
  expect(words(5, 1)).toBe('5 trials of at most 1 epoch, 1 epoch in all');
  expect(words(1, 1000)).toBe('1 trial of at most 1,000 epochs, 1,000 epochs in all');
});
