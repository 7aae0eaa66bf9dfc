import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { randomStream } from '../../math/random.ts';
import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import { applyInputs, fitInputs, type InputCoding } from '../inputs.ts';
import { type SavedLayers, saveLayers } from '../layers-model.ts';
import { type Learner, type LearnerInput, outputsOf } from '../learner.ts';
import {
  applySequences,
  firstToken,
  fitSequences,
  type SequenceCoding,
  type Vocabulary,
} from '../text/sequences.ts';
import { textsOf } from '../text/text-inputs.ts';

export interface EmbeddingOptions {
  /** What reads the embedded words: their mean, the strongest answers of filters over some neighbours, or a recurrent layer. */
  readonly reader: Reader;
  readonly vocabulary: Vocabulary;
  /** Tokens known. */
  readonly tokens: number;
  /** Tokens read of a text. */
  readonly length: number;
  /** Numbers of an embedding, filters of a convolution, units of a recurrent layer. */
  readonly units: number;
  readonly dropout: number;
  readonly learning_rate: number;
  readonly batch_size: number;
  readonly passes: number;
}

export type Reader = 'mean' | 'convolution' | 'gru';

/** Neighbours that a filter sees. */
export const filterWidth = 3;

/** Embedded tokens, what reads them, and a dense layer, as the weights of a TensorFlow.js layers model. */
export interface FittedEmbedding extends SavedLayers {
  readonly family: 'embedding';
  readonly reader: Reader;
  readonly sequences: readonly SequenceCoding[];
  readonly others: readonly InputCoding[];
  readonly mean: number;
  readonly deviation: number;
}

/** A network over embedded words or pieces of words, and the other columns; the learning rate falls as a cosine. */
export function embedding(
  tf: TensorFlow,
  { data, rows, seed }: LearnerInput,
  options: EmbeddingOptions,
): Learner {
  const texts = textsOf(data.features);
  const sequences = texts.map((own) =>
    fitSequences(own, rows, {
      vocabulary: options.vocabulary,
      length: options.length,
      size: options.tokens,
    }),
  );
  const coding = fitInputs(data.features, rows, { scaling: 'standard', mostColumns: 100, embed: false });
  const others = applyInputs(coding, data.features, data.rows);
  const outputs = outputsOf(data);
  const random = randomStream(seed, 'embedding');
  const n = rows.length;
  const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const deviation =
    outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0) / n) || 1;
  const model = build(tf, sequences, others.width, outputs, options, () => random.integer(2 ** 31));
  const optimizer = tf.train.adam(options.learning_rate);
  model.compile({ optimizer, loss: outputs === 1 ? 'meanSquaredError' : 'sparseCategoricalCrossentropy' });
  const numbers = sequences.map((own, i) => applySequences(own, texts[i]!));
  const target = Float32Array.from(data.target, (y) => (y - mean) / deviation);
  let order: number[] = [];
  let steps = 0;
  const stepsAPass = Math.max(1, Math.ceil(n / options.batch_size));
  const lastStep = Math.max(1, options.passes * stepsAPass);

  /** The inputs of some rows. */
  function take(of: ArrayLike<number>): Tensor[] {
    const count = of.length;
    const inputs: Tensor[] = [];
    numbers.forEach((all, i) => {
      const { length } = sequences[i]!;
      const tokens = new Float32Array(count * length);
      for (let r = 0; r < count; r++)
        tokens.set(all.subarray(of[r]! * length, (of[r]! + 1) * length), r * length);
      inputs.push(tf.tensor2d(tokens, [count, length]));
      if (options.reader === 'mean') inputs.push(tf.tensor2d(shares(tokens, length), [count, length]));
    });
    if (others.width > 0) {
      const values = new Float32Array(count * others.width);
      for (let r = 0; r < count; r++)
        values.set(
          others.values.subarray(of[r]! * others.width, (of[r]! + 1) * others.width),
          r * others.width,
        );
      inputs.push(tf.tensor2d(values, [count, others.width]));
    }
    return inputs;
  }

  async function step(): Promise<void> {
    const at = steps % stepsAPass;
    if (at === 0) order = random.shuffle([...rows]);
    const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
    const rate = (options.learning_rate * (1 + Math.cos((Math.PI * steps) / lastStep))) / 2;
    (optimizer as unknown as { learningRate: number }).learningRate = Math.max(rate, 1e-7);
    const inputs = take(batch);
    const truth = tf.tensor2d(
      Float32Array.from(batch, (row) => target[row]!),
      [batch.length, 1],
    );
    await model.trainOnBatch(inputs, truth);
    tf.dispose([...inputs, truth]);
    steps += 1;
  }

  return {
    async trainTo(share) {
      while (steps < Math.round(share * lastStep)) await step();
    },
    async predict() {
      const all = new Float64Array(data.rows * outputs);
      const size = 256;
      for (let from = 0; from < data.rows; from += size) {
        const count = Math.min(size, data.rows - from);
        const inputs = take(Int32Array.from({ length: count }, (_, i) => from + i));
        const result = model.predictOnBatch(inputs) as Tensor;
        all.set(await result.data(), from * outputs);
        tf.dispose([...inputs, result]);
      }
      return outputs === 1 ? all.map((value) => value * deviation + mean) : all;
    },
    async fitted() {
      const { reader } = options;
      const saved = await saveLayers(tf, model);
      return { family: 'embedding', reader, sequences, others: coding, mean, deviation, ...saved };
    },
    dispose() {
      model.dispose();
      optimizer.dispose();
    },
  };
}

