import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { literal, runCommand, temporaryFolder } from './trials.ts';

const root = path.join(import.meta.dirname, '..', '..');
const nested = () => ({
  rate: 0.1,
  optimizer: { type: 'sgd', momentum: 0.9 },
  layers: [{ units: 64 }, { units: 32 }],
});

function runPython(script: string, changes: Parameters<typeof runCommand>[1] = {}) {
  return runCommand(['python3', '-c', literal(script)], changes);
}

/** Without Tunegate around it. */
function python(script: string, folder: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^TUNEGATE_/.test(name)));
  return execFileSync('python3', ['-c', script], {
    cwd: folder,
    env: { ...env, PYTHONPATH: path.join(root, 'python') },
    encoding: 'utf8',
  });
}

test('a trial imports tunegate without installing it, reads its config and reports', async () => {
  const { outcome, reports } = await runPython(
    `
import tunegate, os
assert tunegate.under_tunegate()
print(tunegate.config(), tunegate.param("rate", 0.5), tunegate.param("absent", "default"))
print(tunegate.seed(), tunegate.resource(), tunegate.checkpoint_dir().is_dir(), tunegate.should_stop())
class Tensor:
    def item(self): return 0.25
for step in range(1, 4):
    tunegate.report(step, loss=1 / step, tensor=Tensor())
`,
    { config: { rate: 0.1 }, request: { seed: 42, resource: 9 } },
  );
  expect(outcome).toMatchObject({ state: 'completed' });
  expect(outcome.tail.trim()).toBe("{'rate': 0.1} 0.1 default\n42 9 True False");
  expect(reports).toEqual([
    { step: 1, metrics: { loss: 1, tensor: 0.25 } },
    { step: 2, metrics: { loss: 0.5, tensor: 0.25 } },
    { step: 3, metrics: { loss: 1 / 3, tensor: 0.25 } },
  ]);
});

test('parameters have the names that they have everywhere else', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(nested()));
  const names = ['rate', 'optimizer', 'optimizer.sgd.momentum', 'optimizer.adam.beta', 'layers'];
  const said = python(
    `
import os, json, tunegate
os.environ["TUNEGATE_CONFIG"] = "config.json"
names = ${JSON.stringify([...names, 'layers[1].units', 'layers[2].units'])}
print(json.dumps([tunegate.param(name, None) for name in names]))
try: tunegate.param("absent")
except KeyError as error: print(error.args[0])
`,
    folder,
  );
  expect(said.split('\n')).toEqual([
    '[0.1, "sgd", 0.9, null, 2, 32, null]',
    'absent does not exist in this config (parameters: rate, optimizer, layers); give a default if that may be',
    '',
  ]);
});

test('not a number, and what is none, is told from a number', async () => {
  const notFinite = await runPython('import tunegate; tunegate.report(1, loss=float("nan"))');
  expect(notFinite.outcome).toMatchObject({ state: 'failed', reason: 'not-finite' });
  const text = await runPython('import tunegate; tunegate.report(1, loss="low")');
  expect(text.outcome).toMatchObject({
    state: 'failed',
    reason: 'crash',
    message: "exit code 1: TypeError: report(...): loss must be a number, not 'low'",
  });
  const before = await runPython('import tunegate; tunegate.report(-1, loss=1)');
  expect(before.outcome).toMatchObject({
    state: 'failed',
    message: 'exit code 1: ValueError: report(step, ...): step must be from 0 to 9007199254740991, not -1',
  });
  const beyond = await runPython('import tunegate; tunegate.report(2**53, loss=1)');
  expect(beyond.outcome).toMatchObject({ message: expect.stringContaining('not 9007199254740992') });
});

test('a program that asks should_stop ends by itself, and cleans up', async () => {
  const { outcome, read } = await runPython(
    `
import tunegate, time
step = 0
while not tunegate.should_stop():
    step += 1
    tunegate.report(step, loss=1)
    time.sleep(0.01)
print("saved")
`,
    { grace: 20_000, request: { onReport: ({ step }) => (step >= 3 ? 'stop' : 'continue') } },
  );
  expect(outcome.state).toBe('stopped');
  expect(read('output.log').trim()).toBe('saved');
});

test('one that asks in a process of its own learns of the stop by the file', async () => {
  const { outcome, read } = await runPython(
    `
import subprocess, sys
child = '''
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
import tunegate
tunegate.report(1, loss=1)
while not tunegate.should_stop(): time.sleep(0.01)
print("saved", flush=True)
'''
import signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.run([sys.executable, "-c", child])
`,
    { grace: 20_000, request: { onReport: () => 'stop' } },
  );
  expect(outcome.state).toBe('stopped');
  expect(read('output.log').trim()).toBe('saved');
});

test('a program that never asks is ended by the signal', async () => {
  const { outcome, read } = await runPython(
    'import tunegate, time\ntunegate.report(1, loss=1)\ntime.sleep(60)\nprint("late")',
    { grace: 30_000, request: { onReport: () => 'stop' } },
  );
  expect(outcome.state).toBe('stopped');
  expect(read('output.log')).toBe('');
});

test('without Tunegate the same program runs with its defaults and prints', () => {
  const folder = temporaryFolder();
  // One file, alone.
  mkdirSync(path.join(folder, 'alone'));
  cpSync(path.join(root, 'python', 'tunegate', '__init__.py'), path.join(folder, 'alone', 'tunegate.py'));
  const script = `
import tunegate
assert tunegate.__file__.endswith("alone/tunegate.py"), tunegate.__file__
print(tunegate.config(), tunegate.param("rate", 0.5), tunegate.seed(), tunegate.seed(3), tunegate.resource())
tunegate.report(1, loss=0.123456789, accuracy=1)
print(tunegate.should_stop(), tunegate.checkpoint_dir())
try: tunegate.param("rate")
except KeyError as error: print(error.args[0])
`;
  expect(python(script, path.join(folder, 'alone')).trim()).toMatchInlineSnapshot(`
    "{} 0.5 0 3 None
    step 1: loss=0.123457 accuracy=1
    False checkpoints
    rate has no value outside of Tunegate: give a default, as in tunegate.param('rate', 0.1)"
  `);
});
