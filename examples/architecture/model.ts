import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';
import { buildArchitecture, type HyperParameters, type TrainingData } from 'tunegate';

const side = 8;
const classes = 10;

/** The blocks of the spec, one after the other, and ten classes at the end. */
export function build(hp: HyperParameters): tf.LayersModel {
  const head = { units: classes, activation: 'softmax' } as const;
  // What is beyond these limits would not run on a watch: it is infeasible, and costs no training.
  const model = buildArchitecture(hp.config, [side, side, 1], head, {
    limits: { parameters: 50_000, flops: 1_500_000 },
  });
  const optimizer = tf.train.adam(hp.Float('learning_rate'));
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

export const batchSize = 32;

/** Every fourth image of each digit is held out: a split that is fixed and has all digits in both parts alike. */
export function data(): TrainingData {
  const rows = gunzipSync(readFileSync(new URL('../digits/data/digits.csv.gz', import.meta.url)))
    .toString()
    .trim()
    .split('\n')
    .map((row) => row.split(',').map(Number));
  const seen = new Array<number>(classes).fill(0);
  const train: number[][] = [];
  const validation: number[][] = [];
  for (const row of rows) (seen[row[side * side]!]!++ % 4 === 3 ? validation : train).push(row);
  return { ...tensors(train), validation: tensors(validation) };
}

/** Images of brightness 0…1, and the digit as one of ten. */
function tensors(rows: readonly (readonly number[])[]): { x: tf.Tensor; y: tf.Tensor } {
  return tf.tidy(() => ({
    x: tf
      .tensor(rows.map((row) => row.slice(0, side * side)))
      .div(16)
      .reshape([rows.length, side, side, 1]),
    y: tf.oneHot(
      tf.tensor1d(
        rows.map((row) => row[side * side]!),
        'int32',
      ),
      classes,
    ),
  }));
}
