// What a trial costs: node scripts/run-ts.mjs bench/trials.ts -- [--python PATH] [--rounds 3] [--mlp 10] [--convnet 4]
//   [--only peers,overhead,utilisation,backends,memory]
// --python: a Python with tensorflow and keras_tuner, for the peer (pip install tensorflow-cpu tensorboard keras-tuner); left out otherwise.
// tfjs-node is timed where scripts/tfjs-node-from-wheel has built it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import type { TrialSpec } from '../src/spec/spec.ts';
import { readJournal } from '../src/study/journal.ts';
import { createTrialRunner } from '../src/trial/runner.ts';
import type { TrialRequest } from '../src/trial/trial.ts';
import { builtCommandLine, repositoryRoot } from '../test/support/built-host.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    mlp: { type: 'string', default: '10' },
    convnet: { type: 'string', default: '4' },
    only: { type: 'string', default: 'peers,overhead,utilisation,backends,memory' },
  },
});
const root = repositoryRoot;
const data = path.join(root, 'examples', 'digits', 'data', 'digits.csv.gz');
const tfjsNode = path.join(root, '.cache', 'tfjs-node', 'node_modules');
const rounds = Number(values.rounds);
const cli = await builtCommandLine();
const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-bench-'));

const models = {
  mlp: { epochs: 10, trials: Number(values.mlp) },
  convnet: { epochs: 3, trials: Number(values.convnet) },
};
type Model = keyof typeof models;

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
const show = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));

interface Study {
  readonly wholeMs: number;
  readonly eachMs: readonly number[];
  /** Between the first start and the last end of a trial. */
  readonly searchMs: number;
  readonly best: number;
}

