import { spawn } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endGroup, groupIsAlive, signalGroup } from '../../src/trial/process-group.ts';
import { createTrialRunner } from '../../src/trial/runner.ts';
import { watch, within } from '../../src/trial/watch.ts';
import {
  commandTrial,
  failure,
  isAlive,
  request,
  runCommand,
  runnerOptions,
  runScript,
  temporaryFolder,
  until,
} from './trials.ts';

const forever = 'setInterval(() => {}, 1000);';

/** A request whose signal is aborted as soon as the trial has reported. */
function abortedOnReport() {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    onReport: () => {
      controller.abort();
      return 'continue' as const;
    },
  };
}

test('a trial that is aborted before it starts runs nothing', async () => {
  const { outcome, folder } = await runScript('fs.writeFileSync("ran", "")', {
    request: { signal: AbortSignal.abort() },
  });
  expect(outcome.state).toBe('interrupted');
  expect(() => readFileSync(path.join(folder, 'ran'))).toThrow('ENOENT');
});

test('an abort gives the program time to end itself', async () => {
  const { outcome } = await runScript(
    `process.on('SIGTERM', () => { console.log('saved'); process.exit(0) }); ${forever} report({ loss: 1 });`,
    { request: abortedOnReport() },
  );
  expect(outcome).toMatchObject({ state: 'interrupted', tail: 'saved' });
});

test('a program that ignores SIGTERM is killed after the grace', async () => {
  const { outcome } = await runScript(
    `process.on('SIGTERM', () => console.log('no')); ${forever} console.log(process.pid); report({ loss: 1 });`,
    { request: abortedOnReport(), grace: 200 },
  );
  expect(outcome.state).toBe('interrupted');
  const [pid, word] = outcome.tail.split('\n');
  expect(word).toBe('no');
  expect(isAlive(Number(pid))).toBe(false);
});

test('a trial that takes too long', async () => {
  const { outcome } = await runScript(forever, { request: { timeout: 300 } });
  expect(failure(outcome)).toEqual({ reason: 'timeout', message: 'the trial took longer than 0.3 s' });
});

test('a limit of many days does not fire at once', async () => {
  const { outcome } = await runScript('report({ loss: 1 })', { request: { timeout: 2 ** 40 } });
  expect(outcome.state).toBe('completed');
});

test('the first end counts: an abort while a stopped program ends changes nothing', async () => {
  const controller = new AbortController();
  const { outcome } = await runScript(
    `process.on('SIGTERM', () => setTimeout(() => process.exit(1), 300)); ${forever} report({ loss: 1 });`,
    {
      request: {
        signal: controller.signal,
        onReport: () => {
          setTimeout(() => controller.abort(), 100);
          return 'stop';
        },
      },
    },
  );
  expect(controller.signal.aborted).toBe(true);
  expect(outcome.state).toBe('stopped');
});

const child = (script: string, options = '{ stdio: "inherit" }') =>
  `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}], ${options});`;

test('an abort after the program has ended does not undo it', async () => {
  const controller = new AbortController();
  const folder = temporaryFolder();
  // The program's child ignores SIGTERM, so that the trial is still being ended when the abort comes.
  const stubborn = `process.on('SIGTERM', () => require('node:fs').writeFileSync('asked', '')); console.log('up'); ${forever}`;
  const running = runScript(
    `${child(stubborn, '{ stdio: ["ignore", "pipe", "inherit"] }')}
     child.stdout.once('data', () => { report({ loss: 1 }); process.exit(0) });`,
    { cwd: folder, grace: 500, request: { signal: controller.signal } },
  );
  await until(() => existsSync(path.join(folder, 'asked')));
  controller.abort();
  expect((await running).outcome.state).toBe('completed');
});

test('what a program leaves running is ended with it, also when it holds the output', async () => {
  const { outcome } = await runScript(
    `${child(forever)} console.log(child.pid); report({ loss: 1 }); child.unref();`,
  );
  expect(outcome.state).toBe('completed');
  expect(isAlive(Number(outcome.tail))).toBe(false);
});

test('a program that has left the group and holds the output is not waited for, and ended as well', async () => {
  const { outcome } = await runScript(
    `${child(forever, '{ stdio: "inherit", detached: true }')} console.log(child.pid); report({ loss: 1 }); child.unref();`,
  );
  expect(outcome.state).toBe('completed');
  expect(isAlive(Number(outcome.tail))).toBe(false);
});

test('the whole group hears of an interruption', async () => {
  const { outcome } = await runCommand(
    `trap '' TERM; (trap 'echo inner; exit' TERM; echo '{"loss": 1}' >> "$TUNEGATE_METRICS"; while :; do sleep 0.05; done) & wait; wait`,
    { request: abortedOnReport() },
  );
  expect(outcome).toMatchObject({ state: 'interrupted', tail: expect.stringMatching(/^inner$/m) });
});

test('what is printed just before the end arrives, even if this process was busy then', async () => {
  const busy = setInterval(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  }, 5);
  try {
    const { outcome, reports } = await runScript(
      'for (let i = 1; i <= 1000; i++) fs.writeSync(1, "loss=" + i + "\\n")',
      { stdout: ['loss=(?<loss>\\d+)'] },
    );
    expect(outcome.state).toBe('completed');
    expect(reports).toHaveLength(1000);
  } finally {
    clearInterval(busy);
  }
});

test('zombies count as ended', async () => {
  // A parent that never reaps: its child stays in its own group as a zombie.
  const script = [
    'import os, sys, time',
    'pid = os.fork()',
    'if pid == 0:',
    '    os.setpgid(0, 0)',
    '    os._exit(0)',
    'print(pid, flush=True)',
    'time.sleep(60)',
  ].join('\n');
  const parent = spawn('python3', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const zombie = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
  try {
    await until(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '));
    expect(signalGroup(zombie, 0)).toBe(true);
    expect(groupIsAlive(zombie)).toBe(false);
    // Would take its grace of ten minutes otherwise.
    await endGroup(zombie, 600_000);
  } finally {
    parent.kill('SIGKILL');
  }
});

test('trials leave no listener, no timer and no warning behind', async () => {
  const { signal } = new AbortController();
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const folder = temporaryFolder();
  const runner = createTrialRunner(
    commandTrial(['sh', '-c', 'echo loss=1'], { stdout: ['loss=(?<loss>.)'] }),
    runnerOptions(folder),
  );
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  for (let i = 0; i < 30; i++)
    expect(await runner.run(request(folder, { signal, timeout: 60_000 }))).toMatchObject({
      state: 'completed',
    });
  await runner.close();
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('watches', async () => {
  const { signal } = new AbortController();
  const ends: unknown[] = [];
  watch(AbortSignal.abort(), 1, (end) => ends.push(end));
  expect(ends).toEqual(['interrupted']);
  const unwatch = watch(signal, 1, (end) => ends.push(end));
  unwatch();
  await new Promise<void>((resolve) => watch(signal, 5, () => resolve()));
  expect(ends).toHaveLength(1);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(await within(new Promise(() => {}), 5)).toBe(false);
  expect(await within(Promise.resolve(), 60_000)).toBe(true);
  await expect(within(Promise.reject(new Error('own')), 60_000)).rejects.toThrow('own');
});
