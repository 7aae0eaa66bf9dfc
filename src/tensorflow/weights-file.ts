import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from './tensorflow.ts';

/** The weights of a model that was trained, for children to begin with: two files in the trial's checkpoint folder. */
const headerFile = 'tunegate-weights.json';
const weightsFile = 'tunegate-weights.bin';

type WeightSpecs = Awaited<ReturnType<TensorFlow['io']['encodeWeights']>>['specs'];

export async function saveWeights(tf: TensorFlow, folder: string, model: LayersModel): Promise<void> {
  const named = model.getWeights().map((tensor, i) => ({ name: `${i}`, tensor }));
  const { data, specs } = await tf.io.encodeWeights(named);
  writeFileSync(path.join(folder, weightsFile), new Uint8Array(data));
  // Last: weights without it are those of a run that was cut short.
  writeFileSync(path.join(folder, headerFile), `${JSON.stringify(specs)}\n`);
}

/** Puts saved weights into a model; false where there are none of its shapes. */
export function loadWeights(tf: TensorFlow, folder: string, model: LayersModel): boolean {
  const file = path.join(folder, headerFile);
  if (!existsSync(file)) return false;
  const specs = JSON.parse(readFileSync(file, 'utf8')) as WeightSpecs;
  const wanted = model.getWeights().map(({ shape }) => String(shape));
  if (wanted.length !== specs.length || specs.some(({ shape }, i) => String(shape) !== wanted[i]))
    return false;
  const bytes = readFileSync(path.join(folder, weightsFile));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const decoded = tf.io.decodeWeights(data as ArrayBuffer, specs);
  const tensors = specs.map(({ name }) => decoded[name]!);
  model.setWeights(tensors);
  tf.dispose(tensors);
  return true;
}
