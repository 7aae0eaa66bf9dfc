import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.js';
/**
 * A residual network for images, compiled, with the parameters of `include: resnet` (Keras Tuner's HyperResNet): bottlenecks of 256
 * to 2048 filters, of version 1 (normalised after) or 2 (before) of He et al. 2016.
 *
 * @param inputShape [height, width, channels], each side at least 32
 */
export declare function buildResNet(hp: HyperParameters, inputShape: readonly number[], classes: number): LayersModel;
