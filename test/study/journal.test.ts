import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { foldRecords, StudyFold } from '../../src/study/fold.ts';
import { createHeader } from '../../src/study/header.ts';
import { JournalError, openJournal, parseJournal, readJournal, readStudy } from '../../src/study/journal.ts';
import {
  decodeRecord,
  encodeRecord,
  type JournalRecord,
  type ReportRecord,
  type StudyRecord,
} from '../../src/study/record.ts';
import { bundle } from '../support/bundle.ts';
import { identity, temporaryFolder } from './fakes.ts';

const report = (metrics: Record<string, number>, n = 0): ReportRecord => ({
  type: 'report',
  role: 'search',
  trial: 0,
  run: 'r.0',
  n,
  step: 1,
  metrics,
});

const start: JournalRecord = {
  type: 'start',
  role: 'search',
  trial: 0,
  run: 'r.0',
  segment: 0,
  config: { optimizer: 'sgd', 'optimizer.sgd.momentum': 0.9, größe: '∞ 🦊', flag: true },
  seed: 3,
  origin: 'initial design',
  resource: 9,
  worker: 0,
  at: '2025-01-01T00:00:00.000Z',
};

test('any number survives the journal, NaN, infinities and the negative zero too', () => {
  fc.assert(
    fc.property(fc.double(), fc.string(), (value, name) => {
      const record = report({ [`m${name}`]: value });
      const line = encodeRecord(record);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const back = decodeRecord(line) as ReportRecord;
      expect(Object.is(back.metrics[`m${name}`], value)).toBe(true);
    }),
  );
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0])
    expect(
      Object.is((decodeRecord(encodeRecord(report({ a: value }))) as ReportRecord).metrics['a'], value),
    ).toBe(true);
});

test('a journal is read again as it was written', async () => {
  const file = path.join(temporaryFolder(), 'deep', 'journal.jsonl');
  const journal = await openJournal(file, identity);
  journal.append(start);
  journal.append(report({ accuracy: Number.NaN }), { sync: true });
  journal.close();
  journal.close();
  expect(() => journal.append(start)).toThrow('closed');
  expect(readJournal(file)).toEqual(journal.records);
  const again = await openJournal(file, identity);
  expect(again.records).toEqual(journal.records);
  expect(again.header.created).toBe(journal.header.created);
  again.close();
});

test('a last record torn at any byte is dropped and never glues to the next one', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const whole = await openJournal(file, identity);
  whole.append(start);
  const before = readFileSync(file).length;
  whole.append(report({ accuracy: 0.5 }));
  whole.close();
  const bytes = readFileSync(file);
  const next = report({ accuracy: 0.75 });
  for (let size = before; size < bytes.length; size += 1) {
    writeFileSync(file, bytes.subarray(0, size));
    const journal = await openJournal(file, identity);
    expect(journal.records).toEqual(whole.records.slice(0, 2));
    journal.append(next);
    journal.close();
    expect(readJournal(file)).toEqual([...whole.records.slice(0, 2), next]);
  }
});

test.each([0, 1, 14, 15, 16, 40])(
  'a journal torn after %i bytes of its header is begun anew',
  async (size) => {
    const file = path.join(temporaryFolder(), 'journal.jsonl');
    (await openJournal(file, identity)).close();
    truncateSync(file, size);
    const journal = await openJournal(file, identity);
    expect(journal.records.map((record) => record.type)).toEqual(['study']);
    journal.close();
    expect(readJournal(file)).toHaveLength(1);
  },
);

test('damage in the middle names file and line', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  (await openJournal(file, identity)).close();
  appendFileSync(file, `{"type":"start","role":\n${encodeRecord(report({ a: 1 }))}`);
  await expect(openJournal(file, identity)).rejects.toThrow(`${file}:2: the journal is damaged in this line`);
  expect(() => readJournal(file)).toThrow(`${file}:2:`);
  // The failed opening has given up the lock and left the file alone.
  await expect(openJournal(file, identity)).rejects.toThrow(`${file}:2:`);
  truncateSync(file, 0);
  (await openJournal(file, identity)).close();
  appendFileSync(file, `${JSON.stringify({ ...start, role: 'referee' })}\n`);
  expect(() => readJournal(file)).toThrow(/journal\.jsonl:2: .*role/);
});

