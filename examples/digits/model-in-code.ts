import * as tf from '@tensorflow/tfjs';
import type { HyperParameters } from 'tunegate';

export { data } from './model.ts';

/** A multi-layer perceptron; its ranges are said where they are used, and its defaults are what ships today. */
export function build(hp: HyperParameters): tf.LayersModel {
  const model = tf.sequential();
  const layers = hp.Int('layers', { min: 1, max: 3 });
  for (let i = 0; i < layers; i++)
    hp.nameScope(`layer_${i}`, () =>
      model.add(
        tf.layers.dense({
          units: hp.Int('units', { min: 16, max: 128, step: 16, default: 32 }),
          activation: hp.Choice('activation', ['relu', 'tanh', 'swish']),
          ...(i === 0 ? { inputShape: [64] } : {}),
        }),
      ),
    );
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: optimizer(hp), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

function optimizer(hp: HyperParameters): tf.Optimizer {
  const rate = hp.Float('learning_rate', { min: 1e-4, max: 0.5, sampling: 'log', default: 0.02 });
  if (hp.Choice('optimizer', ['sgd', 'adam']) === 'adam') return tf.train.adam(rate);
  return tf.train.momentum(rate, hp.Float('momentum', { min: 0, max: 0.95, default: 0.5 }));
}

export const batchSize = (hp: HyperParameters): number =>
  hp.Choice('batch_size', [16, 32, 64], { default: 32 });
