import { version_cpu } from '@tensorflow/tfjs-backend-cpu';
import * as converter from '@tensorflow/tfjs-converter';
import * as core from '@tensorflow/tfjs-core';
// `x.add(y)` beside `tf.add(x, y)`. A file of the ES modules: the bundler must take those (mainFields: module first).
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import * as data from '@tensorflow/tfjs-data';
import * as layers from '@tensorflow/tfjs-layers';

/** What `import * as tf from '@tensorflow/tfjs'` gives: core, layers and converter in one, and `data` beside them. */
export type TensorFlow = typeof core &
  typeof layers &
  typeof converter & { readonly data: typeof data; readonly version: Readonly<Record<string, string>> };

/** The namespace assembled from the TensorFlow.js inside Tunegate. Its CPU backend is registered. */
export function bundledTensorFlow(): TensorFlow {
  const version = {
    'tfjs-core': core.version_core,
    'tfjs-data': data.version_data,
    'tfjs-layers': layers.version_layers,
    'tfjs-converter': converter.version_converter,
    'tfjs-backend-cpu': version_cpu,
    tfjs: core.version_core,
  };
  return { ...core, ...layers, ...converter, data: { ...data }, version } as unknown as TensorFlow;
}
