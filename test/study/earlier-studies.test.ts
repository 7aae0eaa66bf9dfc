import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { readEarlier, settleEarlier } from '../../src/study/earlier-studies.ts';
import { openJournal } from '../../src/study/journal.ts';
import { matchingFiles } from '../../src/study/matching-files.ts';
import { parseCsv } from '../../src/trial/csv-table.ts';
import { identity, temporaryFolder } from './fakes.ts';
import { run } from './run.ts';

const { metric } = identity;
const space = createSpace({
  x: { type: 'float', min: 0, max: 0.8 },
  units: { type: 'int', min: 1, max: 8, default: 4 },
  optimizer: {
    type: 'choice',
    default: 'adam',
    options: { sgd: { nesterov: { type: 'bool', default: false } }, adam: {} },
  },
});

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test('a CSV file: columns by path, quoted or not, whatever the order; what does not fit is named', () => {
  const folder = write(temporaryFolder(), {
    'old.csv': [
      '\uFEFFaccuracy,x,"optimizer",optimizer.sgd.nesterov,removed,note',
      '0.7,0.25,sgd,True,3,"a, ""quoted"" note',
      'over two lines"',
      '0.8,0.5,adam,,,',
      '',
      '0.9,0.95,adam,,,',
      'n/a,0.1,adam,,,',
    ].join('\r\n'),
  });
  expect(readEarlier({ patterns: ['old.csv'], folder, space }, metric)).toEqual({
    studies: [
      {
        name: 'old.csv',
        observations: [
          {
            config: { x: 0.25, units: 4, optimizer: 'sgd', 'optimizer.sgd.nesterov': true },
            loss: -0.7,
          },
          { config: { x: 0.5, units: 4, optimizer: 'adam' }, loss: -0.8 },
        ],
      },
    ],
    notices: [
      'Warm start: 2 trials of old.csv; 2 more do not fit (line 6: x: expected a number from 0 to 0.8, found 0.95; line 7: accuracy is "n/a", not a number).',
    ],
  });
});

test('a text that may be several values of a choice is none of them', () => {
  const mixed = createSpace({ kind: { type: 'choice', values: [1, '1', true, 'true', '2', 'a'] } });
  const folder = write(temporaryFolder(), {
    'old.csv': 'kind,accuracy\n1,0.1\n"1",0.2\nTrue,0.3\ntrue,0.4\n2,0.5\na,0.6\n',
  });
  expect(readEarlier({ patterns: ['old.csv'], folder, space: mixed }, metric)).toEqual({
    studies: [
      {
        name: 'old.csv',
        observations: [
          { config: { kind: true }, loss: -0.3 },
          { config: { kind: '2' }, loss: -0.5 },
          { config: { kind: 'a' }, loss: -0.6 },
        ],
      },
    ],
    notices: [
      'Warm start: 3 trials of old.csv; 3 more do not fit (line 2: kind: 1 may be 1 or "1"; line 3: kind: 1 may be 1 or "1"; …).',
    ],
  });
});

test.each([
  [
    'no parameter among its columns',
    'lr,size,accuracy\n0.1,3,0.7\n0.2,4,0.8\n',
    'none of its columns is a parameter of this space (x, units, optimizer, optimizer.sgd.nesterov); its columns are lr, size, accuracy',
  ],
  ['no metric', 'x,loss\n0.1,3\n', 'it has no column accuracy; its columns are x, loss'],
  ['a parameter twice', 'x,x,accuracy\n0.1,0.2,0.7\n', 'it is ambiguous: 2 of its columns are x (x, x)'],
  [
    'a parameter in two spellings',
    'x,params.x,accuracy\n0.1,0.2,0.7\n',
    'it is ambiguous: 2 of its columns are x (x, params.x)',
  ],
  [
    'the metric twice',
    'accuracy,x,metrics.accuracy\n0.1,0.2,0.7\n',
    'it is ambiguous: 2 of its columns are accuracy (accuracy, metrics.accuracy)',
  ],
])('a CSV file is left out for its columns: %s', (_, text, why) => {
  const folder = write(temporaryFolder(), { 'other.csv': text });
  expect(readEarlier({ patterns: ['other.csv'], folder, space }, metric)).toEqual({
    studies: [],
    notices: [`Warm start: other.csv is left out: ${why}`],
  });
});

