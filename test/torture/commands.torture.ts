import { expect, test } from 'vitest';
import { prelude, reasons, torture } from './study.ts';

const node = (script: string) => ({ 'train.cjs': `${prelude}${script}` });
const run = 'run: [node, train.cjs]';

test('a leak ends at the limit of memory', async () => {
  const study = await torture({
    files: node(
      `report({ loss: 1 }); console.log('growing'); const kept = []; setInterval(() => kept.push(Buffer.alloc(2 ** 23, 1)), 10);`,
    ),
    trial: `{ ${run}, memory: 200MiB, grace: 200ms }`,
    seconds: 30,
    budget: 'trials: 2',
  });
  expect(reasons(study)).toEqual(['failed: out-of-memory']);
  expect(study.trials[0]!.message).toMatch(/limit of trial.memory is 200 MiB/);
  expect(study.page).toContain('growing');
  expect(study.stop!.reason).toBe('trials');
});

test('forks and daemons that outlive their parent', async () => {
  const study = await torture({
    files: {
      ...node(`
spawn(process.execPath, ['-e', forever], { stdio: 'inherit' }).unref();
spawn(process.execPath, ['-e', forever], { stdio: 'inherit', detached: true }).unref();
spawn('sh', ['-c', "trap '' TERM HUP INT; setsid sh -c \\"trap '' TERM; setsid sleep 1000\\" & exit 0"], { stdio: 'ignore', detached: true }).unref();
setTimeout(() => { report({ loss: 1 }); process.exit(0); }, 100);`),
    },
    trial: `{ ${run}, grace: 300ms }`,
    seconds: 30,
  });
  expect(reasons(study)).toEqual(['completed']);
  expect(study.trials).toHaveLength(4);
});

test('a hang is ended by the limit for silence, by the limit of a trial, and by the end of the time', async () => {
  const hang = node(`console.log('waiting for nothing'); setInterval(() => {}, 1000);`);
  const [idle, timeout, time] = [
    await torture({ files: hang, trial: `{ ${run}, idle: 500ms }`, seconds: 30 }),
    await torture({ files: hang, trial: `{ ${run}, timeout: 700ms }`, seconds: 30 }),
    await torture({ files: hang, trial: `{ ${run} }`, seconds: 3 }),
  ];
  expect(reasons(idle)).toEqual(['failed: idle']);
  // In the words of the failing program.
  expect(idle.stop).toMatchObject({
    reason: 'failing',
    detail: expect.stringContaining('waiting for nothing'),
  });
  expect(reasons(timeout)).toEqual(['failed: timeout']);
  expect(reasons(time)).toEqual(['interrupted']);
  expect(time.stop!.reason).toBe('time');
});

test('programs that ignore SIGTERM, stop themselves, or close their output do not hold the study up', async () => {
  const study = await torture({
    files: node(`
process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); process.on('SIGHUP', () => {});
const kind = Number(process.env.TUNEGATE_TRIAL) % 3;
if (kind === 0) { fs.closeSync(1); fs.closeSync(2); }
if (kind === 1) process.kill(process.pid, 'SIGSTOP');
if (kind === 2) for (let i = 0; i < 5; i++) spawn('sh', ['-c', "trap '' TERM; while :; do sleep 1; done"]);
setInterval(() => {}, 1000);`),
    // The grace is far beyond the end of the time.
    trial: `{ ${run}, grace: 60s }`,
    seconds: 4,
    budget: 'trials: 3',
  });
  expect(reasons(study)).toEqual(['interrupted']);
  expect(study.stop!.reason).toBe('time');
});

test('a gigabyte of output is read, counted and left out, and its end is in the report', async () => {
  const study = await torture({
    files: node(`
const chunk = Buffer.alloc(2 ** 20, 'all work and no play makes a dull log\\n');
for (let i = 0; i < 1024; i++) { let from = 0; while (from < chunk.length) try { from += fs.writeSync(1, chunk, from); } catch (error) { if (error.code !== 'EAGAIN') throw error; } }
fs.writeSync(2, '\\nError: that was all\\n'); process.exit(3);`),
    trial: `{ ${run} }`,
    seconds: 60,
    budget: 'trials: 2',
  });
  expect(reasons(study)).toEqual(['failed: crash']);
  expect(study.trials[0]!.message).toBe('exit code 3: Error: that was all');
  expect(study.trials[0]!.tail!.length).toBeLessThanOrEqual(4096);
  expect(study.page).toContain('all work and no play');
  expect(study.peakBytes).toBeLessThan(400 * 2 ** 20);
});

