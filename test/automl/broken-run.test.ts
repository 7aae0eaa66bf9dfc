import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtCommandLine } from '../support/built-host.ts';

// Broken data through the whole program: clear words, an end, and no trace of a crash.

interface Case {
  readonly file: string;
  readonly task?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly words: string | RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'wrong target': {
    file: 'wrong-target.csv',
    status: 2,
    words:
      'wrong-target.csv:1: there is no column "label", which task.target names; the columns are x, colour',
  },
  'quote never closed': {
    file: 'open-quote.csv',
    status: 2,
    words: 'open-quote.csv:3: a quote is opened here and never closed',
  },
  'Latin-1': {
    file: 'latin-1.csv',
    status: 2,
    words: 'latin-1.csv:22: the byte 0xF6 in this row is not UTF-8',
  },
  'Parquet by name only': {
    file: 'not-parquet.parquet',
    status: 2,
    words: 'not-parquet.parquet does not end as a Parquet file does: it is cut off, or of another format',
  },
  'one class': {
    file: 'one-class.csv',
    status: 1,
    // Three trials that fail for one reason end the search; another worker's fourth may end before it is told to.
    words:
      /The search stopped: the first [34] trials all failed \(crash\): DataError: one-class\.csv: every row has the same label/,
  },
  'a price in words': {
    file: 'price-with-text.csv',
    task: { type: 'tabular-regression', target: 'price' },
    status: 1,
    words:
      'price-with-text.csv:22: price is "sold", not a number; for categories use type: tabular-classification',
  },
  'one group': {
    file: 'one-group.csv',
    task: { group: 'who' },
    status: 1,
    words: 'one-group.csv: who is "ann" in every row; at least two groups are needed',
  },
  'infinities: trained all the same': {
    file: 'infinities.csv',
    status: 0,
    words: 'The model is',
  },
};

test.each(Object.entries(cases))('%s', async (_, { file, task, status, words }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-broken-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(path.join(import.meta.dirname, 'broken', file), path.join(folder, file));
  const spec = {
    name: 'broken',
    task: { type: 'tabular-classification', data: file, target: 'label', ...task },
    budget: { trials: 5, time: '2m', epochs: 1 },
  };
  writeFileSync(path.join(folder, 'tune.yml'), JSON.stringify(spec));
  const run = spawnSync(process.execPath, [await builtCommandLine(), 'run', '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    timeout: 100_000,
  });
  const said = `${run.stdout}${run.stderr}`;
  const line = said.replace(/\s+/g, ' ');
  if (typeof words === 'string') expect(line).toContain(words);
  else expect(line).toMatch(words);
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(run.status).toBe(status);
});