test.each([
  ['an empty file', '', 'is left out: it is empty'],
  ['nothing but empty lines', '\n\n', 'is left out: it is empty'],
  [
    'UTF-16',
    Buffer.from('\uFEFFx,accuracy\n0.1,0.7\n', 'utf16le'),
    'is left out: it is in UTF-16; save it as UTF-8',
  ],
])('a CSV file that has no columns is left out for what it is: %s', (_, text, why) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'old.csv'), text);
  expect(readEarlier({ patterns: ['old.csv'], folder, space }, metric).notices).toEqual([
    `Warm start: old.csv ${why}`,
  ]);
});

test.each([
  ['another text', 'x,accuracy\nabc,0.7\n', 'x is "abc", not a number'],
  ['nothing', 'x,accuracy\n0.1\n', 'accuracy is empty'],
  ['a decimal comma in a value', 'x;accuracy\n0,5;1\n', 'x is "0,5", not a number: decimals need a point'],
  [
    'a decimal comma in the metric',
    'x;accuracy\n0,5;-1,25e-5\n',
    'accuracy is "-1,25e-5", not a number: decimals need a point',
  ],
])('what stands in the place of a number is said: %s', (_, text, why) => {
  const folder = write(temporaryFolder(), { 'old.csv': text });
  expect(readEarlier({ patterns: ['old.csv'], folder, space }, metric).notices).toEqual([
    `Warm start: 0 trials of old.csv; 1 more does not fit (line 2: ${why}).`,
  ]);
});

test('a folder is no file to start from', () => {
  const folder = write(temporaryFolder(), { 'old/a.csv': 'x,accuracy\n0.1,0.7\n' });
  expect(readEarlier({ patterns: ['.', 'old/', 'old/*.csv'], folder, space }, metric).notices).toEqual([
    'Warm start: . is a folder; name the files in it, such as *.csv.',
    'Warm start: old/ is a folder; name the files in it, such as old/*.csv.',
    'Warm start: 1 trial of old/a.csv.',
  ]);
});

test('columns of a results.csv beside its parameters are none, whatever the parameters are called', () => {
  const folder = write(temporaryFolder(), {
    'results.csv':
      'role,state,score,seed,params.seed,metrics.accuracy\nsearch,completed,0.7,91,3,0.7\nhead,completed,0.9,92,4,0.9\n',
  });
  const seeds = createSpace({ seed: { type: 'int', min: 0, max: 100 } });
  expect(readEarlier({ patterns: ['results.csv'], folder, space: seeds }, metric).studies).toEqual([
    { name: 'results.csv', observations: [{ config: { seed: 3 }, loss: -0.7 }] },
  ]);
});

// As pandas writes what Optuna 5 has: `study.trials_dataframe().to_csv()`.
const optuna = `,number,value,datetime_start,datetime_complete,duration,params_optimizer,params_units,params_x,user_attrs_note,state
0,0,0.7,2026-11-30 11:50:35.393194,2026-11-30 11:50:35.393687,0 days 00:00:00.000493,adam,3.0,0.25,"hi, there",COMPLETE
1,1,0.8,2026-11-30 11:50:35.393727,2026-11-30 11:50:35.393956,0 days 00:00:00.000229,sgd,,0.5,,COMPLETE
2,2,,2026-11-30 11:50:35.393980,2026-11-30 11:50:35.394132,0 days 00:00:00.000152,sgd,,0.5,,FAIL
3,3,0.9,2026-11-30 11:50:35.394173,2026-11-30 11:50:35.394306,0 days 00:00:00.000133,sgd,,0.4,,PRUNED
4,4,,2026-11-30 11:50:35.394320,,,,,,,RUNNING
`;
const taken = [
  { config: { x: 0.25, units: 3, optimizer: 'adam' }, loss: -0.7 },
  { config: { x: 0.5, units: 4, optimizer: 'sgd', 'optimizer.sgd.nesterov': false }, loss: -0.8 },
];

