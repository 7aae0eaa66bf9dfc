// Search quality and speed, ours and that of others:
//   node scripts/run-ts.mjs bench/search.ts [--seeds 10] [--first 0] [--trials 100] [--workers 1] [--only NAMES] [--kinds KINDS]
//     [--strategies bayesian,tpe,random] [--peers optuna-tpe,optuna-gp,keras-bayesian] [--store FILE] [--stored] [--pictures FOLDER]
// Tables of real trainings are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks) and left out where absent. Peers run in
// the virtual environment that bench/peers/install makes. --store keeps what was run, and goes on from there.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { type StrategyName, strategies } from '../src/search/strategies.ts';
import { regretPicture } from './harness/picture.ts';
import { lower, mean, median, pairedDifference, trialsTo } from './harness/statistics.ts';
import { runStudy, type StudyRun } from './harness/study.ts';
import { type MakeTuner, ours } from './harness/tuner.ts';
import { PeerProcess, peerPython } from './peers/peers.ts';
import { endModelTrainings } from './problems/model-trainings.ts';
import { type Kind, type SuiteFamily, suite } from './problems/suite.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    /** The first seed: another range gives problems that nobody looked at. */
    first: { type: 'string', default: '0' },
    trials: { type: 'string', default: '100' },
    workers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    /** Parts of kinds. */
    kinds: { type: 'string', default: '' },
    strategies: {
      type: 'string',
      default: Object.keys(strategies)
        .filter((name) => !['grid', 'asha', 'hyperband'].includes(name))
        .join(','),
    },
    peers: { type: 'string', default: '' },
    store: { type: 'string' },
    /** Nothing is run: tables of what the store has. */
    stored: { type: 'boolean', default: false },
    pictures: { type: 'string' },
  },
});
const seeds = Number(values.seeds);
const first = Number(values.first);
const trials = Number(values.trials);
const workers = Number(values.workers);
const checkpoints = [25, 50, 100, 200].filter((n) => n <= trials);
const only = values.only.split(',');
const kinds = values.kinds.split(',');
const families = suite().filter(
  ({ name, kind }) => only.some((part) => name.includes(part)) && kinds.some((part) => kind.includes(part)),
);

const methods = new Map<string, MakeTuner>(
  values.strategies
    .split(',')
    .filter((name) => name !== '')
    .map((name) => [name, ours(name as StrategyName)]),
);
const peers = await startPeers(values.peers.split(',').filter((name) => name !== ''));

interface Stored extends StudyRun {
  readonly problem: string;
  readonly method: string;
  readonly seed: number;
  readonly trials: number;
  readonly workers: number;
}
const keyOf = (run: Omit<Stored, keyof StudyRun>) =>
  JSON.stringify([run.problem, run.method, run.seed, run.trials, run.workers]);
const runs = new Map<string, Stored>(
  values.store && existsSync(values.store)
    ? readFileSync(values.store, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Stored)
        .map((run) => [keyOf(run), run])
    : [],
);

const ran = (name: string, method: string) => of(name, method).length > 0;

// Seed by seed, so that a run that is cut short has all methods alike.
for (let seed = first; seed < first + seeds && !values.stored; seed++)
  for (const family of families)
    for (const [method, make] of methods) {
      const id = { problem: family.name, method, seed, trials, workers };
      if (runs.has(keyOf(id))) continue;
      const run = { ...id, ...(await runStudy(family.instance(seed), make, { seed, trials, workers })) };
      runs.set(keyOf(id), run);
      if (values.store) appendFileSync(values.store, `${JSON.stringify(run)}\n`);
      process.stderr.write(`${method} ${family.name} ${seed}: ${run.scores.at(-1)?.toFixed(2)}\n`);
    }
peers?.close();
endModelTrainings();

console.log(resultTable());
for (const kind of new Set(families.map((family) => family.kind))) comparison(kind);
if (values.pictures) pictures(values.pictures);

async function startPeers(wanted: readonly string[]): Promise<PeerProcess | undefined> {
  if (wanted.length === 0) return undefined;
  if (values.stored) {
    for (const name of wanted) methods.set(name, () => Promise.reject(new Error('nothing is run')));
    return undefined;
  }
  const python = peerPython();
  if (!python) {
    console.error('No peers: bench/peers/install makes the environment that they run in.');
    return undefined;
  }
  const process = new PeerProcess(python);
  for (const name of wanted) {
    const found = await process.available(name);
    if ('missing' in found) console.error(`${name} cannot be had: ${found.missing}`);
    else {
      console.error(`${name}: version ${found.version}`);
      methods.set(name, process.maker(name));
    }
  }
  return process;
}