/** What each token weighs in the mean of its row: 1 / how many there are, 0 where there is none. */
function shares(tokens: Float32Array, length: number): Float32Array {
  const weights = new Float32Array(tokens.length);
  for (let from = 0; from < tokens.length; from += length) {
    let count = 0;
    for (let i = 0; i < length; i++) if (tokens[from + i]! > 0) count += 1;
    for (let i = 0; i < length; i++) if (tokens[from + i]! > 0) weights[from + i] = 1 / count;
  }
  return weights;
}

function build(
  tf: TensorFlow,
  sequences: readonly SequenceCoding[],
  others: number,
  outputs: number,
  { reader, units, dropout }: EmbeddingOptions,
  seed: () => number,
): LayersModel {
  const inputs: SymbolicTensor[] = [];
  const parts: SymbolicTensor[] = [];
  const thinned = (x: SymbolicTensor) =>
    dropout > 0 ? (tf.layers.dropout({ rate: dropout, seed: seed() }).apply(x) as SymbolicTensor) : x;
  for (const { tokens, length } of sequences) {
    const codes = tf.input({ shape: [length] });
    inputs.push(codes);
    const embedded = tf.layers
      .embedding({
        inputDim: tokens.length + firstToken,
        outputDim: units,
        embeddingsInitializer: tf.initializers.randomNormal({ stddev: 0.1, seed: seed() }),
      })
      .apply(codes) as SymbolicTensor;
    if (reader === 'mean') {
      const weights = tf.input({ shape: [length] });
      inputs.push(weights);
      parts.push(tf.layers.dot({ axes: 1 }).apply([weights, embedded]) as SymbolicTensor);
    } else if (reader === 'convolution') {
      const filtered = tf.layers
        .conv1d({
          filters: units,
          kernelSize: filterWidth,
          activation: 'relu',
          kernelInitializer: tf.initializers.heNormal({ seed: seed() }),
        })
        .apply(thinned(embedded));
      parts.push(tf.layers.globalMaxPooling1d().apply(filtered) as SymbolicTensor);
    } else
      parts.push(
        tf.layers
          .gru({
            units,
            recurrentActivation: 'sigmoid',
            kernelInitializer: tf.initializers.glorotUniform({ seed: seed() }),
            recurrentInitializer: tf.initializers.glorotUniform({ seed: seed() }),
          })
          .apply(thinned(embedded)) as SymbolicTensor,
      );
  }
  if (others > 0) {
    const numbers = tf.input({ shape: [others] });
    inputs.push(numbers);
    parts.push(numbers);
  }
  const joined = parts.length === 1 ? parts[0]! : (tf.layers.concatenate().apply(parts) as SymbolicTensor);
  const head = tf.layers
    .dense({
      units: outputs,
      activation: outputs > 1 ? 'softmax' : 'linear',
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed() }),
    })
    .apply(thinned(joined)) as SymbolicTensor;
  return tf.model({ inputs, outputs: head });
}