test.each([
  ['as it is', optuna, ', its value as accuracy'],
  ['with a name for its value', optuna.replace(',value,', ',value_accuracy,'), ''],
  ['of which a column was renamed', optuna.replace(',value,', ',accuracy,'), ''],
  [
    'of several objectives',
    optuna.replace(',value,', ',values_0,values_1,').replace(/^(\d,\d),(.*?),/gm, '$1,$2,3,'),
    ', its values_0 as accuracy',
  ],
  [
    'of several objectives with names',
    optuna.replace(',value,', ',values_ms,values_accuracy,').replace(/^(\d,\d),/gm, '$1,3,'),
    '',
  ],
])('the trials of an Optuna study %s', (_, text, as) => {
  const folder = write(temporaryFolder(), { 'optuna.csv': text });
  expect(readEarlier({ patterns: ['optuna.csv'], folder, space }, metric)).toEqual({
    studies: [{ name: 'optuna.csv', observations: taken }],
    notices: [
      `Warm start: 2 trials of optuna.csv${as}; 3 more do not fit (line 4: its state is FAIL; line 5: its state is PRUNED; …).`,
    ],
  });
});

test('the trials of an Optuna study with names in two rows are those of one with names in one', () => {
  // Written by Optuna 5: `trials_dataframe().to_csv()`, and with `multi_index=True`, of two objectives with `index=False`.
  const folder = path.join(import.meta.dirname, 'fixtures');
  const read = (name: string) =>
    readEarlier({ patterns: [name], folder, space }, metric, '', [{ name: 'ms', max: 55 }]);
  const [plain, twoRows] = [read('optuna.csv'), read('optuna-multi-index.csv')];
  expect(twoRows.studies[0]?.observations).toEqual(plain.studies[0]?.observations);
  expect(twoRows.studies[0]?.observations).toHaveLength(2);
  expect(twoRows.notices).toEqual([
    'Warm start: 2 trials of optuna-multi-index.csv, its value as accuracy; 4 more do not fit (line 5: ms is 60, at most 55 is ' +
      'asked for; line 6: its state is PRUNED; …).',
  ]);
  expect(read('optuna-multi-index-of-two.csv').studies[0]?.observations.map(({ loss }) => loss)).toEqual([
    -0.3336, -0.0001, -0.1174,
  ]);
});

test('a row of values is no second row of names, whatever the first column is called', () => {
  const folder = write(temporaryFolder(), {
    'runs.csv': 'params,x,accuracy\nnotes,0.4,0.6\nmore,0.5,0.7\n',
  });
  expect(readEarlier({ patterns: ['runs.csv'], folder, space }, metric).notices).toEqual([
    'Warm start: 2 trials of runs.csv.',
  ]);
});

test('a constraint is known by what a trial of an Optuna study notes beside its values', () => {
  const folder = write(temporaryFolder(), {
    'optuna.csv': `number,value,params_units,params_x,user_attrs_ms,state
0,0.6,3,0.1,20,COMPLETE\n1,0.9,3,0.2,50,COMPLETE\n2,0.8,3,0.3,nan,COMPLETE\n3,0.7,3,0.4,,COMPLETE\n`,
  });
  const { studies, notices } = readEarlier({ patterns: ['optuna.csv'], folder, space }, metric, '', [
    { name: 'ms', max: 20 },
  ]);
  expect(studies[0]!.observations.map(({ config }) => config['x'])).toEqual([0.1, 0.4]);
  expect(notices.join()).toContain('line 3: ms is 50, at most 20 is asked for; line 4: ms is not a number');
});

