/**
 * Runs the same computations on the WASM backend, with our training kernels, and on the CPU backend of TensorFlow.js,
 * and sends the differences to the parent process.
 */
import { bundledTensorFlow } from '../../../src/tensorflow/tensorflow.ts';
import { startWasm } from '../../../src/tensorflow/wasm-backend.ts';

const tf = bundledTensorFlow();
type Tensor = import('@tensorflow/tfjs-core').Tensor;

export interface Comparison {
  readonly name: string;
  /** Largest difference over all outputs, relative to the largest value (absolute below 1). */
  readonly difference?: number;
  /** Largest absolute value. */
  readonly size?: number;
  readonly error?: string;
}

type Case = readonly [name: string, compute: () => Tensor | readonly Tensor[] | Promise<readonly Tensor[]>];

/** Deterministic data in about -1…1; both backends get the same. */
function values(shape: readonly number[], phase = 0): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const data = Float32Array.from(
    { length: size },
    (_, i) => Math.sin(i * 12.9898 + phase * 78.233) * Math.cos(i * 0.37),
  );
  return tf.tensor(data, [...shape]);
}

const cases: Case[] = [];

for (const stride of [1, 2, 3] as const)
  for (const pad of ['same', 'valid', 1] as const)
    for (const [size, channels, filters] of [
      [3, 3, 4],
      [2, 1, 5],
      [1, 4, 1],
      [5, 2, 3],
    ] as const) {
      if (pad === 1 && size === 1) continue;
      const x = () => values([2, 7, 6, channels]);
      const conv = (f: (x: Tensor, w: Tensor) => Tensor, w: Tensor) => () =>
        tf.grads(f as never)([x(), w]) as Tensor[];
      const round = pad === 1 ? ('floor' as const) : undefined;
      cases.push([
        `conv2d ${size}x${size} ${channels}->${filters} stride ${stride} pad ${pad}`,
        () =>
          conv(
            (x, w) => (tf.conv2d(x as never, w as never, stride, pad, 'NHWC', 1, round) as Tensor).square(),
            values([size, size, channels, filters], 1),
          )(),
      ]);
      for (const multiplier of [1, 2])
        cases.push([
          `depthwiseConv2d ${size}x${size} ${channels}x${multiplier} stride ${stride} pad ${pad}`,
          () =>
            conv(
              (x, w) =>
                (
                  tf.depthwiseConv2d(x as never, w as never, stride, pad, 'NHWC', [1, 1], round) as Tensor
                ).square(),
              values([size, size, channels, multiplier], 1),
            )(),
        ]);
    }

for (const stride of [1, 2] as const)
  for (const pad of ['same', 'valid'] as const)
    cases.push([
      `conv3d stride ${stride} pad ${pad}`,
      () =>
        tf.grads(((x: Tensor, w: Tensor) =>
          (tf.conv3d(x as never, w as never, stride, pad) as Tensor).square()) as never)([
          values([2, 5, 4, 3, 2]),
          values([2, 3, 2, 2, 3], 1),
        ]) as Tensor[],
    ]);

for (const [window, stride, pad] of [
  [3, 2, 'same'],
  [3, 1, 'valid'],
  [2, 3, 'same'],
] as const)
  cases.push([
    `maxPool ${window}x${window} stride ${stride} pad ${pad}`,
    () =>
      tf.grad((x: Tensor) => (tf.maxPool(x as never, window, stride, pad) as Tensor).square())(
        values([2, 7, 6, 3]),
      ),
  ]);

cases.push([
  'maxPool of equal values',
  () =>
    tf.grad((x: Tensor) => (tf.maxPool(x as never, 2, 2, 'valid') as Tensor).mul(values([1, 3, 3, 2])))(
      tf.ones([1, 6, 6, 2]),
    ),
]);

