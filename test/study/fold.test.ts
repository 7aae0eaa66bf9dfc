import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldRecords, StudyFold } from '../../src/study/fold.ts';
import { createHeader } from '../../src/study/header.ts';
import { openJournal } from '../../src/study/journal.ts';
import { runStudy } from '../../src/study/loop.ts';
import type { EndRecord, JournalRecord, StartRecord } from '../../src/study/record.ts';
import { replayJournal } from '../../src/study/replay.ts';
import { climb, FakeRunner, HistoryStrategy, identity, space, temporaryFolder } from './fakes.ts';

const header = createHeader(identity, new Date(0));
const at = '2025-01-01T00:00:00.000Z';
const start = (run: string, trial: number, more: Partial<StartRecord> = {}): StartRecord => ({
  type: 'start',
  role: 'search',
  trial,
  run,
  segment: 0,
  config: { x: trial },
  seed: trial,
  origin: 'test',
  worker: 0,
  at,
  ...more,
});
const report = (run: string, trial: number, n: number, accuracy: number): JournalRecord => ({
  type: 'report',
  role: 'search',
  trial,
  run,
  n,
  step: n + 1,
  metrics: { accuracy },
});
const end = (run: string, trial: number, more: Partial<EndRecord> = {}): EndRecord => ({
  type: 'end',
  role: 'search',
  trial,
  run,
  state: 'completed',
  score: 0.5,
  durationMs: 10,
  at,
  ...more,
});

async function realJournal(): Promise<readonly JournalRecord[]> {
  const folder = temporaryFolder();
  const journal = await openJournal(path.join(folder, 'journal.jsonl'), identity);
  const runners = [new FakeRunner(climb), new FakeRunner(climb)];
  const strategy = new HistoryStrategy();
  await runStudy({ space, strategy, journal, runners, budget: { trials: 8 }, seedOf: Number, folder });
  journal.close();
  return journal.records;
}

test('folding is idempotent: any beginning of a journal, before or after it, adds nothing', async () => {
  const records = await realJournal();
  const study = foldRecords(records).study();
  expect(study.trials).toHaveLength(8);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: records.length }), (cut) => {
      const part = records.slice(0, cut);
      expect(foldRecords([...records, ...part]).study()).toEqual(study);
      expect(foldRecords([...part, ...records]).study()).toEqual(study);
      const first = new HistoryStrategy();
      const second = new HistoryStrategy();
      replayJournal(records, first);
      replayJournal([...part, ...records], second);
      expect(second.calls).toEqual(first.calls);
    }),
  );
});

test('journals with a common beginning that went on apart keep all trials, numbered as they come', () => {
  const common = [header, start('a.0', 0), end('a.0', 0), start('a.1', 1)];
  // Both repeat the trial that was cut; the first one's result stands. Then each runs trials of its own.
  const left = [
    start('b.0', 1, { of: 'a.1' }),
    end('b.0', 1, { score: 0.6 }),
    start('b.1', 2),
    end('b.1', 2),
  ];
  const right = [
    start('c.0', 1, { of: 'a.1' }),
    report('c.0', 1, 0, 0.7),
    end('c.0', 1, { score: 0.7 }),
    start('c.1', 2, { config: { x: 20 } }),
    report('c.1', 2, 0, 0.9),
    end('c.1', 2, { score: 0.9 }),
  ];
  const study = foldRecords([...common, ...left, ...common, ...right]).study();
  expect(study.trials.map(({ trial, config, score }) => [trial, config['x'], score])).toEqual([
    [0, 0, 0.5],
    [1, 1, 0.6],
    [2, 2, 0.5],
    [3, 20, 0.9],
  ]);
});

test('a killed study has running trials and no stop reason', () => {
  const study = foldRecords([header, start('a.0', 0), report('a.0', 0, 0, 0.4)]).study();
  expect(study.trials[0]).toMatchObject({ state: 'running', metrics: { accuracy: 0.4 }, durationMs: 0 });
  expect(study.trials[0]).not.toHaveProperty('score');
  expect(study).not.toHaveProperty('stop');
});

test('a repeated run voids what the cut one reported', () => {
  const study = foldRecords([
    header,
    start('a.0', 0),
    report('a.0', 0, 0, 0.4),
    report('a.0', 0, 1, 0.5),
    end('a.0', 0, { state: 'interrupted', durationMs: 70 }),
    start('b.0', 0, { of: 'a.0' }),
    report('b.0', 0, 0, 0.45),
    end('b.0', 0, { score: 0.45 }),
  ]).study();
  expect(study.trials).toHaveLength(1);
  expect(study.trials[0]).toMatchObject({ state: 'completed', score: 0.45, durationMs: 10 });
  expect(study.trials[0]?.reports).toEqual([{ step: 1, metrics: { accuracy: 0.45 } }]);
});

test('what is read between two records is what the journal tells up to there', () => {
  const records = [
    header,
    start('a.0', 0, { resource: 1 }),
    start('b.0', 1, { resource: 1 }),
    report('a.0', 0, 0, 0.4),
    report('b.0', 1, 0, 0.5),
    end('a.0', 0, { score: 0.4 }),
    end('b.0', 1, { state: 'interrupted' }),
    start('c.0', 1, { of: 'b.0', resource: 1 }),
    start('d.0', 0, { of: 'a.0', segment: 1, resource: 3 }),
    report('d.0', 0, 1, 0.6),
    report('c.0', 1, 0, 0.5),
    end('d.0', 0, { score: 0.6 }),
    end('c.0', 1, { state: 'failed', reason: 'crash' }),
  ];
  const fold = new StudyFold();
  for (const [i, record] of records.entries()) {
    const before = i === 0 ? [] : fold.study().trials;
    const effect = fold.apply(record);
    const study = fold.study();
    expect(study).toEqual(foldRecords(records.slice(0, i + 1)).study());
    // What has not changed is not read anew.
    for (const trial of before)
      if (trial.trial !== effect?.trial.trial) expect(study.trials).toContain(trial);
  }
});

test("a training of the gate is replaced when its side's code has changed", () => {
  const gate = { role: 'base', code: 'old' } as const;
  const records = [header, start('a.0', 0, gate), end('a.0', 0, { role: 'base' })];
  const same = [...records, start('b.0', 0, gate), end('b.0', 0, { role: 'base', score: 0.1 })];
  expect(
    foldRecords(same)
      .study()
      .trials.map((trial) => trial.score),
  ).toEqual([0.5]);
  const moved = [
    ...records,
    start('b.0', 0, { ...gate, code: 'new' }),
    end('b.0', 0, { role: 'base', score: 0.1 }),
  ];
  expect(
    foldRecords(moved)
      .study()
      .trials.map((trial) => trial.score),
  ).toEqual([0.1]);
});

test('a journal that lacks a beginning is refused', () => {
  expect(() => foldRecords([header, end('a.0', 3)]).study()).toThrow(
    'the start of search trial 3 is missing',
  );
  expect(() => foldRecords([header, start('a.0', 3, { segment: 1 })]).study()).toThrow(
    'search trial 3 goes on, and its beginning is missing',
  );
});
