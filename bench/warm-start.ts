// What earlier studies are worth, and what they cost when they mislead:
//   node scripts/run-ts.mjs bench/warm-start.ts [--seeds 10] [--trials 40] [--strategy bayesian] [--only NAME] [--tables]
// Scores are log10 of the regret (lower is better), means over seeds; «late» is how many trials more than without the
// earlier study it takes at most to be as good as that one was, within 0.1, at
// any number of trials from 10 to 10 before the end (negative: fewer).
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { randomStream } from '../src/math/random.ts';
import { type StrategyName, strategies } from '../src/search/strategies.ts';
import type { SearchProblem, Strategy } from '../src/search/strategy.ts';
import type { EarlierObservation } from '../src/search/warm-start/earlier.ts';
import { WarmStartStrategy } from '../src/search/warm-start/warm-start.ts';
import { checkConfig } from '../src/space/config.ts';
import type { Config } from '../src/space/parameter.ts';
import { type BenchProblem, branches, functions, tables } from './problems/problems.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    trials: { type: 'string', default: '40' },
    strategy: { type: 'string', default: 'bayesian' },
    tables: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const [seeds, trials] = [Number(values.seeds), Number(values.trials)];
const name = values.strategy as StrategyName;

/** Parameters in [0, 1], which can be moved. */
const isUnit = ({ space }: BenchProblem) => space.parameters.some(({ domain }) => domain.type === 'float');

const moved = (config: Config, by: number) =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.min(1, Math.max(0, value + by)) : value,
    ]),
  );

/** What an earlier study measured instead of what this one does. */
const variants: Readonly<
  Record<string, (problem: BenchProblem, config: Config, seed: number, trial: number) => number>
> = {
  same: (problem, config, seed, trial) =>
    problem.measure(config, 1000 * Number(!isUnit(problem)) + seed, trial),
  offset: (problem, config, seed) => problem.measure(config, seed, 0) + 3,
  'shifted by 0.1': (problem, config, seed) => problem.measure(moved(config, 0.1), seed, 0),
  'shifted by 0.3': (problem, config, seed) => problem.measure(moved(config, -0.3), seed, 0),
  inverted: (problem, config, seed) => -problem.measure(config, seed, 0),
  noise: (_, config, seed) => randomStream(seed, JSON.stringify(config)).uniform(),
};

function run(strategy: Strategy, problem: BenchProblem, loss: (config: Config) => number, count: number) {
  const configs: EarlierObservation[] = [];
  for (let trial = 0; trial < count; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') break;
    const config = checkConfig(problem.space, suggestion.config);
    const measured = loss(config);
    strategy.start(trial, config);
    strategy.tell(trial, { state: 'completed', loss: measured });
    configs.push({ config, loss: measured });
  }
  return configs;
}

/** The score of the best after each trial. */
function scores(problem: BenchProblem, seed: number, observations: readonly EarlierObservation[]): number[] {
  let best = observations[0]!;
  return observations.map((item) => {
    if (item.loss < best.loss) best = item;
    return problem.score(best.config, seed);
  });
}

const mean = (rows: readonly (readonly number[])[]) =>
  Array.from({ length: trials }, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
const checkpoints = [5, 10, 20, 30, 40, 60].filter((n) => n <= trials);
const rows = [['problem', 'earlier study', ...checkpoints.map((n) => `${n} trials`), 'late']];
const problems = [...functions(), branches(3, 3, false), ...(values.tables ? tables() : [])].filter(
  (problem) => problem.name.includes(values.only),
);
for (const problem of problems) {
  const of = (seed: number): SearchProblem => ({ space: problem.space, seed });
  const all = Array.from({ length: seeds }, (_, seed) => seed);
  // Tables are noisy: each measurement is one of several trainings.
  const here = (seed: number) => {
    let trial = 0;
    return (config: Config) => problem.measure(config, seed, trial++);
  };
  const cold = mean(
    all.map((seed) =>
      scores(problem, seed, run(strategies[name](of(seed), {}), problem, here(seed), trials)),
    ),
  );
  rows.push([problem.name, 'none', ...checkpoints.map((n) => cold[n - 1]!.toFixed(2)), '']);
  process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
  const fitting = Object.entries(variants).filter(
    ([variant]) => !variant.startsWith('shifted') || isUnit(problem),
  );
  for (const [variant, measure] of fitting) {
    const warm = mean(
      all.map((seed) => {
        let trial = 0;
        const observations = run(
          strategies.tpe(of(1000 + seed), {}),
          problem,
          (config) => measure(problem, config, seed, trial++),
          60,
        );
        const strategy = new WarmStartStrategy(of(seed), () => strategies[name](of(seed), {}), {
          earlier: [{ name: variant, observations }],
          learns: name === 'bayesian' || name === 'tpe',
        });
        return scores(problem, seed, run(strategy, problem, here(seed), trials));
      }),
    );
    const late = Math.max(
      // Later ones may take longer than there are trials here.
      ...cold.slice(9, trials - 10).map((score, i) => {
        const reached = warm.findIndex((value) => value <= score + 0.1);
        return reached < 0 ? Number.POSITIVE_INFINITY : reached - (i + 9);
      }),
    );
    rows.push([
      problem.name,
      variant,
      ...checkpoints.map((n) => warm[n - 1]!.toFixed(2)),
      late === Number.POSITIVE_INFINITY ? `> ${trials}` : String(late),
    ]);
    process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
  }
}
console.log(markdownTable(rows, { align: ['l', 'l', ...Array(rows[0]!.length - 2).fill('r')] }));
