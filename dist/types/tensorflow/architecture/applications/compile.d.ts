import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.js';
import type { Reduction } from '../settings.js';
/** The model compiled for classes, as one-hot rows, at the rate of `learning_rate`. */
export declare function compiled(model: LayersModel, hp: HyperParameters, optimizer: 'adam' | 'rmsprop' | 'sgd'): LayersModel;
/** `pooling` in the words of blocks. */
export declare function reduction(hp: HyperParameters): Reduction;
