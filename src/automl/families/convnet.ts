import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { randomStream } from '../../math/random.ts';
import { useTensorFlow } from '../../tensorflow/architecture/binding.ts';
import { buildArchitecture } from '../../tensorflow/architecture/build.ts';
import { withSeed } from '../../tensorflow/seeding.ts';
import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import type { Feature } from '../dataset.ts';
import { type Augmentation, augment } from '../images/augment.ts';
import type { ImageFeature } from '../images/encode-pictures.ts';
import { type SavedLayers, saveLayers } from '../layers-model.ts';
import { type Learner, type LearnerInput, outputsOf } from '../learner.ts';
import { layersInterpreter } from './layers-interpreter.ts';

export interface ConvnetOptions extends Augmentation {
  readonly block: 'conv' | 'residual' | 'separable';
  /** The size is halved, and the filters doubled, from one to the next. */
  readonly stages: number;
  /** Blocks a stage. */
  readonly depth: number;
  /** Filters of the first stage. */
  readonly width: number;
  readonly kernel: number;
  readonly normalization: 'batch' | 'none';
  /** How what the last stage gives becomes a vector. */
  readonly reduce: 'flatten' | 'average' | 'max';
  readonly dropout: number;
  readonly learning_rate: number;
  readonly l2: number;
  readonly batch_size: number;
  /** How often the training sees each picture; few pictures are seen more often, see `fewestSeen`. */
  readonly passes: number;
  readonly label_smoothing: number;
}

/** Convolutions over pictures, as the weights of a TensorFlow.js layers model. */
export interface FittedConvnet extends SavedLayers {
  readonly family: 'convnet';
  /** Of the pixels of each channel. */
  readonly pixels: { readonly means: readonly number[]; readonly deviations: readonly number[] };
  /** Of the target of a regression. */
  readonly mean: number;
  readonly deviation: number;
}

/** Statistics of batches run with this momentum: the default of 0.99 takes longer than a short training. */
const batchMomentum = 0.9;
/** Share of the steps in which the learning rate rises to its height. */
const warmUp = 0.05;
/** A pass counts as one of at least so many pictures: fewer steps would not train. */
const fewestSeen = 800;
/** Pictures predicted at once. */
const predictedAtOnce = 256;

/** A convnet of blocks in stages; Adam, with a learning rate that rises, then falls as a cosine. */
export function convnet(
  tf: TensorFlow,
  { data, rows, seed }: LearnerInput,
  options: ConvnetOptions,
): Learner {
  const image = imageOf(data.features);
  const shape = [image.height, image.width, image.channels] as const;
  const one = shape[0] * shape[1] * shape[2];
  const pixels = pixelScale(image, rows);
  const values = scaled(image, pixels);
  const outputs = outputsOf(data);
  const random = randomStream(seed, 'convnet');
  const n = rows.length;
  const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const deviation =
    outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0) / n) || 1;
  const optimizer = tf.train.adam(options.learning_rate);
  const stepsAPass = Math.ceil(n / options.batch_size);
  const lastStep = options.passes * Math.ceil(Math.max(n, fewestSeen) / options.batch_size);
  let model: LayersModel | undefined;
  let order: number[] = [];
  let steps = 0;

  async function built(): Promise<LayersModel> {
    // Initialisers draw from Math.random.
    model ??= await withSeed(`convnet ${seed}`, () => build(tf, shape, outputs, options));
    if (!model.optimizer)
      model.compile({ optimizer, loss: outputs === 1 ? 'meanSquaredError' : 'categoricalCrossentropy' });
    return model;
  }

  function targetsOf(batch: readonly number[]): Float32Array {
    if (outputs === 1) return Float32Array.from(batch, (row) => (data.target[row]! - mean) / deviation);
    const off = options.label_smoothing / outputs;
    const made = new Float32Array(batch.length * outputs).fill(off);
    batch.forEach((row, i) => {
      made[i * outputs + data.target[row]!] = 1 - options.label_smoothing + off;
    });
    return made;
  }

  async function step(on: LayersModel): Promise<void> {
    const at = steps % stepsAPass;
    if (at === 0) order = random.shuffle([...rows]);
    const batch = order.slice(at * options.batch_size, (at + 1) * options.batch_size);
    const inputs = new Float32Array(batch.length * one);
    batch.forEach((row, i) => {
      augment({ from: values, at: row * one }, shape, options, random, inputs, i * one);
    });
    (optimizer as unknown as { learningRate: number }).learningRate = rateAt(
      steps / lastStep,
      options.learning_rate,
    );
    const x = tf.tensor4d(inputs, [batch.length, ...shape]);
    const y = tf.tensor2d(targetsOf(batch), [batch.length, outputs]);
    await on.trainOnBatch(x, y);
    tf.dispose([x, y]);
    steps += 1;
  }

  return {
    async trainTo(share) {
      const on = await built();
      // Dropout draws from Math.random, too.
      await withSeed(`convnet ${seed} ${steps}`, async () => {
        while (steps < Math.round(share * lastStep)) await step(on);
      });
    },
    async predict() {
      return predictBatches(tf, await built(), values, shape, (value) => value * deviation + mean);
    },
    async fitted() {
      return { family: 'convnet', pixels, mean, deviation, ...(await saveLayers(tf, await built())) };
    },
    dispose() {
      model?.dispose();
      optimizer.dispose();
    },
  };
}

