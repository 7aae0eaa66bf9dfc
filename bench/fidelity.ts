import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { randomStream } from '../src/math/random.ts';
import { AshaStrategy } from '../src/search/asha.ts';
import { HyperbandStrategy } from '../src/search/hyperband.ts';
import { buildStrategy } from '../src/search/plan.ts';
import type { LadderOptions } from '../src/search/rungs/rungs.ts';
import type { SearchProblem } from '../src/search/strategy.ts';
import { mean, median } from './harness/statistics.ts';
import { type AnyStrategy, peerStrategy } from './peers/epochs.ts';
import { PeerProcess, peerPython } from './peers/peers.ts';
import { curveFunctions } from './problems/curve-functions.ts';
import { type CurveProblem, curvePools } from './problems/curves.ts';
import { liveCurves } from './problems/live-curves.ts';
import { benchmarks } from './problems/problems.ts';

/** Multi-fidelity search on learning curves: quality by epochs spent. Run by scripts/run-ts.mjs; see bench/README.md. */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '8' },
    /** The first seed; others than before make a fresh measurement. */
    first: { type: 'string', default: '0' },
    /** Parts of the names of problems, parted by semicolons. */
    only: { type: 'string', default: '' },
    /** Beginnings of the names of methods, parted by semicolons. */
    methods: { type: 'string', default: '' },
    /** `pools` of real learning curves, `live` trainings, or computed `functions`. */
    problems: { type: 'string', default: 'pools' },
    /** Epochs that a study of a guided method has; all others have 1000. */
    epochs: { type: 'string', default: '1000' },
    /** Our climbs propose configs of the pool, not any whose nearest there is trained. */
    listed: { type: 'boolean', default: false },
    /** Other tuners by the names in bench/peers/epochs.py, parted by commas. */
    peers: { type: 'string', default: '' },
    /** All believe that what they proposed was trained, not its nearest in the pool. */
    untold: { type: 'boolean', default: false },
    /** File for the scores after every epoch, as JSON. */
    out: { type: 'string' },
    curves: { type: 'string', default: benchmarks },
  },
});

const looks = [250, 500, 1000];
const budget = 1000;
interface Method {
  readonly name: string;
  readonly make: (
    problem: SearchProblem,
    options: LadderOptions,
    curves: CurveProblem,
  ) => AnyStrategy | Promise<AnyStrategy>;
  readonly resumable?: boolean;
  /** A model chooses: it takes its time. */
  readonly guided?: boolean;
}
const unguided = { guided: false };
const all: readonly Method[] = [
  { name: 'random, full', make: (problem) => buildStrategy({ name: 'random', problem }) },
  {
    name: 'random, median stopping',
    make: (problem) => buildStrategy({ name: 'random', problem, options: { earlyStopping: 'median' } }),
  },
  { name: 'bayesian, full', make: (problem) => buildStrategy({ name: 'bayesian', problem }), guided: true },
  {
    name: 'asha, stopping, random',
    make: (problem, options) => new AshaStrategy(problem, { ...options, ...unguided }),
  },
  { name: 'asha, stopping', make: (problem, options) => new AshaStrategy(problem, options), guided: true },
  {
    name: 'asha, promotion, random',
    make: (problem, options) => new AshaStrategy(problem, { ...options, ...unguided }),
    resumable: true,
  },
  ...[1, 2].map((minResource) => ({
    // As elsewhere: Li et al. 2020 and Syne Tune, from one epoch or from 1/27 of all.
    name: `asha, promotion, random, eta 3 from ${minResource}`,
    make: (problem: SearchProblem, options: LadderOptions) =>
      new AshaStrategy(problem, { ...options, ...unguided, eta: 3, minResource }),
    resumable: true,
  })),
  {
    name: 'asha, promotion',
    make: (problem, options) => new AshaStrategy(problem, options),
    resumable: true,
    guided: true,
  },
  {
    name: 'hyperband, random',
    make: (problem, options) => new HyperbandStrategy(problem, { ...options, ...unguided }),
    resumable: true,
  },
  {
    name: 'hyperband',
    make: (problem, options) => new HyperbandStrategy(problem, options),
    resumable: true,
    guided: true,
  },
];
const peers = startPeers();
const methods = [
  ...all.filter(({ name }) => values.methods.split(';').some((part) => name.startsWith(part))),
  ...(await peerMethods()),
];

function startPeers(): PeerProcess | undefined {
  if (values.peers === '') return undefined;
  const python = peerPython();
  if (python) return new PeerProcess(python, 'epochs.py');
  console.error('No peers: bench/peers/install makes the environment that they run in.');
  return undefined;
}

async function peerMethods(): Promise<Method[]> {
  const found: Method[] = [];
  for (const name of peers ? values.peers.split(',') : []) {
    const available = await peers!.available(name);
    if ('missing' in available) console.error(`${name} cannot be had: ${available.missing}`);
    else {
      console.error(`${name}: version ${available.version}`);
      found.push({
        name,
        make: ({ seed }, _, { definitions, epochs }) =>
          peerStrategy(peers!, name, { params: definitions, seed, epochs }, { told: !values.untold }),
      });
    }
  }
  return found;
}