test('a line without end, a flood of reports, and a pipe in place of the metrics file', async () => {
  const study = await torture({
    files: node(`
const kind = Number(process.env.TUNEGATE_TRIAL);
if (kind === 0) { const chunk = 'x'.repeat(2 ** 20); for (let i = 0; i < 64; i++) fs.writeSync(1, chunk); report({ loss: 1 }); }
if (kind === 1) for (let i = 0; i < 100; i++) fs.appendFileSync(process.env.TUNEGATE_METRICS, '{"loss": 1}\\n'.repeat(1000));
if (kind === 2) require('node:child_process').execFileSync('mkfifo', [process.env.TUNEGATE_METRICS]);
if (kind === 3) report('{'.repeat(2 ** 20));`),
    trial: `{ ${run}, stdout: 'acc=(?<acc>[0-9.]+)' }`,
    seconds: 60,
  });
  expect(study.trials.map(({ state, reason }) => reason ?? state)).toEqual([
    'completed',
    'completed',
    'no-metric',
    'malformed-report',
  ]);
});

test('every way to fail has its reason', async () => {
  const study = await torture({
    files: node(`
const kinds = [
  () => report({ loss: NaN }), // JSON has no NaN: null, so none
  () => fs.appendFileSync(process.env.TUNEGATE_METRICS, '{"loss": NaN}\\n'),
  () => fs.appendFileSync(process.env.TUNEGATE_METRICS, '{"loss": -Infinity}\\n'),
  () => report({ lss: 1 }),
  () => report({ loss: 'low' }),
  () => { throw new TypeError('there is no such layer') },
  () => process.abort(),
  () => process.kill(process.pid, 'SIGSEGV'),
  () => { report({ loss: 1 }); process.on('exit', () => { throw new Error('while it cleaned up') }) },
  () => report({ loss: 1 }),
];
console.log('kind', process.env.TUNEGATE_TRIAL);
kinds[Number(process.env.TUNEGATE_TRIAL)]();`),
    trial: `{ ${run} }`,
    seconds: 60,
    budget: 'trials: 10',
  });
  expect(
    [...study.trials]
      .sort((a, b) => a.trial - b.trial)
      .map(({ state, reason, message = '' }) => [reason ?? state, message.split(':').at(-1)!.trim()]),
  ).toEqual([
    ['no-metric', expect.stringContaining('without reporting anything')],
    ['not-finite', 'loss became NaN at step 1'],
    ['not-finite', 'loss became -Infinity at step 1'],
    ['no-metric', expect.stringContaining('did you mean lss?')],
    ['malformed-report', expect.stringContaining('')],
    ['crash', 'there is no such layer'],
    ['signal', expect.stringContaining('')],
    ['signal', expect.stringContaining('')],
    ['crash', 'while it cleaned up'],
    ['completed', ''],
  ]);
});

test('a program that cannot be imported stops the study after three trials, in its own words', async () => {
  const study = await torture({
    files: { 'train.py': 'import numpyy\n' },
    trial: '{ run: [python3, train.py] }',
    seconds: 60,
    budget: 'trials: 50',
  });
  expect(study.trials.length).toBeLessThanOrEqual(4);
  expect(study.stop).toMatchObject({
    reason: 'failing',
    detail: expect.stringContaining("ModuleNotFoundError: No module named 'numpyy'"),
  });
  expect(study.out).toContain("ModuleNotFoundError: No module named 'numpyy'");
});

test('a clock that jumps neither ends a study nor keeps it', async () => {
  const jumps = `let offset = 0;
const real = Date.now;
Date.now = () => real() + offset;
global.Date = class extends Date { constructor(...given) { given.length ? super(...given) : super(Date.now()); } static now() { return real() + offset; } };
setInterval(() => { offset = (Math.random() - 0.5) * 1e12; }, 20).unref();
`;
  const files = {
    'jumps.cjs': jumps,
    ...node(`require('./jumps.cjs'); setTimeout(() => { report({ loss: 1 }); }, 300);`),
  };
  const study = await torture({
    files,
    trial: `{ ${run}, timeout: 20s, idle: 15s }`,
    seconds: 4,
    budget: 'trials: 1000',
    node: ['--require', './jumps.cjs'],
  });
  expect(study.stop, study.out).toMatchObject({ reason: 'time' });
  expect(study.trials.filter(({ state }) => state === 'completed').length).toBeGreaterThan(2);
  expect(reasons(study).filter((reason) => reason.startsWith('failed'))).toEqual([]);
});
