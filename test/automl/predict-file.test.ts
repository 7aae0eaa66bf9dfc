import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDataset } from '../../src/automl/dataset.ts';
import { createLearner } from '../../src/automl/families/families.ts';
import { predictTable } from '../../src/automl/predict.ts';
import { predictFile, readDataFor } from '../../src/automl/predict-file.ts';
import { readData } from '../../src/automl/read.ts';
import type { Table } from '../../src/automl/table.ts';
import { type PieceSize, readPieces, readTable, slices } from '../../src/automl/table-file.ts';
import type { TableModel } from '../../src/automl/table-model.ts';
import { randomStream } from '../../src/math/random.ts';
import { loadSpec } from '../../src/spec/load.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';
import { loadBackend } from '../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../src/tensorflow/tensorflow.ts';

let tf: TensorFlow;
let folder: string;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-predict-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => path.join(folder, name);

/** A model of a family with the defaults of its task, trained on all rows. */
async function modelOf(task: TaskSpec, family: string): Promise<TableModel> {
  const { type, data: file, target } = task;
  const text = JSON.stringify({ name: 't', task: { type, data: file, target }, budget: { trials: 2 } });
  const defaults = Object.entries(loadSpec('tune.yml', text).params).map(
    ([name, definition]) => [name, (definition as { default: number }).default] as const,
  );
  const config = { ...Object.fromEntries(defaults), family, network_passes: 3, trees_rounds: 5 };
  const data = createDataset(await readData(task, file, path.basename(file)), task);
  const rows = Int32Array.from({ length: data.rows }, (_, i) => i);
  const learner = createLearner(tf, config, { data, rows, seed: 3 });
  await learner.trainTo(1);
  const fitted = await learner.fitted();
  learner.dispose();
  const members = [{ trial: 0, weight: 1, config, fitted }];
  return { task: data.task, target, classes: data.classes, columns: data.coding, members };
}

/** What is written, and what is said of it. */
async function asked(model: TableModel, pieces: AsyncIterable<Table>) {
  let csv = '';
  const said = await predictFile(model, pieces, (text) => {
    csv += text;
  });
  return { csv, ...said };
}

async function* one(table: Table): AsyncGenerator<Table> {
  yield table;
}

const ask = (model: TableModel, name: string, size?: PieceSize) =>
  asked(model, readDataFor(model, inFolder(name), name, size));

interface Row {
  readonly [column: string]: string | number | undefined;
}

/** Numbers with gaps, a category, a text with anything in it; the target is missing now and then. */
function mixedRows(target: 'price' | 'kind'): Row[] {
  const random = randomStream(1, 'mixed');
  const words = ['good', 'bad, "late"', 'fast\nkind', 'Łódź', 'broken', '日本 🎲'];
  return Array.from({ length: 120 }, (_, i) => {
    const [size, kind] = [Number(random.normal().toFixed(3)), 'abc'[random.integer(3)]!];
    const row: Record<string, string | number> = {
      size: i % 11 === 5 ? '' : size,
      city: `city ${random.integer(5)}`,
      note: Array.from({ length: 6 }, () => words[random.integer(words.length)]).join(' '),
      kind,
      price: 3 * size + (kind === 'b' ? 4 : 0) + random.normal(),
    };
    if (i % 13 === 4) row[target] = '';
    return row;
  });
}

const quoted = (value: string | number | undefined) => `"${String(value ?? '').replaceAll('"', '""')}"`;

function writeRows(name: string, rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = {
    '.csv': () =>
      [names, ...rows.map((row) => names.map((of) => row[of]))].map((line) => line.map(quoted).join(',')),
    '.tsv': () =>
      [names, ...rows.map((row) => names.map((of) => row[of]))].map((line) => line.map(quoted).join('\t')),
    '.jsonl': () => rows.map((row) => JSON.stringify(row)),
  }[path.extname(name)]!().join('\r\n');
  writeFileSync(inFolder(name), `\ufeff${text}\r\n\r\n`);
}

