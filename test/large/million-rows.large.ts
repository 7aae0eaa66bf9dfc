import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTable } from '../../src/automl/table-file.ts';
import { randomStream } from '../../src/math/random.ts';
import { builtCommandLine } from '../support/built-host.ts';

const rows = 1_000_000;

/** Sixteen numbers, three categories, one of them with 20,000 levels, and a class that follows from some of them. */
function writeMillion(file: string): void {
  const random = randomStream(1, 'million');
  const handle = openSync(file, 'w');
  writeSync(handle, `${Array.from({ length: 16 }, (_, j) => `x${j}`).join(',')},city,kind,user,label\n`);
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, () => {
      const x = Array.from({ length: 16 }, () => random.normal());
      const [city, kind] = [random.integer(50), random.integer(5)];
      const score = 1.5 * x[0]! + Math.sin(2 * x[1]!) + x[2]! * x[3]! + 0.4 * (city % 7) + random.normal();
      const numbers = x.map((value) => value.toFixed(5)).join(',');
      return `${numbers},city ${city},${'abcde'[kind]},u${random.integer(20_000)},${score + (kind === 2 ? 1 : 0) > 1.5 ? 'yes' : 'no'}\n`;
    });
    writeSync(handle, lines.join(''));
  }
  closeSync(handle);
}

test('a CSV of a million rows ends in its time with a model, and is read the same way each time', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-million-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'million.csv');
  writeMillion(file);
  const table = await readTable(file, 'million.csv');
  expect(table.drawnFrom).toBe(rows);
  expect(table.lines.length * table.names.length).toBeLessThanOrEqual(3_000_000);
  expect(table.lines.length * table.names.length).toBeGreaterThan(1_500_000);
  expect((await readTable(file, 'million.csv')).lines).toEqual(table.lines);

  const spec = {
    name: 'million',
    task: { type: 'tabular-classification', data: 'million.csv', target: 'label' },
    budget: { time: '8m', epochs: 5 },
  };
  writeFileSync(path.join(folder, 'tune.yml'), JSON.stringify(spec));
  const run = spawnSync(process.execPath, [await builtCommandLine(), 'run', '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const studies = path.join(folder, '.tunegate', 'studies');
  const { model, budget } = JSON.parse(
    readFileSync(path.join(studies, readdirSync(studies)[0]!, 'results.json'), 'utf8'),
  );
  expect(budget.spent.timeMs).toBeLessThanOrEqual(480_000);
  expect(model.notes.join('\n')).toContain('million.csv has 1000000 rows, more than are kept in memory');
  expect(model.test.metrics.val_accuracy).toBeGreaterThan(0.75);
});