for (const shape of [
  [6, 3],
  [2, 4, 5, 3],
])
  cases.push([
    `batchNorm of ${shape.length} dimensions`,
    () =>
      tf.grads(((x: Tensor, mean: Tensor, variance: Tensor, offset: Tensor, scale: Tensor) =>
        tf
          .batchNorm(x, mean as never, variance as never, offset as never, scale as never, 0.01)
          .square()) as never)([
        values(shape),
        values([3], 1),
        values([3], 2).square().add(0.2),
        values([3], 3),
        values([3], 4),
      ]),
  ]);

// More patches than are unrolled at a time.
cases.push([
  'conv2d whose patches exceed one slice',
  () =>
    tf.grad((w: Tensor) => tf.conv2d(values([4, 130, 130, 16]) as never, w as never, 1, 'same') as Tensor)(
      values([3, 3, 16, 2], 1),
    ),
]);

cases.push(
  [
    'unsortedSegmentSum with repeated, dropped and empty segments',
    () => tf.unsortedSegmentSum(values([6, 2, 3]), tf.tensor1d([0, 2, 2, 0, 4, 2], 'int32'), 6),
  ],
  [
    'gather',
    () =>
      tf.grad((x: Tensor) =>
        tf
          .gather(
            x,
            tf.tensor2d(
              [
                [0, 1, 1],
                [3, 0, 1],
              ],
              [2, 3],
              'int32',
            ),
          )
          .square(),
      )(values([4, 3])),
  ],
  [
    'gather along axis 1',
    () => tf.grad((x: Tensor) => tf.gather(x, tf.tensor1d([2, 2, 0], 'int32'), 1).square())(values([4, 3])),
  ],
);

for (const [equation, ...shapes] of [
  ['ij,jk->ik', [3, 4], [4, 5]],
  ['bij,bjk->bik', [2, 3, 4], [2, 4, 5]],
  ['bij,bkj->ikb', [2, 3, 4], [2, 5, 4]],
  ['abc,cde->abde', [2, 3, 4], [4, 2, 3]],
  ['aecd,abcd->acbe', [2, 3, 4, 5], [2, 6, 4, 5]],
  ['i,j->ij', [3], [4]],
  ['i,i->', [5], [5]],
  ['ij->ji', [3, 4]],
  ['ij->', [3, 4]],
  ['ij->ij', [3, 4]],
  ['ijk,ik->k', [2, 3, 4], [2, 4]],
  ['ij,ij->ij', [3, 4], [3, 4]],
] as [string, ...number[][]][])
  cases.push([
    `einsum ${equation}`,
    () => tf.einsum(equation, ...shapes.map((shape, i) => values(shape, i))),
  ]);

/** Every trainable layer of the layers API, on an input that it takes. */
const image = [6, 6, 3];
const sequence = [5, 4];
const layers: readonly (readonly [
  string,
  readonly number[],
  () => import('@tensorflow/tfjs-layers').layers.Layer,
])[] = [
  ['dense', [7], () => tf.layers.dense({ units: 5, activation: 'tanh' })],
  ['dense on a sequence', sequence, () => tf.layers.dense({ units: 5, activation: 'relu' })],
  ['conv1d', sequence, () => tf.layers.conv1d({ filters: 3, kernelSize: 2, padding: 'same' })],
  ['conv2d', image, () => tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' })],
  ['conv2dTranspose', image, () => tf.layers.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2 })],
  ['conv3d', [4, 4, 4, 2], () => tf.layers.conv3d({ filters: 2, kernelSize: 2 })],
  ['depthwiseConv2d', image, () => tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 })],
  ['separableConv2d', image, () => tf.layers.separableConv2d({ filters: 4, kernelSize: 3 })],
  ['batchNormalization', image, () => tf.layers.batchNormalization()],
  ['layerNormalization', sequence, () => tf.layers.layerNormalization()],
  ['prelu', [7], () => tf.layers.prelu({ alphaInitializer: 'ones' })],
  ['simpleRNN', sequence, () => tf.layers.simpleRNN({ units: 3 })],
  ['gru', sequence, () => tf.layers.gru({ units: 3 })],
  ['lstm', sequence, () => tf.layers.lstm({ units: 3, returnSequences: true })],
  [
    'bidirectional lstm',
    sequence,
    () => tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 3 }) as never, mergeMode: 'concat' }),
  ],
  ['convLstm2d', [3, 5, 5, 2], () => tf.layers.convLstm2d({ filters: 2, kernelSize: 2 })],
  ['timeDistributed', sequence, () => tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 2 }) })],
  ...(
    [
      'relu',
      'relu6',
      'elu',
      'selu',
      'swish',
      'gelu',
      'mish',
      'softplus',
      'softsign',
      'sigmoid',
      'hardSigmoid',
      'tanh',
      'softmax',
      'logSoftmax',
    ] as const
  ).map(
    (activation) =>
      [
        `activation ${activation}`,
        [6],
        () => tf.layers.dense({ units: 4, activation: activation as never }),
      ] as const,
  ),
];