test.each([
  ['trees', 'kind'],
  ['linear', 'price'],
  ['network', 'kind'],
] as const)('pieces of any size say what one piece says: %s, %s', async (family, target) => {
  const rows = mixedRows(target);
  writeRows('train.csv', rows);
  const type = target === 'kind' ? 'tabular-classification' : 'tabular-regression';
  const model = await modelOf({ type, data: inFolder('train.csv'), target, ignore: [] }, family);
  // Columns that come late.
  const late = rows.map((row, i) => ({
    ...row,
    ...(i > 70 ? { more: i } : {}),
    ...(i > 118 ? { last: i } : {}),
  }));
  writeRows('ask.csv', rows);
  writeRows('ask.tsv', rows);
  writeRows('ask.jsonl', late);
  for (const name of ['ask.csv', 'ask.tsv', 'ask.jsonl']) {
    const table = await readTable(inFolder(name), name, Number.POSITIVE_INFINITY);
    const whole = await asked(model, one(table));
    expect(whole.rows).toBe(120);
    expect(whole.scored).toBe(rows.filter((row) => row[target] !== '').length);
    writeFileSync(inFolder('predicted.csv'), whole.csv);
    const predicted = await readTable(inFolder('predicted.csv'));
    expect(predicted.names).toEqual([
      ...table.names,
      'prediction',
      ...model.classes.map((of) => `probability ${of}`),
    ]);
    expect(predicted.columns.slice(0, table.names.length)).toEqual(table.columns);
    expect(predicted.columns[table.names.length]).toEqual(
      predictTable(model, table).map(({ value }) => String(value)),
    );
    const size = fc.record({
      bytes: fc.integer({ min: 1, max: 3000 }),
      rows: fc.integer({ min: 1, max: 130 }),
    });
    await fc.assert(
      fc.asyncProperty(size, async (of) => {
        expect(await ask(model, name, of)).toEqual(whole);
      }),
      { numRuns: 12, seed: 1 },
    );
  }
});

test('a piece has no more rows than it may have, and the first comes before the file is read to its end', async () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `${i},${i % 2}`);
  writeFileSync(inFolder('ragged.csv'), ['x,y', ...lines, '1,2,3', ''].join('\n'));
  const seen: number[] = [];
  const reading = async () => {
    for await (const { lines: at } of readPieces(inFolder('ragged.csv'), 'ragged.csv', {
      bytes: 500,
      rows: 50,
    }))
      seen.push(...at.subarray(0, 1), at.length);
  };
  await expect(reading()).rejects.toThrow('ragged.csv:1002: this row has 3 fields, the header has 2 columns');
  expect(seen.slice(0, 2)).toEqual([2, 50]);
  expect(seen.length).toBeGreaterThan(20);
  expect(Math.max(...seen.filter((_, i) => i % 2 === 1))).toBe(50);
});

test.each(['mixed', 'zstd'])('groups of rows of a Parquet file are its pieces: %s', async (name) => {
  const file = path.join(import.meta.dirname, 'fixtures', `${name}.parquet`);
  const whole = await readTable(file, 'a.parquet', Number.POSITIVE_INFINITY);
  for (const rows of [1, 7, 25, 60]) {
    const columns: string[][] = whole.names.map(() => []);
    const lines: number[] = [];
    for await (const piece of readPieces(file, 'a.parquet', { rows })) {
      expect(piece.lines.length).toBeLessThanOrEqual(rows);
      expect(piece.names).toEqual(whole.names);
      for (const [j, column] of piece.columns.entries()) columns[j]!.push(...column);
      lines.push(...piece.lines);
    }
    expect({ columns, lines }).toEqual({ columns: whole.columns, lines: [...whole.lines] });
  }
});

test.each(['csv', 'jsonl'])('a pipe is read once: %s', async (ending) => {
  const pipe = inFolder(`pipe.${ending}`);
  execFileSync('mkfifo', [pipe]);
  const text = ending === 'csv' ? 'a,b\\n1,\\n2,3\\n' : '{"a":1}\\n{"a":2,"b":3}\\n';
  const writing = spawn('sh', ['-c', `printf '${text}' > "$0"`, pipe]);
  onTestFinished(() => void writing.kill());
  const read: string[][][] = [];
  for await (const { columns } of readPieces(pipe, 'pipe', { rows: 1 }))
    read.push(columns.map((column) => [...column]));
  expect(read).toEqual([
    [['1'], ['']],
    [['2'], ['3']],
  ]);
});

