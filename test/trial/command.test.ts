import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { failure, literal, prelude, runCommand, runScript, temporaryFolder } from './trials.ts';

const node = process.execPath;
/** Without what the shell that runs the tests may have set for the benchmarks. */
const plainEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('TUNEGATE_')),
);

test('a trial gets its config, its variables and its arguments', async () => {
  const script = `
    const { env } = process;
    const names = Object.keys(env).filter((name) => name.startsWith('TUNEGATE_')).sort();
    console.log(JSON.stringify({
      config: JSON.parse(fs.readFileSync(env.TUNEGATE_CONFIG, 'utf8')),
      variables: Object.fromEntries(names.map((name) => [name, env[name]])),
      args: process.argv.slice(1), cwd: process.cwd(), own: env.OWN, secret: env.MY_SECRET ?? null,
      wanted: env.MY_TOKEN, checkpoints: fs.statSync(env.TUNEGATE_CHECKPOINT_DIR).isDirectory(),
    }));
    report({ loss: 1 });`;
  const run = await runCommand(
    [node, '-e', literal(`${prelude}${script}`), '--', '--lr={lr}', '-m', '{momentum}', '{args}'],
    {
      config: { lr: 0.001, 'layers[0].units': 64, batch_norm: false },
      env: { OWN: 'own', TUNEGATE_SEED: 'not this one' },
      passEnv: ['MY_TOKEN'],
      hostEnv: { ...plainEnv, MY_SECRET: 's', MY_TOKEN: 't', GITHUB_OUTPUT: '/nowhere' },
      request: { seed: 42, trial: 3, resource: 9 },
    },
  );
  expect(run.outcome.state).toBe('completed');
  expect(run.outcome.backend).toBe('command');
  const said = JSON.parse(run.outcome.tail);
  const inFolder = (...names: string[]) => path.join(run.folder, ...names);
  expect(said).toEqual({
    config: { lr: 0.001, 'layers[0].units': 64, batch_norm: false },
    variables: {
      TUNEGATE_PARAM_LR: '0.001',
      TUNEGATE_PARAM_LAYERS_0_UNITS: '64',
      TUNEGATE_PARAM_BATCH_NORM: 'false',
      TUNEGATE_CONFIG: inFolder('trial-1', 'config.json'),
      TUNEGATE_METRICS: inFolder('trial-1', 'metrics.jsonl'),
      TUNEGATE_STOP: inFolder('trial-1', 'stop'),
      TUNEGATE_CHECKPOINT_DIR: inFolder('checkpoints-1'),
      TUNEGATE_SEED: '42',
      TUNEGATE_TRIAL: '3',
      TUNEGATE_RESOURCE: '9',
    },
    args: ['--lr=0.001', '--lr=0.001', '--layers[0].units=64', '--batch_norm=false'],
    cwd: run.folder,
    own: 'own',
    secret: null,
    wanted: 't',
    checkpoints: true,
  });
  expect(run.read('config.json')).toBe(
    '{\n  "lr": 0.001,\n  "layers[0].units": 64,\n  "batch_norm": false\n}\n',
  );
  expect(run.read('output.log').trim()).toBe(run.outcome.tail);
});

test('without a resource there is no variable for it', async () => {
  const { outcome } = await runScript('console.log(process.env.TUNEGATE_RESOURCE); report({ loss: 1 })', {
    hostEnv: { ...process.env, TUNEGATE_RESOURCE: 'of somebody else' },
  });
  expect(outcome.tail).toBe('undefined');
});

test('a line for the shell', async () => {
  const { outcome, reports } = await runCommand(
    `echo "{\\"loss\\": $TUNEGATE_PARAM_LR}" >> "$TUNEGATE_METRICS" && echo done | cat`,
    { config: { lr: 0.5 } },
  );
  expect(outcome).toMatchObject({ state: 'completed', tail: 'done' });
  expect(reports).toEqual([{ step: 1, metrics: { loss: 0.5 } }]);
});

test('hostile values of parameters stay values', async () => {
  const word = '$(touch gone); `x` "\'\\ {args} & |';
  const { outcome } = await runCommand(
    [node, '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', '{word}'],
    { config: { word } },
  );
  expect(JSON.parse(outcome.tail)).toEqual([word]);
});

test('python', async () => {
  const script = [
    'import json, os, math',
    'config = json.load(open(os.environ["TUNEGATE_CONFIG"]))',
    'with open(os.environ["TUNEGATE_METRICS"], "a") as f:',
    '    for step in range(3): print(json.dumps({"step": step, "loss": config["lr"] * step, "gap": math.inf}), file=f)',
  ].join('\n');
  const { outcome, reports } = await runCommand(['python3', '-c', literal(script)], {
    config: { lr: 0.5 },
  });
  expect(outcome).toMatchObject({ state: 'completed' });
  expect(reports.map(({ step, metrics }) => [step, metrics['loss'], metrics['gap']])).toEqual([
    [0, 0, Infinity],
    [1, 0.5, Infinity],
    [2, 1, Infinity],
  ]);
});