function rateAt(share: number, height: number): number {
  if (share < warmUp) return (height * (share + warmUp / 10)) / (warmUp * 1.1);
  return Math.max(1e-7, (height * (1 + Math.cos((Math.PI * (share - warmUp)) / (1 - warmUp)))) / 2);
}

function build(
  tf: TensorFlow,
  shape: readonly number[],
  outputs: number,
  options: ConvnetOptions,
): LayersModel {
  useTensorFlow(tf);
  const { block, stages, depth, width, kernel, normalization, l2, dropout, reduce } = options;
  const blocks: Record<string, unknown>[] = [];
  // A depthwise convolution of a grey picture would see one channel only.
  if (block === 'separable') blocks.push({ type: 'conv', filters: width, kernel });
  let side = Math.min(shape[0]!, shape[1]!);
  for (let stage = 0; stage < stages; stage++) {
    const filters = Math.min(256, width * 2 ** stage);
    // Two pixels are the least that can be halved.
    const pools = side >= 4;
    if (stage > 0 && !pools) break;
    for (let i = 0; i < depth; i++)
      blocks.push({ type: block, filters, kernel, pool: i === depth - 1 && pools ? 'max' : 'none' });
    side = side >> (pools ? 1 : 0);
  }
  const model = buildArchitecture({ blocks, normalization, l2, initializer: 'heNormal' }, shape, {
    units: outputs,
    activation: outputs > 1 ? 'softmax' : 'linear',
    reduce,
    dropout,
  });
  for (const layer of model.layers)
    if (layer.getClassName() === 'BatchNormalization')
      (layer as unknown as { momentum: number }).momentum = batchMomentum;
  return model;
}

function imageOf(features: readonly Feature[]): ImageFeature {
  const image = features.find((feature) => feature.kind === 'image');
  if (!image) throw new Error('a convnet needs pictures');
  return image;
}

/** Mean and standard deviation of each channel over the pictures of some rows. */
function pixelScale(
  { height, width, channels, pixels }: ImageFeature,
  rows: Int32Array,
): FittedConvnet['pixels'] {
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  const one = height * width * channels;
  for (const row of rows)
    for (let i = 0; i < one; i++) {
      const value = pixels[row * one + i]!;
      sums[i % channels]! += value;
      squares[i % channels]! += value * value;
    }
  const count = rows.length * height * width;
  const means = Array.from(sums, (sum) => sum / count);
  const deviations = means.map((mean, c) => Math.sqrt(Math.max(0, squares[c]! / count - mean ** 2)) || 1);
  return { means, deviations };
}

function scaled(
  { channels, pixels }: ImageFeature,
  { means, deviations }: FittedConvnet['pixels'],
): Float32Array {
  const made = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++)
    made[i] = (pixels[i]! - means[i % channels]!) / deviations[i % channels]!;
  return made;
}

async function predictBatches(
  tf: TensorFlow,
  model: LayersModel,
  values: Float32Array,
  shape: readonly [number, number, number],
  number: (value: number) => number,
): Promise<Float64Array> {
  const one = shape[0] * shape[1] * shape[2];
  const rows = values.length / one;
  const outputs = model.outputs[0]!.shape.at(-1)!;
  const all = new Float64Array(rows * outputs);
  for (let from = 0; from < rows; from += predictedAtOnce) {
    const to = Math.min(rows, from + predictedAtOnce);
    const result = tf.tidy(
      () =>
        model.predictOnBatch(
          tf.tensor4d(values.subarray(from * one, to * one), [to - from, ...shape]),
        ) as Tensor,
    );
    all.set(await result.data(), from * outputs);
    result.dispose();
  }
  return outputs === 1 ? all.map(number) : all;
}

/** What the convnet says of each row, without TensorFlow: probabilities of the classes, or the number. */
export function predictConvnet(
  fitted: FittedConvnet,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const image = imageOf(features);
  const { height, width, channels } = image;
  const run = layersInterpreter(fitted);
  const values = scaled(image, fitted.pixels);
  const one = height * width * channels;
  const all = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const { values: said } = run({
      shape: [height, width, channels],
      values: values.subarray(row * one, (row + 1) * one),
    });
    for (let k = 0; k < outputs; k++)
      all[row * outputs + k] = outputs > 1 ? said[k]! : said[k]! * fitted.deviation + fitted.mean;
  }
  return all;
}

/** The same on TensorFlow.js. */
export async function predictConvnetWith(
  tf: TensorFlow,
  { topology, weights, pixels, mean, deviation }: FittedConvnet,
  features: readonly Feature[],
): Promise<Float64Array> {
  const image = imageOf(features);
  const bytes = Buffer.concat(
    weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  );
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({
      modelTopology: topology as object,
      weightSpecs: weights.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' as const })),
      weightData: Uint8Array.from(bytes).buffer,
    }),
  );
  try {
    const shape = [image.height, image.width, image.channels] as const;
    return await predictBatches(tf, model, scaled(image, pixels), shape, (value) => value * deviation + mean);
  } finally {
    model.dispose();
  }
}
