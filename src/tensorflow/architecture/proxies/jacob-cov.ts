import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { boundTensorFlow } from '../binding.ts';
import { symmetricEigenvalues } from './eigenvalues.ts';
import { logitsOf } from './logits.ts';

/** Keeps the logarithm of an eigenvalue of zero finite, as in the authors' program. */
const tiny = 1e-5;

/**
 * How differently a network that has not been trained answers to different inputs (Mellor et al. 2021, «Neural architecture search
 * without training», first version, equation 2): the correlations between the gradients of the summed output by each input; the
 * closer they are to none, the higher.
 *
 * @param inputs some tens of training inputs, [count, …]; a few more cost time, not much else
 */
export function jacobCov(model: LayersModel, inputs: Tensor): number {
  const tf = boundTensorFlow();
  const network = logitsOf(model);
  const count = inputs.shape[0]!;
  const rows = tf.tidy(() => {
    const gradient = tf.grad((x) => tf.sum(network.apply(x, { training: false }) as never));
    return gradient(tf.cast(inputs, 'float32')).reshape([count, -1]).arraySync() as number[][];
  });
  return -symmetricEigenvalues(correlations(rows))
    .map((value) => Math.max(0, value) + tiny)
    .reduce((sum, value) => sum + Math.log(value) + 1 / value, 0);
}

/** Pearson's correlations of rows; those of a constant row are none. */
export function correlations(rows: readonly (readonly number[])[]): number[][] {
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const apart = row.map((value) => value - mean);
    const norm = Math.sqrt(apart.reduce((sum, value) => sum + value * value, 0));
    return norm > 0 ? apart.map((value) => value / norm) : apart.map(() => 0);
  });
  return centred.map((a, i) =>
    centred.map((b, j) => (i === j ? 1 : a.reduce((sum, value, k) => sum + value * b[k]!, 0))),
  );
}