/** Layers without weights: the gradient goes to a dense layer before them. */
const passing: readonly (readonly [
  string,
  readonly number[],
  () => import('@tensorflow/tfjs-layers').layers.Layer,
])[] = [
  ['maxPooling2d', image, () => tf.layers.maxPooling2d({ poolSize: 2 })],
  ['averagePooling2d', image, () => tf.layers.averagePooling2d({ poolSize: 2, padding: 'same', strides: 1 })],
  ['maxPooling1d', sequence, () => tf.layers.maxPooling1d({ poolSize: 2 })],
  ['averagePooling1d', sequence, () => tf.layers.averagePooling1d({ poolSize: 2 })],
  ['maxPooling3d', [4, 4, 4, 2], () => tf.layers.maxPooling3d({ poolSize: 2 } as never)],
  ['averagePooling3d', [4, 4, 4, 2], () => tf.layers.averagePooling3d({ poolSize: 2 } as never)],
  ['globalAveragePooling2d', image, () => tf.layers.globalAveragePooling2d({})],
  ['globalMaxPooling2d', image, () => tf.layers.globalMaxPooling2d({})],
  ['globalAveragePooling1d', sequence, () => tf.layers.globalAveragePooling1d()],
  ['globalMaxPooling1d', sequence, () => tf.layers.globalMaxPooling1d()],
  ['upSampling2d', image, () => tf.layers.upSampling2d({})],
  ['zeroPadding2d', image, () => tf.layers.zeroPadding2d()],
  [
    'cropping2D',
    image,
    () =>
      tf.layers.cropping2D({
        cropping: [
          [1, 1],
          [2, 1],
        ],
      }),
  ],
  ['leakyReLU', [6], () => tf.layers.leakyReLU()],
  ['elu', [6], () => tf.layers.elu()],
  ['reLU', [6], () => tf.layers.reLU({ maxValue: 0.5 })],
  ['softmax', [6], () => tf.layers.softmax()],
  ['permute', sequence, () => tf.layers.permute({ dims: [2, 1] })],
  ['repeatVector', [6], () => tf.layers.repeatVector({ n: 3 })],
  ['reshape', [6], () => tf.layers.reshape({ targetShape: [2, 3] })],
  ['flatten', image, () => tf.layers.flatten()],
];

/** Gradients of a squared output with respect to all weights of a model, which are set to known values. */
function gradients(model: import('@tensorflow/tfjs-layers').LayersModel, input: Tensor): Tensor[] {
  model.setWeights(
    model.getWeights().map((weight, i) =>
      tf
        .mul(values(weight.shape, i + 2), 0.5)
        .abs()
        .add(0.05),
    ),
  );
  const variables = model.trainableWeights.map(
    (weight) => weight.read() as import('@tensorflow/tfjs-core').Variable,
  );
  const { grads } = tf.variableGrads(
    () => (model.apply(input, { training: true }) as Tensor).square().mean() as never,
    variables,
  );
  return Object.values(grads) as Tensor[];
}

for (const [name, shape, layer] of layers)
  cases.push([
    `layer ${name}`,
    () => {
      const model = tf.sequential();
      // A dense layer before, so that the gradient with respect to the input counts as well.
      model.add(tf.layers.dense({ units: shape.at(-1)!, inputShape: [...shape] }));
      model.add(layer());
      return gradients(model, values([2, ...shape]));
    },
  ]);