/** Scores of a study by epochs spent, and how long it thought. */
interface Curve {
  /** After 1, 2 … epochs: what would be recommended then, the best of those that were trained most. */
  readonly scores: readonly number[];
  readonly asks: number;
  readonly milliseconds: number;
}

async function study(problem: CurveProblem, method: Method, seed: number): Promise<Curve> {
  const { epochs } = problem;
  const most = method.guided ? Number(values.epochs) : budget;
  const strategy = await method.make(
    { space: problem.space, seed, maxResource: epochs, resumable: method.resumable ?? false },
    values.listed && problem.configs ? { candidates: problem.configs } : {},
    problem,
  );
  const data = problem.open(seed);
  const rows: number[] = [];
  const trained: number[] = [];
  const scores: number[] = [];
  let asks = 0;
  let milliseconds = 0;
  const note = () => {
    const most = Math.max(...trained);
    const candidates = rows.filter((_, trial) => trained[trial] === most);
    scores.push(
      data.score(candidates.reduce((a, b) => (better(data.loss(b, most), data.loss(a, most)) ? b : a))),
    );
  };
  while (scores.length < most) {
    const begun = performance.now();
    const suggestion = await strategy.ask();
    milliseconds += performance.now() - begun;
    asks++;
    if (suggestion.kind === 'exhausted' || suggestion.kind === 'wait') break;
    const resource = suggestion.resource ?? epochs;
    const trial = suggestion.kind === 'new' ? rows.length : suggestion.trial;
    if (suggestion.kind === 'new') {
      const row = data.take(suggestion.config);
      if (row === undefined) break;
      rows.push(row);
      trained.push(0);
      // What was trained really: the nearest that there is may be far in eight dimensions.
      const config = values.untold ? suggestion.config : data.configOf(row);
      await strategy.start(trial, config, resource);
    } else await strategy.start(trial, {}, resource);
    const row = rows[trial]!;
    let stopped = false;
    for (let epoch = trained[trial]! + 1; epoch <= resource && !stopped; epoch++) {
      trained[trial] = epoch;
      const loss = data.loss(row, epoch);
      note();
      if (!Number.isFinite(loss)) break;
      stopped = (await strategy.report(trial, epoch, loss)) === 'stop';
    }
    const loss = data.loss(row, trained[trial]!);
    await strategy.tell(
      trial,
      !Number.isFinite(loss)
        ? { state: 'failed' }
        : { state: stopped ? 'pruned' : 'completed', loss, resource: trained[trial]! },
    );
  }
  return { scores, asks, milliseconds };
}

function better(a: number, b: number): boolean {
  return Number.isFinite(a) && !(b <= a);
}

const score = ({ scores }: Curve, epochs: number) => scores[Math.min(epochs, scores.length) - 1]!;
const parts = values.only.split(';');
/** What a score is, by kind of problems. */
const kinds = {
  pools: {
    make: () => curvePools(path.resolve(values.curves)),
    unit: 'log10 of the share of configs that end better',
  },
  live: { make: liveCurves, unit: 'log10 of the validation loss' },
  functions: { make: curveFunctions, unit: 'log10 of the regret' },
};
const kind = kinds[values.problems as keyof typeof kinds];
if (!kind) throw new Error(`--problems ${values.problems}: one of ${Object.keys(kinds).join(', ')}`);
const problems = kind.make().filter(({ name }) => parts.some((part) => name.includes(part)));
if (problems.length === 0) {
  console.log(`No learning curves in ${values.curves}: set TUNEGATE_BENCHMARKS. Nothing was measured.`);
  process.exit(0);
}
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.first) + i);
/** Curves of a method by problem and seed. */
type Measured = readonly (readonly Curve[])[];
const measured = new Map<string, Measured>();
const rows: string[][] = [['method', ...looks.map((epochs) => `${epochs} epochs`), 'ms per suggestion']];
for (const method of methods) {
  const curves: Curve[][] = [];
  for (const problem of problems) {
    const found: Curve[] = [];
    for (const seed of seeds) found.push(await study(problem, method, seed));
    const means = looks.map((epochs) => mean(found.map((curve) => score(curve, epochs))).toFixed(2));
    console.error(`${method.name}, ${problem.name}: ${means.join(' ')}`);
    curves.push(found);
  }
  measured.set(method.name, curves);
  const all = curves.flat();
  rows.push([
    method.name,
    ...looks.map((epochs) => {
      if (method.guided && epochs > Number(values.epochs)) return '';
      const scores = all.map((curve) => score(curve, epochs));
      return `${mean(scores).toFixed(2)} ± ${standardError(curves, epochs).toFixed(2)}`;
    }),
    (sum(all.map((curve) => curve.milliseconds)) / sum(all.map(({ asks }) => asks))).toFixed(1),
  ]);
  console.log(rows.at(-1)!.join('\t'));
}
peers?.close();

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** Of the mean over seeds and problems, the problems taken as they are. */
function standardError(curves: Measured, epochs: number): number {
  const variances = curves.map((ofProblem) => {
    const scores = ofProblem.map((curve) => score(curve, epochs));
    const centre = mean(scores);
    return sum(scores.map((x) => (x - centre) ** 2)) / Math.max(1, scores.length - 1) / scores.length;
  });
  return Math.sqrt(sum(variances)) / variances.length;
}

