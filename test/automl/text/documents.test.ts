import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTaskData } from '../../../src/automl/check.ts';
import { createDataset } from '../../../src/automl/dataset.ts';
import { parseDelimited } from '../../../src/automl/delimited.ts';
import { readData, readSplit } from '../../../src/automl/read.ts';
import { decodeUtf8 } from '../../../src/automl/utf8.ts';
import type { TaskSpec } from '../../../src/spec/spec.ts';

const classify: TaskSpec = { type: 'text-classification', data: 'a.csv', target: 'label', ignore: [] };
const regress: TaskSpec = { ...classify, type: 'text-regression' };

/** Rows 0 to n - 1 as CSV. */
function csv(header: string, n: number, row: (i: number) => string): string {
  return [header, ...Array.from({ length: n }, (_, i) => row(i))].join('\n');
}

const things = ['red lamp', 'old chair', 'small clock', 'wide table', 'blue curtain', 'green sofa'];
const sentence = (i: number) => `we bought the ${things[i % 6]} number ${words(i)} last week`;
/** Different letters for different numbers. */
const words = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

function dataset(text: string, task: TaskSpec = classify) {
  return createDataset(parseDelimited(text, undefined, 'a.csv'), task);
}

test('the one column of free text is read, and the others join as inputs', () => {
  const data = dataset(
    csv('id,review,stars,label', 60, (i) => `x${i},${sentence(i)},${i % 5},${i % 2 ? 'yes' : 'no'}`),
  );
  expect(data.coding).toMatchObject([
    { column: 'review', kind: 'document' },
    { column: 'stars', kind: 'number' },
  ]);
  expect(data.features[0]).toMatchObject({ kind: 'text', name: 'review' });
  expect(data.notes[0]).toBe(
    'a.csv: 60 rows; inputs id (identifier), review (text to read), stars (numeric).',
  );
});

test('near-duplicates stay in one part of the split, whatever their answers are', async () => {
  const text = csv('review,label', 120, (i) => {
    const own = sentence(i % 60);
    return `${i < 60 ? own : `${own.toUpperCase()}!! ${i}`},${i % 7 === 0 ? 'a' : 'b'}`;
  });
  const data = dataset(text);
  for (let i = 0; i < 60; i++) expect(data.part[i]).toBe(data.part[i + 60]);
  expect(data.notes.join('\n')).toContain('60 texts are copies of another one');
  expect(data.notes.join('\n')).toMatch(/\d+ texts stand in several rows with different answers/);

  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-text-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.csv'), text);
  const { search, test: held } = await readSplit(classify, path.join(folder, 'a.csv'));
  const plain = (texts: readonly string[]) =>
    new Set(
      texts.map((one) =>
        one
          .toLowerCase()
          .replace(/[^a-z ]/g, '')
          .trim(),
      ),
    );
  const seen = plain(search.columns[0]!);
  expect([...plain(held!.columns[0]!)].filter((one) => seen.has(one))).toEqual([]);
});

test('a folder with a folder for each class is a table', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-text-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const task: TaskSpec = { ...classify, data: 'texts' };
  const root = path.join(folder, 'texts');
  expect(() => checkTaskData(task, folder)).toThrow('task.data: there is no folder texts');
  mkdirSync(root);
  expect(() => checkTaskData(task, folder)).toThrow('texts has no folders: a folder of texts has one folder');
  for (const label of ['good', 'bad', '.git']) mkdirSync(path.join(root, label));
  expect(() => checkTaskData(task, folder)).toThrow('texts: there is no .txt file in bad, good');
  for (let i = 0; i < 30; i++) {
    writeFileSync(path.join(root, i % 2 ? 'good' : 'bad', `${i}.txt`), `${sentence(i)}\n`);
    writeFileSync(path.join(root, 'good', `${i}.md`), 'not a text');
  }
  expect(() => checkTaskData(task, folder)).not.toThrow();
  expect(() => checkTaskData({ ...task, type: 'text-regression' }, folder)).toThrow(
    'texts is a folder: a task of type text-regression takes a table',
  );
  const table = await readData(task, root, 'texts');
  expect(table.names).toEqual(['text', 'label']);
  expect(createDataset(table, task).classes).toEqual(['bad', 'good']);
  writeFileSync(path.join(root, 'good', '1.txt'), Buffer.from([0x61, 0x0a, 0xe9, 0x62]));
  await expect(readData(task, root, 'texts')).rejects.toThrow(
    'texts/good/1.txt:2: byte 0xe9 at offset 2 is not UTF-8',
  );
});

