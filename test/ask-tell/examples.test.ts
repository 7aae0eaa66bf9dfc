import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldRecords } from '../../src/study/fold.ts';
import { readJournal } from '../../src/study/journal.ts';

// The examples of docs/ask-tell.md, run as they stand.

const root = path.join(import.meta.dirname, '..', '..');
const page = readFileSync(path.join(root, 'docs', 'ask-tell.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-driven-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = promisify(execFile);
const env = { ...process.env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH']}` };

/** The block of the page that begins with its file's name. */
function example(file: string): string {
  const block = [...page.matchAll(/^```\S+.*\n([\s\S]*?)^```$/gm)].find(([, text]) =>
    text!.split('\n')[0]!.endsWith(` ${file}`),
  );
  if (!block) throw new Error(`docs/ask-tell.md has no ${file}`);
  return block[1]!;
}

beforeAll(async () => {
  const cli = path.join(folder, 'cli.mjs');
  const bundle = await rolldown({
    input: path.join(root, 'src', 'cli.ts'),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: cli, format: 'esm', codeSplitting: false });
  await bundle.close();
  mkdirSync(path.join(folder, 'bin'));
  const npx = path.join(folder, 'bin', 'npx');
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(npx, 0o755);
});

function prepare(name: string): string {
  const place = path.join(folder, name);
  mkdirSync(place);
  for (const file of ['search.yml', 'drive.py', 'drive.mjs', 'drive.sh'])
    writeFileSync(path.join(place, file), example(file));
  return place;
}

const studyOf = (journal: string) => foldRecords(readJournal(journal)).study();
const essence = (journal: string) =>
  studyOf(journal).trials.map(({ trial, config, seed, origin, state, score }) => ({
    trial,
    config,
    seed,
    origin,
    state,
    score,
  }));

test('Python over a pipe; killed in the middle and started again it gets the same suggestions', async () => {
  const [whole, killed] = [prepare('whole'), prepare('killed')];
  const { stdout } = await run('python3', ['drive.py'], { cwd: whole, env });
  const found = /best config: (.*)/.exec(stdout)?.[1];
  const { x, optimizer } = JSON.parse(found!) as { x: number; optimizer: { type: string } };
  expect(Math.abs(x - 0.3)).toBeLessThan(0.15);
  expect(optimizer.type).toBe('adam');

  for (const at of ['3 ', '9 ']) {
    const child = spawn('python3', ['drive.py'], { cwd: killed, env, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (`\n${text}`.includes(`\n${at}`)) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(text).not.toContain('best config');
  }
  const rest = await run('python3', ['drive.py'], { cwd: killed, env });
  expect(rest.stdout).toContain(`best config: ${found}`);
  expect(essence(path.join(killed, 'bowl.jsonl'))).toEqual(essence(path.join(whole, 'bowl.jsonl')));
  expect(studyOf(path.join(killed, 'bowl.jsonl')).stop?.reason).toBe('trials');
});

test('Node with four trials pending, and reports', async () => {
  const { stdout } = await run(process.execPath, ['drive.mjs'], { cwd: prepare('node'), env });
  const config = JSON.parse(/best config: (.*)/.exec(stdout)![1]!) as { optimizer: { type: string } };
  expect(config.optimizer.type).toBe('adam');
});

test('a shell script, a process for each step', async () => {
  const place = prepare('shell');
  writeFileSync(path.join(place, 'search.yml'), example('search.yml').replace('trials: 20', 'trials: 6'));
  const { stdout } = await run('sh', ['drive.sh'], { cwd: place, env });
  expect(stdout).toContain('"type":"exhausted"');
  const study = studyOf(path.join(place, 'search.journal.jsonl'));
  expect(study.trials.map(({ state }) => state)).toEqual(Array(6).fill('completed'));
});

test('several processes that ask at once get different trials', async () => {
  const place = prepare('many');
  const options = { cwd: place, env };
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => run('npx', ['tunegate', 'ask', '-c', 'search.yml'], options)),
  );
  const trials = asked.map(({ stdout }) => JSON.parse(stdout) as { trial: number; params: object });
  expect(trials.map(({ trial }) => trial).sort()).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(trials.map(({ params }) => JSON.stringify(params))).size).toBe(5);

  const tell = (...args: string[]) => run('npx', ['tunegate', 'tell', ...args, '-c', 'search.yml'], options);
  expect(JSON.parse((await tell('3', '0.7', '--report')).stdout)).toMatchObject({ decision: 'continue' });
  await tell('3');
  await tell('1', '--failed', 'it diverged', '--reason', 'not-finite');
  await tell('4', '--lost');
  const again = JSON.parse((await run('npx', ['tunegate', 'ask', '-c', 'search.yml'], options)).stdout);
  expect(again).toMatchObject({ ...trials.find(({ trial }) => trial === 4), again: true });
  const { trials: records } = studyOf(path.join(place, 'search.journal.jsonl'));
  expect(records[3]).toMatchObject({ state: 'completed', score: 0.7 });
  expect(records[1]).toMatchObject({ state: 'failed', reason: 'not-finite', message: 'it diverged' });
  await expect(tell('9', '1')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no trial 9: the trials are 0 to 4'),
  });
  // Whoever has a result to tell does not want the search away that it belongs to.
  await expect(tell('2', '1', '--fresh')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("unknown option '--fresh'"),
  });
  expect(JSON.parse((await tell('2', '1')).stdout)).toMatchObject({ state: 'completed' });
});
