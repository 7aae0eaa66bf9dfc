import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTaskData } from '../../src/automl/check.ts';
import { createDataset } from '../../src/automl/dataset.ts';
import { readTable } from '../../src/automl/table-file.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';

// Files that pyarrow has written: see fixtures/parquet.py.
const fixtures = path.join(import.meta.dirname, 'fixtures');
const fixture = (name: string) => path.join(fixtures, `${name}.parquet`);
const task: TaskSpec = { type: 'tabular-classification', data: 'mixed.parquet', target: 'label', ignore: [] };

test('every kind of column is read, over all groups of rows', async () => {
  const table = await readTable(fixture('mixed'), 'mixed.parquet');
  expect(table.lines.length).toBe(60);
  const rows = [0, 3, 5, 26].map((row) =>
    Object.fromEntries(table.names.map((name, j) => [name, table.columns[j]![row]])),
  );
  expect(rows).toMatchInlineSnapshot(`
    [
      {
        "at": "2026-01-01T12:30:00.000Z",
        "city": "Rome",
        "count": "9007199254740992",
        "day": "2026-01-01",
        "half": "0",
        "label": "no",
        "note": "",
        "open": "true",
        "place": "{"x":0,"near":true}",
        "price": "0",
        "size": "",
        "tags": "[]",
      },
      {
        "at": "2026-01-01T15:30:00.000Z",
        "city": "Rome",
        "count": "9007199254740995",
        "day": "2026-01-04",
        "half": "0.75",
        "label": "no",
        "note": "näher 3",
        "open": "",
        "place": "{"x":3,"near":false}",
        "price": "0.03",
        "size": "0.375",
        "tags": "[]",
      },
      {
        "at": "2026-01-01T17:30:00.000Z",
        "city": "Lima",
        "count": "9007199254740997",
        "day": "",
        "half": "1.25",
        "label": "yes",
        "note": "näher 1",
        "open": "false",
        "place": "{"x":5,"near":false}",
        "price": "0.05",
        "size": "0.625",
        "tags": "["a","b"]",
      },
      {
        "at": "2026-01-02T14:30:00.000Z",
        "city": "Lima",
        "count": "9007199254741018",
        "day": "2026-01-27",
        "half": "6.5",
        "label": "yes",
        "note": "näher 2",
        "open": "true",
        "place": "{"x":26,"near":true}",
        "price": "0.26",
        "size": "3.25",
        "tags": "["a","b"]",
      },
    ]
  `);
  const data = createDataset(table, task);
  expect(data.notes[0]).toMatchInlineSnapshot(
    `"mixed.parquet: 60 rows; inputs count (numeric), size (numeric), half (numeric), price (numeric), open (category of 2), day (date), at (date), city (category of 3), note (category of 4), tags (category of 3), place (identifier)."`,
  );
});

test.each(['none', 'gzip', 'zstd', 'brotli', 'lz4'])('files compressed by %s are read', async (codec) => {
  const [own, whole] = [await readTable(fixture(codec)), await readTable(fixture('mixed'))];
  for (const name of ['size', 'city', 'label'])
    expect(own.columns[own.names.indexOf(name)]).toEqual(whole.columns[whole.names.indexOf(name)]);
});

test('of a file with too many values rows are drawn, the same each time', async () => {
  const table = await readTable(fixture('mixed'), 'mixed.parquet', 30 * 12);
  expect(table.drawnFrom).toBe(60);
  expect(table.lines.length).toBeGreaterThan(10);
  expect(table.lines.length).toBeLessThanOrEqual(30);
  expect(await readTable(fixture('mixed'), 'mixed.parquet', 30 * 12)).toEqual(table);
});

test('columns are looked at before anything runs, and what is no Parquet file has clear words', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-parquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (data: string) => ({ ...task, data });
  expect(() => checkTaskData(task, fixtures)).not.toThrow();
  expect(() => checkTaskData({ ...task, target: 'colour' }, fixtures)).toThrow(
    'mixed.parquet:1: there is no column "colour", which task.target names; the columns are count, size',
  );
  expect(() => checkTaskData(at('no-rows.parquet'), fixtures)).toThrow(
    'task.data: no-rows.parquet has columns and no rows',
  );
  const bytes = readFileSync(fixture('mixed'));
  writeFileSync(path.join(folder, 'cut.parquet'), bytes.subarray(0, 5000));
  expect(() => checkTaskData(at('cut.parquet'), folder)).toThrow(
    'task.data: cut.parquet does not end as a Parquet file does: it is cut off, or of another format',
  );
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 100, 3000);
  writeFileSync(path.join(folder, 'damaged.parquet'), damaged);
  await expect(readTable(path.join(folder, 'damaged.parquet'), 'damaged.parquet')).rejects.toThrow(
    /^damaged\.parquet cannot be read as Parquet: .*; write the file again$/,
  );
});