test('a record that contradicts those before it names file and line', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  (await openJournal(file, identity)).close();
  appendFileSync(file, `\n${encodeRecord(report({ a: 1 }))}`);
  const told = `${file}:3: the journal is damaged in this line (the start of search trial 0 is missing): "{`;
  expect(() => readJournal(file)).toThrow(told);
  await expect(openJournal(file, identity)).rejects.toThrow(told);
});

test.each([
  ['one line without its end', '{"important": [1,2,3]}'],
  ['zeros', '\0'.repeat(2 ** 20)],
  ['after empty lines', '\n\nx'],
  ['whole lines', '{"important":\n[1,2,3]}\n'],
  ['the beginning of another record', '{"type":"star'],
])('a file that never was a journal is refused and left as it is: %s', async (_, text) => {
  const file = path.join(temporaryFolder(), 'notes.json');
  writeFileSync(file, text);
  await expect(openJournal(file, identity)).rejects.toThrow(
    `${file}: this is no journal: it does not begin with the record of a study. It is left as it is: name another file`,
  );
  expect(() => readJournal(file)).toThrow('this is no journal');
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readdirSync(path.dirname(file))).toEqual(['notes.json']);
});

test('a folder is no journal, nor is there one below a file', async () => {
  const folder = temporaryFolder();
  for (const fresh of [false, true])
    await expect(openJournal(folder, identity, { fresh })).rejects.toThrow(
      new JournalError(folder, undefined, 'this is a folder: name a file for the journal'),
    );
  expect(() => readJournal(folder)).toThrow('this is a folder');
  writeFileSync(path.join(folder, 'file'), '');
  await expect(openJournal(path.join(folder, 'file', 'journal.jsonl'), identity)).rejects.toThrow(
    JournalError,
  );
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a file that is no journal is refused', () => {
  const folder = temporaryFolder();
  expect(() => readJournal(path.join(folder, 'none.jsonl'))).toThrow('there is no journal here');
  writeFileSync(path.join(folder, 'empty.jsonl'), '');
  expect(() => readJournal(path.join(folder, 'empty.jsonl'))).toThrow('the journal is empty');
  writeFileSync(path.join(folder, 'headless.jsonl'), encodeRecord(start));
  expect(() => readJournal(path.join(folder, 'headless.jsonl'))).toThrow(
    'headless.jsonl:1: the journal does not begin with the record of its study',
  );
});

test('a newer format is refused by name', () => {
  const line = JSON.stringify({ type: 'study', version: 2, constellation: true });
  expect(() => parseJournal('j.jsonl', Buffer.from(`${line}\n`))).toThrow(
    'j.jsonl:1: written in journal format 2, and this Tunegate reads formats up to 1',
  );
});

test('a journal of another study is refused with what changed, and kept when begun fresh', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  (await openJournal(file, identity)).close();
  const changed = {
    ...identity,
    seed: 8,
    metric: { ...identity.metric, goal: 'minimize' as const },
    space: 'a2',
    code: 'c4',
  };
  const error = await openJournal(file, changed).catch((error: Error) => error);
  expect((error as Error).message.replace(file, 'journal.jsonl')).toMatchInlineSnapshot(`
    "journal.jsonl is the journal of a study that has changed since, so its trials cannot be mixed with new ones:
      - the metric's goal was maximize and is now minimize
      - the seed was 7 and is now 8
      - the parameters (params) are not the same
      - the code that trains is not the same (all that git does not ignore counts, also what trainings write)
    Start fresh with --fresh (the old journal is kept as journal.jsonl.old), or undo the change to go on."
  `);
  const fresh = await openJournal(file, changed, { fresh: true });
  expect(fresh.header.seed).toBe(8);
  fresh.close();
  expect(existsSync(`${file}.old`)).toBe(true);
  expect(readJournal(`${file}.old`)[0]).toMatchObject({ type: 'study', seed: 7 });
});

