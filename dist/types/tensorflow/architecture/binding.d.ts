import type { TensorFlow } from '../tensorflow.js';
/**
 * Names the TensorFlow.js that architectures are built with. A trial has one already; a program or test of your own that builds
 * the same model calls it once: `useTensorFlow(tf)` after `import * as tf from '@tensorflow/tfjs'`.
 */
export declare function useTensorFlow(tf: unknown): void;
/** @throws Error when nobody called `useTensorFlow` */
export declare function boundTensorFlow(): TensorFlow;
