import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { AshaStrategy } from '../src/search/asha.ts';
import { HyperbandStrategy } from '../src/search/hyperband.ts';
import { createStrategy } from '../src/search/strategies.ts';
import type { SearchProblem, Strategy } from '../src/search/strategy.ts';
import { type CurvePool, curvePools } from './curves.ts';

/** Multi-fidelity search on real learning curves: quality by epochs spent. Run by scripts/run-ts.mjs; see bench/README.md. */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    /** Beginnings of their names, parted by semicolons. */
    methods: { type: 'string', default: '' },
    curves: { type: 'string', default: process.env['TUNEGATE_BENCHMARKS'] ?? '../shared/benchmarks' },
  },
});

const looks = [250, 500, 1000];
interface Method {
  readonly name: string;
  readonly make: (problem: SearchProblem) => Strategy;
  readonly resumable?: boolean;
}
const unguided = { guided: false };
const all: readonly Method[] = [
  { name: 'random, full', make: (problem) => createStrategy('random', problem).strategy },
  {
    name: 'random, median stopping',
    make: (problem) => createStrategy('random', problem, { earlyStopping: 'median' }).strategy,
  },
  { name: 'bayesian, full', make: (problem) => createStrategy('bayesian', problem).strategy },
  { name: 'asha, stopping, random', make: (problem) => new AshaStrategy(problem, unguided) },
  { name: 'asha, stopping', make: (problem) => new AshaStrategy(problem) },
  {
    name: 'asha, promotion, random',
    make: (problem) => new AshaStrategy(problem, unguided),
    resumable: true,
  },
  { name: 'asha, promotion', make: (problem) => new AshaStrategy(problem), resumable: true },
  { name: 'hyperband, random', make: (problem) => new HyperbandStrategy(problem, unguided), resumable: true },
  { name: 'hyperband', make: (problem) => new HyperbandStrategy(problem), resumable: true },
];
const methods = all.filter(({ name }) => values.methods.split(';').some((part) => name.startsWith(part)));

/** Scores of what would be recommended after each of `looks` epochs: the best fully trained, else the best so far. */
function study(pool: CurvePool, method: Method, seed: number): number[] {
  const { epochs } = pool;
  const strategy = method.make({
    space: pool.space,
    seed,
    maxResource: epochs,
    resumable: method.resumable ?? false,
  });
  const data = pool.open();
  const rows: number[] = [];
  const trained: number[] = [];
  const scores: number[] = [];
  let spent = 0;
  const note = () => {
    while (scores.length < looks.length && spent >= looks[scores.length]!)
      scores.push(pool.score(recommend()));
  };
  const recommend = () => {
    const most = Math.max(...trained);
    const candidates = rows.filter((_, trial) => trained[trial] === most);
    return candidates.reduce((a, b) => (better(data.loss(b, most), data.loss(a, most)) ? b : a));
  };
  while (scores.length < looks.length) {
    const suggestion = strategy.ask();
    if (suggestion.kind === 'exhausted' || suggestion.kind === 'wait') break;
    const resource = suggestion.resource ?? epochs;
    const trial = suggestion.kind === 'new' ? rows.length : suggestion.trial;
    if (suggestion.kind === 'new') {
      const row = data.take(suggestion.config);
      if (row === undefined) break;
      rows.push(row);
      trained.push(0);
      // What was trained really: the nearest that there is may be far in eight dimensions.
      strategy.start(trial, pool.configOf(row), resource);
    } else strategy.start(trial, {}, resource);
    const row = rows[trial]!;
    let stopped = false;
    for (let epoch = trained[trial]! + 1; epoch <= resource && !stopped; epoch++) {
      spent++;
      trained[trial] = epoch;
      const loss = data.loss(row, epoch);
      if (!Number.isFinite(loss)) break;
      stopped = strategy.report(trial, epoch, loss) === 'stop';
      note();
    }
    const loss = data.loss(row, trained[trial]!);
    strategy.tell(
      trial,
      !Number.isFinite(loss)
        ? { state: 'failed' }
        : { state: stopped ? 'pruned' : 'completed', loss, resource: trained[trial]! },
    );
    note();
  }
  return scores;
}

function better(a: number, b: number): boolean {
  return Number.isFinite(a) && !(b <= a);
}

const pools = curvePools(path.resolve(values.curves)).filter(({ name }) => name.includes(values.only));
if (pools.length === 0) {
  console.log(`No learning curves in ${values.curves}: set TUNEGATE_BENCHMARKS. Nothing was measured.`);
  process.exit(0);
}
const seeds = Number(values.seeds);
const rows: string[][] = [['method', ...looks.map((epochs) => `${epochs} epochs`)]];
for (const method of methods) {
  const sums = looks.map(() => 0);
  for (const pool of pools)
    for (let seed = 0; seed < seeds; seed++) {
      const scores = study(pool, method, seed);
      for (const [i] of looks.entries()) sums[i]! += scores[i] ?? scores.at(-1) ?? 0;
    }
  rows.push([method.name, ...sums.map((sum) => (sum / (pools.length * seeds)).toFixed(2))]);
  console.log(rows.at(-1)!.join('\t'));
}
console.log(
  `\n${pools.length} pools of learning curves, ${seeds} seeds; log10 of the share of configs that end better.\n`,
);
console.log(markdownTable(rows, { align: ['l', 'r', 'r', 'r'] }));
