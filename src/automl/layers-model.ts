import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../tensorflow/tensorflow.ts';

/** A TensorFlow.js layers model as plain data. */
export interface SavedLayers {
  /** `modelTopology` of the layers model. */
  readonly topology: unknown;
  readonly weights: readonly NamedWeights[];
}

export interface NamedWeights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The layers model as TensorFlow.js would save it. */
export async function saveLayers(tf: TensorFlow, model: LayersModel): Promise<SavedLayers> {
  let saved: { topology: unknown; weights: NamedWeights[] } | undefined;
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs = [], weightData }) => {
      const data = tf.io.concatenateArrayBuffers([weightData ?? new ArrayBuffer(0)].flat());
      let at = 0;
      saved = {
        topology: modelTopology,
        weights: weightSpecs.map(({ name, shape }) => {
          const size = shape.reduce((product, length) => product * length, 1);
          const values = new Float32Array(data.slice(at, at + 4 * size));
          at += 4 * size;
          return { name, shape, values };
        }),
      };
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  return saved!;
}
