import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { randomStream } from '../../math/random.ts';
import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import type { Feature } from '../dataset.ts';
import { applyInputs, fitInputs, type InputCoding, type Scaling } from '../inputs.ts';
import { type SavedLayers, saveLayers } from '../layers-model.ts';
import { type Learner, type LearnerInput, outputsOf, softmax } from '../learner.ts';

export interface NetworkOptions {
  readonly layers: number;
  readonly units: number;
  readonly dropout: number;
  readonly learning_rate: number;
  readonly l2: number;
  readonly batch_size: number;
  /** How often the training sees each row, at most. */
  readonly passes: number;
  readonly scaling: Scaling;
}

/** Dense layers (ReLU between them) over inputs and embeddings, as the weights of a TensorFlow.js layers model. */
export interface FittedNetwork extends SavedLayers {
  readonly family: 'network';
  readonly inputs: readonly InputCoding[];
  readonly mean: number;
  readonly deviation: number;
}

/** Large data needs fewer passes for as good a model, and a trial must come to its end. */
const mostSteps = 20_000;

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
  const lastStep = Math.max(1, Math.min(options.passes * stepsAPass, mostSteps));

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
      return { family: 'network', inputs: coding, mean, deviation, ...(await saveLayers(tf, model)) };
    },
    dispose() {
      tf.dispose([...whole, target]);
      model.dispose();
      optimizer.dispose();
    },
  };
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

/** What the network says of each row, without TensorFlow: probabilities of the classes, or the number. */
export function predictNetwork(
  { inputs, weights, mean, deviation }: FittedNetwork,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const { width, values, embedded } = applyInputs(inputs, features, rows);
  const tables = weights.filter(({ name }) => name.endsWith('/embeddings'));
  const kernels = weights.filter(({ name }) => name.endsWith('/kernel'));
  const biases = weights.filter(({ name }) => name.endsWith('/bias'));
  const result = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const input: number[] = Array.from(values.subarray(row * width, (row + 1) * width));
    embedded.forEach(({ codes }, i) => {
      const size = tables[i]!.shape[1]!;
      input.push(...tables[i]!.values.subarray(codes[row]! * size, (codes[row]! + 1) * size));
    });
    let x = Float64Array.from(input);
    kernels.forEach(({ shape, values: kernel }, layer) => {
      const [from, to] = [shape[0]!, shape[1]!];
      const y = Float64Array.from(biases[layer]!.values);
      for (let i = 0; i < from; i++) {
        const xi = x[i]!;
        if (xi !== 0) for (let o = 0; o < to; o++) y[o]! += xi * kernel[i * to + o]!;
      }
      x = layer < kernels.length - 1 ? y.map((value) => Math.max(0, value)) : y;
    });
    result.set(
      outputs === 1 ? x.map((value) => value * deviation + mean) : softmax(x, outputs),
      row * outputs,
    );
  }
  return result;
}