test('files without rows give what the whole table gives', async () => {
  const piecesOf = async (name: string) => {
    const pieces: Table[] = [];
    for await (const piece of readPieces(inFolder(name), name)) pieces.push(piece);
    return pieces;
  };
  writeFileSync(inFolder('header.csv'), 'a,b\n');
  expect(await piecesOf('header.csv')).toEqual([await readTable(inFolder('header.csv'), 'header.csv')]);
  for (const [name, text] of [
    ['empty.csv', ''],
    ['blank.csv', '\n \n'],
    ['empty.jsonl', ''],
    ['nowhere.csv', undefined],
    ['list.jsonl', '{"a": 1}\n[1]\n'],
  ] as const) {
    if (text !== undefined) writeFileSync(inFolder(name), text);
    const { message } = await readTable(inFolder(name), name).then(
      () => new Error('read'),
      (error: Error) => error,
    );
    expect(message).toContain(name);
    await expect(piecesOf(name)).rejects.toThrow(message);
  }
  const none = path.join(import.meta.dirname, 'fixtures', 'no-rows.parquet');
  await expect(readPieces(none, 'none.parquet').next()).rejects.toThrow(
    'none.parquet has columns and no rows',
  );
});

test('what the model lacks is said before anything is written', async () => {
  writeRows('train.csv', mixedRows('kind'));
  const task = {
    type: 'tabular-classification',
    data: inFolder('train.csv'),
    target: 'kind',
    ignore: [],
  } as const;
  const model = await modelOf(task, 'linear');
  writeFileSync(inFolder('other.csv'), 'size,note\n1,a\n');
  const written: string[] = [];
  const pieces = readDataFor(model, inFolder('other.csv'), 'other.csv');
  await expect(predictFile(model, pieces, (text) => void written.push(text))).rejects.toThrow(
    'other.csv:1: there are no columns "city", "price", which the model was trained on; the columns are size, note',
  );
  expect(written).toEqual([]);

  mkdirSync(inFolder('letters'), { recursive: true });
  writeFileSync(inFolder('letters/1.txt'), 'a');
  await expect(ask(model, 'letters')).rejects.toThrow(
    'letters is no table, and the model reads "size", "city", "note", "price": give a table with these columns (.csv, .tsv, .jsonl, .ndjson, .parquet)',
  );
  await expect(ask(model, 'letters/1.txt')).rejects.toThrow(
    'letters/1.txt is no table, and the model reads "size"',
  );
});

test('pictures are predicted in pieces, too', async () => {
  const digits = 'examples/image-classification/data/digits';
  const task = { type: 'image-classification', data: digits, target: 'label', ignore: [] } as const;
  const model = await modelOf(task, 'trees');
  const whole = await asked(model, readDataFor(model, digits, 'digits', { rows: Number.POSITIVE_INFINITY }));
  expect(whole.csv).toMatch(/^image,label,prediction,probability 0/);
  expect(whole.scored).toBe(whole.rows);
  expect(await asked(model, readDataFor(model, digits, 'digits', { rows: 33 }))).toEqual(whole);
});

const praise = ['a kind and quick answer', 'they were friendly and fast', 'good work, thank you so much'];
const blame = ['nobody ever answered me', 'slow, rude and much too late', 'broken again after two days'];
const told = (i: number) => `${(i % 2 ? praise : blame)[i % 3]!}, said number ${i}`;

/** A folder of texts for training: good and bad. */
function writeTexts(name: string): TaskSpec {
  for (const label of ['good', 'bad']) mkdirSync(inFolder(`${name}/${label}`), { recursive: true });
  for (let i = 0; i < 60; i++)
    writeFileSync(inFolder(`${name}/${i % 2 ? 'good' : 'bad'}/${i}.txt`), `${told(i)}\n`);
  return { type: 'text-classification', data: inFolder(name), target: 'label', ignore: [] };
}

