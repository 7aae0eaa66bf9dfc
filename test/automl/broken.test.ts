import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTaskData } from '../../src/automl/check.ts';
import { createDataset } from '../../src/automl/dataset.ts';
import { createLearner } from '../../src/automl/families/families.ts';
import { scoreRows } from '../../src/automl/metrics.ts';
import { readSplit } from '../../src/automl/read.ts';
import { DataError } from '../../src/automl/table.ts';
import { validationFolds } from '../../src/automl/task-module.ts';
import type { TaskSpec } from '../../src/spec/spec.ts';
import { loadBackend } from '../../src/tensorflow/backend.ts';
import type { TensorFlow } from '../../src/tensorflow/tensorflow.ts';

// Data as people have them: the files in broken/, and some that are made here. Each is looked at, read and trained on as a
// run does; what people are told stands in __golden__/broken.txt.

const classify: TaskSpec = { type: 'tabular-classification', data: '', target: 'label', ignore: [] };
const regress: TaskSpec = { ...classify, type: 'tabular-regression', target: 'price' };

const cases: Readonly<Record<string, TaskSpec>> = {
  'not there': { ...classify, data: 'missing.csv' },
  'a folder': { ...classify, data: 'folder.csv' },
  'not to be read': { ...classify, data: 'unreadable.csv' },
  'another format': { ...classify, data: 'table.xlsx' },
  'empty file': { ...classify, data: 'empty.csv' },
  'blank lines': { ...classify, data: 'blank.csv' },
  'header only': { ...classify, data: 'header-only.csv' },
  'wrong target': { ...classify, data: 'wrong-target.csv' },
  'column to ignore that is not there': { ...classify, data: 'good.csv', ignore: ['id'] },
  'target missing in every row': { ...classify, data: 'target-missing.csv' },
  'one class': { ...classify, data: 'one-class.csv' },
  'a class of one row': { ...classify, data: 'class-of-one-row.csv' },
  'empty column': { ...classify, data: 'empty-column.csv' },
  'every column constant': { ...classify, data: 'constant.csv' },
  'mixed types': { ...classify, data: 'mixed-types.csv' },
  'a level for each row': { ...classify, data: 'every-row-its-own-level.csv' },
  'nearly all rows copies': { ...classify, data: 'copies.csv' },
  'quote never closed': { ...classify, data: 'open-quote.csv' },
  'quote never closed in 100 MB': { ...classify, data: 'open-quote-large.csv' },
  'rows of different lengths': { ...classify, data: 'ragged.csv' },
  'two columns of one name': { ...classify, data: 'same-name-twice.csv' },
  'a column without a name': { ...classify, data: 'no-name.csv' },
  'Latin-1': { ...classify, data: 'latin-1.csv' },
  'UTF-16': { ...classify, data: 'utf-16.csv' },
  'NUL bytes': { ...classify, data: 'nul.csv' },
  'line ends of old Macs': { ...classify, data: 'mac-line-ends.csv' },
  'line ends of Windows and a byte order mark': { ...classify, data: 'windows.csv' },
  'decimal commas': { ...classify, data: 'decimal-commas.csv' },
  'infinities and numbers of 308 digits': { ...classify, data: 'infinities.csv' },
  'a price in words': { ...regress, data: 'price-with-text.csv' },
  'an infinite price': { ...regress, data: 'price-infinite.csv' },
  'a price of 308 digits': { ...regress, data: 'price-huge.csv' },
  'one group': { ...classify, data: 'one-group.csv', group: 'who' },
  'a time that is none': { ...classify, data: 'no-dates.csv', time: 'day' },
  'test file that is not there': { ...classify, data: 'good.csv', test: 'missing.csv' },
  'test file that lacks a column': { ...classify, data: 'good.csv', test: 'test-lacks-column.csv' },
  'test file with a new class': { ...classify, data: 'good.csv', test: 'test-new-class.csv' },
  'test file with a price in words': { ...regress, data: 'good-prices.csv', test: 'test-price-text.csv' },
  'a line that is not JSON': { ...classify, data: 'not-json.jsonl' },
  'a JSON list': { ...classify, data: 'list.jsonl' },
  'Parquet by name only': { ...classify, data: 'not-parquet.parquet' },
  'Parquet cut off': { ...classify, data: 'cut.parquet' },
  'Parquet damaged': { ...classify, data: 'damaged.parquet' },
  'Parquet without rows': { ...classify, data: 'no-rows.parquet' },
  '5,000 columns': { ...classify, data: 'wide.csv' },
};

