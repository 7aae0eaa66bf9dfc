import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { boundTensorFlow } from '../binding.ts';

/** The same network up to what its last softmax or activation gets: a sum over classes of shares says nothing. */
export function logitsOf(model: LayersModel): LayersModel {
  const tf = boundTensorFlow();
  const last = model.outputs[0]!.sourceLayer;
  if (!/^(Softmax|Activation)$/.test(last.getClassName())) return model;
  return tf.model({ inputs: model.inputs, outputs: last.input as SymbolicTensor });
}
