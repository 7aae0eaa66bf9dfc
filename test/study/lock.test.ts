import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { acquireLock, LockedError } from '../../src/study/lock.ts';
import { identifyProcess, processState } from '../../src/study/process-identity.ts';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from './fakes.ts';

const program = path.join(import.meta.dirname, 'programs', 'hold-lock.ts');

interface Holder {
  readonly child: ChildProcess;
  /** Its first line. */
  readonly said: Promise<string>;
  readonly ended: Promise<unknown>;
}

function start(file: string, ...args: string[]): Holder {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = once(createInterface({ input: child.stdout! }), 'line').then(([line]) => String(line));
  return { child, said, ended: once(child, 'exit') };
}

const claims = (folder: string) => readdirSync(folder).filter((name) => name.includes('.lock'));

test('one process holds the lock; another is told which', async () => {
  const file = await bundle(program);
  const folder = temporaryFolder();
  const journal = path.join(folder, 'journal.jsonl');
  const holder = start(file, journal, 'hold');
  expect(await holder.said).toBe('locked');
  const error = await acquireLock(journal).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(LockedError);
  expect((error as LockedError).message).toMatch(
    new RegExp(`^another Tunegate works on this study: process ${holder.child.pid} on .*delete .*\\.lock-`),
  );
  holder.child.stdin?.end();
  await holder.ended;
  const release = await acquireLock(journal);
  release();
  release();
  expect(claims(folder)).toEqual([]);
});

test('a claim that cannot be written leaves nothing behind', async () => {
  const file = await bundle(program);
  const folder = temporaryFolder();
  // A limit on the size of files stands for a full disk.
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, file, path.join(folder, 'journal.jsonl')],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')]);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a killed process is taken over, by one of many that want it', async () => {
  const file = await bundle(program);
  const folder = temporaryFolder();
  const journal = path.join(folder, 'journal.jsonl');
  const holder = start(file, journal, 'hold');
  await holder.said;
  holder.child.kill('SIGKILL');
  await holder.ended;
  rmSync(`${journal}.inside`);
  const contenders = Array.from({ length: 5 }, () => start(file, journal, 'hold'));
  const winner = await Promise.race(
    contenders.map(async (contender) =>
      (await contender.said).startsWith('refused') ? new Promise<Holder>(() => {}) : contender,
    ),
  );
  const losers = contenders.filter((contender) => contender !== winner);
  for (const loser of losers) expect(await loser.said).toBe(`refused ${winner.child.pid}`);
  winner.child.stdin?.end();
  expect((await winner.ended) as unknown[]).toEqual([0, null]);
  expect(claims(folder)).toEqual([]);
});

test('within one process it holds too', async () => {
  const journal = path.join(temporaryFolder(), 'journal.jsonl');
  const release = await acquireLock(journal);
  await expect(acquireLock(journal)).rejects.toThrow(`process ${process.pid}`);
  release();
});

test('a process id that was used again does not keep a lock', () => {
  const self = identifyProcess(process.pid);
  expect(processState(self)).toBe('alive');
  expect(processState({ ...self, started: 'another time' })).toBe('dead');
  expect(processState({ ...self, host: 'another machine' })).toBe('elsewhere');
});

test('a holder on another machine is respected while it shows itself', async () => {
  const journal = path.join(temporaryFolder(), 'journal.jsonl');
  const claim = `${journal}.lock-17-abcd`;
  writeFileSync(claim, JSON.stringify({ pid: 17, host: 'builder-3', held: true }));
  await expect(acquireLock(journal)).rejects.toThrow('process 17 on builder-3');
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(claim, longAgo, longAgo);
  const release = await acquireLock(journal);
  release();
});

test('a claim is readable at any time', async () => {
  const folder = temporaryFolder();
  const release = await acquireLock(path.join(folder, 'journal.jsonl'));
  const [claim = ''] = claims(folder);
  expect(JSON.parse(readFileSync(path.join(folder, claim), 'utf8'))).toEqual({
    ...identifyProcess(process.pid),
    held: true,
  });
  release();
});