let folder: string;
let tf: TensorFlow;
beforeAll(async () => {
  ({ tf } = await loadBackend('cpu', import.meta.filename));
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-broken-'));
  cpSync(path.join(import.meta.dirname, 'broken'), folder, { recursive: true });
  const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name);
  const write = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
  mkdirSync(path.join(folder, 'folder.csv'));
  // Reading its first page fails, whoever reads it.
  symlinkSync('/proc/self/mem', path.join(folder, 'unreadable.csv'));
  write('table.xlsx', 'PK');
  cpSync(fixture('no-rows.parquet'), path.join(folder, 'no-rows.parquet'));
  const mixed = readFileSync(fixture('mixed.parquet'));
  write('cut.parquet', mixed.subarray(0, 5000));
  write('damaged.parquet', Buffer.from(mixed).fill(0xff, 100, 3000));
  write('open-quote-large.csv', `x,label\n1,a\n2,"b\n${'3,a\n'.repeat(25_000_000)}`);
  const names = Array.from({ length: 5000 }, (_, j) => `measurement ${j}`);
  const wide = Array.from(
    { length: 60 },
    (_, i) => `${names.map((_, j) => (i * j) % 13).join(',')},${'ab'[i % 2]}`,
  );
  write('wide.csv', `${names.join(',')},label\n${wide.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('broken data has clear words and no crash', async () => {
  const told: string[] = [];
  for (const [name, task] of Object.entries(cases)) told.push(`${name}\n${await tell(task)}`);
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('__golden__/broken.txt');
});

/** What people are told of some data, as a run comes to it. */
async function tell(task: TaskSpec): Promise<string> {
  try {
    checkTaskData(task, folder);
  } catch (error) {
    return `    error before anything runs: ${words(error)}`;
  }
  const test = typeof task.test === 'string' ? path.join(folder, task.test) : task.test;
  const here = test === undefined ? task : { ...task, test };
  let text: string;
  try {
    const { search, note } = await readSplit(here, path.join(folder, task.data));
    const data = createDataset(search, here);
    const [fold] = validationFolds(data, task.time !== undefined);
    for (const config of configs) {
      const learner = createLearner(tf, config, { data, rows: fold!.rows, seed: 1 });
      await learner.trainTo(1);
      for (const score of Object.values(scoreRows(data, fold!.validation, await learner.predict())))
        expect(score).toSatisfy(Number.isFinite);
      learner.dispose();
    }
    text = [...data.notes, note].map((line) => `    ${line}`).join('\n');
  } catch (error) {
    text = `    error: ${words(error)}`;
  }
  return text.replaceAll(`${path.relative(process.cwd(), folder)}/`, '').replaceAll(`${folder}/`, '');
}

/** One of each family, trained briefly. */
const configs = [
  { family: 'linear', linear_l2: 0.01, linear_scaling: 'standard' },
  { family: 'linear', linear_l2: 0.01, linear_scaling: 'quantile' },
  {
    family: 'trees',
    trees_rounds: 5,
    trees_learning_rate: 0.1,
    trees_leaves: 5,
    trees_min_rows: 2,
    trees_l2: 1,
    trees_row_share: 1,
    trees_column_share: 1,
  },
  {
    family: 'network',
    network_layers: 1,
    network_units: 8,
    network_dropout: 0,
    network_learning_rate: 0.001,
    network_l2: 0,
    network_batch_size: 32,
    network_passes: 2,
    network_scaling: 'standard',
  },
];

function words(error: unknown): string {
  // Anything else is a crash.
  if (!(error instanceof DataError)) throw error;
  // How it is put is up to the version of Node.
  return error.message.replace(/(?<=this line is not JSON: ).*/, '…');
}