test('columns of an Optuna study are no parameters of the same name, and a state may be a parameter', () => {
  const folder = write(temporaryFolder(), {
    'optuna.csv': 'number,value,params_number,params_state,state\n0,0.7,3,a,COMPLETE\n1,0.9,4,b,FAIL\n',
    'plain.csv': 'number,state,accuracy\n5,b,0.6\n',
  });
  const other = createSpace({
    number: { type: 'int', min: 0, max: 9 },
    state: { type: 'choice', values: ['a', 'b'] },
  });
  expect(readEarlier({ patterns: ['*.csv'], folder, space: other }, metric).studies).toEqual([
    { name: 'optuna.csv', observations: [{ config: { number: 3, state: 'a' }, loss: -0.7 }] },
    { name: 'plain.csv', observations: [{ config: { number: 5, state: 'b' }, loss: -0.6 }] },
  ]);
});

test('a journal of other parameters is left out: all of its trials would be the defaults', async () => {
  const folder = temporaryFolder();
  await run({ folder: path.join(folder, 'a'), budget: { trials: 2 } });
  const other = createSpace({ lr: { type: 'float', min: 0, max: 1, default: 0.5 } });
  expect(readEarlier({ patterns: ['a/journal.jsonl'], folder, space: other }, metric)).toEqual({
    studies: [],
    notices: [
      'Warm start: a/journal.jsonl is left out: none of its parameters is a parameter of this space (lr); its parameters are x',
    ],
  });
});

test('earlier journals, of other commits too; of one config the mean', async () => {
  const folder = temporaryFolder();
  await run({ folder: path.join(folder, 'studies', 'a'), budget: { trials: 12 } });
  await run({
    folder: path.join(folder, 'studies', 'b'),
    budget: { trials: 6 },
    identity: { ...identity, code: 'other' },
  });
  await run({
    folder: path.join(folder, 'studies', 'c'),
    budget: { trials: 3 },
    identity: { ...identity, metric: { ...metric, name: 'f1' } },
  });
  write(folder, { 'studies/d/journal.jsonl': 'no journal\n' });
  const found = readEarlier({ patterns: ['studies/*/journal.jsonl', 'gone.csv'], folder, space }, metric);
  expect(found.studies.map(({ name }) => name)).toEqual([
    'studies/a/journal.jsonl',
    'studies/b/journal.jsonl',
  ]);
  for (const { observations } of found.studies)
    for (const { config, loss } of observations) {
      expect(config).toMatchObject({ units: 4, optimizer: 'adam' });
      // The fake training climbs to x, and to maximise accuracy is to minimise its negative.
      expect(loss).toBeCloseTo(-(config['x'] as number), 12);
    }
  expect(found.notices.join('\n')).toMatch(/\d+ trials of studies\/a\/journal.jsonl/);
  expect(found.notices).toContain(
    'Warm start: studies/c/journal.jsonl is left out: its metric is f1, not accuracy',
  );
  expect(found.notices.join('\n')).toContain('studies/d/journal.jsonl is left out: ');
  expect(found.notices[0]).toBe('Warm start: there is no file gone.csv.');
});

test('what missed a constraint is nothing to begin with, as far as a file knows', async () => {
  const constraints = [
    { name: 'memory', max: 20 },
    { name: 'speed', min: 5 },
  ];
  const folder = write(temporaryFolder(), {
    'runs.csv': 'x,accuracy,memory\n0.1,0.7,20\n0.2,0.9,20.5\n0.3,0.8,\n',
    'results.csv':
      'role,state,score,params.x,metrics.accuracy,metrics.speed\nsearch,completed,0.7,0.1,0.7,4\nsearch,completed,0.6,0.2,0.6,5\n',
  });
  const journal = await openJournal(path.join(folder, 'a', 'journal.jsonl'), identity);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [trial, memory] of [10, 30].entries()) {
    const of = { role: 'search', trial, run: `a.${trial}` } as const;
    journal.append({
      type: 'start',
      ...of,
      segment: 0,
      config: { x: 0.5 + trial / 10 },
      seed: 1,
      origin: 'random',
      worker: 0,
      at,
    });
    journal.append({ type: 'report', ...of, n: 0, step: 1, metrics: { accuracy: 0.5, memory } });
    journal.append({ type: 'end', ...of, state: 'completed', score: 0.5, durationMs: 1, at });
  }
  journal.close();
  const patterns = ['runs.csv', 'results.csv', 'a/journal.jsonl'];
  const { studies, notices } = readEarlier({ patterns, folder, space }, metric, '', constraints);
  expect(
    Object.fromEntries(
      studies.map(({ name, observations }) => [name, observations.map(({ config }) => config['x'])]),
    ),
  ).toEqual({ 'runs.csv': [0.1, 0.3], 'results.csv': [0.2], 'a/journal.jsonl': [0.5] });
  expect(notices).toEqual([
    'Warm start: 2 trials of runs.csv; 1 more does not fit (line 3: memory is 20.5, at most 20 is asked for).',
    'Warm start: 1 trial of results.csv; 1 more does not fit (line 2: speed is 4, at least 5 is asked for).',
    'Warm start: 1 trial of a/journal.jsonl; 1 more does not fit (memory is 30, at most 20 is asked for).',
  ]);
});

