import type { LayersModel } from '@tensorflow/tfjs-layers';
import { upperMedian } from '../../math/median.ts';
import { boundTensorFlow } from './binding.ts';

/** Runs that only warm up: kernels are compiled and memory is taken. */
const warmUp = 3;

/**
 * The median time of a prediction, in milliseconds, on the backend that is in use. Measured, so it differs from run to run and
 * between machines: bound it with room.
 *
 * @param runs predictions that are timed
 * @param batch inputs in each of them
 */
export async function measureLatency(
  model: LayersModel,
  { runs = 15, batch = 1 }: { readonly runs?: number; readonly batch?: number } = {},
): Promise<number> {
  const tf = boundTensorFlow();
  const shapes = model.inputs.map(({ shape }) => [batch, ...shape.slice(1).map((side) => side ?? 1)]);
  const inputs = shapes.map((shape) => tf.zeros(shape));
  const times: number[] = [];
  try {
    for (let run = 0; run < warmUp + runs; run++) {
      const begun = performance.now();
      const output = [model.predict(inputs.length === 1 ? inputs[0]! : inputs)].flat();
      // What is asked for has been computed.
      for (const tensor of output) await tensor.data();
      if (run >= warmUp) times.push(performance.now() - begun);
      tf.dispose(output);
    }
  } finally {
    tf.dispose(inputs);
  }
  return upperMedian(times)!;
}
