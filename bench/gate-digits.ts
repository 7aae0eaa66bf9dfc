import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { planLooks } from '../src/gate/looks.ts';
import { nextStep } from '../src/gate/sequential.ts';
import type { Conclusion, SeedPair } from '../src/gate/verdict.ts';
import { fewImages, type Right, train, validationImages, variants } from './digits/network.ts';

/**
 * The gate on real trainings: the same code trained twice, and defects of several kinds. Each comparison has seeds of its own.
 * Trainings are kept in bench/data, so that another run takes seconds. See bench/README.md.
 */

const { values } = parseArgs({
  options: {
    same: { type: 'string', default: '200' },
    defects: { type: 'string', default: '100' },
    only: { type: 'string' },
  },
});
const counts = { same: Number(values.same), defects: Number(values.defects) };
const file = 'bench/data/gate-digits.json';
const looks = planLooks(10);
/** The last look and the seeds that confirm. */
const mostSeeds = 12;

/** By variant and seed: how many validation images are right, of all and of the first few. */
type Kept = Record<string, Record<string, readonly [number, number]>>;
const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
let fresh = 0;

function trained(variant: string, seed: number): Right {
  const known = kept[variant] ?? {};
  kept[variant] = known;
  const before = known[seed];
  if (before) return { all: before[0], few: before[1] };
  const right = train(variants[variant]!, seed);
  known[seed] = [right.all, right.few];
  fresh += 1;
  if (fresh % 50 === 0) save();
  return right;
}

function save(): void {
  mkdirSync('bench/data', { recursive: true });
  const lines = Object.entries(kept).map(
    ([variant, seeds]) => `${JSON.stringify(variant)}:${JSON.stringify(seeds)}`,
  );
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

interface Metric {
  readonly name: string;
  readonly maxDrop: number;
  readonly of: (right: Right) => number;
  readonly few?: boolean;
}

const metrics: readonly Metric[] = [
  { name: `${validationImages} images`, maxDrop: 0.003, of: ({ all }) => all / validationImages },
  { name: `${fewImages} images`, maxDrop: 0.003, of: ({ few }) => few / fewImages, few: true },
];

interface Outcome {
  readonly conclusion: Conclusion;
  readonly pairs: readonly SeedPair[];
}

/** One pull request: the gate's own procedure, with seeds that no other comparison of the variant has. */
function judge(variant: string, index: number, { maxDrop, of }: Metric): Outcome {
  const pairs: SeedPair[] = [];
  let suspectedAt: number | undefined;
  for (;;) {
    const step = nextStep({
      goal: 'maximize',
      maxDrop,
      confidence: 0.95,
      looks,
      pairs,
      ...(suspectedAt === undefined ? {} : { suspectedAt }),
    });
    if (step.done) return { conclusion: step.verdict.conclusion, pairs };
    suspectedAt = step.confirms ? pairs.length : undefined;
    while (pairs.length < step.seeds) {
      const seed = index * mostSeeds + pairs.length;
      pairs.push({ seed, base: of(trained('base', seed)), head: of(trained(variant, seed)) });
    }
  }
}

/** Share with its interval at 95 % (Wilson 1927). */
function share(count: number, of: number): string {
  const z = 1.959964;
  const p = count / of;
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const percent = (x: number) => (100 * Math.min(1, Math.max(0, x))).toFixed(0);
  return `${count} of ${of} (${percent(middle - half)} to ${percent(middle + half)} %)`;
}

const rows = [
  [
    'pull request',
    'scored on',
    'drop (points)',
    'sd of a difference',
    'regressed',
    'unchanged',
    'improved',
    'inconclusive',
    'seeds a side',
  ],
];
for (const metric of metrics)
  for (const variant of values.only?.split(',') ?? Object.keys(variants).filter((name) => name !== 'base')) {
    // What few images say of defects would take ten seeds a side of each, and is known from the simulation.
    if (metric.few && variant !== 'other random draws') continue;
    const count = variant === 'other random draws' ? counts.same : counts.defects;
    const outcomes = Array.from({ length: count }, (_, index) => judge(variant, index, metric));
    // The first seeds of every comparison: those that come later were chosen by what the first ones scored.
    const drops = outcomes.flatMap(({ pairs }) =>
      pairs.slice(0, looks[0]).map(({ base, head }) => base! - head!),
    );
    const drop = drops.reduce((sum, x) => sum + x, 0) / drops.length;
    const deviation = Math.sqrt(drops.reduce((sum, x) => sum + (x - drop) ** 2, 0) / (drops.length - 1));
    const times = (wanted: Conclusion) => outcomes.filter(({ conclusion }) => conclusion === wanted).length;
    rows.push([
      variant,
      metric.name,
      (100 * drop).toFixed(2),
      (100 * deviation).toFixed(2),
      share(times('regressed'), count),
      String(times('unchanged')),
      String(times('improved')),
      String(times('inconclusive')),
      (outcomes.reduce((sum, { pairs }) => sum + pairs.length, 0) / count).toFixed(1),
    ]);
  }
save();
console.log(markdownTable(rows, { align: ['l', 'l', 'r', 'r', 'r', 'r', 'r', 'r', 'r'] }));