test.each([
  ['process.exit(3)', 'crash', 'exit code 3'],
  [
    'report({ loss: 1 }); throw new TypeError("units must be positive")',
    'crash',
    'exit code 1: TypeError: units must be positive',
  ],
  ['process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000)', 'signal', 'ended by SIGSEGV'],
  ['process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)', 'signal', 'ended by SIGKILL (often'],
  ['report({ loss: NaN_ })', 'crash', 'ReferenceError: NaN_ is not defined'],
])('%s', async (script, reason, message) => {
  const { outcome } = await runScript(script);
  expect(failure(outcome).reason).toBe(reason);
  expect(failure(outcome).message).toContain(message);
});

test('a MemoryError of Python’s', async () => {
  const { outcome } = await runCommand(['python3', '-c', 'bytearray(10 ** 18)']);
  expect(failure(outcome)).toEqual({ reason: 'out-of-memory', message: 'MemoryError' });
});

test('a heap of JavaScript’s that is full', async () => {
  const script = 'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()))';
  const { outcome } = await runCommand([node, '--max-old-space-size=20', '-e', script]);
  expect(failure(outcome).reason).toBe('out-of-memory');
  expect(failure(outcome).message).toContain('JavaScript heap out of memory');
});

test('the shell tells which signal ended its program', async () => {
  const { outcome } = await runCommand(`sh -c 'kill -SEGV $$'; exit $?`);
  expect(failure(outcome)).toMatchObject({ reason: 'crash' });
  expect(failure(outcome).message).toContain('exit code 139 (SIGSEGV)');
});

test('programs that cannot be started', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'plain'), '#!/bin/sh\n');
  writeFileSync(path.join(folder, 'odd'), '#!/no/such/interpreter\n');
  chmodSync(path.join(folder, 'odd'), 0o755);
  const message = async (run: string[], changes = {}) => {
    const { outcome } = await runCommand(run, { cwd: folder, ...changes });
    expect(failure(outcome).reason).toBe('spawn');
    return failure(outcome).message;
  };
  expect(await message(['no-such-program'])).toBe('program "no-such-program" not found on PATH');
  const names = { env: { PATH: `${path.join(folder, 'gone')}${path.delimiter}${folder}` } };
  expect(await message(['ood'], names)).toBe('program "ood" not found on PATH; did you mean "odd"?');
  expect(await message(['old-program'], names)).toBe('program "old-program" not found on PATH');
  expect(await message(['./missing'])).toBe(`program "./missing" does not exist in ${folder}`);
  expect(await message(['./plain'])).toBe(
    'program "./plain" may not be executed: is it marked executable (chmod +x)?',
  );
  expect(await message(['./odd'])).toContain('the interpreter that its first line names (#!) does not exist');
  expect(await message([node], { cwd: path.join(folder, 'gone') })).toBe(
    `the folder ${path.join(folder, 'gone')}, in which "${node}" should run, does not exist`,
  );
  expect(await message([node, 'x'.repeat(4_000_000)])).toContain('are too long for the system');
  expect(await message([node, 'a\0b'])).toContain('could not be started: ');
  expect(await message(['{python}', node, '-e', '0'])).toContain('{python} names no program');
});

test('a command that reports nothing, or something else', async () => {
  expect(failure((await runScript('')).outcome)).toEqual({
    reason: 'no-metric',
    message: 'the trial ended without reporting anything; it should report loss',
  });
  expect(failure((await runScript('report({ los: 1 }); report({ acc: 1 })')).outcome)).toEqual({
    reason: 'no-metric',
    message: 'the trial never reported loss, only los, acc; did you mean los?',
  });
  expect(failure((await runScript('report({ loss: null })')).outcome).reason).toBe('no-metric');
});

test('lines that name no number are no reports', async () => {
  const { outcome, reports } = await runScript(
    'report({}); report({ phase: "warm-up", step: 8 }); report({ loss: 1 }); report({ loss: 2 })',
  );
  expect(outcome.state).toBe('completed');
  expect(reports.map((report) => report.step)).toEqual([1, 2]);
});

test('patterns over what is printed, wherever the chunks are cut', async () => {
  const { outcome, reports } = await runScript(
    `(async () => {
      const text = Buffer.from('Epoch 1: loss=0.5 é\\r\\nnoise\\nEpoch 2: loss=0.25\\rEpoch 3: loss=0.1');
      for (const byte of text) { process.stdout.write(Buffer.of(byte)); if (byte % 3 === 0) await pause(1); }
      console.error('Epoch 9: loss=9');
    })()`,
    { stdout: ['Epoch (?<step>\\d+): loss=(?<loss>[\\d.]+)'] },
  );
  expect(outcome.state).toBe('completed');
  expect(reports).toEqual([
    { step: 1, metrics: { loss: 0.5 } },
    { step: 2, metrics: { loss: 0.25 } },
    { step: 3, metrics: { loss: 0.1 } },
  ]);
});

