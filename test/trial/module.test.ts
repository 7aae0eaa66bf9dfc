import { spawn } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../src/space/parameter.ts';
import type { ModuleTrial } from '../../src/spec/spec.ts';
import { type ModuleOptions, moduleRunner } from '../../src/trial/module.ts';
import type { Report, TrialOutcome, TrialRequest } from '../../src/trial/trial.ts';
import { bundle } from '../support/bundle.ts';
import { failure, isAlive, request, runnerOptions, temporaryFolder, until } from './trials.ts';

interface Changes {
  readonly trial?: Partial<ModuleTrial>;
  readonly options?: Partial<ModuleOptions>;
  readonly load?: string;
}

/** A runner of the fake host, and what its trials were. */
function start({ trial = {}, options = {}, load = 'ready' }: Changes = {}) {
  const folder = temporaryFolder();
  const runner = moduleRunner(
    {
      module: './model.ts',
      backend: 'auto',
      env: { LOAD_MODE: load, LOADS: path.join(folder, 'loads') },
      passEnv: [],
      grace: 2000,
      output: 2 ** 20,
      ...trial,
    },
    { ...runnerOptions(folder), ...options },
  );
  onTestFinished(() => runner.close());
  let trials = 0;
  return {
    runner,
    folder,
    /** Ids of the processes that were asked to load. */
    pids: () =>
      existsSync(path.join(folder, 'loads'))
        ? readFileSync(path.join(folder, 'loads'), 'utf8').trim().split('\n').map(Number)
        : [],
    async run(config: Config = {}, changes: Partial<TrialRequest> = {}) {
      const id = trials++;
      const reports: Report[] = [];
      const place = path.join(folder, `trial-${id}`);
      const outcome = await runner.run(
        request(folder, {
          trial: id,
          config,
          folder: place,
          ...changes,
          onReport: (report) => {
            reports.push(report);
            return changes.onReport?.(report) ?? 'continue';
          },
        }),
      );
      return { outcome, reports, log: readFileSync(path.join(place, 'output.log'), 'utf8'), place };
    },
  };
}

const stopAtOnce = { onReport: () => 'stop' as const };

function pidOf({ outcome }: { outcome: TrialOutcome }): number {
  return Number(outcome.backend.split(' ')[1]);
}

test('a trial of a module', async () => {
  const { runner, run, folder } = start();
  expect(runner.backend).toBeUndefined();
  const { outcome, reports, log, place } = await run({ lr: 0.5 }, { seed: 5, resource: 2 });
  expect(outcome).toMatchObject({ state: 'completed', backend: expect.stringMatching(/^fake \d+$/) });
  expect(reports).toEqual([
    { step: 1, metrics: { loss: 1 } },
    { step: 2, metrics: { loss: 0.5 } },
  ]);
  expect(runner.backend).toBe(outcome.backend);
  expect(runner.notes).toEqual(['a note']);
  expect(outcome.tail).toBe(log.trim());
  expect(JSON.parse(log)).toMatchObject({
    config: { lr: 0.5 },
    tree: { lr: 0.5 },
    seed: 5,
    resource: 2,
    metric: 'loss',
    checkpoints: path.join(folder, 'checkpoints-1'),
  });
  expect(JSON.parse(readFileSync(path.join(place, 'config.json'), 'utf8'))).toEqual({ lr: 0.5 });
});

test('one process serves one trial after another, and none is left after close', async () => {
  const { runner, run, pids } = start();
  const served = [];
  for (let i = 0; i < 5; i++) served.push(pidOf(await run()));
  expect(new Set(served).size).toBe(1);
  expect(pids()).toEqual([served[0]]);
  expect(isAlive(served[0]!)).toBe(true);
  await runner.close();
  expect(isAlive(served[0]!)).toBe(false);
  await runner.close();
});

test('a runner that was closed starts again when it is asked to', async () => {
  const { runner, run } = start();
  const first = pidOf(await run());
  await runner.close();
  expect(pidOf(await run())).not.toBe(first);
});

test('a stop is followed, and the process stays warm', async () => {
  const { run } = start();
  const first = await run({}, { resource: 100, onReport: ({ step }) => (step === 4 ? 'stop' : 'continue') });
  expect(first.outcome.state).toBe('stopped');
  expect(first.reports).toHaveLength(4);
  const second = await run();
  expect(second.outcome.state).toBe('completed');
  expect(pidOf(second)).toBe(pidOf(first));
});

