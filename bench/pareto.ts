// Several metrics and constraints: node scripts/run-ts.mjs bench/pareto.ts [--seeds 10] [--trials 100] [--only NAME] [--strategies a,b]
// Tables of real trainings are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks) and left out where absent.
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { type StrategyName, strategies } from '../src/search/strategies.ts';
import { benchmarks } from './problems/problems.ts';
import {
  constrainedFunction,
  type Found,
  functions,
  networks,
  type TradeOff,
} from './problems/trade-offs.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    trials: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    strategies: { type: 'string', default: 'random,evolution,local,tpe,bayesian' },
  },
});
const seeds = Number(values.seeds);
const trials = Number(values.trials);
const checkpoints = [25, 50, 100, 200].filter((n) => n <= trials);

function run(problem: TradeOff, name: StrategyName, seed: number) {
  const { space, metrics, constraints } = problem;
  const strategy = strategies[name]({ space, seed, trials, metrics, constraints }, {});
  const found: Found[] = [];
  const scores: number[] = [];
  const askMs: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const begun = performance.now();
    const suggestion = strategy.ask();
    askMs.push(performance.now() - begun);
    if (suggestion.kind !== 'new') break;
    const { config } = suggestion;
    const measured = problem.measure(config, seed, trial);
    strategy.start(trial, config);
    strategy.tell(trial, {
      state: 'completed',
      loss: measured.losses[0]!,
      ...(metrics > 1 ? { losses: measured.losses } : {}),
      ...(constraints > 0 ? { constraints: measured.constraints } : {}),
    });
    found.push({ config, ...measured });
    if (checkpoints.includes(trial + 1)) scores.push(problem.score(found));
  }
  return { scores, askMs };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const problems = [...functions(), constrainedFunction(), ...networks(benchmarks)].filter(({ name }) =>
  name.includes(values.only),
);
const rows = [['problem', 'strategy', ...checkpoints.map((n) => `${n} trials`), 'ms per suggestion']];
for (const problem of problems)
  for (const name of values.strategies.split(',') as StrategyName[]) {
    const runs = Array.from({ length: seeds }, (_, seed) => run(problem, name, seed));
    rows.push([
      problem.name,
      name,
      ...checkpoints.map((_, i) => mean(runs.map(({ scores }) => scores[i] ?? scores.at(-1)!)).toFixed(2)),
      median(runs.flatMap(({ askMs }) => askMs.slice(-20))).toFixed(1),
    ]);
    process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
  }
console.log(markdownTable(rows, { align: ['l', 'l', ...Array(rows[0]!.length - 2).fill('r')] }));