/** The runs of a method on a problem, by seed. */
function of(problem: string, method: string): readonly Stored[] {
  return Array.from({ length: seeds }, (_, i) =>
    runs.get(keyOf({ problem, method, seed: first + i, trials, workers })),
  ).filter((run) => run !== undefined);
}

/** A score after so many trials; a study that ended before keeps its last. */
function at(run: StudyRun, trial: number): number {
  return run.scores[trial - 1] ?? run.scores.at(-1)!;
}

function curve(problem: string, method: string): readonly number[] {
  return Array.from({ length: trials }, (_, i) => mean(of(problem, method).map((run) => at(run, i + 1))));
}

function resultTable(): string {
  const rows = families.flatMap((family) =>
    [...methods.keys()].flatMap((method) => {
      if (!ran(family.name, method)) return [];
      const found = of(family.name, method);
      const right = found.flatMap((run) => (run.right === undefined ? [] : [Number(run.right)]));
      return [
        [
          family.name + (family.heldOut ? ' *' : ''),
          method,
          ...checkpoints.map((n) => mean(found.map((run) => at(run, n))).toFixed(2)),
          right.length > 0 ? `${Math.round(100 * mean(right))} %` : '',
          mean(found.map(({ repeated }) => repeated)).toFixed(1),
          median(found.flatMap(({ ms }) => ms.slice(-20))).toFixed(1),
        ],
      ];
    }),
  );
  const head = [
    'problem',
    'method',
    ...checkpoints.map((n) => `${n} trials`),
    'right branch',
    'repeated',
    'ms per suggestion',
  ];
  return markdownTable([head, ...rows], { align: ['l', 'l', ...Array(head.length - 2).fill('r')] });
}

/** The first of our strategies against each other method, over all problems of a kind. */
function comparison(kind: Kind): void {
  const [our, ...others] = [...methods.keys()];
  const ofKind = families.filter((family) => family.kind === kind);
  if (our === undefined || others.length === 0 || ofKind.length === 0) return;
  const half = Math.ceil(trials / 2);
  const rows = others.flatMap((other) => {
    const problems = ofKind.filter(({ name }) => ran(name, our) && ran(name, other));
    if (problems.length === 0) return [];
    const pairs = (n: number) => {
      const both = problems.flatMap(({ name }) =>
        of(name, our).flatMap((run) => {
          const match = of(name, other).find(({ seed }) => seed === run.seed);
          return match ? [[at(run, n), at(match, n)] as const] : [];
        }),
      );
      return [both.map(([a]) => a), both.map(([, b]) => b)] as const;
    };
    const level = problems.map(({ name }) => trialsTo(curve(name, our), curve(name, other)[trials - 1]!));
    const [a, b] = pairs(trials);
    const difference = pairedDifference(a, b);
    return [
      [
        other,
        String(problems.length),
        matchWords(level),
        `${difference.mean.toFixed(2)} (${difference.low.toFixed(2)} to ${difference.high.toFixed(2)})`,
        `${Math.round(100 * lower(...pairs(half)))} %`,
        `${Math.round(100 * lower(a, b))} %`,
        String(a.length),
      ],
    ];
  });
  const head = [
    `${kind}: ${our} against`,
    'problems',
    `trials to match its ${trials}`,
    `difference at ${trials} (95 %)`,
    `better at ${half}`,
    `better at ${trials}`,
    'pairs',
  ];
  console.log(`\n${markdownTable([head, ...rows], { align: ['l', ...Array(head.length - 1).fill('r')] })}`);
}

/** Median over the problems, and the worst. */
function matchWords(levels: readonly (number | undefined)[]): string {
  const sorted = levels.map((n) => n ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const shown = (n: number) => (n === Number.POSITIVE_INFINITY ? `> ${trials}` : String(n));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return sorted.length === 1 ? shown(middle) : `${shown(middle)} (worst ${shown(sorted.at(-1)!)})`;
}

/** A picture of the mean regret over the trials for each kind of problems. */
function pictures(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const kind of new Set(families.map((family) => family.kind))) {
    const problems = families.filter((family: SuiteFamily) => family.kind === kind);
    // Only who ran on all of them can be drawn as a mean.
    const everywhere = [...methods.keys()].filter((name) => problems.every((one) => ran(one.name, name)));
    if (everywhere.length === 0) continue;
    const curves = everywhere.map((name) => ({
      name,
      values: Array.from({ length: trials }, (_, i) =>
        mean(problems.map((problem) => curve(problem.name, name)[i]!)),
      ),
    }));
    const file = path.join(folder, `${kind}${workers > 1 ? `-${workers}-workers` : ''}.svg`);
    writeFileSync(file, regretPicture(`${kind} problems: mean log10 regret over trials`, curves));
  }
}
