import { expect, test } from 'vitest';
import { failedWords, failureReport } from '../../src/report/failures.ts';
import { inTerminal } from '../../src/report/safe.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { TrialRecord, TrialRole } from '../../src/study/study.ts';
import { results, unscored } from './fixtures.ts';

const failed = (role: TrialRole) => ({ role, state: 'failed' }) as TrialRecord;

test('trials are those of the search: others that failed are trainings', () => {
  expect(failedWords([failed('search')])).toBe('1 trial failed');
  expect(failedWords([failed('search'), failed('search')])).toBe('2 trials failed');
  expect(failedWords([failed('confirm')])).toBe('1 training failed');
  expect(failedWords([failed('search'), failed('head')])).toBe('2 trainings failed');
});

const one = (trial: number, changes: Partial<TrialRecord>) =>
  unscored(trial, { state: 'failed', reason: 'malformed-report', ...changes });
const report = (...trials: readonly TrialRecord[]) =>
  failureReport({ ...results, study: { ...results.study, trials } }, inTerminal);

test('each message is of the trial that is named beside it', () => {
  const { lines } = report(
    one(1, { reason: 'no-metric', message: 'the trial ended without reporting anything' }),
    one(2, { reason: 'no-metric', message: 'the trial never reported loss, only acc.' }),
    one(3, { reason: 'no-metric', message: 'the trial ended without reporting anything' }),
    one(4, { reason: 'crash', message: 'exit code 1' }),
  );
  expect(lines).toEqual([
    '3 metric not reported: #1, #2, #3. #1 says: the trial ended without reporting anything; #2 says: the trial never reported loss, only acc.',
    '1 crashed. #4 says: exit code 1.',
  ]);
});

test('of many messages three are shown, and the others counted', () => {
  const { lines } = report(...Array.from({ length: 9 }, (_, i) => one(i, { message: `line ${i % 5}` })));
  expect(lines).toEqual([
    '9 report not readable: #0, #1, #2, #3, #4, #5, #6, #7 and 1 more. #0 says: line 0; #1 says: line 1; #2 says: line 2; 2 further messages.',
  ]);
});

test('the output that is shown names its trial, also below the line of another reason', () => {
  const trials = [
    one(1, { reason: 'crash', message: 'exit code 1', tail: 'red' }),
    one(2, { reason: 'not-finite', message: 'loss became NaN at step 1' }),
  ];
  const shown = renderTerminal(
    { ...results, study: { ...results.study, trials } },
    { colour: false, width: 100 },
  );
  expect(shown).toContain(`2 trials failed
- 1 crashed. #1 says: exit code 1.
- 1 metric not a number. #2 says: loss became NaN at step 1.
The end of the log of #1:
  │ red
`);
});
