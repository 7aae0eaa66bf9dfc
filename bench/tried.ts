// How good the configs truly are that a search tries, whatever their measurements say:
//   node scripts/run-ts.mjs bench/tried.ts [--seeds 12] [--first 0] [--trials 100] [--only mlp,nas,…] [--strategies bayesian,tpe,random]
// Tables are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks). Scores: log10 of the share of all configs that are truly better.
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import type { StrategyName } from '../src/search/strategies.ts';
import { mean, median } from './harness/statistics.ts';
import { ours } from './harness/tuner.ts';
import { type BenchProblem, benchmarks, tables } from './problems/problems.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '12' },
    first: { type: 'string', default: '0' },
    trials: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    strategies: { type: 'string', default: 'bayesian,tpe,random' },
  },
});
const [first, seeds, trials] = [Number(values.first), Number(values.seeds), Number(values.trials)];

interface Tried {
  /** Of the trials of the second half. */
  readonly late: readonly number[];
  /** Of the one with the best measurement. */
  readonly chosen: number;
  readonly best: number;
}

async function study(problem: BenchProblem, strategy: StrategyName, seed: number): Promise<Tried> {
  const tuner = await ours(strategy)(problem, { seed, trials, workers: 1 });
  const tried: { readonly loss: number; readonly score: number }[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const asked = await tuner.ask(trial);
    if (!asked) break;
    const loss = problem.measure(asked.config, seed, trial);
    await tuner.tell(trial, loss);
    tried.push({ loss, score: problem.score(asked.config, seed) });
  }
  return {
    late: tried.slice(trials / 2).map(({ score }) => score),
    chosen: tried.reduce((best, one) => (one.loss < best.loss ? one : best)).score,
    best: Math.min(...tried.map(({ score }) => score)),
  };
}

const wanted = values.only.split(',');
const found = tables().filter(({ name }) => wanted.some((part) => name.includes(part)));
if (found.length === 0)
  throw new Error(`No tables at ${benchmarks}: name their folder in TUNEGATE_BENCHMARKS.`);
const rows: string[][] = [];
for (const problem of found)
  for (const strategy of values.strategies.split(',') as StrategyName[]) {
    const studies: Tried[] = [];
    for (let seed = first; seed < first + seeds; seed++) studies.push(await study(problem, strategy, seed));
    const late = studies.flatMap((one) => one.late);
    rows.push([
      problem.name,
      strategy,
      median(late).toFixed(2),
      `${Math.round(100 * mean(late.map((score) => Number(score < -2))))} %`,
      mean(studies.map(({ best }) => best)).toFixed(2),
      mean(studies.map(({ chosen }) => chosen)).toFixed(2),
    ]);
  }
const head = ['table', 'strategy', 'second half', 'of these in the best 1 %', 'truly best', 'best measured'];
console.log(markdownTable([head, ...rows], { align: ['l', 'l', 'r', 'r', 'r', 'r'] }));
