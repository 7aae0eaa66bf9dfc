import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.ts';
import { buildArchitecture } from '../build.ts';
import { compiled, reduction } from './compile.ts';

/**
 * A network of depthwise-separable convolutions for images, compiled, with the parameters of `include: xception` (Keras Tuner's
 * HyperXception, after Chollet 2017): a convolution, residual blocks of two separable ones each, one more that halves the
 * size, and dense layers as wide as there are classes.
 *
 * @param inputShape [height, width, channels]
 */
export function buildXception(
  hp: HyperParameters,
  inputShape: readonly number[],
  classes: number,
): LayersModel {
  const activation = hp.Choice('activation', ['relu', 'selu']);
  const filters = hp.Int('sep_num_filters', { min: 1 });
  const separable = { type: 'separable', convs: 2, skip: true, between: false };
  const reduce = reduction(hp);
  // Self-normalising networks take no normalisation, and their own initialiser (Klambauer et al. 2017).
  const own = activation === 'selu';
  const config = {
    activation,
    normalization: own ? 'none' : 'batch',
    initializer: own ? 'leCunNormal' : 'glorotUniform',
    blocks: [
      {
        type: 'conv',
        filters: hp.Int('conv2d_num_filters', { min: 1 }),
        kernel: hp.Int('kernel_size', { min: 1 }),
        stride: hp.Int('initial_strides', { min: 1 }),
      },
      { ...separable, filters, repeats: hp.Int('num_residual_blocks', { min: 1 }) },
      { ...separable, filters: 2 * filters, pool: 'max' },
      {
        type: 'dense',
        units: classes,
        reduce,
        repeats: hp.Int('num_dense_layers', { min: 1 }),
        normalization: !own && hp.Boolean('dense_use_bn') ? 'batch' : 'none',
        dropout: hp.Float('dropout_rate', { min: 0, max: 0.95 }),
      },
    ],
  };
  return compiled(
    buildArchitecture(config, inputShape, { units: classes, activation: 'softmax' }),
    hp,
    'adam',
  );
}
