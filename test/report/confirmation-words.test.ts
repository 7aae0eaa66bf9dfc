import { expect, test } from 'vitest';
import { judgeConfirmation } from '../../src/confirm/judge.ts';
import { freshScore } from '../../src/report/confirmation-words.ts';

test('the row of the best config counts the seeds that its mean is of', () => {
  const confirmation = judgeConfirmation({
    goal: 'maximize',
    confidence: 0.95,
    searched: [0.9724, 0.971, 0.9696, 0.9689, 0.9],
    candidates: [{ trial: 4, searchScore: 0.9, scores: [] }],
    trial: 4,
    final: [
      { seed: 1, recommended: 0.8 },
      // The training failed.
      { seed: 2 },
      { seed: 3, recommended: 0.6 },
    ],
    withIncumbent: false,
  });
  expect(String(freshScore(confirmation, 4))).toBe('0.70 (2)');
});
