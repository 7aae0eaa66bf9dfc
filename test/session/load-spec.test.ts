import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDrivenSpec } from '../../src/ask-tell/open.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { type Problem, SpecError } from '../../src/spec/problem.ts';

/** What is wrong with a spec in a folder of its own, beside such files. */
function problemsOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
  read: (file: string) => unknown = (file) => readSpec(file, 'ml/tune.yml'),
): readonly Problem[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'folder'));
  for (const [name, content] of Object.entries({ ...files, 'tune.yml': text }))
    writeFileSync(path.join(folder, name), content);
  try {
    read(path.join(folder, 'tune.yml'));
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
  return [];
}

/** A problem by what its mark stands under. */
function marked({ line, column, endColumn, message, sourceLine }: Problem) {
  return [line, sourceLine.slice(column - 1, endColumn - 1), message];
}

const command = (run: string, more = '') => `name: a
trial:
  run: ${run}
${more}metric: { name: loss, goal: minimize }
params:
  lr: { type: float, min: 0.1, max: 1 }
budget: { trials: 3 }
`;

test('a placeholder that means nothing is shown in its argument', () => {
  const problems = problemsOf(command('[train, --lr, "{lr}", "--epochs={epochs}", "{resourse}"]'));
  expect(problems.map(marked)).toEqual([
    [3, '"--epochs={epochs}"', 'the placeholder {epochs} is no parameter'],
    [3, '"{resourse}"', 'the placeholder {resourse} is no parameter'],
  ]);
  expect(problems[1]).toMatchObject({
    file: 'ml/tune.yml',
    expected: expect.stringContaining('one of {lr}, {seed}, {resource}'),
    suggestion: 'did you mean {resource}?',
  });
  expect(problemsOf(command('train --lr {lr}', '  shell: true\n')).map(marked)).toEqual([
    [3, 'train --lr {lr}', 'trial.run is a line for the shell, where {lr} would have to be quoted'],
  ]);
});

test('what is wrong in the spec and in its values comes at once', () => {
  const spec = `${command('[train, "{resourse}"]')}values: params.yml\n`;
  expect(problemsOf(spec, { 'params.yml': 'lr: 7\n' }).map(({ file, line }) => [file, line])).toEqual([
    ['ml/tune.yml', 3],
    ['ml/params.yml', 1],
  ]);
  expect(problemsOf(spec).map(({ message }) => message)).toEqual([
    'the placeholder {resourse} is no parameter',
    'there is no file ml/params.yml',
  ]);
});

test.each([
  ['a path', '"runs/{tril}.json"'],
  ['a list of paths', '["{trial}.json", "runs/{tril}.json"]'],
  ['a mapping', '{ format: json, file: "runs/{tril}.json" }'],
  ['a list of mappings', '[{ format: json, file: "runs/{tril}.json" }]'],
])('a placeholder in the name of a file of metrics is shown there: %s', (_, metrics) => {
  expect(problemsOf(command('[train]', `  metrics: ${metrics}\n`)).map(marked)).toEqual([
    [4, '"runs/{tril}.json"', 'the placeholder {tril} is no parameter'],
  ]);
});

test.each([
  ['as text', 'params.yml', 'params.yml', 'there is no file ml/params.yml'],
  ['with its keys', '{ at: train, file: params.yml }', 'params.yml', 'there is no file ml/params.yml'],
  ['as a folder', 'folder', 'folder', expect.stringMatching(/^ml\/folder cannot be read: EISDIR/)],
])(
  'a file of values that cannot be read is shown where the spec names it: %s',
  (_, values, named, message) => {
    const text = `${command('[train]')}values: ${values}\n`;
    const [problem, ...rest] = problemsOf(text);
    expect(rest).toEqual([]);
    expect(marked(problem!)).toEqual([8, named, message]);
    expect(problem).toMatchObject({
      expected: 'a JSON or YAML file with the values that ship today, by its path relative to the spec',
      suggestion: expect.stringContaining('remove `values`'),
    });
    expect(problemsOf(text, {}, readDrivenSpec).map((item) => marked(item).slice(0, 2))).toEqual([
      [8, named],
    ]);
  },
);

const task = `name: a
task:
  type: tabular-classification
  data: data.csv
  target: kind
  ignore: [id, note]
  test: test.csv
budget: { trials: 3 }
`;

test('data that are not there are shown where the task names them', () => {
  const suggestion = 'a path is relative to the spec: correct it, or bring the data there first';
  const [problem, ...rest] = problemsOf(task);
  expect(rest).toEqual([]);
  expect(marked(problem!)).toEqual([4, 'data.csv', 'task.data: data.csv: there is no such data file']);
  expect(problem).toMatchObject({ suggestion });
  const table = 'id,note,kind,x\n1,,a,1\n';
  expect(problemsOf(task, { 'data.csv': table }).map(marked)).toEqual([
    [7, 'test.csv', 'task.test: test.csv: there is no such data file'],
  ]);
  expect(problemsOf(task, { 'data.csv': table, 'test.csv': table })).toEqual([]);
});

test('a column that the data do not have is shown where the task names it', () => {
  const notes = (columns: string) => ({ 'data.csv': `${columns}\n1,2,3\n` });
  expect(problemsOf(task, notes('id,kind,x')).map(marked)).toEqual([
    [
      6,
      'note',
      'data.csv:1: there is no column "note", which task.ignore names; the columns are id, kind, x',
    ],
  ]);
  expect(problemsOf(task, notes('id,kind,notes')).map(({ message }) => message)).toEqual([
    'data.csv:1: there is no column "note", which task.ignore names; the columns are id, kind, notes: did you mean "notes"?',
  ]);
  expect(problemsOf(task, notes('id,note,x')).map((problem) => marked(problem).slice(0, 2))).toEqual([
    [5, 'kind'],
  ]);
});

test('data of which something else is wrong do not ask for another path', () => {
  const [problem] = problemsOf(task, { 'data.csv': 'kind\n' });
  expect(problem).toMatchObject({ line: 4, message: 'task.data: data.csv has a header and no rows' });
  expect(problem).not.toHaveProperty('suggestion');
});

test.each(['tabular-classification', 'image-classification', 'text-classification'])(
  'data that the file system refuses are a problem of the spec: %s',
  (type) => {
    const lines = task.replace('tabular-classification', type).replace(/ {2}(ignore|test): .*\n/g, '');
    const [problem, ...rest] = problemsOf(lines.replace('data.csv', 'file.csv/data.csv'), { 'file.csv': '' });
    expect(rest).toEqual([]);
    expect(marked(problem!).slice(0, 2)).toEqual([4, 'file.csv/data.csv']);
    expect(problem).toMatchObject({ message: expect.stringContaining('task.data: file.csv/data.csv') });
  },
);
