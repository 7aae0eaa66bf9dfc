import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.js';
/**
 * A network of depthwise-separable convolutions for images, compiled, with the parameters of `include: xception` (Keras Tuner's
 * HyperXception, after Chollet 2017): a convolution, residual blocks of two separable ones each, one more that halves the
 * size, and dense layers as wide as there are classes.
 *
 * @param inputShape [height, width, channels]
 */
export declare function buildXception(hp: HyperParameters, inputShape: readonly number[], classes: number): LayersModel;