test('a metric that is not finite ends the trial, and the process stays warm', async () => {
  const { run } = start();
  const first = await run({ loss: 'NaN' });
  expect(failure(first.outcome)).toEqual({ reason: 'not-finite', message: 'loss became NaN at step 1' });
  expect(first.reports).toEqual([{ step: 1, metrics: { loss: Number.NaN } }]);
  const second = await run({ loss: '-Infinity' }, stopAtOnce);
  expect(failure(second.outcome).message).toBe('loss became -Infinity at step 1');
  const third = await run();
  expect(third.outcome.state).toBe('completed');
  expect(pidOf(third)).toBe(pidOf(first));
});

test('a metric that never came is missed', async () => {
  const { run } = start();
  expect(failure((await run({ mode: 'no-metric' })).outcome)).toEqual({
    reason: 'no-metric',
    message: 'the trial never reported loss, only los; did you mean los?',
  });
});

test('failures that the host tells: harmless ones keep it warm, others replace it', async () => {
  const { run, pids } = start();
  const first = await run({ mode: 'failed', reason: 'infeasible' });
  expect(failure(first.outcome)).toEqual({ reason: 'infeasible', message: 'as asked' });
  const second = await run({ mode: 'failed', reason: 'crash' });
  expect(pidOf(second)).toBe(pidOf(first));
  expect(isAlive(pidOf(second))).toBe(false);
  expect((await run()).outcome.state).toBe('completed');
  expect(pids()).toHaveLength(2);
});

test('a host that dies takes its trial along, not the next one', async () => {
  const { run, pids } = start();
  const crash = await run({ mode: 'crash' });
  expect(failure(crash.outcome)).toEqual({
    reason: 'crash',
    message: 'exit code 1: Error: the model exploded',
  });
  expect(crash.log).toContain('the model exploded');
  const exit = await run({ mode: 'exit' });
  expect(failure(exit.outcome)).toEqual({
    reason: 'crash',
    message: 'the module ended its process (process.exit) before the trial was over',
  });
  const words = await run({ mode: 'last-words' });
  expect(failure(words.outcome)).toEqual({ reason: 'crash', message: 'said before the end' });
  expect((await run()).outcome.state).toBe('completed');
  expect(new Set(pids()).size).toBe(4);
});

test('a host that dies between two trials is replaced, whether we know of it yet or not', async () => {
  const { run, pids } = start();
  for (let i = 0; i < 5; i++) {
    const first = await run({ mode: 'dies-later' });
    expect(first.outcome.state).toBe('completed');
    if (i % 2 === 0) await until(() => !isAlive(pidOf(first)));
    expect((await run()).outcome.state).toBe('completed');
  }
  expect(pids().length).toBeLessThanOrEqual(10);
});

test('a trial that ends its process silently is tried again in a new one, once', async () => {
  const { run, pids } = start();
  await run();
  const { outcome } = await run({ mode: 'exit-silently' });
  expect(failure(outcome)).toEqual({ reason: 'crash', message: 'exit code 3' });
  expect(pids()).toHaveLength(2);
});

test('a host in a synchronous loop is killed when the time is up, and replaced', async () => {
  const { run } = start();
  const warm = pidOf(await run());
  const late = await run({ mode: 'hang' }, { timeout: 300 });
  expect(failure(late.outcome)).toEqual({ reason: 'timeout', message: 'the trial took longer than 0.3 s' });
  expect(isAlive(warm)).toBe(false);
  expect(pidOf(await run())).not.toBe(warm);
});

test('an abort kills a host in a synchronous loop', async () => {
  const { run } = start();
  const controller = new AbortController();
  const { outcome } = await run(
    { mode: 'hang' },
    {
      signal: controller.signal,
      onReport: () => {
        setTimeout(() => controller.abort(), 50);
        return 'continue';
      },
    },
  );
  expect(outcome.state).toBe('interrupted');
  expect(isAlive(pidOf({ outcome }))).toBe(false);
});

test('a host that ignores SIGTERM is killed after the grace', async () => {
  const { run } = start({ trial: { grace: 200 } });
  const { outcome } = await run({ mode: 'hang-stubborn' }, { timeout: 200 });
  expect(failure(outcome).reason).toBe('timeout');
  expect(isAlive(pidOf({ outcome }))).toBe(false);
});