test('several patterns, and the metrics file beside them', async () => {
  const { reports } = await runScript(
    `report({ loss: 1 }); setTimeout(() => console.log('loss 2\\nacc 3\\nacc 4 loss 5'), 300)`,
    { stdout: ['loss (?<loss>\\d)', 'acc (?<acc>\\d)'] },
  );
  expect(reports).toEqual([
    { step: 1, metrics: { loss: 1 } },
    { step: 2, metrics: { loss: 2 } },
    { step: 3, metrics: { acc: 3 } },
    { step: 4, metrics: { loss: 5, acc: 4 } },
  ]);
});

test('NaN ends a trial at once', async () => {
  const { outcome, reports } = await runScript(
    'report({ step: 1, loss: 1 }); fs.appendFileSync(metrics, `{"step": 2, "loss": NaN}\\n`); setInterval(() => {}, 1000)',
  );
  expect(failure(outcome)).toEqual({ reason: 'not-finite', message: 'loss became NaN at step 2' });
  expect(reports).toHaveLength(2);
});

test('NaN says more than the crash after it, and than a stop', async () => {
  const script = 'fs.appendFileSync(metrics, `{"loss": Infinity}\\n`); process.exit(1)';
  expect(failure((await runScript(script)).outcome).message).toBe('loss became Infinity at step 1');
  const stopped = await runScript(script, { request: { onReport: () => 'stop' } });
  expect(failure(stopped.outcome).reason).toBe('not-finite');
});

test('other metrics may be NaN', async () => {
  const { outcome } = await runScript('fs.appendFileSync(metrics, `{"loss": 1, "grad": NaN}\\n`)');
  expect(outcome.state).toBe('completed');
});

test('a stop decision ends the trial, and no report after it counts', async () => {
  const { outcome, reports } = await runScript(
    '(async () => { for (let step = 1; ; step++) { report({ step, loss: 1 / step }); await pause(5) } })()',
    { request: { onReport: ({ step }) => (step === 3 ? 'stop' : 'continue') } },
  );
  expect(outcome.state).toBe('stopped');
  expect(reports.map((report) => report.step)).toEqual([1, 2, 3]);
});

test('a stop decision on the last report of a program that has ended', async () => {
  const { outcome } = await runScript('report({ loss: 1 })', { request: { onReport: () => 'stop' } });
  expect(outcome.state).toBe('stopped');
});

test('an error in onReport is ours: the program ends and the run rejects', async () => {
  const folder = temporaryFolder();
  const pid = path.join(folder, 'pid');
  const running = runScript(
    `fs.writeFileSync(${JSON.stringify(pid)}, String(process.pid)); report({ loss: 1 }); setInterval(() => {}, 1000)`,
    {
      request: {
        onReport: () => {
          throw new Error('the journal is full');
        },
      },
    },
  );
  await expect(running).rejects.toThrow('the journal is full');
  expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow('ESRCH');
});

test('output is capped, its beginning and its end are kept, and memory stays flat', async () => {
  const script = `
    const line = Buffer.alloc(100_000, 'x'); line[line.length - 1] = 10;
    fs.writeSync(1, 'begin\\n');
    for (let i = 0; i < 2000; i++) fs.writeSync(1, line);
    fs.writeSync(2, 'end\\n');
    report({ loss: 1 });`;
  const before = process.memoryUsage();
  let most = 0;
  const meter = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }, 20);
  const run = await runScript(script, { output: 10_000, stdout: ['loss=(?<loss>.*)'] });
  clearInterval(meter);
  expect(run.outcome.state).toBe('completed');
  const log = run.read('output.log');
  expect(log.length).toBeLessThan(10_100);
  expect(log).toMatch(/^begin\nx+\n\[… 1999\d{5} bytes are left out …\]\nx+\nend\n$/);
  expect(run.outcome.tail).toMatch(/^x+\nend$/);
  expect(run.outcome.tail.length).toBeLessThanOrEqual(4096);
  expect(most - before.arrayBuffers).toBeLessThan(64 * 2 ** 20);
});

test('a folder of an earlier attempt is begun anew', async () => {
  const folder = temporaryFolder();
  const trial = path.join(folder, 'trial-1');
  mkdirSync(path.join(trial, 'metrics.jsonl'), { recursive: true });
  const first = await runScript('report({ loss: 1 }); console.log("first")', { request: { folder: trial } });
  expect(first.reports).toHaveLength(1);
  const second = await runScript('report({ loss: 2 }); console.log("second")', {
    request: { folder: trial },
  });
  expect(second.reports).toEqual([{ step: 1, metrics: { loss: 2 } }]);
  expect(readFileSync(path.join(trial, 'output.log'), 'utf8')).toBe('second\n');
});

test('no input keeps a program waiting', async () => {
  const { outcome } = await runScript('fs.readFileSync(0); report({ loss: 1 })');
  expect(outcome.state).toBe('completed');
});