/** A study by the command line, in a process of its own as a user's. */
async function study(
  name: string,
  spec: string,
  files: readonly string[],
  env: Record<string, string>,
): Promise<Study> {
  const folder = path.join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(file, path.join(folder, path.basename(file)));
  if (existsSync(tfjsNode)) symlinkSync(tfjsNode, path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'tune.yml'), spec);
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, 'run', '--fresh'], {
    cwd: folder,
    env: { ...process.env, ...env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  const [code] = await once(child, 'close');
  const wholeMs = performance.now() - begun;
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${out}`);
  const journal = (readdirSync(folder, { recursive: true }) as string[]).find((file) =>
    file.endsWith('journal.jsonl'),
  )!;
  const records = readJournal(path.join(folder, journal));
  const at = (type: 'start' | 'end') =>
    records.flatMap((record) => (record.type === type ? [Date.parse(record.at)] : []));
  const ends = records.flatMap((record) => (record.type === 'end' ? [record] : []));
  return {
    wholeMs,
    eachMs: ends.map(({ durationMs }) => durationMs),
    searchMs: Math.max(...at('end')) - Math.min(...at('start')),
    best: Math.max(...ends.map(({ score }) => score ?? Number.NEGATIVE_INFINITY)),
  };
}

const moduleSpec = (model: Model, trials: number, backend: string, workers = 1): string => `name: ${model}
trial: { module: ./model.mjs, backend: ${backend} }
metric: { name: val_accuracy, goal: maximize }
params:
  units: { type: int, min: 32, max: 64, step: 32 }
  learning_rate: { type: float, min: 1.0e-3, max: 1.0e-2, scale: log }
search: { strategy: random, seed: 3, confirm: false }
budget: { trials: ${trials}, epochs: ${models[model].epochs}, workers: ${workers} }
gate: false
`;

const ours = (model: Model, backend: string, trials = models[model].trials): Promise<Study> =>
  study(
    `${model}-${backend}`,
    moduleSpec(model, trials, backend),
    [path.join(root, 'bench', 'trials', 'model.mjs')],
    {
      BENCH_MODEL: model,
      BENCH_DATA: data,
    },
  );

/** Trials per minute beside Keras Tuner on TensorFlow, one after the other in each round. */
async function peers(): Promise<void> {
  const backends = ['wasm', ...(existsSync(tfjsNode) ? ['tfjs-node'] : [])];
  const rows: string[][] = [];
  for (const model of Object.keys(models) as Model[]) {
    const { epochs, trials } = models[model];
    const found = new Map<string, Study[]>();
    const note = (name: string, result: Study) => found.set(name, [...(found.get(name) ?? []), result]);
    for (let round = 0; round < rounds; round++) {
      if (values.python !== undefined) {
        const script = path.join(root, 'bench', 'trials', 'keras_tuner_search.py');
        const args = [script, model, String(trials), String(epochs), data];
        const { stdout, status, stderr } = spawnSync(values.python, args, { encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
        note('Keras Tuner, TensorFlow', { searchMs: 0, ...JSON.parse(stdout.trim().split('\n').at(-1)!) });
      }
      for (const backend of backends) note(`Tunegate, ${backend}`, await ours(model, backend));
    }
    const whole = (runs: readonly Study[]) => median(runs.map(({ wholeMs }) => (trials * 60_000) / wholeMs));
    const steady = (runs: readonly Study[]) => median(runs.map(({ eachMs }) => 60_000 / median(eachMs)));
    const peer = found.get('Keras Tuner, TensorFlow');
    for (const [name, runs] of found)
      rows.push([
        model,
        name,
        whole(runs).toFixed(1),
        peer ? (whole(runs) / whole(peer)).toFixed(1) : '',
        steady(runs).toFixed(1),
        peer ? (steady(runs) / steady(peer)).toFixed(1) : '',
        median(runs.map(({ best }) => best)).toFixed(3),
      ]);
  }
  print(['model', 'program', 'trials per minute', 'ratio', 'once warm', 'ratio', 'best accuracy'], rows);
}

const options = (env: Record<string, string> = {}) => ({
  cwd: scratch,
  env: { ...process.env, ...env },
  hostPath: path.join(path.dirname(cli), 'trial-host.js'),
  node: process.execPath,
  nest: (config: TrialRequest['config']) => ({ ...config }),
});
const common = { env: {}, passEnv: [], grace: 5000, output: 2 ** 20 };
const request = (trial: number, changes: Partial<TrialRequest> = {}): TrialRequest => ({
  trial,
  config: {},
  seed: trial,
  metric: 'loss',
  folder: path.join(scratch, 'trials', String(trial)),
  checkpoints: path.join(scratch, 'checkpoints', String(trial)),
  signal: new AbortController().signal,
  onReport: () => 'continue',
  ...changes,
});

/** What a trial costs beside what it trains. */
async function overhead(): Promise<void> {
  writeFileSync(path.join(scratch, 'nothing.mjs'), 'export const objective = () => 1;\n');
  const module = createTrialRunner({ ...common, module: './nothing.mjs', backend: 'wasm' }, options());
  const times: number[] = [];
  const processor = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + processorMs(hostOf());
  };
  let before = 0;
  for (let i = 0; i < 320; i++) {
    if (i === 20) before = processor();
    const begun = performance.now();
    const { state } = await module.run(request(i));
    if (state !== 'completed') throw new Error(state);
    if (i >= 20) times.push(performance.now() - begun);
  }
  const each = (processor() - before) / times.length;
  await module.close();
  const rows = [
    ['module trial that does nothing, in a warm host', show(median(times)), '', ''],
    // On a crowded machine the wall says how long one waits for a core.
    ['… of it processor time, of study and host together', show(each), '', ''],
  ];
  const programs: readonly (readonly [string, readonly string[], number])[] = [
    ['sh', ['sh', '-c', 'echo loss=1'], 150],
    ['node', [process.execPath, '-e', 'console.log("loss=1")'], 60],
    ['python3', ['python3', '-c', 'print("loss=1")'], 60],
    ['python3 for 0.2 s', ['python3', '-c', 'import time; time.sleep(0.2); print("loss=1")'], 20],
  ];
  for (const [name, run, count] of programs) {
    const trial: TrialSpec = { ...common, run: [...run], shell: false, stdout: ['loss=(?<loss>.)'] };
    const runner = createTrialRunner(trial, options());
    const bare: number[] = [];
    const asTrial: number[] = [];
    for (let i = 0; i < count; i++) {
      let begun = performance.now();
      const child = spawn(run[0]!, run.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.resume();
      child.stderr.resume();
      await once(child, 'close');
      bare.push(performance.now() - begun);
      begun = performance.now();
      const outcome = await runner.run(request(1000 + i));
      if (outcome.state !== 'completed') throw new Error(outcome.tail);
      asTrial.push(performance.now() - begun);
    }
    await runner.close();
    rows.push([
      `command trial: ${name}`,
      show(median(asTrial)),
      show(median(bare)),
      (median(asTrial) / median(bare)).toFixed(2),
    ]);
  }
  print(['', 'ms a trial', 'bare spawn', 'ratio'], rows);
}

/** How much of the time two workers train, with trials of a second. */
async function utilisation(): Promise<void> {
  const rows: string[][] = [];
  for (const strategy of ['random', 'tpe', 'bayesian']) {
    const spec = `name: utilisation
trial: { run: [sh, -c, 'sleep 1; echo loss={x}'], stdout: 'loss=(?<loss>[0-9.e-]+)' }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 }, y: { type: float, min: 0, max: 1 } }
search: { strategy: ${strategy}, seed: 3, confirm: false }
budget: { trials: 30, workers: 2 }
gate: false
`;
    const { eachMs, searchMs } = await study(`utilisation-${strategy}`, spec, [], {});
    const busy = eachMs.reduce((sum, ms) => sum + ms, 0);
    rows.push([strategy, String(eachMs.length), `${((100 * busy) / (2 * searchMs)).toFixed(1)} %`]);
  }
  print(['strategy', 'trials', 'of the time of two workers'], rows);
}

/** The same trial on each backend. */
async function backends(): Promise<void> {
  const names = ['cpu', 'wasm', ...(existsSync(tfjsNode) ? ['tfjs-node'] : [])];
  const rows: string[][] = [];
  for (const model of Object.keys(models) as Model[]) {
    const times = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++)
      for (const name of names) {
        const { eachMs } = await ours(model, name, name === 'cpu' && model === 'convnet' ? 1 : 3);
        times.set(name, [...(times.get(name) ?? []), median(eachMs)]);
      }
    const cpu = median(times.get('cpu')!);
    rows.push([
      model,
      ...names.flatMap((name) => [
        show(median(times.get(name)!)),
        (cpu / median(times.get(name)!)).toFixed(1),
      ]),
    ]);
  }
  print(['ms a trial', ...names.flatMap((name) => [name, '× cpu'])], rows);
}

/** Memory of one host over many trials. */
async function memory(): Promise<void> {
  copyFileSync(path.join(root, 'bench', 'trials', 'model.mjs'), path.join(scratch, 'model.mjs'));
  const trial: TrialSpec = { ...common, module: './model.mjs', backend: 'wasm' };
  const runner = createTrialRunner(trial, options({ BENCH_MODEL: 'mlp', BENCH_DATA: data }));
  const rows: string[][] = [];
  let host: number | undefined;
  for (let i = 1; i <= 500; i++) {
    const config = { units: i % 2 === 0 ? 32 : 64, learning_rate: 0.003 };
    const outcome = await runner.run(request(i, { config, resource: 1, metric: 'val_accuracy' }));
    if (outcome.state !== 'completed') throw new Error(outcome.tail);
    if (i % 100 !== 0 && i !== 10) continue;
    const pid = hostOf();
    rows.push([
      String(i),
      `${Math.round(residentBytes(pid) / 2 ** 20)} MiB`,
      pid === (host ?? pid) ? 'same' : 'new',
    ]);
    host = pid;
  }
  await runner.close();
  print(['after trials', 'resident', 'host'], rows);
}

/** The one child of this process that is a trial host. */
function hostOf(): number {
  const found = readdirSync('/proc').find((name) => {
    try {
      return (
        new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8')) &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('trial-host')
      );
    } catch {
      return false;
    }
  });
  return Number(found);
}

/** Of a process since its start; Linux counts in hundredths of a second. */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function residentBytes(pid: number): number {
  return 1024 * Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(
    `\n${markdownTable(
      [head, ...rows].map((row) => [...row]),
      { align: head.map((_, i) => (i === 0 ? 'l' : 'r')) },
    )}`,
  );
}

const parts = { peers, overhead, utilisation, backends, memory };
try {
  for (const name of values.only.split(',') as (keyof typeof parts)[]) await parts[name]();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
