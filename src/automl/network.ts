import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { randomStream } from '../math/random.ts';
import type { TensorFlow } from '../tensorflow/tensorflow.ts';
import type { FittedNetwork, NamedWeights } from './fitted.ts';
import { applyInputs, fitInputs, type Scaling } from './inputs.ts';
import { type Learner, type LearnerInput, outputsOf } from './learner.ts';

export interface NetworkOptions {
  readonly layers: number;
  readonly units: number;
  readonly dropout: number;
  readonly learning_rate: number;
  readonly l2: number;
  readonly batch_size: number;
  /** How often the training sees each row. */
  readonly passes: number;
  readonly scaling: Scaling;
}

/** Dense layers over the numbers and the embeddings of categories with many levels; the learning rate falls as a cosine. */
export function network(
  tf: TensorFlow,
  { data, rows, seed }: LearnerInput,
  options: NetworkOptions,
): Learner {
  const coding = fitInputs(data.features, rows, { scaling: options.scaling, mostColumns: 12, embed: true });
  const inputs = applyInputs(coding, data.features, data.rows);
  const outputs = outputsOf(data);
  const random = randomStream(seed, 'network');
  const n = rows.length;
  const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const deviation =
    outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0) / n) || 1;
  const model = build(tf, inputs.width, inputs.embedded, outputs, options, () => random.integer(2 ** 31));
  const optimizer = tf.train.adam(options.learning_rate);
  model.compile({ optimizer, loss: outputs === 1 ? 'meanSquaredError' : 'sparseCategoricalCrossentropy' });
  const whole = tf.tidy((): Tensor[] => [
    ...(inputs.width > 0 ? [tf.tensor2d(inputs.values, [data.rows, inputs.width])] : []),
    ...inputs.embedded.map(({ codes }) => tf.tensor2d(Float32Array.from(codes), [data.rows, 1])),
  ]);
  const target = tf.tensor2d(
    Float32Array.from(data.target, (y) => (y - mean) / deviation),
    [data.rows, 1],
  );
  let order: number[] = [];
  let steps = 0;
  const stepsAPass = Math.max(1, Math.ceil(n / options.batch_size));
  const lastStep = Math.max(1, options.passes * stepsAPass);

  async function step(): Promise<void> {
    const at = steps % stepsAPass;
    if (at === 0) order = random.shuffle([...rows]);
    const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
    // Loshchilov and Hutter 2017, «SGDR», without restarts.
    const rate = (options.learning_rate * (1 + Math.cos((Math.PI * steps) / lastStep))) / 2;
    (optimizer as unknown as { learningRate: number }).learningRate = Math.max(rate, 1e-7);
    const taken = tf.tidy(() => {
      const index = tf.tensor1d(Int32Array.from(batch), 'int32');
      return [...whole, target].map((tensor) => tf.gather(tensor, index));
    });
    await model.trainOnBatch(taken.slice(0, -1), taken.at(-1)!);
    tf.dispose(taken);
    steps += 1;
  }

  return {
    async trainTo(share) {
      while (steps < Math.round(share * lastStep)) await step();
    },
    async predict() {
      const result = tf.tidy(() => model.predict(whole, { batchSize: 1024 }) as Tensor);
      const values = Float64Array.from(await result.data(), (value) =>
        outputs === 1 ? value * deviation + mean : value,
      );
      result.dispose();
      return values;
    },
    async fitted() {
      return { family: 'network', inputs: coding, mean, deviation, ...(await stateOf(tf, model)) };
    },
    dispose() {
      tf.dispose([...whole, target]);
      model.dispose();
      optimizer.dispose();
    },
  };
}

/** The layers model as TensorFlow.js would save it. */
async function stateOf(
  tf: TensorFlow,
  model: LayersModel,
): Promise<Pick<FittedNetwork, 'topology' | 'weights'>> {
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

function build(
  tf: TensorFlow,
  width: number,
  embedded: readonly { readonly size: number }[],
  outputs: number,
  { layers, units, dropout, l2 }: NetworkOptions,
  seed: () => number,
): LayersModel {
  const inputs: SymbolicTensor[] = [];
  const parts: SymbolicTensor[] = [];
  if (width > 0) {
    const numbers = tf.input({ shape: [width] });
    inputs.push(numbers);
    parts.push(numbers);
  }
  for (const { size } of embedded) {
    const code = tf.input({ shape: [1] });
    inputs.push(code);
    const outputDim = Math.min(32, Math.ceil(1.6 * size ** 0.56));
    const layer = tf.layers.embedding({
      inputDim: size,
      outputDim,
      embeddingsInitializer: tf.initializers.randomNormal({ stddev: 0.05, seed: seed() }),
    });
    parts.push(tf.layers.flatten().apply(layer.apply(code)) as SymbolicTensor);
  }
  let x = parts.length === 1 ? parts[0]! : (tf.layers.concatenate().apply(parts) as SymbolicTensor);
  for (let i = 0; i < layers; i++) {
    x = tf.layers
      .dense({
        units,
        activation: 'relu',
        kernelInitializer: tf.initializers.heNormal({ seed: seed() }),
        kernelRegularizer: tf.regularizers.l2({ l2 }),
      })
      .apply(x) as SymbolicTensor;
    if (dropout > 0) x = tf.layers.dropout({ rate: dropout, seed: seed() }).apply(x) as SymbolicTensor;
  }
  const head = tf.layers
    .dense({
      units: outputs,
      activation: outputs > 1 ? 'softmax' : 'linear',
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed() }),
    })
    .apply(x) as SymbolicTensor;
  return tf.model({ inputs, outputs: head });
}
