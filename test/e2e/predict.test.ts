import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeModel } from '../../src/automl/model-files.ts';
import { builtCommandLine } from '../support/built-host.ts';

// The command line as a person asks it for predictions.

let folder: string;
let cli: string;
beforeEach(async () => {
  cli = await builtCommandLine();
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-predict-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The number is 2 x + 1.
  writeModel(path.join(folder, 'model'), {
    task: 'regression',
    target: 'y',
    classes: [],
    columns: [{ column: 'x', kind: 'number' }],
    members: [
      {
        trial: 0,
        weight: 1,
        config: {},
        fitted: {
          family: 'linear',
          inputs: [{ kind: 'standard', mean: 0, deviation: 1, missing: false }],
          weights: [2, 1],
          mean: 0,
          deviation: 1,
        },
      },
    ],
  });
});

const rows = 60_000;

/** So many rows that they come in several pieces; what stands in the last one. */
function writeRows(last: string): void {
  const lines = Array.from(
    { length: rows - 1 },
    (_, i) => `${i % 7},${2 * (i % 7) + 1},${'long '.repeat(20)}`,
  );
  writeFileSync(path.join(folder, 'new.csv'), ['x,y,note', ...lines, last, ''].join('\n'));
}

const command = (...args: string[]) =>
  spawnSync(process.execPath, [cli, 'predict', '--model', 'model', '--data', 'new.csv', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });

test('a table of several pieces goes to a file or to the output, the same', () => {
  writeRows('3,8,end');
  const { status, stdout, stderr } = command();
  expect([status, stderr]).toEqual([
    0,
    `${rows} rows predicted. Of ${rows} of them y is known: rmse 0.004082, mae 0.00001667, r2 1.\n`,
  ]);
  expect(stdout.slice(0, stdout.indexOf('\n'))).toBe('x,y,note,prediction');
  expect(stdout.endsWith('\n3,8,end,7\n')).toBe(true);
  expect(stdout.trimEnd().split('\n').length).toBe(rows + 1);
  const file = command('--output', 'predicted.csv');
  expect([file.status, file.stdout, file.stderr]).toEqual([0, '', stderr]);
  expect(readFileSync(path.join(folder, 'predicted.csv'), 'utf8')).toBe(stdout);
});

test('an error in the last piece has its line and exit code 2, and no file is left', () => {
  writeRows('3,8');
  const { status, stderr } = command('--output', 'predicted.csv');
  expect([status, stderr]).toEqual([
    2,
    `new.csv:${rows + 1}: this row has 2 fields, the header has 3 columns\n`,
  ]);
  expect(existsSync(path.join(folder, 'predicted.csv'))).toBe(false);
  expect(existsSync(path.join(folder, 'predicted.csv.part'))).toBe(false);
});

test('who reads the first lines alone ends it without an error', () => {
  writeRows('3,8,end');
  const program = `"${process.execPath}" "${cli}" predict --model model --data new.csv | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['x,y,note,prediction\n', '']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the output is said in words', () => {
  writeRows('3,8,end');
  const program = `"${process.execPath}" "${cli}" predict --model model --data new.csv > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    2,
    'the output cannot be written: ENOSPC: no space left on device, write\n',
  ]);
});
