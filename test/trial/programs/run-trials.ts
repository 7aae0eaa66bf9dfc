// Runs a trial of each kind, says how they ended and which process is the host, and then closes both runners or (`wait`)
// waits to be killed.
//
//   run-trials.ts FOLDER HOST close|wait
import path from 'node:path';
import { createTrialRunner } from '../../../src/trial/runner.ts';

const [folder = '', hostPath = '', mode = 'close'] = process.argv.slice(2);
const common = { env: {}, passEnv: [], grace: 60_000, output: 2 ** 20 };
const options = { cwd: folder, env: process.env, hostPath, node: process.execPath, nest: () => ({}) };
const { signal } = new AbortController();

const runners = [
  createTrialRunner({ ...common, run: 'echo loss=1', shell: true, stdout: ['loss=(?<loss>.)'] }, options),
  createTrialRunner({ ...common, module: 'model.ts', backend: 'auto' }, options),
];
const states: string[] = [];
let backend = '';
for (const [trial, runner] of runners.entries()) {
  const outcome = await runner.run({
    trial,
    config: {},
    seed: 1,
    metric: 'loss',
    folder: path.join(folder, `trial-${trial}`),
    checkpoints: path.join(folder, `checkpoints-${trial}`),
    signal,
    timeout: 600_000,
    onReport: () => 'continue',
  });
  states.push(outcome.state);
  backend = outcome.backend;
}
console.log(`${states.join(' ')} ${backend.split(' ')[1]}`);
if (mode === 'close') for (const runner of runners) await runner.close();
