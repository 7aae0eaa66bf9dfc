import { useTensorFlow } from '../../../src/tensorflow/architecture/binding.ts';
import { bundledTensorFlow } from '../../../src/tensorflow/tensorflow.ts';

/** TensorFlow.js on its plain backend, bound for architectures. */
export async function boundTf() {
  const tf = bundledTensorFlow();
  await tf.setBackend('cpu');
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
  useTensorFlow(tf);
  return tf;
}
