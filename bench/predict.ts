// How well Gaussian processes of few trials put other configs in order, without a search: what a prior or a kernel is worth.
//
//   node scripts/run-ts.mjs bench/predict.ts [--samples 40] [--first 100] [--only fcnet,nas,mlp,hartmann,…]
//     [--numbers 0.47] [--categories 1.65] [--strength 0.3]
//
// Tables are read from TUNEGATE_BENCHMARKS (default ../shared/benchmarks) and left out where absent. A sample is one as a search makes it: eight
// random configs, then by turns one at random and the best of six. Models of its first 10, 20 and 40 are asked for the order of 150 other
// good configs, each the best of six: Spearman's correlation of what they expect with the truth. --numbers, --categories and --strength are
// the length scales that are expected, and how strongly (see `negativeLogPosterior`).
import { parseArgs } from 'node:util';
import { GaussianProcess } from '../src/math/gaussian-process.ts';
import { Observations } from '../src/math/geometry.ts';
import { fitHyperparameters } from '../src/math/hyperparameter-fit.ts';
import { LENGTHSCALE, startAt } from '../src/math/kernel.ts';
import { randomStream } from '../src/math/random.ts';
import { rankCorrelation } from '../src/math/rank-correlation.ts';
import { warpLosses } from '../src/search/surrogate/output-warp.ts';
import { spaceGeometry } from '../src/search/surrogate/space-geometry.ts';
import { encodeConfig } from '../src/space/encode.ts';
import type { Config } from '../src/space/parameter.ts';
import { sampleConfig } from '../src/space/sample.ts';
import { mean } from './harness/statistics.ts';
import { type BenchFamily, branches, functions, single, tables } from './problems/problems.ts';
import { turnedFunctions } from './problems/turned-functions.ts';

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: '40' },
    first: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
    numbers: { type: 'string' },
    categories: { type: 'string' },
    strength: { type: 'string' },
  },
});
const sizes = [10, 20, 40];
const random = 8;
const tournament = 6;
const others = 150;

// A search has one prior: to look at another one is for this command alone.
if (values.strength !== undefined) LENGTHSCALE.strength = Number(values.strength);

function geometryOf({ space }: ReturnType<BenchFamily['instance']>) {
  const geometry = spaceGeometry(space);
  const lengths = space.dimensions.map(({ kind }, j) =>
    Number((kind === 'categorical' ? values.categories : values.numbers) ?? geometry.lengths![j]),
  );
  return { ...geometry, lengths: Float64Array.from(lengths) };
}

/** Correlation with the truth after so many trials each. */
function correlations(family: BenchFamily, seed: number): readonly number[] {
  const problem = family.instance(seed);
  const { space } = problem;
  const stream = randomStream(seed, `predict ${family.name}`);
  const draw = () => sampleConfig(space, stream);
  const good = () =>
    Array.from({ length: tournament }, draw)
      .map((config) => ({ config, score: problem.score(config, seed) }))
      .reduce((best, other) => (other.score < best.score ? other : best)).config;
  const tried = Array.from({ length: Math.max(...sizes) }, (_, i) => (i < random || i % 2 ? draw() : good()));
  const losses = tried.map((config, trial) => problem.measure(config, seed, trial));
  const asked = Array.from({ length: others }, good);
  const truth = asked.map((config) => problem.score(config, seed));
  const geometry = geometryOf(problem);
  const encoded = (config: Config) => encodeConfig(space, config);
  return sizes.map((size) => {
    const observations = new Observations(geometry, tried.slice(0, size).map(encoded));
    const { targets } = warpLosses(losses.slice(0, size), 'power');
    const fit = fitHyperparameters(observations, targets, [startAt(geometry, 0, 1e-2)], 40);
    const model = new GaussianProcess(observations, targets, fit);
    return rankCorrelation(
      asked.map((config) => model.mean(encoded(config))),
      truth,
    );
  });
}

const [mlp, choices] = [/^mlp/, /^(?!mlp)/].map((which) => tables().filter(({ name }) => which.test(name)));
const kinds: Readonly<Record<string, readonly BenchFamily[]>> = {
  'tables of choices': choices!.map(single),
  'MLP tables': mlp!.map(single),
  functions: functions().map(single),
  'of five parameters': turnedFunctions(),
  branches: [single(branches(3, 3, false))],
};
const wanted = values.only.split(',');
const [first, samples] = [Number(values.first), Number(values.samples)];
console.log(`| problems | ${sizes.map((size) => `${size} trials`).join(' | ')} |`);
console.log(`| :- | ${sizes.map(() => '-:').join(' | ')} |`);
for (const [kind, families] of Object.entries(kinds)) {
  const rows = families
    .filter(({ name }) => wanted.some((part) => name.includes(part)))
    .flatMap((family) => Array.from({ length: samples }, (_, i) => correlations(family, first + i)));
  if (rows.length === 0) continue;
  const means = sizes.map((_, k) => mean(rows.map((row) => row[k]!)).toFixed(3));
  console.log(`| ${kind} | ${means.join(' | ')} |`);
}