test('the byte that is not UTF-8 is found, wherever characters of several bytes are', () => {
  const good = Buffer.from('é日本 🎲\n'.repeat(50));
  expect(decodeUtf8(good, 'a.csv')).toBe(good.toString());
  for (const at of [0, 1, 7, 60, good.length]) {
    const whole = Buffer.from(good.toString().slice(0, at));
    const bytes = Buffer.concat([whole, Buffer.from([0xff]), good]);
    expect(() => decodeUtf8(bytes, 'a.csv')).toThrow(`byte 0xff at offset ${whole.length} is not UTF-8`);
    // A character of three bytes that lacks its last.
    const cut = Buffer.concat([whole, Buffer.from([0xe6, 0x97, 0x41]), good]);
    expect(() => decodeUtf8(cut, 'a.csv')).toThrow(`byte 0xe6 at offset ${whole.length} is not UTF-8`);
  }
  expect(() => decodeUtf8(Buffer.from([0xff, 0xfe, 0x41, 0]), 'a.csv')).toThrow('a.csv is UTF-16');
});

const broken: readonly (readonly [string, string, TaskSpec])[] = [
  ['one class', csv('review,label', 30, (i) => `${sentence(i)},yes`), classify],
  ['numbers as classes', csv('review,label', 30, (i) => `${sentence(i)},${i * 1.5}`), classify],
  ['texts as numbers', csv('review,label', 30, (i) => `${sentence(i)},${i === 20 ? 'many' : i}`), regress],
  ['no column of free text', csv('x,y,label', 30, (i) => `${i},b${i},${i % 2}`), classify],
  [
    'two columns of free text',
    csv('title,review,label', 30, (i) => `${sentence(i)},${sentence(i + 1)} today,${i % 2}`),
    classify,
  ],
  [
    'a text column that is not there',
    csv('review,label', 30, (i) => `${sentence(i)},${i % 2}`),
    { ...classify, text: 'body' },
  ],
  [
    'the target as the text',
    csv('review,label', 30, (i) => `${sentence(i)},${i % 2}`),
    { ...classify, text: 'label' },
  ],
  [
    'only empty texts',
    csv('review,x,label', 30, (i) => `,${i % 3},${i % 2}`),
    { ...classify, text: 'review' },
  ],
  [
    'texts without words',
    csv('review,label', 30, (i) => `...!${'?'.repeat(i)},${i % 2}`),
    { ...classify, text: 'review' },
  ],
  ['few rows', csv('review,label', 5, (i) => `${sentence(i)},${i % 2}`), { ...classify, text: 'review' }],
];

test.each(broken)('broken texts have clear words: %s', (name, text, task) => {
  expect(() => dataset(text, task)).toThrowErrorMatchingSnapshot(name);
});

test('what spoils a training is said', () => {
  const notes = (text: string, task: TaskSpec = classify) => dataset(text, task).notes.slice(1);
  expect([
    ...notes(csv('review,label', 40, (i) => `${i % 10 === 0 ? '' : sentence(i)},${i % 2}`)),
    ...notes(csv('review,label', 40, (i) => `${sentence(i)} ${'long '.repeat(i === 7 ? 5000 : 1)},${i % 2}`)),
    ...notes(
      csv('review,label', 40, (i) => `今日は${words(i)}天気がとても良いです${'春夏秋冬'[i % 4]},${i % 2}`),
    ),
    ...notes(csv('review,label', 40, (i) => `${sentence(i)} ${i % 2 ? 'verdict bad' : 'fine'},${i % 2}`)),
    ...notes(
      csv('review,label', 40, (i) => `${sentence(i)} for ${i * 3} crowns,${i * 3}`),
      regress,
    ),
  ]).toMatchSnapshot();
});
