// What a child's training saves when it begins from its parent's weights:
//   node scripts/run-ts.mjs bench/nas-inheritance.ts [--seeds 10] [--parent-epochs 4]
// Networks of convolutional and dense blocks on the images of examples/digits. A parent trains, a child is one change away and trains
// from the parent's weights or from scratch.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { markdownTable } from 'markdown-table';
import { randomStream } from '../src/math/random.ts';
import { buildArchitecture, inheritWeights, useTensorFlow } from '../src/tensorflow/architecture/exports.ts';
import { loadBackend } from '../src/tensorflow/backend.ts';
import { withSeed } from '../src/tensorflow/seeding.ts';
import { digits } from './digits/tensors.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, 'parent-epochs': { type: 'string', default: '4' } },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, seed) => seed);
const parentEpochs = Number(values['parent-epochs']);
const childEpochs = [1, 2, 4];

type Block = Readonly<Record<string, unknown>>;
const { tf } = await loadBackend('wasm', path.resolve('bench/nas-inheritance.ts'));
useTensorFlow(tf);
const data = digits(tf);

const parentBlocks: readonly Block[] = [
  { type: 'conv', filters: 8, pool: 'max' },
  { type: 'conv', filters: 12 },
  { type: 'dense', units: 24, reduce: 'flatten' },
];
const [first, second, third] = parentBlocks as [Block, Block, Block];
/** One change each, as evolution makes them. */
const changes: Readonly<Record<string, readonly Block[]>> = {
  'wider convolution': [first, { ...second, filters: 20 }, third],
  'wider dense layer': [first, second, { ...third, units: 48 }],
  'one convolution more': [first, second, { type: 'conv', filters: 12 }, third],
  'a residual block more': [first, second, { type: 'residual', filters: 12 }, third],
  'a dense layer more': [first, second, third, { type: 'dense', units: 24 }],
  'larger kernel': [first, { ...second, kernel: 5 }, third],
  'narrower convolution': [first, { ...second, filters: 8 }, third],
  'one convolution less': [first, third],
};

function compiled(blocks: readonly Block[]): LayersModel {
  const model = buildArchitecture(blocks, [8, 8, 1], { units: 10, activation: 'softmax' });
  model.compile({ optimizer: tf.train.adam(2e-3), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

function accuracy(model: LayersModel): number {
  const [, score] = model.evaluate(...data.validation, { batchSize: 256 }) as ReturnType<typeof tf.scalar>[];
  return score!.dataSync()[0]!;
}

/** The accuracy after each number of epochs. */
async function trained(model: LayersModel, epochs: readonly number[]): Promise<number[]> {
  const scores: number[] = [];
  let done = 0;
  for (const until of epochs) {
    if (until > done) await model.fit(...data.train, { epochs: until - done, batchSize: 32, verbose: 0 });
    done = until;
    scores.push(accuracy(model));
  }
  return scores;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const percent = (share: number) => (100 * share).toFixed(1);

/** Mean, and its 95 % bootstrap interval over seeds. */
function gain(differences: readonly number[]): string {
  const stream = randomStream(0, 'bootstrap');
  const means = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[stream.integer(differences.length)]!)),
  ).sort((a, b) => a - b);
  const signed = (share: number) => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
  return `${signed(mean(differences))} (${signed(means[50]!)} to ${signed(means[1949]!)})`;
}

const runs = new Map<
  string,
  { inherited: number[]; scratch: number[]; longer: number; preserved: boolean }[]
>();
const parents: number[] = [];
for (const seed of seeds) {
  const parent = await withSeed(`parent ${seed}`, async () => {
    const model = compiled(parentBlocks);
    parents.push((await trained(model, [parentEpochs]))[0]!);
    return model;
  });
  for (const [name, blocks] of Object.entries(changes)) {
    const run = await withSeed(`child ${seed} ${name}`, async () => {
      const child = compiled(blocks);
      const { preserved } = inheritWeights(child, parent);
      const inherited = await trained(child, [0, ...childEpochs]);
      const fresh = compiled(blocks);
      const scratch = await trained(fresh, [...childEpochs, parentEpochs + childEpochs.at(-1)!]);
      for (const model of [child, fresh]) model.dispose();
      return { inherited, scratch: scratch.slice(0, -1), longer: scratch.at(-1)!, preserved };
    });
    runs.set(name, [...(runs.get(name) ?? []), run]);
    process.stderr.write(
      `${seed} ${name}: ${run.inherited.map(percent)} | ${run.scratch.map(percent)} | ${percent(run.longer)}\n`,
    );
  }
  parent.dispose();
}
const rows = [
  [
    'change',
    'function kept',
    'inherited, 0 epochs',
    ...childEpochs.flatMap((n) => [`scratch, ${n}`, `gain of inheriting, ${n}`]),
    `scratch, ${parentEpochs + childEpochs.at(-1)!}`,
  ],
  ...[...runs].map(([name, all]) => [
    name,
    all[0]!.preserved ? 'yes' : 'no',
    percent(mean(all.map(({ inherited }) => inherited[0]!))),
    ...childEpochs.flatMap((_, i) => [
      percent(mean(all.map(({ scratch }) => scratch[i]!))),
      gain(all.map(({ inherited, scratch }) => inherited[i + 1]! - scratch[i]!)),
    ]),
    percent(mean(all.map(({ longer }) => longer))),
  ]),
];
console.log(`Parents after ${parentEpochs} epochs: ${percent(mean(parents))} %\n`);
console.log(markdownTable(rows, { align: ['l', 'l', ...rows[0]!.slice(2).map(() => 'r' as const)] }));