/** From how many epochs on the mean over seeds stays as low as a level; infinite: not at the end of what was measured. */
function epochsTo(level: number, curves: readonly Curve[]): number {
  const most = Math.max(...curves.map(({ scores }) => scores.length));
  let first = Number.POSITIVE_INFINITY;
  for (let epochs = most; epochs >= 1; epochs--) {
    if (mean(curves.map((curve) => score(curve, epochs))) > level) break;
    first = epochs;
  }
  return first;
}

/**
 * One aim: the score of `ours` after `at` epochs minus that of `reference` after all, with 95 % intervals (seeds drawn
 * again within each problem, 2,000 times, in pairs), and the epochs that `ours` takes to be as good.
 */
function compare(ours: Measured, reference: Measured, at: number): string[] {
  const most = Math.min(budget, ...ours.flat().map(({ scores }) => scores.length));
  const differences = ours.map((curves, i) =>
    curves.map((curve, seed) => score(curve, at) - score(reference[i]![seed]!, budget)),
  );
  const stream = randomStream(0, 'bootstrap');
  const means: number[] = [];
  const needed: number[] = [];
  const all = ours.flat();
  for (let draw = 0; draw < 2000; draw++)
    means.push(mean(differences.map((of) => mean(of.map(() => of[stream.integer(of.length)]!)))));
  // The curves are long: fewer draws for the epochs.
  for (let draw = 0; draw < 200; draw++) {
    const drawn = ours.map((curves) => curves.map(() => stream.integer(curves.length)));
    needed.push(
      epochsTo(
        mean(drawn.flatMap((of, i) => of.map((seed) => score(reference[i]![seed]!, budget)))),
        drawn.flatMap((of, i) => of.map((seed) => ours[i]![seed]!)),
      ),
    );
  }
  const level = mean(reference.flat().map((curve) => score(curve, budget)));
  const each = ours.map((curves, i) =>
    epochsTo(mean(reference[i]!.map((curve) => score(curve, budget))), curves),
  );
  const interval = (numbers: readonly number[], show: (x: number) => string) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    return `${show(sorted[Math.floor(0.025 * sorted.length)]!)} to ${show(sorted[Math.ceil(0.975 * sorted.length) - 1]!)}`;
  };
  const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;
  const shown = (x: number) => (Number.isFinite(x) ? `${x}` : `> ${most}`);
  return [
    `${signed(mean(differences.flat()))} (${interval(means, signed)})`,
    `${shown(epochsTo(level, all))} (${interval(needed, shown)})`,
    shown(median(each)),
    each.map(shown).join(', '),
  ];
}

console.log(
  `\n${problems.length} problems, ${seeds.length} seeds from ${seeds[0]}; ${kind.unit}: mean ± standard error.\n`,
);
console.log(markdownTable(rows, { align: ['l', 'r', 'r', 'r', 'r'] }));

const aims: string[][] = [
  [
    'ours',
    'reference after 1000',
    'ours at',
    'difference (95 %)',
    'epochs to match (95 %)',
    'median',
    'each problem',
  ],
];
for (const [ours, reference, at] of [
  ['asha, promotion', 'asha, promotion, random', 500],
  ['asha, promotion', 'asha, promotion, random, eta 3 from 1', 500],
  ['asha, promotion', 'asha, promotion, random, eta 3 from 2', 500],
  ['asha, promotion', 'random, full', 250],
  ['asha, stopping', 'asha, stopping, random', 500],
  ['asha, stopping', 'random, full', 250],
  ['hyperband', 'hyperband, random', 500],
  ['hyperband', 'random, full', 250],
  ...values.peers
    .split(',')
    .flatMap((peer) => [
      ['asha, promotion', peer, 500] as const,
      ['asha, promotion', peer, 1000] as const,
      ['asha, promotion, random', peer, 1000] as const,
    ]),
] as const) {
  const [a, b] = [measured.get(ours), measured.get(reference)];
  if (a && b) aims.push([ours, reference, `${at}`, ...compare(a, b, at)]);
}
if (aims.length > 1) {
  console.log(`\nThe problems in order: ${problems.map(({ name }) => name).join(', ')}.\n`);
  console.log(markdownTable(aims, { align: ['l', 'l', 'r', 'r', 'r', 'r', 'l'] }));
}
if (values.out)
  writeFileSync(
    values.out,
    JSON.stringify({
      problems: problems.map(({ name }) => name),
      seeds,
      scores: Object.fromEntries(
        [...measured].map(([name, curves]) => [name, curves.map((of) => of.map(({ scores }) => scores))]),
      ),
    }),
  );
