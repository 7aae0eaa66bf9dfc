import { expect, test } from 'vitest';
import { buildArchitecture } from '../../../src/tensorflow/architecture/build.ts';
import { modelCost } from '../../../src/tensorflow/architecture/cost.ts';
import { measureLatency } from '../../../src/tensorflow/architecture/latency.ts';
import { boundTf } from './tensorflow.ts';

const tf = await boundTf();
const { layers } = tf;

/** The cost of one layer over an input of a shape. */
function cost(layer: ReturnType<typeof layers.dense>, ...shapes: number[][]) {
  const inputs = shapes.map((shape) => tf.input({ shape }));
  const output = layer.apply(inputs.length === 1 ? inputs[0]! : inputs) as never;
  const { parameters, flops, uncounted } = modelCost(tf.model({ inputs, outputs: output }));
  expect(uncounted).toEqual([]);
  return [parameters, flops];
}

// Counted by hand: a multiply-add is two operations, all else one for each element.
test.each([
  // 10 × 5 products and sums, 5 biases.
  ['dense', layers.dense({ units: 5 }), [[10]], 55, 2 * 50 + 5],
  [
    'dense with relu, no bias',
    layers.dense({ units: 5, useBias: false, activation: 'relu' }),
    [[10]],
    50,
    105,
  ],
  // On each of 7 steps.
  ['dense over steps', layers.dense({ units: 5 }), [[7, 10]], 55, 7 * 105],
  // 8 × 8 pixels × 4 filters × (3 × 3 × 3 taps × 2 + bias).
  ['conv2d same', layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same' }), [[8, 8, 3]], 112, 256 * 55],
  // (8 − 3) / 2 + 1 = 3 pixels a side.
  [
    'conv2d valid, strided',
    layers.conv2d({ filters: 4, kernelSize: 3, strides: 2 }),
    [[8, 8, 3]],
    112,
    36 * 55,
  ],
  ['conv1d', layers.conv1d({ filters: 6, kernelSize: 5, padding: 'same' }), [[10, 2]], 66, 60 * 21],
  // Each channel by itself: 9 taps.
  ['depthwise', layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' }), [[8, 8, 3]], 30, 192 * 19],
  // 9 taps for each of 3 channels, then 3 → 4.
  [
    'separable',
    layers.separableConv2d({ filters: 4, kernelSize: 3, padding: 'same' }),
    [[8, 8, 3]],
    43,
    64 * (27 * 2 + 4 * 7),
  ],
  ['batch normalisation', layers.batchNormalization(), [[8, 8, 3]], 12, 2 * 192],
  ['layer normalisation', layers.layerNormalization(), [[8]], 16, 7 * 8],
  ['activation', layers.activation({ activation: 'relu' }), [[8, 8, 3]], 0, 192],
  ['softmax', layers.softmax(), [[10]], 0, 30],
  ['max pooling', layers.maxPooling2d({ poolSize: 2 }), [[8, 8, 3]], 0, 4 * 48],
  ['global average', layers.globalAveragePooling2d({}), [[8, 8, 3]], 0, 192],
  ['embedding', layers.embedding({ inputDim: 100, outputDim: 8 }), [[12]], 800, 0],
  ['dropout', layers.dropout({ rate: 0.5 }), [[8]], 0, 0],
  ['add', layers.add(), [[8], [8], [8]], 0, 16],
  [
    'multiply',
    layers.multiply(),
    [
      [4, 4, 2],
      [4, 4, 2],
    ],
    0,
    32,
  ],
  // 6 × 6 products of vectors of 5.
  [
    'dot',
    layers.dot({ axes: [2, 2] }),
    [
      [6, 5],
      [6, 5],
    ],
    0,
    36 * 10,
  ],
  // 7 steps of 4 units: 3 inputs and 4 states, bias, activation.
  ['simple RNN', layers.simpleRNN({ units: 4 }), [[7, 3]], 32, 7 * 4 * (14 + 1 + 1)],
  ['LSTM', layers.lstm({ units: 4 }), [[7, 3]], 128, 7 * 4 * (4 * 14 + 4 + 9)],
  ['GRU', layers.gru({ units: 4 }), [[7, 3]], 96, 7 * 4 * (3 * 14 + 3 + 8)],
  [
    'bidirectional',
    layers.bidirectional({ layer: layers.simpleRNN({ units: 4 }), mergeMode: 'concat' }),
    [[7, 3]],
    64,
    2 * 448,
  ],
] as const)('%s', (_, layer, shapes, parameters, flops) => {
  expect(cost(layer as never, ...(shapes as unknown as number[][]))).toEqual([parameters, flops]);
});

test('the first convolution of ResNet-50 has the 118 million multiply-adds that are known of it', () => {
  const layer = layers.conv2d({ filters: 64, kernelSize: 7, strides: 2, padding: 'same', useBias: false });
  expect(cost(layer as never, [224, 224, 3])).toEqual([9408, 2 * 118_013_952]);
});

test('size is four bytes a weight, and a layer that is not known is named', () => {
  const input = tf.input({ shape: [4, 4, 1] });
  const model = tf.model({ inputs: input, outputs: layers.upSampling2d({}).apply(input) as never });
  expect(modelCost(model)).toEqual({
    parameters: 0,
    trainable: 0,
    flops: 0,
    bytes: 0,
    uncounted: ['UpSampling2D'],
  });
  const mlp = buildArchitecture([{ type: 'dense', units: 8, normalization: 'batch' }], [4], { units: 2 });
  // 4 × 8, 4 × 8 of the normalisation (half of them do not train), 8 × 2 + 2.
  expect(modelCost(mlp)).toMatchObject({ parameters: 82, trainable: 66, bytes: 328 });
});

test('latency is a time, and leaves nothing behind', async () => {
  const model = buildArchitecture([{ type: 'conv', filters: 4 }], [8, 8, 1], { units: 2 });
  const { numTensors } = tf.memory();
  expect(await measureLatency(model, { runs: 3, batch: 2 })).toBeGreaterThan(0);
  expect(tf.memory().numTensors).toBe(numTensors);
});
