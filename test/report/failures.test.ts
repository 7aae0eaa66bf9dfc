import { expect, test } from 'vitest';
import { failedWords } from '../../src/report/failures.ts';
import type { TrialRecord, TrialRole } from '../../src/study/study.ts';

const failed = (role: TrialRole) => ({ role, state: 'failed' }) as TrialRecord;

test('trials are those of the search: others that failed are trainings', () => {
  expect(failedWords([failed('search')])).toBe('1 trial failed');
  expect(failedWords([failed('search'), failed('search')])).toBe('2 trials failed');
  expect(failedWords([failed('confirm')])).toBe('1 training failed');
  expect(failedWords([failed('search'), failed('head')])).toBe('2 trainings failed');
});
