import { expect, test } from 'vitest';
import { reasons, torture } from './study.ts';

// Trials that share a process: what one does to it must not reach the next.

const model = (body: string, top = '') => ({
  'model.ts': `
import { spawn } from 'node:child_process';
${top}
export async function objective(trial: any) {
  const n = Number(trial.checkpoints.split('/').at(-1));
  ${body}
}
`,
});
const wasm = 'module: ./model.ts, backend: wasm';
const byTrial = ({ trials }: { trials: readonly { trial: number; state: string; reason?: string }[] }) =>
  [...trials].sort((a, b) => a.trial - b.trial).map(({ state, reason }) => reason ?? state);

test('modules that do their worst, one after the other in the same workers', async () => {
  const study = await torture({
    files: model(`
  console.log('kind', n);
  switch (n) {
    case 0: return 1;
    case 1: await trial.report(1, { loss: NaN }); return 1;
    case 2: process.exit(0);
    case 3: process.abort();
    case 4: for (;;) {}
    case 5: setTimeout(() => { throw new RangeError('out of nowhere') }, 10); await new Promise(() => {}); return 1;
    case 6: { const line = 'x'.repeat(2 ** 16) + '\\n'; for (let i = 0; i < 4096; i++) process.stdout.write(line); return 1; }
    case 7: process.disconnect!(); await new Promise(() => {}); return 1;
    case 8: spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref(); spawn('sleep', ['1000'], { stdio: 'inherit' }); return 1;
    case 9: for (let i = 0; i < 1000; i++) (await import('@tensorflow/tfjs')).tensor([i]); return 1;
    case 10: process.on('SIGTERM', () => {}); process.on('exit', () => { for (;;) {} }); return 1;
    default: return 0.5;
  }`),
    trial: `{ ${wasm}, timeout: 4s, grace: 300ms }`,
    seconds: 90,
    budget: 'trials: 14',
  });
  expect(byTrial(study)).toEqual([
    'completed',
    'not-finite',
    'crash',
    'signal',
    'timeout',
    'crash',
    'completed',
    'crash',
    'completed',
    'completed',
    'completed',
    'completed',
    'completed',
    'completed',
  ]);
  const words = study.trials.map(({ message = '' }) => message).join('\n');
  expect(words).toContain('out of nowhere');
  expect(study.peakBytes).toBeLessThan(400 * 2 ** 20);
});

test('a module that cannot be loaded, or never is', async () => {
  const throws = await torture({
    files: model('return 1', `throw new Error('no data at hand');`),
    trial: `{ ${wasm} }`,
    seconds: 60,
    budget: 'trials: 40',
  });
  expect(throws.stop).toMatchObject({
    reason: 'failing',
    detail: expect.stringContaining('no data at hand'),
  });
  const hangs = await torture({
    files: model('return 1', `for (;;) {}`),
    trial: `{ ${wasm}, grace: 60s }`,
    seconds: 5,
  });
  expect(hangs.trials.every(({ state }) => state === 'interrupted')).toBe(true);
  expect(hangs.stop!.reason).toBe('time');
});

test('hosts that do not want to end when the study does', async () => {
  const study = await torture({
    files: model(
      'return 1',
      `process.on('exit', () => { for (;;) {} }); for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => {});`,
    ),
    trial: `{ ${wasm}, grace: 60s }`,
    seconds: 8,
    budget: 'trials: 100000',
  });
  expect(study.stop!.reason).toBe('time');
  expect(reasons(study).filter((reason) => reason !== 'interrupted')).toEqual(['completed']);
});

const python = (body: string) => ({
  'train.py': `import os, signal, subprocess, sys, threading, time, atexit
import tunegate
n = tunegate.trial() if hasattr(tunegate, 'trial') else int(os.environ.get('TUNEGATE_TRIAL', '0'))
print('kind', n)
${body}
`,
});

test('scripts in a warm Python that do their worst', async () => {
  const study = await torture({
    files: python(`
if n == 0: tunegate.report(1, loss=1.0)
elif n == 1: tunegate.report(1, loss=float('nan'))
elif n == 2: os._exit(0)
elif n == 3: os.abort()
elif n == 4:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True: pass
elif n == 5: import numpyy
elif n == 6:
    for _ in range(4096): sys.stdout.write('x' * 65536 + '\\n')
    tunegate.report(1, loss=1.0)
elif n == 7:
    subprocess.Popen(['sleep', '1000'], start_new_session=True)
    subprocess.Popen(['sleep', '1000'])
    if os.fork() == 0:
        os.setsid(); time.sleep(1000)
    tunegate.report(1, loss=1.0)
elif n == 8:
    threading.Thread(target=time.sleep, args=(1000,)).start()
    atexit.register(time.sleep, 1000)
    tunegate.report(1, loss=1.0)
elif n == 9: sys.exit(3)
elif n == 10: os.close(1); os.close(2); tunegate.report(1, loss=1.0)
else: tunegate.report(1, loss=0.5)`),
    trial: '{ python: train.py, timeout: 4s, grace: 300ms }',
    seconds: 90,
    budget: 'trials: 14',
  });
  expect(byTrial(study)).toEqual([
    'completed',
    'not-finite',
    'crash',
    'signal',
    'timeout',
    'crash',
    'completed',
    'completed',
    'completed',
    'crash',
    'completed',
    'completed',
    'completed',
    'completed',
  ]);
  expect(study.trials.map(({ message = '' }) => message).join('\n')).toContain('numpyy');
});

test('code that never says what there is to search', async () => {
  const study = await torture({
    files: {
      'model.py': `import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
def build_model(hp):
    while True: time.sleep(1)
`,
    },
    trial: '{ keras: model.py, grace: 60s }',
    seconds: 4,
  });
  expect(study.code).not.toBe(0);
  expect(study.out).toMatch(/model\.py: .*(the time was up|keras)/i);
});
