// Search quality and speed: node scripts/run-ts.mjs bench/search.ts [--seeds 10] [--first 0] [--trials 100] [--only NAMES] [--strategies a,b]
// Tables of real trainings are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks) and left out where absent.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { type StrategyName, strategies } from '../src/search/strategies.ts';
import type { Config } from '../src/space/parameter.ts';
import { branchFamily } from './branch-family.ts';
import { type BenchFamily, type BenchProblem, branches, functions, single, tables } from './problems.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    /** The first seed: another range gives problems that nobody looked at. */
    first: { type: 'string', default: '0' },
    trials: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    strategies: {
      type: 'string',
      default: Object.keys(strategies)
        .filter((name) => name !== 'grid')
        .join(','),
    },
  },
});
const seeds = Number(values.seeds);
const first = Number(values.first);
const trials = Number(values.trials);
const names = values.strategies.split(',') as StrategyName[];
const checkpoints = [25, 50, 100, 200].filter((n) => n <= trials);
const folder = process.env['TUNEGATE_BENCHMARKS'] ?? path.join('..', 'shared', 'benchmarks');

interface Run {
  /** Score of the config with the best measurement, at each checkpoint. */
  readonly scores: readonly number[];
  /** Whether that config is in the right branch, at each checkpoint. */
  readonly right: readonly boolean[];
  readonly askMs: number[];
}

function run(problem: BenchProblem, name: StrategyName, seed: number): Run {
  const strategy = strategies[name]({ space: problem.space, seed, trials }, {});
  let best: { config: Config; loss: number } | undefined;
  const scores: number[] = [];
  const right: boolean[] = [];
  const askMs: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const begun = performance.now();
    const suggestion = strategy.ask();
    askMs.push(performance.now() - begun);
    if (suggestion.kind !== 'new') break;
    const { config } = suggestion;
    const loss = problem.measure(config, seed, trial);
    strategy.start(trial, config);
    strategy.tell(trial, { state: 'completed', loss });
    if (!best || loss < best.loss) best = { config, loss };
    if (!checkpoints.includes(trial + 1)) continue;
    scores.push(problem.score(best.config, seed));
    if (problem.right) right.push(problem.right(best.config, seed));
  }
  return { scores, right, askMs };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const found = tables(folder);
if (found.length === 0) console.log(`No tables at ${folder}: name their folder in TUNEGATE_BENCHMARKS.`);
const only = values.only.split(',');
const families: BenchFamily[] = [
  ...[
    ...found,
    ...functions(),
    branches(3, 3, false),
    branches(8, 2, false),
    branches(2, 3, true),
    branches(6, 2, true),
  ].map(single),
  branchFamily('equal'),
  branchFamily('narrow'),
  branchFamily('shared'),
].filter(({ name }) => only.some((part) => name.includes(part)));
const rows = [
  ['problem', 'strategy', ...checkpoints.map((n) => `${n} trials`), 'right branch', 'ms per suggestion'],
];
for (const family of families) {
  for (const name of names) {
    const runs = Array.from({ length: seeds }, (_, i) => {
      const seed = first + i;
      return run(family.instance(seed), name, seed);
    });
    const inRight = runs.flatMap(({ right }) => right.slice(-1));
    rows.push([
      family.name,
      name,
      ...checkpoints.map((_, i) => mean(runs.map(({ scores }) => scores[i] ?? scores.at(-1)!)).toFixed(2)),
      inRight.length > 0 ? `${Math.round(100 * mean(inRight.map(Number)))} %` : '',
      median(runs.flatMap(({ askMs }) => askMs.slice(-20))).toFixed(1),
    ]);
    process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
  }
}
console.log(markdownTable(rows, { align: ['l', 'l', ...Array(rows[0]!.length - 2).fill('r')] }));
