import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { nextStep } from '../src/gate/sequential.ts';
import type { SeedPair } from '../src/gate/verdict.ts';
import { type RandomStream, randomStream } from '../src/math/random.ts';
import { studentTQuantile } from '../src/math/student-t.ts';

/** How often the gate blocks what is as good as before, and finds what is worse. See bench/README.md. */

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, noise: { type: 'string' } },
});
const runs = Number(values.runs);
const looks = [3, 5, 7, 10];

/** Noise of mean 0 and standard deviation 1; higher is better. */
const families: Readonly<Record<string, (stream: RandomStream) => number>> = {
  normal: (stream) => stream.normal(),
  // Log-normal with its tail to the worse, as of accuracies near their ceiling.
  skewed: (stream) =>
    (Math.exp(0.125) - Math.exp(0.5 * stream.normal())) / Math.sqrt((Math.exp(0.25) - 1) * Math.exp(0.25)),
  // Student's t with three degrees of freedom.
  'heavy tails': (stream) =>
    stream.normal() /
    Math.sqrt((stream.normal() ** 2 + stream.normal() ** 2 + stream.normal() ** 2) / 3) /
    Math.sqrt(3),
  // One training in twelve ends far below the others.
  bimodal: (stream) => {
    const diverges = stream.uniform() < 1 / 12;
    const [share, gap] = [1 / 12, 3];
    const deviation = Math.sqrt(0.25 + share * (1 - share) * gap ** 2);
    return (0.5 * stream.normal() + (diverges ? -gap : 0) + share * gap) / deviation;
  },
};

/** Families whose scores have few values: the step in standard deviations, as of an accuracy on few images. */
const steps: Readonly<Record<string, number>> = { 'step of 1 sd': 1, 'step of 2 sd': 2 };
for (const name of Object.keys(steps)) Object.assign(families, { [name]: families.normal });

interface Outcome {
  readonly blocked: boolean;
  readonly seeds: number;
}
/** Draws a score of each side; `drop` standard deviations lie between them. */
type Draw = () => { readonly base: number; readonly head: number };
/** `earlier` draws comparisons of what is the same on both sides. */
type Procedure = (draw: Draw, earlier: Draw) => Outcome;

const sequential =
  (historyDf: number, paired = true): Procedure =>
  (draw, earlier) => {
    const pairs: SeedPair[] = [];
    const history =
      historyDf === 0 ? undefined : { variance: earlierVariance(historyDf, earlier), df: historyDf };
    let suspectedAt: number | undefined;
    for (;;) {
      const step = nextStep({
        goal: 'maximize',
        maxDrop: 0,
        confidence: 0.95,
        looks,
        pairs,
        paired,
        ...(history ? { history } : {}),
        ...(suspectedAt === undefined ? {} : { suspectedAt }),
      });
      if (step.done) return { blocked: step.verdict.conclusion === 'regressed', seeds: pairs.length };
      suspectedAt = step.confirms ? pairs.length : undefined;
      while (pairs.length < step.seeds) pairs.push({ seed: pairs.length, ...draw() });
    }
  };

let correlation = 0;
/** The variance of paired differences in comparisons before. */
function earlierVariance(df: number, pair: Draw): number {
  const difference = () => {
    const { base, head } = pair();
    return base - head;
  };
  let sum = 0;
  // Pairs of differences: each pair has one degree of freedom.
  for (let i = 0; i < df; i++) sum += (difference() - difference()) ** 2 / 2;
  return sum / df;
}

/** One run against the last stored one, as github-action-benchmark has it: an alert beyond a threshold. */
const threshold =
  (deviations: number): Procedure =>
  (draw) => {
    const { base, head } = draw();
    return { blocked: base - head > deviations, seeds: 1 };
  };

/** One run against the last twenty of the default branch by a t test, as Bencher has it. */
const historyTest: Procedure = (draw, earlier) => {
  const stored = Array.from({ length: 20 }, () => earlier().base);
  const { head } = draw();
  const mean = stored.reduce((a, b) => a + b, 0) / 20;
  const deviation = Math.sqrt(stored.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 19);
  return { blocked: head < mean - studentTQuantile(0.95, 19) * deviation, seeds: 1 };
};

/** A paired t test at 5 % after every seed from the third on, until it is significant. */
const peeking: Procedure = (draw) => {
  const differences: number[] = [];
  while (differences.length < 10) {
    const { base, head } = draw();
    differences.push(base - head);
    const n = differences.length;
    if (n < 3) continue;
    const mean = differences.reduce((a, b) => a + b, 0) / n;
    const deviation = Math.sqrt(differences.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
    if (mean > (studentTQuantile(0.95, n - 1) * deviation) / Math.sqrt(n)) return { blocked: true, seeds: n };
  }
  return { blocked: false, seeds: 10 };
};

const procedures: Readonly<Record<string, Procedure>> = {
  'Tunegate, no history': sequential(0),
  'Tunegate, history of 20': sequential(20),
  'Tunegate, unpaired': sequential(0, false),
  'one run, drop > 1 sd': threshold(1),
  'one run, drop > 2 sd': threshold(2),
  't test on 20 stored runs': historyTest,
  'peeking after each seed': peeking,
};

function measure(procedure: Procedure, family: string, drop: number): { blocked: number; seeds: number } {
  const noise = families[family]!;
  let [blocked, seeds] = [0, 0];
  for (let run = 0; run < runs; run++) {
    // The same draws for every procedure.
    const stream = randomStream(run, `gate ${family} ${correlation}`);
    const before = randomStream(run, `gate history ${family} ${correlation}`);
    // Where a step falls on the scale.
    const offset = randomStream(run, 'offset').uniform();
    const step = steps[family] ?? 0;
    const rounded = (score: number) => (step === 0 ? score : Math.round(score / step + offset) * step);
    const draw = (from: RandomStream, worse: number) => {
      const shared = Math.sqrt(correlation) * noise(from);
      const own = () => Math.sqrt(1 - correlation) * noise(from);
      return { base: rounded(shared + own()), head: rounded(shared + own() - worse) };
    };
    const outcome = procedure(
      () => draw(stream, drop),
      () => draw(before, 0),
    );
    if (outcome.blocked) blocked += 1;
    seeds += outcome.seeds;
  }
  return { blocked: blocked / runs, seeds: seeds / runs };
}

const rows = [
  [
    'noise',
    'correlation',
    'procedure',
    'blocked at 0',
    'at 1 sd',
    'at 2 sd',
    'seeds at 0',
    'at 1 sd',
    'at 2 sd',
  ],
];
for (const family of values.noise?.split(',') ?? Object.keys(families))
  for (const rho of [0, 0.5, 0.9]) {
    correlation = rho;
    for (const [name, procedure] of Object.entries(procedures)) {
      const found = [0, 1, 2].map((drop) => measure(procedure, family, drop));
      rows.push([
        family,
        String(rho),
        name,
        ...found.map(({ blocked }) => blocked.toFixed(3)),
        ...found.map(({ seeds }) => seeds.toFixed(1)),
      ]);
    }
  }
console.log(markdownTable(rows, { align: ['l', 'r', 'l', 'r', 'r', 'r', 'r', 'r', 'r'] }));
