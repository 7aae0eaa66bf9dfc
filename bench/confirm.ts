// What fresh seeds are worth at the same cost: of so many trainings all for the search, or the last of them for the confirm stage.
//   node scripts/run-ts.mjs bench/confirm.ts [--seeds 12] [--first 14000] [--only mlp,nas,…] [--candidates 8 --choice 2]
// Tables are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks). Score: log10 of the share of configs that are truly better than the one
// that would be recommended; lower is better. --candidates and --choice: so many candidates and fresh seeds of each, not what is planned.
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { likeliestOfEquals } from '../src/confirm/equal-scores.ts';
import { chooseCandidate } from '../src/confirm/judge.ts';
import { planConfirmation } from '../src/confirm/plan.ts';
import { rankTrials } from '../src/study/leaderboard.ts';
import type { TrialRecord } from '../src/study/study.ts';
import { mean, pairedDifference } from './harness/statistics.ts';
import { ours } from './harness/tuner.ts';
import { type BenchProblem, benchmarks, tables } from './problems/problems.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '12' },
    first: { type: 'string', default: '14000' },
    only: { type: 'string', default: '' },
    candidates: { type: 'string' },
    choice: { type: 'string', default: '1' },
  },
});
const totals = [30, 50, 100];
const goal = 'minimize';
const metric = { name: 'loss', goal } as const;

/** The search trials of a study, as the journal of one has them. */
async function searched(problem: BenchProblem, seed: number): Promise<readonly TrialRecord[]> {
  const trials = Math.max(...totals);
  const tuner = await ours('bayesian')(problem, { seed, trials, workers: 1 });
  const found: TrialRecord[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const asked = await tuner.ask(trial);
    if (!asked) break;
    const score = problem.measure(asked.config, seed, trial);
    await tuner.tell(trial, score);
    const { config } = asked;
    const rest = { metrics: {}, reports: [], durationMs: 0 };
    found.push({
      trial,
      role: 'search',
      origin: 'bayesian',
      state: 'completed',
      config,
      seed: trial,
      score,
      ...rest,
    });
  }
  return found;
}

function planOf(count: number) {
  const most = { searched: count, available: count, affordable: Number.POSITIVE_INFINITY };
  const plan = planConfirmation({ ...most, perFinalSeed: 1 })!;
  if (values.candidates === undefined) return plan;
  return { ...plan, candidates: Number(values.candidates), choiceSeeds: Number(values.choice) };
}

const trainings = (count: number) => {
  const { candidates, choiceSeeds, finalSeeds } = planOf(count);
  return count + candidates * choiceSeeds + finalSeeds;
};

/** What would be recommended when the confirm stage is over, after so many trainings in all. */
function confirmed(
  problem: BenchProblem,
  all: readonly TrialRecord[],
  total: number,
  seed: number,
): TrialRecord {
  let count = total;
  while (trainings(count) > total) count--;
  const trials = all.slice(0, count);
  const { candidates, choiceSeeds } = planOf(count);
  const ranked = likeliestOfEquals(rankTrials({ metric, trials }), { metric, trials }, problem.space);
  const fresh = ranked.slice(0, candidates).map(({ trial, score, config }) => ({
    trial,
    searchScore: score!,
    scores: Array.from({ length: choiceSeeds }, (_, i) =>
      problem.measure(config, seed, all.length + trial * choiceSeeds + i),
    ),
  }));
  return all[chooseCandidate(fresh, goal)!.trial]!;
}

const wanted = values.only.split(',');
const problems = tables().filter(({ name }) => wanted.some((part) => name.includes(part)));
if (problems.length === 0) {
  console.log(
    `No such tables in ${benchmarks}: name their folder in TUNEGATE_BENCHMARKS. Nothing was measured.`,
  );
  process.exit(1);
}
const pairs = totals.map(() => ({ search: [] as number[], confirm: [] as number[] }));
const rows: string[][] = [];
for (const problem of problems) {
  const own = totals.map(() => ({ search: [] as number[], confirm: [] as number[] }));
  for (let seed = Number(values.first); seed < Number(values.first) + Number(values.seeds); seed++) {
    const all = await searched(problem, seed);
    for (const [k, total] of totals.entries()) {
      const best = rankTrials({ metric, trials: all.slice(0, total) })[0]!;
      own[k]!.search.push(problem.score(best.config, seed));
      own[k]!.confirm.push(problem.score(confirmed(problem, all, total, seed).config, seed));
    }
  }
  for (const [k, { search, confirm }] of own.entries()) {
    pairs[k]!.search.push(...search);
    pairs[k]!.confirm.push(...confirm);
  }
  rows.push([
    problem.name,
    ...own.map(({ search, confirm }) => `${mean(search).toFixed(2)} → ${mean(confirm).toFixed(2)}`),
  ]);
}
const differences = pairs.map(({ search, confirm }) => {
  const { mean: middle, low, high } = pairedDifference(confirm, search);
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
});
rows.push(['difference (95 %)', ...differences]);
console.log(
  markdownTable([['table', ...totals.map((total) => `${total} trainings`)], ...rows], {
    align: ['l', ...totals.map(() => 'r')],
  }),
);