test('a module that goes on after a stop is killed, and was stopped', async () => {
  const { run } = start();
  const controller = new AbortController();
  const { outcome, reports } = await run(
    { mode: 'ignores-stop' },
    {
      signal: controller.signal,
      onReport: () => {
        // The end of the study comes before the patience with the module is over.
        setTimeout(() => controller.abort(), 200);
        return 'stop';
      },
    },
  );
  expect(outcome.state).toBe('stopped');
  expect(reports).toHaveLength(1);
  expect(isAlive(pidOf({ outcome }))).toBe(false);
});

test('messages that are none of ours change nothing', async () => {
  const { run } = start();
  const { outcome, reports } = await run({ mode: 'garbage' });
  expect(outcome.state).toBe('completed');
  expect(reports.map((report) => report.step)).toEqual([1, 2, 3]);
  expect(outcome.backend).toMatch(/^fake/);
});

test.each(['bad-step', 'bad-metric'])(
  'a report that cannot be one does not hang the trial: %s',
  async (mode) => {
    const { run } = start();
    const { outcome } = await run({ mode });
    expect(failure(outcome).reason).toBe('malformed-report');
    expect(failure(outcome).message).toContain(
      'a report needs a number from 0 to 9007199254740991 as its step',
    );
  },
);

test('a report that comes after its trial is none of the next run of the same number', async () => {
  const { run } = start();
  await run({ mode: 'astray' }, { trial: 3 });
  const { reports } = await run({ mode: 'slow' }, { trial: 3 });
  expect(reports.map(({ step }) => step)).toEqual([1]);
});

test('a module that closes the channel and goes on is ended', async () => {
  const { run } = start();
  const { outcome, reports } = await run({ mode: 'hang-up' });
  expect(failure(outcome)).toEqual({
    reason: 'crash',
    message: 'the module closed the channel to its host (process.disconnect)',
  });
  expect(isAlive(reports[0]!.metrics['pid']!)).toBe(false);
  expect((await run()).outcome.state).toBe('completed');
});

