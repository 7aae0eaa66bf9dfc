import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';
import type { HyperParameters, TrainingData } from 'tunegate';

const pixels = 64;
const classes = 10;

/** A multi-layer perceptron whose depth, and each layer's width and activation, are hyperparameters. */
export function build(hp: HyperParameters): tf.LayersModel {
  const kernelInitializer = hp.Choice('initializer', ['glorotUniform', 'heNormal', 'leCunNormal']);
  const model = tf.sequential();
  for (const layer of hp.blocks('layers'))
    model.add(
      tf.layers.dense({
        units: layer.Int('units'),
        activation: layer.Choice('activation', ['relu', 'tanh', 'swish']),
        kernelInitializer,
        ...(layer.index === 0 ? { inputShape: [pixels] } : {}),
      }),
    );
  model.add(tf.layers.dense({ units: classes, activation: 'softmax', kernelInitializer }));
  model.compile({ optimizer: optimizer(hp), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

function optimizer(hp: HyperParameters): tf.Optimizer {
  const rate = hp.Float('learning_rate');
  const chosen = hp.option('optimizer');
  switch (chosen.type) {
    case 'sgd':
      return tf.train.momentum(rate, chosen.Float('momentum'));
    case 'rmsprop':
      return tf.train.rmsprop(rate, chosen.Float('decay'));
    default:
      return tf.train.adam(rate);
  }
}

export const batchSize = 32;

/** Every fourth image of each digit is held out: a split that is fixed and has all digits in both parts alike. */
export function data(): TrainingData {
  const rows = gunzipSync(readFileSync(new URL('data/digits.csv.gz', import.meta.url)))
    .toString()
    .trim()
    .split('\n')
    .map((row) => row.split(',').map(Number));
  const seen = new Array<number>(classes).fill(0);
  const train: number[][] = [];
  const validation: number[][] = [];
  for (const row of rows) (seen[row[pixels]!]!++ % 4 === 3 ? validation : train).push(row);
  return { ...tensors(train), validation: tensors(validation) };
}

/** Brightness from 0…16 to 0…1, and the digit as one of ten. */
function tensors(rows: readonly (readonly number[])[]): { x: tf.Tensor; y: tf.Tensor } {
  return tf.tidy(() => ({
    x: tf.tensor2d(rows.map((row) => row.slice(0, pixels))).div(16),
    y: tf.oneHot(
      tf.tensor1d(
        rows.map((row) => row[pixels]!),
        'int32',
      ),
      classes,
    ),
  }));
}