for (const [name, shape, layer] of passing)
  cases.push([
    `layer ${name}`,
    () => {
      const model = tf.sequential();
      model.add(tf.layers.dense({ units: shape.at(-1)!, inputShape: [...shape] }));
      model.add(layer());
      // One image where two are resized: for more, it is the CPU backend (4.22) that gets resizing backwards wrong.
      return gradients(model, values([name === 'upSampling2d' ? 1 : 2, ...shape]));
    },
  ]);
cases.push([
  'layer embedding',
  () => {
    const model = tf.sequential();
    model.add(tf.layers.embedding({ inputDim: 6, outputDim: 3, inputLength: 4 }));
    model.add(tf.layers.lstm({ units: 2 }));
    return gradients(
      model,
      tf.tensor2d([
        [0, 1, 1, 5],
        [3, 3, 3, 0],
      ]),
    );
  },
]);

const losses = [
  'meanSquaredError',
  'meanAbsoluteError',
  'meanSquaredLogarithmicError',
  'categoricalCrossentropy',
  'binaryCrossentropy',
  'squaredHinge',
  'hinge',
  'categoricalHinge',
  'logcosh',
  'kullbackLeiblerDivergence',
  'poisson',
  'cosineProximity',
];
/** Weights after three steps of an optimizer. */
async function trained(
  loss: string,
  optimizer: import('@tensorflow/tfjs-core').Optimizer,
): Promise<Tensor[]> {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })],
  });
  model.setWeights(model.getWeights().map((weight, i) => values(weight.shape, i + 2)));
  model.compile({ optimizer, loss });
  const x = values([5, 4]);
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 1, 0], 'int32'), 3).toFloat();
  for (let step = 0; step < 3; step++) await model.trainOnBatch(x, y);
  return model.getWeights();
}
for (const loss of losses) cases.push([`loss ${loss}`, () => trained(loss, tf.train.sgd(0.1))]);
for (const [name, make] of Object.entries({
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  nesterov: () => tf.train.momentum(0.1, 0.9, true),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.1),
  adam: () => tf.train.adam(0.1),
  adamax: () => tf.train.adamax(0.1),
  rmsprop: () => tf.train.rmsprop(0.1, 0.9, 0.5),
}))
  cases.push([`optimizer ${name}`, () => trained('meanSquaredError', make())]);

async function run(backend: string, compute: Case[1]): Promise<Float32Array[] | string> {
  await tf.setBackend(backend);
  if (backend === 'wasm') soilHeap();
  try {
    const outputs = [await compute()].flat() as Tensor[];
    return outputs.map((output) => Float32Array.from(output.dataSync()));
  } catch (error) {
    return `${backend}: ${(error as Error).message}`;
  }
}

/** Leaves garbage in freed memory of the WASM heap, which a kernel that forgets to clear its output would add to. */
function soilHeap(): void {
  const garbage = [16, 64, 256, 1024, 4096, 65536].flatMap((size) =>
    Array.from({ length: 8 }, () => tf.fill([size], 1e6)),
  );
  tf.dispose(garbage);
}

const comparisons: Comparison[] = [];
await startWasm(tf);
await tf.setBackend('cpu');
(tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
for (const [name, compute] of cases) {
  const cpu = await run('cpu', compute);
  const wasm = await run('wasm', compute);
  if (typeof cpu === 'string' || typeof wasm === 'string') {
    comparisons.push({ name, error: [cpu, wasm].filter((result) => typeof result === 'string').join('; ') });
    continue;
  }
  let difference = cpu.length === wasm.length ? 0 : Number.NaN;
  let size = 0;
  cpu.forEach((expected, i) => {
    expected.forEach((value, j) => {
      size = Math.max(size, Math.abs(value));
      const off = Math.abs(value - wasm[i]![j]!);
      difference = Number.isNaN(off) ? Number.NaN : Math.max(difference, off);
    });
  });
  comparisons.push({ name, difference: difference / Math.max(1, size), size });
}
process.send!(comparisons, () => process.exit(0));
