import type { LayersModel } from '@tensorflow/tfjs-layers';
import { boundTensorFlow } from '../binding.ts';
import { logitsOf } from './logits.ts';

/**
 * How much of a signal flows through a network that has not been trained, without any data (Tanaka et al. 2020, «SynFlow», equation
 * 2; as a score of architectures Abdelfattah et al. 2021): with all weights at their absolute value and ones as input, the sum
 * over weights of weight times the gradient of the summed output by it. As a natural logarithm; −Infinity when nothing flows.
 */
export function synflow(model: LayersModel): number {
  const tf = boundTensorFlow();
  const weights = model.trainableWeights.map((weight) => weight.read());
  const before = weights.map((weight) => weight.clone());
  const network = logitsOf(model);
  try {
    return tf.tidy(() => {
      for (const weight of model.trainableWeights) weight.write(weight.read().abs());
      const input = network.inputs.map(({ shape }) =>
        tf.ones([1, ...shape.slice(1).map((side) => side ?? 1)]),
      );
      const variables = model.trainableWeights.map(
        (weight) => weight.read() as ReturnType<typeof tf.variable>,
      );
      const { grads } = tf.variableGrads(
        () => tf.sum(network.apply(input.length === 1 ? input[0]! : input, { training: false }) as never),
        variables,
      );
      const parts = variables.flatMap((variable) => {
        const gradient = grads[variable.name];
        return gradient ? [tf.sum(tf.abs(tf.mul(variable, gradient))).dataSync()[0]!] : [];
      });
      return Math.log(parts.reduce((sum, part) => sum + part, 0));
    });
  } finally {
    for (const [i, weight] of model.trainableWeights.entries()) weight.write(before[i]!);
    tf.dispose(before);
  }
}
