import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.ts';
import { buildArchitecture } from '../build.ts';
import { compiled, reduction } from './compile.ts';

/**
 * A residual network for images, compiled, with the parameters of `include: resnet` (Keras Tuner's HyperResNet): bottlenecks of 256
 * to 2048 filters, of version 1 (normalised after) or 2 (before) of He et al. 2016.
 *
 * @param inputShape [height, width, channels], each side at least 32
 */
export function buildResNet(
  hp: HyperParameters,
  inputShape: readonly number[],
  classes: number,
): LayersModel {
  const pre = hp.Choice('version', ['v1', 'v2']) === 'v2';
  const stage = (filters: number, repeats: number, stride: number) => ({
    type: 'bottleneck',
    filters,
    repeats,
    stride,
    order: pre ? 'pre' : 'post',
  });
  const config = {
    normalization: 'batch',
    blocks: [
      { type: 'conv', filters: 64, kernel: 7, stride: 2, pool: 'max' },
      stage(256, 3, 1),
      stage(512, hp.Int('conv3_depth', { min: 1 }), 2),
      stage(1024, hp.Int('conv4_depth', { min: 1 }), 2),
      stage(2048, 3, 2),
      ...(pre ? [{ type: 'activation' }] : []),
    ],
  };
  const head = { units: classes, activation: 'softmax', reduce: reduction(hp) } as const;
  return compiled(
    buildArchitecture(config, inputShape, head),
    hp,
    hp.Choice('optimizer', ['adam', 'rmsprop', 'sgd']),
  );
}
