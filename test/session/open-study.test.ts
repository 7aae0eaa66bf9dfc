import path from 'node:path';
import { expect, test } from 'vitest';
import { type OpenStudyOptions, openStudy } from '../../src/session/open-study.ts';
import type { JournalRecord } from '../../src/study/record.ts';
import { identity, temporaryFolder } from '../study/fakes.ts';

const at = '2026-01-01T00:00:00.000Z';
const trial = (number: number): JournalRecord[] => {
  const run = `a.${number}`;
  const config = { x: number };
  return [
    {
      type: 'start',
      role: 'search',
      trial: number,
      run,
      segment: 0,
      config,
      seed: 1,
      origin: 'random',
      worker: 0,
      at,
    },
    {
      type: 'end',
      role: 'search',
      trial: number,
      run,
      state: 'completed',
      score: 0.5,
      durationMs: 1,
      at,
    },
  ];
};

const options = (budget: OpenStudyOptions['budget'], said: string[]): OpenStudyOptions => ({
  how: 'resume',
  budget,
  searches: true,
  notice: (text) => said.push(text),
});

/** What is said when a study is opened again that has such records. */
async function reopened(
  records: readonly JournalRecord[],
  change: Partial<typeof identity> = {},
  budget: OpenStudyOptions['budget'] = { trials: 1, epochs: 3, 'total-epochs': 3 },
) {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const first = await openStudy(file, identity, options(budget, []));
  for (const record of records) first.append(record);
  first.close();
  const said: string[] = [];
  const journal = await openStudy(file, { ...identity, ...change }, options(budget, said));
  journal.close();
  return { said, trials: journal.records.filter(({ type }) => type === 'start').length };
}

test('an unfinished study goes on, and where it cannot it is said why', async () => {
  const two = [...trial(0), ...trial(1)];
  expect(await reopened(two)).toEqual({
    said: ['Going on with the unfinished study: 2 of its trials have ended.'],
    trials: 2,
  });
  expect(await reopened(two, { code: 'other', seed: 8 })).toEqual({
    said: [
      'Beginning anew: the unfinished study that is here (2 trials ended) cannot go on, since the seed was 7 and is now 8, ' +
        'and the code that trains is not the same (all that git does not ignore counts, also what trainings write).',
    ],
    trials: 0,
  });
});

test('of a finished study, and of one without a trial, there is nothing to say', async () => {
  const finished: JournalRecord[] = [
    ...trial(0),
    { type: 'stop', reason: 'trials', detail: 'spent', at },
    { type: 'finish', at },
  ];
  expect(await reopened(finished)).toEqual({ said: [], trials: 0 });
  expect(await reopened(finished, { code: 'other' })).toEqual({ said: [], trials: 0 });
  expect(await reopened([], { code: 'other' })).toEqual({ said: [], trials: 0 });
});

test('a finished study goes on when its budget has grown', async () => {
  const ended = (reason: 'trials' | 'epochs' | 'no-gain'): JournalRecord[] => [
    ...trial(0),
    { type: 'stop', reason, detail: 'spent', at },
    { type: 'finish', at },
  ];
  const goesOn = {
    said: ['Going on with the study, since its budget has grown: 1 of its trials has ended.'],
    trials: 1,
  };
  const anew = { said: [], trials: 0 };
  expect(await reopened(ended('trials'), {}, { trials: 2 })).toEqual(goesOn);
  expect(await reopened(ended('trials'), {}, { trials: 1, 'total-epochs': 9 })).toEqual(anew);
  const without = (what: string) => ({
    said: [`Going on with the study, since the ${what} that ended it is gone: 1 of its trials has ended.`],
    trials: 1,
  });
  expect(await reopened(ended('trials'), {}, {})).toEqual(without('budget of trials'));
  expect(await reopened(ended('epochs'), {}, { trials: 9 })).toEqual(without('budget of epochs'));
  const journalsWithout = ended('epochs');
  expect(await reopened(journalsWithout, {}, { epochs: 3, 'total-epochs': 3 })).toEqual(goesOn);
  expect(await reopened(journalsWithout, {}, { epochs: 3, 'total-epochs': 2 })).toEqual(anew);
  // Nothing ends it any more; or what did still does.
  expect(await reopened(ended('no-gain'), {}, { trials: 9 })).toEqual(without('rule for an early end'));
  const stalled = [...trial(0), ...trial(1), ...ended('no-gain').slice(-2)];
  expect(await reopened(stalled, {}, { trials: 9, 'no-improvement': 1 })).toEqual(anew);
  expect((await reopened(stalled, {}, { trials: 9, 'no-improvement': 2 })).trials).toBe(2);
  const brackets = (trials: number) => [
    ...trial(0),
    { type: 'stop' as const, reason: 'exhausted' as const, detail: 'done', trials, at },
    { type: 'finish' as const, at },
  ];
  expect(await reopened(brackets(9), {}, { trials: 9 })).toEqual(anew);
  expect(await reopened(brackets(9), {}, { trials: 10 })).toEqual(goesOn);
  // One that the spec names is another study.
  expect(await reopened(ended('trials'), { strategy: 'grid' }, { trials: 2 })).toEqual({
    said: [
      'Beginning anew: the study that is here (1 trial ended) cannot go on with its larger budget, since the search strategy ' +
        `was ${identity.strategy} and is now grid.`,
    ],
    trials: 0,
  });
});

test('a budget is said to be larger only where it is', async () => {
  const ended = (reason: 'trials' | 'epochs'): JournalRecord[] => [
    ...trial(0),
    { type: 'stop', reason, detail: 'spent', ...(reason === 'epochs' ? { epochs: 9 } : {}), at },
    { type: 'finish', at },
  ];
  const other = { strategy: 'grid' };
  const since = `since the search strategy was ${identity.strategy} and is now grid.`;
  // Epochs in place of trials, and time in place of epochs.
  expect((await reopened(ended('trials'), other, { epochs: 3, 'total-epochs': 9 })).said).toEqual([
    `Beginning anew: the study that is here (1 trial ended) cannot go on without the budget of trials that ended it, ${since}`,
  ]);
  expect((await reopened(ended('epochs'), other, { epochs: 3 })).said).toEqual([
    `Beginning anew: the study that is here (1 trial ended) cannot go on without the budget of epochs that ended it, ${since}`,
  ]);
  expect((await reopened(ended('epochs'), other, { epochs: 3, 'total-epochs': 9 })).said).toEqual([]);
  expect((await reopened(ended('epochs'), other, { epochs: 3, 'total-epochs': 8 })).said).toEqual([]);
});

test('a study that ran out of time is as unfinished as one that was cut short', async () => {
  const late: JournalRecord[] = [
    ...trial(0),
    { type: 'stop', reason: 'time', detail: 'late', at },
    { type: 'finish', at },
  ];
  expect((await reopened(late, { seed: 8 })).said).toEqual([
    'Beginning anew: the unfinished study that is here (1 trial ended) cannot go on, since the seed was 7 and is now 8.',
  ]);
});
