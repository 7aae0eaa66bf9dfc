import * as converter from '@tensorflow/tfjs-converter';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import * as data from '@tensorflow/tfjs-data';
import * as layers from '@tensorflow/tfjs-layers';
/** What `import * as tf from '@tensorflow/tfjs'` gives: core, layers and converter in one, and `data` beside them. */
export type TensorFlow = typeof core & typeof layers & typeof converter & {
    readonly data: typeof data;
    readonly version: Readonly<Record<string, string>>;
};
/** The namespace assembled from the TensorFlow.js inside Tunegate. Its CPU backend is registered. */
export declare function bundledTensorFlow(): TensorFlow;
