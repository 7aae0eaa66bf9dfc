import { expect, test } from 'vitest';
import { buildArchitecture } from '../../../src/tensorflow/architecture/build.ts';
import { modelCost } from '../../../src/tensorflow/architecture/cost.ts';
import { boundTf } from './tensorflow.ts';

const tf = await boundTf();
const classes = { units: 3, activation: 'softmax' } as const;

/** The message of what building throws, with the name of the error. */
function refusal(config: unknown, shape: readonly number[], options = {}): string {
  try {
    buildArchitecture(config, shape, classes, options);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  throw new Error('was built');
}

const images = [8, 8, 2];
const steps = [6, 3];
const every: readonly (readonly [string, object, readonly number[]])[] = [
  ['dense', { units: 7, skip: true }, [5]],
  ['conv', { filters: 4, kernel: 5, convs: 2, pool: 'max' }, images],
  ['conv', { filters: 4, stride: 2, skip: true }, steps],
  ['separable', { filters: 4, stride: 2, skip: true }, images],
  ['residual', { filters: 4 }, images],
  ['residual', { filters: 2, stride: 2 }, steps],
  ['bottleneck', { filters: 8, reduction: 2 }, images],
  ['inverted_residual', { filters: 2, expansion: 3 }, images],
  ['inverted_residual', { filters: 4, expansion: 1, squeeze: 0, stride: 2 }, images],
  ['recurrent', { units: 4 }, steps],
  ['recurrent', { units: 4, cell: 'gru', bidirectional: true }, steps],
  ['attention', { heads: 2 }, steps],
  ['attention', { heads: 1, feed_forward: 0 }, [4, 4, 2]],
  ['embedding', { vocabulary: 9, size: 4 }, [6]],
];
const around = [
  {},
  { normalization: 'batch', activation: 'swish', l2: 1e-3, dropout: 0.2 },
  { normalization: 'layer', activation: 'leaky_relu', initializer: 'heNormal' },
];

test.each(every)('%s %j over %j is built, and trains', async (type, settings, shape) => {
  for (const common of around) {
    const model = buildArchitecture([{ block: { type, ...settings }, ...common }], shape, classes);
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    expect(model.outputs[0]!.shape).toEqual([null, 3]);
    expect(modelCost(model).uncounted).toEqual([]);
    const x = type === 'embedding' ? tf.zeros([4, ...shape]) : tf.randomNormal([4, ...shape]);
    const before = model.getWeights().map((weight) => weight.dataSync().slice());
    const { history } = await model.fit(x, tf.oneHot([0, 1, 2, 0], 3), { epochs: 1, verbose: 0 });
    expect(history['loss']![0]).toBeTypeOf('number');
    const moved = model
      .getWeights()
      .some((weight, i) => weight.dataSync().some((value, j) => value !== before[i]![j]));
    expect(moved).toBe(true);
    model.dispose();
  }
});

test('blocks follow one another: an image is reduced for a dense block, a sequence goes on where it can be used', () => {
  const conv = { type: 'conv', filters: 4 };
  const model = buildArchitecture([conv, { type: 'dense', units: 5, reduce: 'flatten' }], images, classes);
  expect(model.getLayer('b1_dense').getWeights()[0]!.shape).toEqual([8 * 8 * 4, 5]);
  const recurrent = { type: 'recurrent', units: 4 };
  const stacked = buildArchitecture([recurrent, recurrent], steps, classes);
  expect(stacked.getLayer('b0_recurrent').outputShape).toEqual([null, 6, 4]);
  expect(stacked.getLayer('b1_recurrent').outputShape).toEqual([null, 4]);
});

test('settings beside the blocks hold for all, stages hand theirs on, and repeats stride once', () => {
  const model = buildArchitecture(
    {
      learning_rate: 0.1,
      normalization: 'batch',
      blocks: [
        { block: { type: 'conv', filters: 2 }, normalization: 'none' },
        { filters: 4, blocks: [{ type: 'residual', stride: 2, repeats: 2 }, { type: 'separable' }] },
      ],
    },
    images,
    classes,
  );
  const names = model.layers.map(({ name }) => name);
  expect(names).toContain('b1_conv1_norm');
  expect(names).not.toContain('b0_conv_norm');
  expect(model.getLayer('b2_conv2').outputShape).toEqual([null, 4, 4, 4]);
  expect(model.getLayer('b3_pointwise').outputShape).toEqual([null, 4, 4, 4]);
});

test('no block at all is a network of the head alone, and limits that are kept stand in nobody’s way', () => {
  const model = buildArchitecture({ blocks: [] }, images, classes, {
    limits: { parameters: 9, flops: 1000 },
  });
  // The mean of 2 channels, 2 × 3 weights and 3 biases.
  expect(modelCost(model).parameters).toBe(9);
});

test('what does not fit is infeasible, with the block and the reason', async () => {
  const pooled = Array.from({ length: 5 }, () => ({ block: { type: 'conv', filters: 2, pool: 'max' } }));
  await expect(
    [
      refusal(pooled, images),
      refusal([{ block: { type: 'dense', units: 4 } }, { block: { type: 'conv', filters: 2 } }], images),
      refusal([{ type: 'recurrent', units: 4 }], images),
      refusal([{ type: 'separable', filters: 2, stride: 4 }], [2, 2, 1]),
      refusal(
        [
          { type: 'conv', filters: 2 },
          { type: 'embedding', vocabulary: 5, size: 2 },
        ],
        images,
      ),
      refusal([{ type: 'embedding', vocabulary: 5, size: 2 }], images),
      refusal([{ type: 'bottleneck', filters: 2 }], images),
      refusal([{ type: 'dense', units: 100 }], [50], { limits: { parameters: 5000 } }),
      refusal([{ type: 'conv', filters: 32 }], images, { limits: { flops: 1e4 } }),
      refusal(
        [
          { type: 'dense', units: 100_000 },
          { type: 'dense', units: 100_000 },
        ],
        [4],
      ),
    ].join('\n'),
  ).toMatchFileSnapshot('__golden__/infeasible.txt');
});

test('a config that is none is an error that says what is wrong', async () => {
  await expect(
    [
      refusal({ layers: [] }, [4]),
      refusal([5], [4]),
      refusal([{ units: 4 }], [4]),
      refusal([{ type: 'dens', units: 4 }], [4]),
      refusal([{ type: 'dense', unit: 4 }], [4]),
      refusal([{ block: { type: 'dense', units: 4, filters: 3 } }], [4]),
      refusal([{ type: 'dense' }], [4]),
      refusal([{ type: 'dense', units: 0.5 }], [4]),
      refusal([{ type: 'dense', units: 4, activation: 'rleu' }], [4]),
      refusal([{ type: 'dense', units: 4, dropout: 1 }], [4]),
      refusal([{ type: 'dense', units: 4, repeats: 0 }], [4]),
      refusal([{ repeats: 100, blocks: [{ type: 'dense', units: 4, repeats: 100 }] }], [4]),
      refusal([{ type: 'dense', units: 4 }], [0, 4]),
    ].join('\n'),
  ).toMatchFileSnapshot('__golden__/errors.txt');
});

test('a network that is infeasible leaves no weights behind', () => {
  const { numTensors } = tf.memory();
  refusal(
    [
      { type: 'dense', units: 50 },
      { type: 'conv', filters: 2 },
    ],
    [4],
  );
  expect(tf.memory().numTensors).toBe(numTensors);
});

test('a model is saved and loaded by plain TensorFlow.js', async () => {
  const config = [
    { type: 'inverted_residual', filters: 2, normalization: 'batch' },
    { type: 'attention', heads: 2 },
  ];
  const model = buildArchitecture(config, images, classes);
  let saved: unknown;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved as never));
  const x = tf.randomNormal([2, ...images]);
  const [a, b] = [model, loaded].map((each) =>
    (each.predict(x) as never as { arraySync(): number[][] }).arraySync(),
  );
  expect(a).toEqual(b);
});
