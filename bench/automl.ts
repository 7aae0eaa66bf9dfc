// Models from data beside scikit-learn's defaults, on the same splits of real data.
//   node scripts/run-ts.mjs bench/automl.ts --python PYTHON [--splits 3] [--time 300] [--sets iris,wine]
// PYTHON: one with scikit-learn and pandas (pip install scikit-learn pandas). Some sets come from the npm package
// `vega-datasets`, which `npm pack` brings. Tunegate runs as a user would run it, with a spec that has a `task` and a time;
// the config that it recommends is trained on all rows of the training part, and scored once on the test part.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { createDataset } from '../src/automl/dataset.ts';
import { createLearner } from '../src/automl/families/families.ts';
import { scoreRows } from '../src/automl/metrics.ts';
import { readTable } from '../src/automl/table-file.ts';
import { loadSpec } from '../src/spec/load.ts';
import { loadBackend } from '../src/tensorflow/backend.ts';
import { builtCommandLine, repositoryRoot } from '../test/support/built-host.ts';
import { mean } from './statistics.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    splits: { type: 'string', default: '3' },
    time: { type: 'string', default: '300' },
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
const { tf } = await loadBackend('wasm', path.join(repositoryRoot, 'bench', 'automl.ts'));

/** The score of Tunegate on the test part of a split. */
async function ours({ name, target, classification }: DataSet, split: number) {
  const stem = path.join(scratch, `${name.replaceAll(' ', '-')}-${split}`);
  const folder = `${stem}-study`;
  mkdirSync(folder);
  const spec = path.join(folder, 'tune.yml');
  const type = `tabular-${classification ? 'classification' : 'regression'}`;
  writeFileSync(
    spec,
    JSON.stringify({
      name: 'bench',
      task: { type, data: '../train.csv', target },
      budget: { time: `${values.time}s`, epochs: 5 },
    }).replace('../train.csv', path.relative(folder, `${stem}-train.csv`)),
  );
  const run = spawnSync(process.execPath, [cli, 'run', '--config', spec, '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const studies = path.join(folder, '.tunegate', 'studies');
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const results = JSON.parse(
    readFileSync(path.join(studies, readdirSync(studies)[0]!, 'results.json'), 'utf8'),
  );
  const { confirmation, best, trials } = results;
  const config =
    trials.find(
      (trial: { role: string; trial: number }) =>
        trial.role === 'search' && trial.trial === (confirmation?.trial ?? best.trial),
    )?.config ?? best.config;

  const { trial } = loadSpec(spec, readFileSync(spec, 'utf8'));
  if (!('task' in trial) || trial.task === undefined) throw new Error('a spec with a task has one');
  // Both parts in one table, so that a column is of the same kind in both; what is measured is measured on `rows`.
  const [train, test] = ['train', 'test'].map((part) =>
    readFileSync(`${stem}-${part}.csv`, 'utf8').trimEnd(),
  );
  const both = `${stem}-both.csv`;
  writeFileSync(both, `${train}\n${test!.slice(test!.indexOf('\n') + 1)}\n`);
  const data = createDataset(await readTable(both), trial.task);
  const held = (await readTable(`${stem}-test.csv`)).lines.length;
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const learner = createLearner(tf, config, { data, rows: all.subarray(0, data.rows - held), seed: split });
  await learner.trainTo(1);
  const scores = scoreRows(data, all.subarray(data.rows - held), await learner.predict());
  learner.dispose();
  return {
    score: scores[classification ? 'val_accuracy' : 'val_r2']!,
    family: String(config.family),
    trials: trials.length,
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
  execFileSync(values.python, [script, scratch, path.join(scratch, 'package'), values.splits], {
    encoding: 'utf8',
  }),
);

const wanted = values.sets?.split(',');
const rows: string[][] = [];
const all: number[][] = [];
for (const set of sets.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const found = [];
  for (let split = 0; split < Number(values.splits); split++) found.push(await ours(set, split));
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
    found.map(({ family }) => family).join(', '),
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