test('a study goes on with what it knew when it began', async () => {
  const folder = write(temporaryFolder(), { 'old.csv': 'x,accuracy\n0.5,0.8\n' });
  const file = path.join(folder, 'journal.jsonl');
  const sources = { patterns: ['*.csv'], folder, space };
  const first = await openJournal(file, identity);
  const begun = settleEarlier(first, sources);
  first.close();
  write(folder, { 'old.csv': 'x,accuracy\n0.1,0.2\n' });
  const second = await openJournal(file, identity);
  expect(settleEarlier(second, sources)).toMatchObject(begun);
  expect(begun.studies[0]!.observations).toHaveLength(1);
  second.close();
  const other = await openJournal(path.join(folder, 'none.jsonl'), identity);
  expect(settleEarlier(other, { ...sources, patterns: [] })).toEqual({ studies: [], notices: [] });
  expect(other.records).toHaveLength(1);
  other.close();
});

test('in the place of its own journal a study learns from the one that it replaced', async () => {
  const folder = temporaryFolder();
  await run({ folder: path.join(folder, 'a'), budget: { trials: 12 } });
  const file = path.join(folder, 'a', 'journal.jsonl');
  const sources = { patterns: ['*/journal.jsonl*'], folder, space };
  const journal = await openJournal(file, { ...identity, code: 'next commit' }, { fresh: true });
  const { studies } = settleEarlier(journal, sources);
  expect(studies.map(({ name }) => name)).toEqual(['a/journal.jsonl.old']);
  journal.close();
});

test('patterns', () => {
  const folder = write(temporaryFolder(), {
    'a.csv': '',
    'b.csv': '',
    'deep/er/c.csv': '',
    'deep/d.jsonl': '',
    '.hidden/e.csv': '',
    'node_modules/f.csv': '',
  });
  const found = (pattern: string) =>
    matchingFiles(pattern, folder).map((file) => path.relative(folder, file).split(path.sep).join('/'));
  expect(found('a.csv')).toEqual(['a.csv']);
  expect(found('?.csv')).toEqual(['a.csv', 'b.csv']);
  expect(found('**/*.csv')).toEqual(['a.csv', 'b.csv', 'deep/er/c.csv']);
  expect(found('deep/*')).toEqual(['deep/d.jsonl']);
  expect(found('.hidden/*.csv')).toEqual(['.hidden/e.csv']);
  expect(found('*+(x).csv')).toEqual([]);
  expect(found('no/where/*')).toEqual([]);
});

test('CSV of other habits', () => {
  expect(parseCsv('a;b\n1;2\n').rows[0]!.fields).toEqual({ a: '1', b: '2' });
  expect(parseCsv('a\tb\r1\t2\r').rows[0]!.fields).toEqual({ a: '1', b: '2' });
  expect(parseCsv('a,b\n1').rows).toEqual([{ line: 2, fields: { a: '1', b: '' } }]);
  expect(parseCsv('').rows).toEqual([]);
  expect(() => parseCsv('a\n"b')).toThrow('the quote in line 2 is never closed');
});