test('reading a study folds each record once', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const journal = await openJournal(file, identity);
  journal.append(start);
  journal.append(report({ loss: 1 }));
  journal.close();
  const apply = vi.spyOn(StudyFold.prototype, 'apply');
  const study = readStudy(file).study();
  expect(apply).toHaveBeenCalledTimes(3);
  apply.mockRestore();
  expect(study).toEqual(foldRecords(readJournal(file)).study());
  expect(study.trials[0]!.reports).toHaveLength(1);
});

test('an open journal folds each record once, those that were there and those that are appended', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const first = await openJournal(file, identity);
  expect(first.append(start)).toMatchObject({ kind: 'start', segment: 0 });
  first.close();
  const apply = vi.spyOn(StudyFold.prototype, 'apply');
  const journal = await openJournal(file, identity);
  expect(journal.append(report({ accuracy: 0.5 }))).toMatchObject({ kind: 'report', score: 0.5 });
  expect(apply).toHaveBeenCalledTimes(3);
  apply.mockRestore();
  journal.close();
  expect(journal.fold.study()).toEqual(readStudy(file).study());
});

test('every journal that is begun anew is kept, the last one as .old', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const replaced: (string | undefined)[] = [];
  for (const seed of [1, 2, 3, 4, 5]) {
    const journal = await openJournal(file, { ...identity, seed }, { fresh: true });
    replaced.push(journal.replaced);
    journal.close();
  }
  const seedIn = (name: string) => (readJournal(name)[0] as StudyRecord).seed;
  expect(replaced).toEqual([undefined, ...Array<string>(4).fill(`${file}.old`)]);
  expect(['', '.old', '.old-2', '.old-3', '.old-4'].map((end) => seedIn(`${file}${end}`))).toEqual([
    5, 4, 1, 2, 3,
  ]);
  const same = await openJournal(file, { ...identity, seed: 5 });
  expect(same.replaced).toBeUndefined();
  same.close();
});

test('journals of one study may be put together, even after a torn end; of two studies not', () => {
  const header = createHeader(identity, new Date(0));
  const one = encodeRecord(header) + encodeRecord(start);
  const later = encodeRecord(createHeader(identity, new Date(1)));
  const parse = (text: string) =>
    parseJournal('both.jsonl', Buffer.from(text)).records.map((record) => record.type);
  expect(parse(one + later + encodeRecord(start))).toEqual(['study', 'start', 'study', 'start']);
  for (let cut = 1; cut < one.length - encodeRecord(header).length; cut += 1)
    expect(parse(one.slice(0, -cut) + later + encodeRecord(start)).slice(-2)).toEqual(['study', 'start']);
  const foreign = encodeRecord(createHeader({ ...identity, seed: 8 }, new Date(0)));
  expect(() => parse(one + foreign)).toThrow('both.jsonl:3: here begins the journal of another study');
});

test('a journal that cannot be begun leaves no file behind', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'journal.jsonl');
  // Takes the name that the journal would be opened by, and leads nowhere.
  symlinkSync(path.join(folder, 'gone', 'journal.jsonl'), file);
  await expect(openJournal(file, identity)).rejects.toThrow(
    /journal\.jsonl: cannot write the journal: ENOENT/,
  );
  expect(readdirSync(folder)).toEqual(['journal.jsonl']);
});

test('where a record does not fit, nothing of it stays', async () => {
  const program = await bundle(path.join(import.meta.dirname, 'programs', 'fill-journal.ts'));
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  // A limit on the size of files stands for a full disk: it too writes a part first.
  const limited = spawnSync('bash', ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, program, file], {
    encoding: 'utf8',
  });
  const { written, records, message } = JSON.parse(limited.stdout);
  expect(message).toMatch(/^.*journal\.jsonl: cannot write the journal: /);
  expect(written).toBeGreaterThan(5);
  expect(records).toBe(written + 2);
  expect(readFileSync(file).at(-1)).toBe('\n'.charCodeAt(0));
  expect(readJournal(file)).toHaveLength(records);
});
