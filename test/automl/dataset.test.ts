import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTaskData } from '../../src/automl/check.ts';
import { createDataset, parts } from '../../src/automl/dataset.ts';
import { parseDelimited } from '../../src/automl/delimited.ts';
import { parseJsonLines } from '../../src/automl/json-lines.ts';
import { readTable } from '../../src/automl/table-file.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';

const classify: TaskSpec = { type: 'tabular-classification', data: 'a.csv', target: 'label', ignore: [] };
const regress: TaskSpec = { ...classify, type: 'tabular-regression' };

/** Rows 0 to n - 1 as CSV. */
function csv(header: string, n: number, row: (i: number) => string): string {
  return [header, ...Array.from({ length: n }, (_, i) => row(i))].join('\n');
}

function dataset(text: string, task: TaskSpec = classify) {
  return createDataset(parseDelimited(text, undefined, 'a.csv'), task);
}

test('quotes, line breaks inside of them, other marks and line ends are read as RFC 4180 has them', () => {
  const table = parseDelimited('\uFEFFa,"b ""x"""\r\n1,"two\nlines"\r\n\r\n3,NA\r\n', undefined, 'a.csv');
  expect(table.names).toEqual(['a', 'b "x"']);
  expect(table.columns).toEqual([
    ['1', '3'],
    ['two\nlines', ''],
  ]);
  expect([...table.lines]).toEqual([2, 5]);
  expect(parseDelimited('a;b\n1;2', undefined, 'a.csv').columns).toEqual([['1'], ['2']]);
  expect(parseDelimited('a,b\tc\n1\t2', '\t', 'a.tsv').names).toEqual(['a,b', 'c']);
});

test('JSON lines may lack keys', () => {
  const table = parseJsonLines('{"a": 1}\n{"b": true, "a": null}\n', 'a.jsonl');
  expect(table.names).toEqual(['a', 'b']);
  expect(table.columns).toEqual([
    ['1', ''],
    ['', 'true'],
  ]);
});

test('columns are typed, and what spoils a training is said', () => {
  const cities = ['Rome', 'Oslo', 'Lima'];
  const text = csv('id,age,city,day,note,empty,mixed,leak,label', 60, (i) =>
    [
      i + 1,
      i % 7 === 0 ? '' : 20 + i,
      cities[i % 3],
      `2026-01-${10 + (i % 20)}`,
      `the ${i} quick fox jumped ${i % 4}`,
      '',
      i % 2 ? i : 'x',
      i % 10 === 0 ? 'p' : 'q',
      i % 10 === 0 ? 'yes' : 'no',
    ].join(','),
  );
  const data = dataset(text);
  expect(data.notes).toMatchInlineSnapshot(`
    [
      "a.csv: 60 rows; inputs id (identifier), age (numeric), city (category of 3), day (date), note (text), empty (empty), mixed (category of 31), leak (category of 2).",
      "Imbalance: 90.0 % of the rows are of one class; think of val_balanced_accuracy as the metric.",
      "id numbers the rows and is left out.",
      "empty is empty and left out.",
      "mixed has numbers and other texts mixed; it is taken for a category.",
      "leak alone tells label: if it is not known before, ignore it.",
    ]
  `);
  expect(data.features.some(({ name }) => name === 'id')).toBe(false);
  const age = data.features.find(({ name }) => name === 'age')!;
  expect(age.kind === 'number' && Number.isNaN(age.values[0])).toBe(true);
});

test('the split is stratified, keeps copies together, and does not depend on the order of the rows', () => {
  const row = (i: number) => `${i % 90},${i % 3 === 0 ? 'a' : 'b'}`;
  const data = dataset(csv('x,label', 180, row));
  for (let label = 0; label < 2; label++) {
    const counts = new Array<number>(parts).fill(0);
    data.part.forEach((part, i) => {
      if (data.target[i] === label) counts[part]! += 1;
    });
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  }
  for (let i = 0; i < 90; i++) expect(data.part[i]).toBe(data.part[i + 90]);
  const backwards = dataset(csv('x,label', 180, (i) => row(179 - i)));
  expect([...backwards.part].reverse()).toEqual([...data.part]);
});

test('groups are not split, and by time the newest rows are held out', () => {
  const text = csv('x,who,when,label', 100, (i) => `${i},p${i % 12},${1000 - i},${i % 2}`);
  const grouped = dataset(text, { ...classify, group: 'who' });
  for (let i = 12; i < 100; i++) expect(grouped.part[i]).toBe(grouped.part[i - 12]);
  const timed = dataset(text, { ...classify, time: 'when' });
  expect([...timed.part.keys()].filter((i) => timed.part[i] === 0)).toEqual(
    Array.from({ length: 20 }, (_, i) => i),
  );
});

const broken: readonly (readonly [string, string, TaskSpec])[] = [
  ['wrong target', csv('x,y', 30, (i) => `${i},${i}`), classify],
  ['one class', csv('x,label', 30, (i) => `${i},yes`), classify],
  ['empty column', csv('x,label', 30, (i) => `,${i % 2}`), classify],
  ['numbers as classes', csv('x,label', 30, (i) => `${i % 5},${i * 1.5}`), classify],
  ['texts as numbers', csv('x,label', 30, (i) => `${i % 5},${i === 20 ? 'many' : i}`), regress],
  ['the same number', csv('x,label', 30, (i) => `${i},5`), regress],
  ['few rows', csv('x,label', 5, (i) => `${i},${i % 2}`), classify],
  ['a short row', `${csv('x,label', 30, (i) => `${i},${i % 2}`)}\n7`, classify],
  ['an open quote', 'x,label\n1,"a\n2,b\n', classify],
  ['two columns of a name', 'x,x\n1,2', classify],
  ['no rows', 'x,label\n', classify],
  ['nothing', '', classify],
];

test.each(broken)('broken data has clear words: %s', (name, text, task) => {
  expect(() => dataset(text, task)).toThrowErrorMatchingSnapshot(name);
});

test('a file is looked at before anything runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-automl-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'a.csv'), 'x,label\n1,2\n');
  expect(() => checkTaskData(classify, folder)).not.toThrow();
  expect(() => checkTaskData({ ...classify, target: 'price' }, folder)).toThrow(
    'a.csv:1: there is no column "price", which task.target names; the columns are x, label',
  );
  expect(() => checkTaskData({ ...classify, data: 'b.csv' }, folder)).toThrow(
    'task.data: b.csv: there is no such data file',
  );
  await expect(readTable(path.join(folder, 'a.xlsx'), 'a.xlsx')).rejects.toThrow(
    'a.xlsx: a data file ends in .csv',
  );
});

test('a hundred thousand rows with a category of huge cardinality are typed', () => {
  const data = dataset(csv('user,x,label', 100_000, (i) => `u${(i * 7919) % 40_000},${i % 977},${i % 3}`));
  expect(data.rows).toBe(100_000);
  expect(data.notes.join('\n')).toContain('user has 40000 categories.');
});
