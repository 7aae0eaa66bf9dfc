import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../src/study/journal.ts';
import { findLeftovers } from '../../src/study/leftovers.ts';
import { commit, newRepository, temporaryFolder, write } from '../github/git-fixture.ts';

// The built command line as a person uses it.

const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** A training that takes a moment: its score depends on config and seed alone. */
const program = `
const { config, seed } = { config: JSON.parse(require('fs').readFileSync(process.env.TUNEGATE_CONFIG, 'utf8')), seed: Number(process.env.TUNEGATE_SEED) };
const epochs = Number(process.env.TUNEGATE_RESOURCE);
const report = (line) => require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify(line) + '\\n');
let epoch = 0;
const timer = setInterval(() => {
  epoch++;
  const score = 1 - Math.abs(config.x - 0.3) - (config.kind === 'b' ? 0.1 : 0) + (seed % 1000) / 1e5 - OFFSET;
  report({ step: epoch, score: score - (epochs - epoch) / 100 });
  if (epoch === epochs) clearInterval(timer);
}, PAUSE);
`;
const files = (pause: number, offset = 0) => ({
  'train.cjs': program.replace('PAUSE', String(pause)).replace('OFFSET', String(offset)),
  'tune.yml': `name: toy
trial: { run: [node, train.cjs] }
metric: { name: score, goal: maximize }
params:
  x: { type: float, min: 0, max: 1, default: 0.9 }
  kind: { type: choice, values: [a, b], default: b }
search: { strategy: tpe, seed: 4 }
budget: { trials: 14, epochs: 3, workers: 1 }
gate: { max-drop: 0.01, seeds: 3 }
`,
});

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(
  cwd: string,
  ...args: string[]
): { readonly child: ChildProcess; readonly done: Promise<Finished>; text(): string } {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => (out += chunk));
  child.stderr!.on('data', (chunk) => (err += chunk));
  const done = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { child, done, text: () => out };
}

const tunegate = (cwd: string, ...args: string[]) => start(cwd, ...args).done;

/** Sends a signal once a text was printed. */
async function whenSaid(
  run: ReturnType<typeof start>,
  text: string,
  signal: NodeJS.Signals,
): Promise<Finished> {
  const timer = setInterval(() => {
    if (run.text().includes(text)) {
      clearInterval(timer);
      run.child.kill(signal);
    }
  }, 5);
  return await run.done.finally(() => clearInterval(timer));
}

interface Json {
  readonly trials: readonly {
    readonly role: string;
    readonly trial: number;
    readonly config: object;
    readonly seed: number;
    readonly score?: number;
    readonly state: string;
  }[];
}

/** Everything of the leaderboard that does not depend on the clock. */
async function leaderboard(folder: string) {
  const { out } = await tunegate(folder, 'report', '--format', 'json');
  return (JSON.parse(out) as Json).trials.map(({ role, trial, config, seed, score, state }) => ({
    role,
    trial,
    config,
    seed,
    score,
    state,
  }));
}

function project(pause = 5): string {
  const folder = newRepository();
  commit(folder, files(pause));
  commit(folder, { 'train.cjs': files(pause, 0.1)['train.cjs'] }, 'make it worse');
  return folder;
}

test('validate, run, report and replay', async () => {
  const folder = project();
  const valid = await tunegate(folder, 'validate');
  expect(valid).toMatchObject({ code: 0, out: 'tune.yml is fine: toy, 2 parameters, an endless space.\n' });
  const run = await tunegate(folder, 'run');
  expect(run.code, run.out + run.err).toBe(1);
  expect(run.out).toContain('the model got worse');
  expect(run.out).toContain('the commit before HEAD');
  const study = path.join(
    folder,
    '.tunegate',
    'studies',
    readdirSync(path.join(folder, '.tunegate', 'studies'))[0]!,
  );
  for (const file of ['leaderboard.md', 'results.json', 'results.csv', 'report.html', 'journal.jsonl'])
    expect(readFileSync(path.join(study, file), 'utf8').length).toBeGreaterThan(500);
  expect((await tunegate(folder, 'report')).out).toContain('the model got worse');
  expect((await tunegate(folder, 'report', '-f', 'csv')).out).toContain('score');
  expect(await tunegate(folder, 'report', '-o', 'none/board.txt')).toMatchObject({
    code: 2,
    err: 'none/board.txt cannot be written: there is no such folder\n',
  });
  const [trial] = (await leaderboard(folder)).filter(({ role, trial: id }) => role === 'search' && id === 5);
  const replay = await tunegate(folder, 'replay', '5');
  expect(replay).toMatchObject({
    code: 0,
    out: expect.stringContaining(`score ${trial!.score}; the study has ${trial!.score}.`),
  });
  expect(await tunegate(folder, 'run', '--no-gate', '--fresh', '--trials', '3')).toMatchObject({ code: 0 });
  // Three trials, then the best and what ships with three fresh seeds each.
  expect((await leaderboard(folder)).length).toBe(3 + 2 * 3);
});

