import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { foldRecords } from '../../src/study/fold.ts';
import { readJournal } from '../../src/study/journal.ts';
import { rankTrials } from '../../src/study/leaderboard.ts';
import { endLeftovers, findLeftovers, studyMark } from '../../src/study/leftovers.ts';
import { identifyProcess, processState } from '../../src/study/process-identity.ts';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from './fakes.ts';

const program = path.join(import.meta.dirname, 'programs', 'run-study.ts');

interface Setup {
  readonly file: string;
  readonly folder: string;
  readonly strategy: string;
  readonly workers: number;
  readonly trials: number;
  readonly seconds: number;
}

/** Starts the study's process. */
function start({ file, folder, strategy, workers, trials, seconds }: Setup) {
  const args = [file, folder, strategy, workers, trials, seconds].map(String);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ready = once(createInterface({ input: child.stdout }), 'line');
  return { child, ready, ended: once(child, 'exit') };
}

const leaderboard = (folder: string) =>
  rankTrials(foldRecords(readJournal(path.join(folder, 'journal.jsonl'))).study()).map(
    ({ trial, config, seed, state, score, reports }) => ({ trial, config, seed, state, score, reports }),
  );

const sequence = (folder: string) =>
  foldRecords(readJournal(path.join(folder, 'journal.jsonl')))
    .study()
    .trials.map(({ trial, config }) => ({
      trial,
      config,
    }));

test.for([
  ['tpe', 1],
  ['random', 2],
] as const)(
  'killed at random moments and resumed, %s with %i workers ends as if it had not been',
  async ([strategy, workers]) => {
    const file = await bundle(program);
    const setup = { file, strategy, workers, trials: 20, seconds: 0.03 };
    const whole = temporaryFolder();
    expect(await start({ ...setup, folder: whole }).ended).toEqual([0, null]);

    const folder = temporaryFolder();
    let kills = 0;
    for (;;) {
      const study = start({ ...setup, folder });
      await study.ready;
      if (kills === 6) {
        expect(await study.ended).toEqual([0, null]);
        break;
      }
      await sleep(Math.random() * 150);
      study.child.kill('SIGKILL');
      const [, signal] = await study.ended;
      if (signal !== 'SIGKILL') break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(1);
    expect(leaderboard(folder)).toEqual(leaderboard(whole));
    expect(sequence(folder)).toEqual(sequence(whole));
    expect(findLeftovers(realpathSync(folder))).toEqual([]);
  },
);

test('trials that outlived a kill are ended before the study goes on, and strangers are not', async () => {
  const file = await bundle(program);
  const folder = temporaryFolder();
  const setup = { file, folder, strategy: 'random', workers: 2, trials: 3 };
  const slow = start({ ...setup, seconds: 600 });
  await slow.ready;
  const pids = () => readFileSync(path.join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);
  await expect.poll(() => pids().length, { timeout: 10_000 }).toBe(2);
  slow.child.kill('SIGKILL');
  await slow.ended;
  const orphans = pids().map(identifyProcess);
  onTestFinished(() => {
    for (const orphan of orphans) if (processState(orphan) === 'alive') process.kill(-orphan.pid, 'SIGKILL');
  });
  for (const { pid } of orphans) expect(findLeftovers(realpathSync(folder))).toContain(pid);
  // Somebody debugs a trial by hand: only part of the contract is in this environment.
  const stranger = spawn('sleep', ['600'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      TUNEGATE_METRICS: path.join(realpathSync(folder), 'trials', '0', 'metrics.jsonl'),
    },
  });
  onTestFinished(() => void stranger.kill('SIGKILL'));

  expect(await start({ ...setup, seconds: 0 }).ended).toEqual([0, null]);
  expect(orphans.map(processState)).toEqual(['dead', 'dead']);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  expect(leaderboard(folder).map((trial) => trial.state)).toEqual(['completed', 'completed', 'completed']);
});

test('a process that serves several trials is known by the mark of its study', async () => {
  const folder = temporaryFolder();
  const host = spawn('sleep', ['600'], { stdio: 'ignore', env: { ...process.env, ...studyMark(folder) } });
  const ended = once(host, 'exit');
  expect(await endLeftovers(temporaryFolder())).toEqual([]);
  expect(await endLeftovers(folder)).toEqual([host.pid]);
  expect(await ended).toEqual([null, 'SIGTERM']);
});

test('a leftover that ignores SIGTERM is killed', async () => {
  const folder = realpathSync(temporaryFolder());
  const stubborn = spawn('sh', ['-c', 'trap "" TERM; echo up; while :; do sleep 0.1; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      TUNEGATE_METRICS: path.join(folder, 'trials', '0', 'metrics.jsonl'),
      TUNEGATE_CHECKPOINT_DIR: path.join(folder, 'checkpoints', '0'),
    },
  });
  const ended = once(stubborn, 'exit');
  await once(stubborn.stdout, 'data');
  expect(await endLeftovers(folder)).toContain(stubborn.pid);
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(await endLeftovers(path.join(folder, 'nowhere'))).toEqual([]);
});
