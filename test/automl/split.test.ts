import { expect, test } from 'vitest';
import { createDataset } from '../../src/automl/dataset.ts';
import { parseDelimited } from '../../src/automl/delimited.ts';
import { caseKeys, splitTest } from '../../src/automl/split.ts';
import type { Table } from '../../src/automl/table.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';

const classify: TaskSpec = { type: 'tabular-classification', data: 'a.csv', target: 'label', ignore: [] };

function table(header: string, rows: readonly string[], file = 'a.csv'): Table {
  return parseDelimited([header, ...rows].join('\n'), undefined, file);
}

function rowsOf({ columns, lines }: Table): string[] {
  return Array.from(lines, (_, row) => columns.map((of) => of[row]).join(','));
}

const rows = Array.from({ length: 200 }, (_, i) => `${i % 90},${i % 10 === 0 ? 'rare' : 'common'}`);

test('a fifth of each class is the test part, with all copies of a row, whatever the order of the file', () => {
  const { search, test, note } = splitTest(table('x,label', rows), classify);
  const kept = rowsOf(search);
  const held = rowsOf(test!);
  expect([...kept, ...held].sort()).toEqual([...rows].sort());
  expect(held.some((row) => kept.includes(row))).toBe(false);
  expect(held.filter((row) => row.endsWith('rare')).length).toBeGreaterThanOrEqual(3);
  expect(held.length).toBeGreaterThan(35);
  expect(held.length).toBeLessThan(45);
  expect(note).toBe(`Test part: ${held.length} of 200 rows, which no trial sees.`);
  const backwards = splitTest(table('x,label', [...rows].reverse()), classify);
  expect(rowsOf(backwards.test!).sort()).toEqual([...held].sort());
});

test('what trials learn from does not depend on the test part', () => {
  const whole = splitTest(table('x,label', rows), classify);
  const hidden = new Set(rowsOf(whole.test!));
  const data = createDataset(whole.search, classify);
  const alone = createDataset(
    table(
      'x,label',
      rows.filter((row) => !hidden.has(row)),
    ),
    classify,
  );
  expect({ ...data, notes: [] }).toEqual({ ...alone, notes: [] });
});

test('rows that come leave most of the others where they were', () => {
  const before = new Set(rowsOf(splitTest(table('x,label', rows), classify).test!));
  const more = [...rows, ...Array.from({ length: 10 }, (_, i) => `${1000 + i},common`)];
  const after = new Set(rowsOf(splitTest(table('x,label', more), classify).test!));
  const moved = [...before].filter((row) => !after.has(row)).length;
  expect(moved).toBeLessThan(4);
});

test('groups stay whole, by time the newest are held out', () => {
  const made = table(
    'x,who,when,label',
    rows.map((_, i) => `${i},p${i % 17},${i},${i % 2}`),
  );
  const grouped = splitTest(made, { ...classify, group: 'who' });
  const people = (of: Table) => new Set(of.columns[1]);
  for (const who of people(grouped.test!)) expect(people(grouped.search).has(who)).toBe(false);
  const timed = splitTest(made, { ...classify, time: 'when', test: 0.1 });
  expect(timed.test!.columns[0]).toEqual(Array.from({ length: 20 }, (_, i) => String(180 + i)));
});

test('a file of its own, none, or too few rows', () => {
  const data = table('x,label', rows);
  const own = table('label,x', ['common,5000', 'rare,0', ',3'], 'test.csv');
  const { search, test, note } = splitTest(data, { ...classify, test: 'test.csv' }, own);
  expect(search).toBe(data);
  expect(test!.lines.length).toBe(2);
  expect(note).toBe(
    'Test part: 2 rows of test.csv, which no trial sees. 1 of them are also in a.csv: their score is too good.',
  );
  expect(() => splitTest(data, classify, table('label', ['a'], 'test.csv'))).toThrow(
    'test.csv:1: there is no column "x", which a.csv has',
  );
  expect(splitTest(data, { ...classify, test: 0 }).test).toBeUndefined();
  const few = splitTest(table('x,label', rows.slice(0, 30)), classify);
  expect(few.test).toBeUndefined();
  expect(few.note).toBe('No test part: 30 rows are too few for one (50 would do).');
});

test('copies stay together, unless nearly all rows are copies', () => {
  const table = (lines: readonly string[]) => parseDelimited(['a,b,y', ...lines].join('\n'), ',', 'some.csv');
  const rows = (count: number) => Array.from({ length: count }, (_, i) => i);
  const few = table(
    rows(40)
      .map((i) => `${i},${i % 2},${i % 3}`)
      .concat('7,1,1', '7,1,1'),
  );
  const keys = caseKeys(few, rows(42));
  expect(keys[40]).toBe(keys[7]);
  expect(keys[41]).toBe(keys[7]);
  const many = table(rows(80).map((i) => `${i % 2},${i % 3},${i % 2}`));
  expect(new Set(caseKeys(many, rows(80))).size).toBe(80);
});