test('compare: the gate alone, which a later run takes over', async () => {
  const folder = project();
  const compared = await tunegate(folder, 'compare');
  expect(compared.code, compared.out + compared.err).toBe(1);
  expect(compared.out).toContain('the model got worse');
  expect(compared.out).not.toContain('rank');
  expect((await leaderboard(folder)).map(({ role }) => role).sort()).toEqual([
    ...Array<string>(3).fill('base'),
    ...Array<string>(3).fill('head'),
  ]);
  const run = await tunegate(folder, 'run', '--trials', '2');
  expect(run.code).toBe(1);
  // The six trainings of the gate were there already.
  expect(run.out.match(/(?:Base|Head) .* starts/g) ?? []).toEqual([]);
  expect((await leaderboard(folder)).filter(({ role }) => role === 'head')).toHaveLength(3);

  write(folder, { 'tune.yml': `${files(1)['tune.yml'].replace(/^gate:.*$/m, '')}\ngate: false\n` });
  expect(await tunegate(folder, 'compare')).toMatchObject({
    code: 2,
    err: expect.stringContaining('turns the gate off'),
  });
});

test('validate counts one as one', async () => {
  const folder = temporaryFolder();
  const one = 'params: { x: { type: constant, value: 1 } }\n';
  write(folder, { 'tune.yml': files(1)['tune.yml'].replace(/^params:[\s\S]*?(?=^search)/m, one) });
  expect((await tunegate(folder, 'validate')).out).toBe('tune.yml is fine: toy, 1 parameter, 1 config.\n');
});

test('who reads the first lines alone ends any command, and no training is left behind', () => {
  const folder = project(50);
  const first = (words: string) => {
    const program = `"${process.execPath}" "${cli}" ${words} | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8' });
    return [stdout, stderr];
  };
  expect(first('compare')).toEqual([expect.stringMatching(/^.+\n$/), '']);
  expect(first('run --no-gate')).toEqual([expect.stringMatching(/^.+\n$/), '']);
  const [study] = readdirSync(path.join(folder, '.tunegate', 'studies'));
  const journal = path.join(folder, '.tunegate', 'studies', study!, 'journal.jsonl');
  const stop = readJournal(journal).findLast(({ type }) => type === 'stop');
  expect(stop).toMatchObject({
    reason: 'cancelled',
    detail: expect.stringMatching(/by the end of its output/),
  });
  expect(findLeftovers(realpathSync(path.dirname(journal)))).toEqual([]);
  expect(first('report')).toEqual([expect.stringMatching(/^.+\n$/), '']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the output is an error of any command', () => {
  const folder = temporaryFolder();
  write(folder, { 'tune.yml': files(1)['tune.yml'] });
  const program = `"${process.execPath}" "${cli}" validate > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    2,
    'the output cannot be written: ENOSPC: no space left on device, write\n',
  ]);
});

