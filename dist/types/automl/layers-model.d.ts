import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../tensorflow/tensorflow.js';
/** A TensorFlow.js layers model as plain data. */
export interface SavedLayers {
    /** `modelTopology` of the layers model. */
    readonly topology: unknown;
    readonly weights: readonly NamedWeights[];
}
export interface NamedWeights {
    readonly name: string;
    readonly shape: readonly number[];
    readonly values: Float32Array;
}
/** The layers model as TensorFlow.js would save it. */
export declare function saveLayers(tf: TensorFlow, model: LayersModel): Promise<SavedLayers>;
