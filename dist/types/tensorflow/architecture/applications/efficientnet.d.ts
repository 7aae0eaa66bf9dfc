import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.js';
/**
 * An EfficientNet for images, compiled, with the parameters of `include: efficientnet` (Keras Tuner's HyperEfficientNet). Unlike
 * there it begins from random weights, and images keep their size.
 *
 * @param inputShape [height, width, channels], each side at least 32
 */
export declare function buildEfficientNet(hp: HyperParameters, inputShape: readonly number[], classes: number): LayersModel;