test('where nothing can be written, one line says so, and nothing is left behind', () => {
  const folder = temporaryFolder();
  write(folder, { 'tune.yml': `${files(1)['tune.yml']}`.replace(/gate: .*/, 'gate: false') });
  const before = readdirSync(folder);
  // A limit on the size of files stands for a full disk.
  const limited = (...args: string[]) => {
    const command = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, cli, ...args];
    const { status, stderr } = spawnSync('bash', command, { cwd: folder, encoding: 'utf8', input: '' });
    return [status, stderr];
  };
  const full = (name: string) => [
    2,
    expect.stringMatching(new RegExp(`^[^\\n]*${name}: cannot write the journal: EFBIG: [^\\n]*\\n$`)),
  ];
  expect(limited('ask')).toEqual(full('tune\\.journal\\.jsonl'));
  expect(limited('search', '--stdio', '--journal', 'other.jsonl')).toEqual(full('other\\.jsonl'));
  expect(readdirSync(folder)).toEqual(before);
  expect(limited('run')).toEqual([
    2,
    expect.stringMatching(/^[^\n]*\.tunegate: there is no place for studies: EFBIG: [^\n]*\n$/),
  ]);
  expect(readdirSync(path.join(folder, '.tunegate'))).toEqual([]);
  const spec = readFileSync(path.join(folder, 'tune.yml'), 'utf8');
  expect(limited('init', '--force')).toEqual([
    2,
    expect.stringMatching(/^tune\.yml cannot be written: EFBIG: [^\n]*\n$/),
  ]);
  expect(readFileSync(path.join(folder, 'tune.yml'), 'utf8')).toBe(spec);
  expect(spawnSync(process.execPath, [cli, 'ask'], { cwd: folder }).status).toBe(0);
  const begun = readdirSync(folder);
  expect(limited('tell', '0', '0.5')).toEqual(full('tune\\.journal\\.jsonl'));
  expect(readdirSync(folder)).toEqual(begun);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said in one line', () => {
  // Nothing is read-only to root.
  const folder = temporaryFolder();
  write(folder, { 'tune.yml': files(1)['tune.yml'] });
  chmodSync(folder, 0o555);
  const { status, stderr } = spawnSync(process.execPath, [cli, 'ask'], { cwd: folder, encoding: 'utf8' });
  chmodSync(folder, 0o755);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^[^\n]*: cannot write the journal: EACCES: .*\n$/),
  ]);
});

test('what is wrong is said in one go, with exit code 2', async () => {
  const folder = temporaryFolder();
  write(folder, {
    'tune.yml': files(1)
      ['tune.yml'].replace('goal: maximize', 'goal: up')
      .replace('type: float', 'type: flaot'),
  });
  const broken = await tunegate(folder, 'validate');
  expect(broken.code).toBe(2);
  expect(broken.err).toContain('tune.yml:3:');
  expect(broken.err).toContain('did you mean "float"?');
  expect(await tunegate(folder, 'run', '--config', 'none.yml')).toMatchObject({
    code: 2,
    err: expect.stringContaining('tunegate init'),
  });
  write(folder, { 'tune.yml': files(1)['tune.yml'].replace('train.cjs]', 'train.cjs, "{lr}"]') });
  expect(await tunegate(folder, 'validate')).toMatchObject({
    code: 2,
    err: expect.stringContaining('tune.yml:2:33: the placeholder {lr} is no parameter'),
  });
  expect(await tunegate(folder, 'replay', '1', '--config', 'none.yml')).toMatchObject({ code: 2 });
});

test('a command that is wrong ends with 2, since 1 says that the model got worse; help and version with 0', async () => {
  const folder = temporaryFolder();
  for (const words of [
    ['run', '--workers', '0'],
    ['run', '--bogus'],
    ['run', 'other.yml'],
    ['bogus'],
    ['report', '-f', 'foo'],
  ])
    expect(await tunegate(folder, ...words)).toMatchObject({
      code: 2,
      err: expect.stringContaining('error: '),
    });
  for (const word of ['--help', '--version']) expect((await tunegate(folder, word)).code).toBe(0);
});

test('a second run of the same study is kept out while the first one works', async () => {
  const folder = project(100);
  const first = start(folder, 'run', '--no-gate');
  while (!first.text().includes('Trial #0 starts')) await new Promise((resolve) => setTimeout(resolve, 10));
  const second = await tunegate(folder, 'run', '--no-gate');
  expect(second.code).toBe(2);
  expect(second.err).toContain(String(first.child.pid));
  first.child.kill('SIGINT');
  expect((await first.done).code).toBe(130);
});

test('Ctrl-C reports what finished; kills at any moment and going on give the leaderboard of an uninterrupted run', async () => {
  const [straight, cut] = [project(20), project(20)];
  expect((await tunegate(straight, 'run')).code).toBe(1);
  const expected = await leaderboard(straight);
  // The confirm stage takes the incumbent from the gate.
  expect(expected.length).toBe(14 + 2 * 3 + 3);

  const interrupted = await whenSaid(start(cut, 'run'), 'Trial #2 starts', 'SIGINT');
  expect(interrupted.code).toBe(130);
  expect(interrupted.out).toMatch(/cancelled/i);
  expect(interrupted.out).toContain('rank');
  for (const moment of [
    'Head with seed',
    'Trial #4 starts',
    'Trial #6 completed',
    'Trial #9 starts',
    'Trial #11 starts',
  ])
    await whenSaid(start(cut, 'run'), moment, 'SIGKILL');
  expect((await tunegate(cut, 'run')).code).toBe(1);
  expect(await leaderboard(cut)).toEqual(expected);
});
