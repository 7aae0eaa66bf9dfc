import type { TensorFlow } from '../tensorflow.ts';

let bound: TensorFlow | undefined;

/**
 * Names the TensorFlow.js that architectures are built with. A trial has one already; a program or test of your own that builds
 * the same model calls it once: `useTensorFlow(tf)` after `import * as tf from '@tensorflow/tfjs'`.
 */
export function useTensorFlow(tf: unknown): void {
  bound = tf as TensorFlow;
}

/** @throws Error when nobody called `useTensorFlow` */
export function boundTensorFlow(): TensorFlow {
  if (bound) return bound;
  throw new Error(
    "no TensorFlow.js to build with: outside of a trial call useTensorFlow(tf) of 'tunegate' first, with the tf that you import",
  );
}
