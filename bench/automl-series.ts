// Forecasts beside a seasonal naive one, statsmodels, statsforecast and scikit-learn, on the same test parts of real series.
//   node scripts/run-ts.mjs bench/automl-series.ts --python PYTHON [--splits 3] [--time 300] [--sets CO2,stocks]
// PYTHON: one with the packages that bench/automl/series.py names. Some sets come from the npm package `vega-datasets`, which
// `npm pack` brings. Tunegate runs as a user would run it, with a spec that has a `task` and a time; its score is that of the
// ensemble on the test part, a file that the search does not read. Where a tenth of a short time did not do for the model,
// `tunegate export` makes it.
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
    sets: { type: 'string' },
    /** What series.py has printed, and the folder that it wrote to, instead of running it. */
    peers: { type: 'string' },
    folder: { type: 'string' },
  },
});

const methods = ['naive', 'smoothing', 'arima', 'hgb', 'mlp'] as const;

interface DataSet {
  readonly name: string;
  readonly horizon: number;
  readonly season: number;
  readonly series: number;
  readonly rows: number;
  readonly scores: { readonly [method in (typeof methods)[number]]: readonly number[] };
}

const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-series-'));
const files = values.folder ?? scratch;
const cli = await builtCommandLine();

/** The score of Tunegate on the test part of a split. */
function ours({ name, horizon, season }: DataSet, split: number) {
  const stem = `${name.replaceAll(' ', '-')}-${split}`;
  const folder = path.join(scratch, `${stem}-study`);
  mkdirSync(folder);
  const spec = path.join(folder, 'tune.yml');
  const file = (part: string) => path.relative(folder, path.join(files, `${stem}-${part}.csv`));
  writeFileSync(
    spec,
    JSON.stringify({
      name: 'bench',
      task: {
        type: 'time-series-forecasting',
        data: file('train'),
        test: file('test'),
        target: 'value',
        time: 'time',
        series: 'series',
        horizon,
        // The season that the others are told, so that errors are in the same units.
        season,
      },
      budget: { time: `${values.time}s`, epochs: 3 },
    }),
  );
  const run = spawnSync(process.execPath, [cli, 'run', '--config', spec, '--no-gate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  // A tenth of a short time may not do for the model: then this makes it.
  const output = path.join(folder, 'exported');
  execFileSync(process.execPath, [cli, 'export', '--config', spec, '--output', output], {
    cwd: folder,
    stdio: 'ignore',
  });
  const studies = path.join(folder, '.tunegate', 'studies');
  const { trials } = JSON.parse(
    readFileSync(path.join(studies, readdirSync(studies)[0]!, 'results.json'), 'utf8'),
  );
  const model = JSON.parse(readFileSync(path.join(output, 'evaluation.json'), 'utf8'));
  return {
    score: model.ensemble.test.value as number,
    coverage: model.test.forecast.interval.coverage as number,
    families: model.ensemble.members.map(({ family }: { family: string }) => family) as string[],
    trials: trials.length as number,
  };
}

/** Ranks of some scores, the lowest is 1, equal ones share theirs. */
function ranks(scores: readonly number[]): number[] {
  return scores.map(
    (score) =>
      1 +
      scores.filter((other) => other < score).length +
      (scores.filter((other) => other === score).length - 1) / 2,
  );
}

function measuredPeers(): string {
  execFileSync('npm', ['pack', 'vega-datasets@2.11.0', '--silent'], { cwd: scratch });
  execFileSync('tar', ['xzf', 'vega-datasets-2.11.0.tgz'], { cwd: scratch });
  const script = path.join(repositoryRoot, 'bench', 'automl', 'series.py');
  return execFileSync(values.python, [script, files, path.join(scratch, 'package'), values.splits], {
    encoding: 'utf8',
  });
}

const sets: DataSet[] = JSON.parse(values.peers ? readFileSync(values.peers, 'utf8') : measuredPeers());
const wanted = values.sets?.split(',');
const splits = Array.from({ length: Number(values.splits) }, (_, split) => split);
const rows: string[][] = [];
const all: number[][] = [];
/** Compared by rank: AutoARIMA is not there for many series. */
const ranked = methods.filter((method) => method !== 'arima');
for (const set of sets.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const found = splits.map((split) => ours(set, split));
  const own = found.map(({ score }) => score);
  const perSplit = splits.map((split) => ranks([own[split]!, ...ranked.map((of) => set.scores[of][split]!)]));
  all.push(...perSplit);
  const show = (of: readonly number[]) => (of.length === 0 ? '–' : mean(of).toFixed(3));
  rows.push([
    set.name,
    String(set.series),
    String(set.rows),
    String(set.horizon),
    show(own),
    ...methods.map((method) => show(set.scores[method].slice(0, splits.length))),
    mean(perSplit.map(([first]) => first!)).toFixed(2),
    `${(100 * mean(found.map(({ coverage }) => coverage))).toFixed(0)} %`,
    [...new Set(found.flatMap(({ families }) => families))].join(', '),
    String(Math.round(mean(found.map(({ trials }) => trials)))),
  ]);
  console.error(rows.at(-1)!.join(' | '));
}
const average = ['Tunegate', ...ranked].map(
  (name, i) => `${name} ${mean(all.map((of) => of[i]!)).toFixed(2)}`,
);
console.log(
  markdownTable(
    [
      [
        'data',
        'series',
        'rows',
        'horizon',
        'Tunegate',
        'seasonal naive',
        'Holt-Winters',
        'AutoARIMA',
        'HGB',
        'MLP',
        'rank: Tunegate',
        'in the interval',
        'families of the ensemble',
        'trials',
      ],
      ...rows,
    ],
    { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'l', 'r'] },
  ),
);
console.log(`\nAverage rank: ${average.join(', ')}.`);
rmSync(scratch, { recursive: true, force: true });
