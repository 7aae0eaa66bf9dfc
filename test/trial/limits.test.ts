import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { groupMemory } from '../../src/trial/limits.ts';
import { moduleRunner } from '../../src/trial/module.ts';
import { failure, isAlive, request, runnerOptions, runScript, temporaryFolder } from './trials.ts';

test('a trial that stops reporting is ended, one that goes on reporting is not', async () => {
  const hung = await runScript('report({ loss: 1 }); setTimeout(() => {}, 60_000);', { idle: 1500 });
  expect(failure(hung.outcome)).toEqual({
    reason: 'idle',
    message: 'the trial reported nothing for 1.5 s, the limit of trial.idle',
  });
  expect(hung.reports).toHaveLength(1);
  const slow = await runScript(
    '(async () => { for (let step = 0; step < 8; step++) { await pause(150); report({ step, loss: 1 }); } })()',
    { idle: 1200 },
  );
  expect(slow.outcome.state).toBe('completed');
});

test('the memory of all processes of a trial counts', async () => {
  const script = `const { spawn } = require('node:child_process');
report({ loss: 1, pid: process.pid });
spawn(process.execPath, ['-e', 'const kept = []; setInterval(() => kept.push(Buffer.alloc(2 ** 24, 1)), 20)']);
setTimeout(() => {}, 60_000);`;
  const { outcome, reports } = await runScript(script, { memory: 300 * 2 ** 20 });
  expect(failure(outcome)).toMatchObject({
    reason: 'out-of-memory',
    message: expect.stringMatching(
      /^the trial took \d+ MiB of memory; the limit of trial.memory is 300 MiB$/,
    ),
  });
  expect(await isAlive(reports[0]!.metrics['pid']!)).toBe(false);
});

test('the memory of a group is that of its processes, of none it is nothing', async () => {
  const child = spawn(
    process.execPath,
    ['-e', 'process.send(process.memoryUsage.rss()); setInterval(() => {}, 1000)'],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  try {
    const [resident] = (await once(child, 'message')) as [number];
    const found = (await groupMemory(child.pid!))!;
    expect(found / resident).toBeGreaterThan(0.8);
    expect(found / resident).toBeLessThan(1.5);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  expect(await groupMemory(child.pid!)).toBe(0);
});

test('a module that stops reporting is ended, and the next trial gets a new host', async () => {
  const folder = temporaryFolder();
  const runner = moduleRunner(
    {
      module: './model.ts',
      backend: 'auto',
      env: { LOAD_MODE: 'ready', LOADS: `${folder}/loads` },
      passEnv: [],
      grace: 500,
      output: 2 ** 20,
      idle: 500,
    },
    runnerOptions(folder),
  );
  try {
    const hung = await runner.run(request(folder, { config: { mode: 'hang' } }));
    expect(failure(hung)).toMatchObject({ reason: 'idle' });
    const next = await runner.run(request(folder, { config: { mode: 'train' } }));
    expect(next.state).toBe('completed');
    expect(next.backend).not.toBe(hung.backend);
  } finally {
    await runner.close();
  }
});
