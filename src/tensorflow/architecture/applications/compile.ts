import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.ts';
import { boundTensorFlow } from '../binding.ts';
import type { Reduction } from '../settings.ts';

/** The model compiled for classes, as one-hot rows, at the rate of `learning_rate`. */
export function compiled(
  model: LayersModel,
  hp: HyperParameters,
  optimizer: 'adam' | 'rmsprop' | 'sgd',
): LayersModel {
  const { train } = boundTensorFlow();
  const rate = hp.Float('learning_rate', { min: 0 });
  const optimizers = {
    adam: () => train.adam(rate),
    rmsprop: () => train.rmsprop(rate),
    // Keras Tuner's applications give SGD this little momentum.
    sgd: () => train.momentum(rate, 0.1),
  };
  model.compile({
    optimizer: optimizers[optimizer](),
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

/** `pooling` in the words of blocks. */
export function reduction(hp: HyperParameters): Reduction {
  const pooling = hp.Choice('pooling', ['avg', 'flatten', 'max']);
  return pooling === 'avg' ? 'average' : pooling;
}