test('each trial has its own output, to the last byte', async () => {
  const { run } = start();
  for (let id = 0; id < 6; id++) {
    const { log, outcome } = await run({ mode: 'loud', size: 50_000 * id });
    const rest = log.replace(/\{"id".*\n/, '');
    expect(rest.length).toBe(`begin ${id}\n\nend ${id}\n`.length + 50_000 * id);
    expect(rest).toContain(`begin ${id}\n`);
    expect(rest).toContain(`end ${id}\n`);
    expect(outcome.tail.length).toBeLessThanOrEqual(4096);
  }
});

test('the output of a host that died is whole', async () => {
  const { run } = start();
  const { log, outcome } = await run({ mode: 'crash' });
  expect(log).toContain('Error: the model exploded');
  expect(outcome.tail).toBe(log.trim());
});

test('a host that has grown is replaced after its trial', async () => {
  const { run, pids } = start({ options: { hostMemoryBytes: 100 * 2 ** 20 } });
  const served = [];
  for (let i = 0; i < 4; i++) {
    const trial = await run({ mode: 'grows' });
    expect(trial.outcome.state).toBe('completed');
    served.push(pidOf(trial));
  }
  expect(served[1]).toBe(served[0]);
  expect(served[2]).not.toBe(served[0]);
  expect(served[3]).toBe(served[2]);
  expect(pids()).toHaveLength(2);
});

test('a module that cannot be loaded is tried once', async () => {
  const { runner, run, pids } = start({ load: 'failed' });
  for (let i = 0; i < 3; i++)
    expect(failure((await run()).outcome)).toEqual({
      reason: 'crash',
      message: 'SyntaxError: no such module',
    });
  expect(pids()).toHaveLength(1);
  expect(isAlive(pids()[0]!)).toBe(false);
  expect(runner.backend).toBeUndefined();
});

test.each([
  ['exit', 'crash', 'the module ended its process (process.exit) while it was loaded', 1],
  ['crash', 'crash', 'exit code 1: Error: the file of data is missing', 1],
  ['failed-and-hangs', 'crash', 'no', 1],
  // It may have been bad luck.
  ['killed', 'signal', 'ended by SIGKILL', 2],
] as const)('a load that ends with: %s', async (load, reason, message, attempts) => {
  const { run, pids } = start({ load });
  for (let i = 0; i < 2; i++) {
    const { outcome } = await run();
    expect(failure(outcome).reason).toBe(reason);
    expect(failure(outcome).message).toContain(message);
  }
  expect(pids()).toHaveLength(attempts);
  for (const pid of pids()) expect(isAlive(pid)).toBe(false);
});

test.each(['never', 'hang'])('an abort during a load that goes on (%s) ends it', async (load) => {
  const { run, pids } = start({ load });
  const controller = new AbortController();
  const running = run({}, { signal: controller.signal });
  await until(() => pids().length > 0);
  controller.abort();
  expect((await running).outcome.state).toBe('interrupted');
  expect(isAlive(pids()[0]!)).toBe(false);
});

test('a trial that is aborted before it starts needs no host', async () => {
  const { run, pids } = start();
  expect((await run({}, { signal: AbortSignal.abort() })).outcome.state).toBe('interrupted');
  expect(pids()).toEqual([]);
});

test('a host that cannot be started', async () => {
  const none = start({ options: { node: '/no/such/node' } });
  for (let i = 0; i < 2; i++) {
    const { outcome } = await none.run();
    expect(failure(outcome).reason).toBe('spawn');
    expect(failure(outcome).message).toContain(
      'the trial host could not be started: spawn /no/such/node ENOENT',
    );
    expect(outcome.backend).toBe('none');
  }
  const big = start({ trial: { env: { BIG: 'x'.repeat(4_000_000) } } });
  expect(failure((await big.run()).outcome).reason).toBe('spawn');
  const missing = start({ options: { hostPath: '/no/such/host.mjs' } });
  expect(failure((await missing.run()).outcome).message).toContain("Cannot find module '/no/such/host.mjs'");
});

test('what a module has started ends with its host', async () => {
  const { runner, run, folder } = start();
  const file = path.join(folder, 'child');
  await run({ mode: 'leaves-child', file });
  const child = Number(readFileSync(file, 'utf8'));
  expect(isAlive(child)).toBe(true);
  await runner.close();
  expect(isAlive(child)).toBe(false);
});

test('an error in onReport is ours: the host ends and the run rejects', async () => {
  const { run, pids } = start();
  const running = run(
    {},
    {
      onReport: () => {
        throw new Error('the journal is full');
      },
    },
  );
  await expect(running).rejects.toThrow('the journal is full');
  expect(isAlive(pids()[0]!)).toBe(false);
  expect((await run()).outcome.state).toBe('completed');
});

test('close during a trial ends it', async () => {
  const { runner, run } = start();
  const { outcome } = await run(
    { mode: 'hang' },
    {
      onReport: () => {
        void runner.close();
        return 'continue';
      },
    },
  );
  expect(outcome.state).toBe('interrupted');
  expect(isAlive(pidOf({ outcome }))).toBe(false);
});

test('close before a trial has said anything ends it for good', async () => {
  const { runner, run, pids } = start();
  await run();
  const running = run({ mode: 'silent' });
  await runner.close();
  expect((await running).outcome.state).toBe('interrupted');
  expect(pids()).toHaveLength(1);
});

test('trials leave no listener, no timer and no warning behind', async () => {
  const { runner, run } = start();
  const { signal } = new AbortController();
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  for (let i = 0; i < 40; i++) {
    const { outcome } = await run({}, { signal, timeout: i === 0 ? 2 ** 40 : 60_000 });
    expect(outcome.state).toBe('completed');
  }
  await runner.close();
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  expect(timers()).toBeLessThanOrEqual(before);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

/** Starts a process of our own that runs trials of both kinds. See test/trial/programs/run-trials.ts. */
async function program(mode: 'close' | 'wait') {
  const file = await bundle(path.join(import.meta.dirname, 'programs', 'run-trials.ts'));
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [file, folder, runnerOptions(folder).hostPath, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, exited, printed: () => printed };
}

test('after close nothing keeps our own process', async () => {
  const { exited, printed } = await program('close');
  expect(await exited).toBe(0);
  expect(printed()).toMatch(/^completed completed \d+\n$/);
});

test('a host does not outlive a parent that is killed', async () => {
  const { child, exited, printed } = await program('wait');
  await until(() => printed().endsWith('\n'));
  const host = Number(printed().trim().split(' ')[2]);
  expect(isAlive(host)).toBe(true);
  child.kill('SIGKILL');
  await exited;
  await until(() => !isAlive(host));
});