test('a model of a folder of texts is asked of folders of texts', async () => {
  const model = await modelOf(writeTexts('texts'), 'bag');
  expect(model.columns).toEqual([{ column: 'text', kind: 'document' }]);

  // With classes: the names of the files, and scores.
  const labelled = await ask(model, 'texts');
  const [header, first] = labelled.csv.split('\n');
  expect(header).toBe('file,label,prediction,probability bad,probability good');
  expect(first).toMatch(/^bad\/0\.txt,bad,bad,0\.\d+,0\.\d+$/);
  expect(labelled).toMatchObject({ rows: 60, scored: 60, scores: { val_accuracy: 1 } });
  for (const rows of [1, 7]) expect(await ask(model, 'texts', { rows })).toEqual(labelled);

  // Without, at any depth; what is hidden is nobody's.
  for (const name of ['new/2026/may', 'new/.git']) mkdirSync(inFolder(name), { recursive: true });
  writeFileSync(inFolder('new/a.txt'), told(1));
  writeFileSync(inFolder('new/2026/may/b.TXT'), told(2));
  writeFileSync(inFolder('new/.git/c.txt'), told(3));
  writeFileSync(inFolder('new/d.md'), told(4));
  const loose = await ask(model, 'new');
  expect(loose.csv.split('\n').map((line) => line.split(',', 2).join())).toEqual([
    'file,prediction',
    '2026/may/b.TXT,bad',
    'a.txt,good',
    '',
  ]);
  expect(loose).toMatchObject({ rows: 2, scored: 0 });
  expect(loose).not.toHaveProperty('scores');

  // Beside classes: predicted, and of no class. A folder that is no class is one that the model cannot know.
  for (const name of ['both/good', 'both/odd']) mkdirSync(inFolder(name), { recursive: true });
  for (const name of ['both/a.txt', 'both/good/b.txt', 'both/odd/c.txt'])
    writeFileSync(inFolder(name), told(1));
  const both = await ask(model, 'both');
  expect(both.csv.split('\n').map((line) => line.split(',', 3).join())).toEqual([
    'file,label,prediction',
    'a.txt,,good',
    'good/b.txt,good,good',
    'odd/c.txt,odd,good',
    '',
  ]);
  expect(both).toMatchObject({ rows: 3, scored: 2, scores: { val_accuracy: 0.5 } });

  // One text; it says the same as in the folder, and as in a table.
  const single = await ask(model, 'new/a.txt');
  const [, ofFolder] = loose.csv
    .split('\n')
    .filter((line) => line !== '')
    .slice(1);
  expect(single.csv.split('\n')[1]).toBe(ofFolder);
  writeFileSync(inFolder('texts.csv'), `text\n${quoted(told(1))}\n`);
  expect((await ask(model, 'texts.csv')).csv.split('\n')[1]).toBe(
    `${quoted(told(1))},${ofFolder!.slice('a.txt,'.length)}`,
  );
});

test('texts that cannot be read are said by their names', async () => {
  const model = await modelOf(writeTexts('texts'), 'bag');
  for (const name of ['none', 'latin']) mkdirSync(inFolder(name), { recursive: true });
  await expect(ask(model, 'none')).rejects.toThrow('none: there is no .txt file in this folder');
  await expect(ask(model, 'nowhere.txt')).rejects.toThrow('nowhere.txt: there is no such data file');
  writeFileSync(inFolder('latin/a.txt'), Buffer.from([0x61, 0x0a, 0xe9, 0x62]));
  const message = /^latin\/a\.txt:2: byte 0xe9 at offset 2 is not UTF-8/;
  await expect(ask(model, 'latin')).rejects.toThrow(message);
  await expect(ask(model, 'latin/a.txt')).rejects.toThrow(message);
});

test('a model of numbers from texts is asked of a folder, unless it reads other columns, too', async () => {
  const table = (name: string, more: (i: number) => string) => {
    const lines = Array.from({ length: 60 }, (_, i) => `${quoted(told(i))},${i % 2 ? 3 : 1}${more(i)}`);
    writeFileSync(inFolder(name), [`file,stars${more(-1)}`, ...lines].join('\n'));
    return { type: 'text-regression', data: inFolder(name), target: 'stars', ignore: [] } as const;
  };
  mkdirSync(inFolder('3'), { recursive: true });
  writeFileSync(inFolder('3/a.txt'), told(1));
  const model = await modelOf(
    table('stars.csv', () => ''),
    'bag',
  );
  const { csv, scored } = await ask(model, '3');
  // The column of the texts is called file.
  expect(csv).toMatch(/^path,prediction\na\.txt,\d/);
  expect(scored).toBe(0);
  const more = await modelOf(
    table('more.csv', (i) => (i < 0 ? ',weight' : `,${(i * 7) % 5}`)),
    'bag',
  );
  await expect(ask(more, '3')).rejects.toThrow(
    '3 is no table, and the model reads "file", "weight": give a table with these columns (.csv,',
  );
});

test('slices of a table are its rows in their order', async () => {
  const table = await readTable('examples/tabular/data/wine.csv');
  const parts = [...slices(table, 50)];
  expect(parts.map(({ lines }) => lines.length)).toEqual([50, 50, 50, 28]);
  expect(parts.flatMap(({ columns }) => columns[0]!)).toEqual(table.columns[0]);
  expect(parts.flatMap(({ lines }) => [...lines])).toEqual([...table.lines]);
});
