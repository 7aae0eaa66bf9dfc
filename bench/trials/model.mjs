// The models of bench/trials.ts as a TensorFlow.js module; bench/trials/keras_tuner_search.py has the same in Keras.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';

const convolutional = process.env.BENCH_MODEL === 'convnet';
const classes = 10;

export const batchSize = 32;

export function build(hp) {
  const units = hp.Int('units');
  const model = tf.sequential();
  if (convolutional) {
    const shape = { kernelSize: 3, padding: 'same', activation: 'relu' };
    model.add(tf.layers.conv2d({ ...shape, filters: 16, inputShape: [24, 24, 1] }));
    model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
    model.add(tf.layers.conv2d({ ...shape, filters: 32 }));
    model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
    model.add(tf.layers.flatten());
    model.add(tf.layers.dense({ units, activation: 'relu' }));
  } else model.add(tf.layers.dense({ units, activation: 'relu', inputShape: [64] }));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  const optimizer = tf.train.adam(hp.Float('learning_rate'));
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

export function data() {
  const rows = gunzipSync(readFileSync(process.env.BENCH_DATA))
    .toString()
    .trim()
    .split('\n')
    .map((row) => row.split(',').map(Number));
  return {
    ...tensors(rows.filter((_, i) => i % 4 !== 3)),
    validation: tensors(rows.filter((_, i) => i % 4 === 3)),
  };
}

function tensors(rows) {
  return tf.tidy(() => {
    const flat = tf.tensor2d(rows.map((row) => row.slice(0, 64))).div(16);
    const x = convolutional ? tf.image.resizeNearestNeighbor(flat.reshape([-1, 8, 8, 1]), [24, 24]) : flat;
    const labels = rows.map((row) => row[64]);
    return { x, y: tf.oneHot(tf.tensor1d(labels, 'int32'), classes) };
  });
}
