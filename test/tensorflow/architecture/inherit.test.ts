import type { LayersModel } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchitecture } from '../../../src/tensorflow/architecture/build.ts';
import { alignBlocks } from '../../../src/tensorflow/architecture/inheritance/align.ts';
import { inheritWeights } from '../../../src/tensorflow/architecture/inheritance/inherit.ts';
import { seededRandom } from '../../../src/tensorflow/seeding.ts';
import { boundTf } from './tensorflow.ts';

const tf = await boundTf();
type Block = Readonly<Record<string, unknown>>;

/** A network whose every weight is random, those of normalisations too. */
function network(config: unknown, shape: readonly number[], seed = 1): LayersModel {
  const model = buildArchitecture(config, shape, { units: 3, activation: 'softmax' });
  const random = seededRandom(seed);
  model.setWeights(
    model.weights.map(({ shape, originalName }) => {
      const size = shape.reduce<number>((all, side) => all * side!, 1);
      const positive = /variance|gamma/.test(originalName);
      const values = Float32Array.from({ length: size }, () =>
        positive ? 0.5 + random() : 0.8 * (random() - 0.5),
      );
      return tf.tensor(values, shape as number[]);
    }),
  );
  return model;
}

/** The largest difference of what two networks predict of the same random inputs. */
function difference(a: LayersModel, b: LayersModel): number {
  const [, ...shape] = a.inputs[0]!.shape as number[];
  const first = a.layers[1]!.getClassName();
  return tf.tidy(() => {
    const x =
      first === 'Embedding'
        ? tf.randomUniform([6, ...shape], 0, 5, 'int32', 4)
        : tf.randomNormal([6, ...shape], 0, 1, 'float32', 4);
    const [p, q] = [a, b].map((model) => model.predict(x as never) as ReturnType<typeof tf.zeros>);
    return tf.max(tf.abs(tf.sub(p!, q!))).dataSync()[0]!;
  });
}

function inherited(parent: unknown, child: unknown, shape: readonly number[]) {
  const elder = network(parent, shape);
  const young = network(child, shape, 2);
  const result = inheritWeights(young, elder, seededRandom(3));
  return { ...result, difference: difference(elder, young) };
}

const image = [8, 8, 2];
const steps = [5, 3];
const conv = { type: 'conv', filters: 4 };
const dense = { type: 'dense', units: 6 };
const preserving: Readonly<Record<string, readonly [Block[], Block[], readonly number[]]>> = {
  'the same network': [[conv, dense], [conv, dense], image],
  'a wider dense layer': [[dense, dense], [{ ...dense, units: 11 }, dense], [4]],
  'both wider, with a shortcut': [
    [dense, { ...dense, skip: true }],
    [
      { ...dense, units: 9 },
      { ...dense, units: 9, skip: true },
    ],
    [4],
  ],
  'a deeper one': [[dense], [dense, dense], [4]],
  'deeper and wider at once': [
    [dense],
    [
      { ...dense, units: 13 },
      { ...dense, units: 17 },
    ],
    [4],
  ],
  'a wider convolution, flattened': [
    [conv, { ...dense, reduce: 'flatten' }],
    [
      { ...conv, filters: 7 },
      { ...dense, units: 10, reduce: 'flatten' },
    ],
    image,
  ],
  'a larger kernel': [[conv], [{ ...conv, kernel: 5 }], image],
  'one convolution more in a block': [[conv], [{ ...conv, convs: 2 }], image],
  'a new convolution': [[conv, dense], [conv, { ...conv, kernel: 5, filters: 6 }, dense], image],
  'a new separable convolution': [[conv], [conv, { type: 'separable', filters: 5 }], image],
  'a new residual block': [[conv], [conv, { type: 'residual', filters: 4 }], image],
  'a new residual block that is wider': [[conv], [conv, { type: 'residual', filters: 6 }], image],
  'a new bottleneck': [[conv], [conv, { type: 'bottleneck', filters: 4, reduction: 2 }], image],
  'a new inverted residual, whatever the activation': [
    [{ ...conv, activation: 'tanh' }],
    [
      { ...conv, activation: 'tanh' },
      { type: 'inverted_residual', filters: 4, activation: 'swish' },
    ],
    image,
  ],
  'wider residual blocks': [
    [conv, { type: 'residual', filters: 4 }, { type: 'bottleneck', filters: 4, reduction: 2, stride: 2 }],
    [
      { ...conv, filters: 6 },
      { type: 'residual', filters: 6 },
      { type: 'bottleneck', filters: 8, reduction: 2, stride: 2 },
    ],
    image,
  ],
  'a wider inverted residual with squeeze and excite': [
    [conv, { type: 'inverted_residual', filters: 4, expansion: 2 }],
    [
      { ...conv, filters: 8 },
      { type: 'inverted_residual', filters: 8, expansion: 3 },
    ],
    image,
  ],
  'a wider separable convolution': [
    [{ type: 'separable', filters: 3, pool: 'max' }, conv],
    [{ type: 'separable', filters: 5, pool: 'max' }, conv],
    image,
  ],
  'pre-activated blocks': [
    [conv, { type: 'residual', filters: 4, order: 'pre' }, { type: 'activation' }],
    [
      conv,
      { type: 'residual', filters: 4, order: 'pre' },
      { type: 'residual', filters: 4, order: 'pre' },
      { type: 'activation' },
    ],
    image,
  ],
  'wider recurrent layers': [
    [
      { type: 'recurrent', units: 3, cell: 'gru' },
      { type: 'recurrent', units: 4 },
    ],
    [
      { type: 'recurrent', units: 5, cell: 'gru' },
      { type: 'recurrent', units: 7 },
    ],
    steps,
  ],
  'wider both ways': [
    [{ type: 'recurrent', units: 3, bidirectional: true }, dense],
    [{ type: 'recurrent', units: 4, bidirectional: true }, dense],
    steps,
  ],
  'new attention': [
    [{ type: 'conv', filters: 4 }],
    [
      { type: 'conv', filters: 4 },
      { type: 'attention', heads: 2 },
    ],
    steps,
  ],
  'wider behind attention': [
    [{ type: 'attention', heads: 1 }, dense],
    [
      { type: 'attention', heads: 1, feed_forward: 4 },
      { ...dense, units: 9 },
    ],
    steps,
  ],
  'a wider embedding': [
    [{ type: 'embedding', vocabulary: 5, size: 3 }, conv],
    [{ type: 'embedding', vocabulary: 5, size: 5 }, conv],
    [6],
  ],
};

test.each(Object.entries(preserving))('%s computes what its parent does', (_, [parent, child, shape]) => {
  for (const normalization of ['none', 'batch']) {
    const of = (blocks: Block[]) => ({ normalization, blocks });
    const result = inherited(of(parent), of(child), shape);
    expect(result.difference).toBeLessThan(1e-5);
    expect(result).toMatchObject({ preserved: true, fresh: [] });
  }
});

const changing: Readonly<Record<string, readonly [unknown, unknown, readonly number[]]>> = {
  'a narrower layer': [[dense], [{ ...dense, units: 2 }], [4]],
  'another activation': [[dense], [{ ...dense, activation: 'tanh' }], [4]],
  'a layer behind one that is not rectified': [
    [{ ...dense, activation: 'tanh' }],
    [{ ...dense, activation: 'tanh' }, dense],
    [4],
  ],
  'a stride': [[conv], [{ ...conv, stride: 2 }], image],
  pooling: [[conv], [{ ...conv, pool: 'max' }], image],
  'a block less': [[conv, conv], [conv], image],
  'a smaller kernel': [[conv], [{ ...conv, kernel: 1 }], image],
  'layer normalisation with uneven copies': [
    { normalization: 'layer', blocks: [dense, dense] },
    { normalization: 'layer', blocks: [{ ...dense, units: 8 }, dense] },
    [4],
  ],
  'normalisation in place of a bias': [[dense], [{ ...dense, normalization: 'batch' }], [4]],
  'another kind of block': [[conv], [{ type: 'residual', filters: 4 }], image],
};

test.each(Object.entries(changing))(
  '%s is not called the same, and what fits is taken over',
  (_, [parent, child, shape]) => {
    const result = inherited(parent, child, shape);
    expect(result.difference).toBeGreaterThan(1e-4);
    expect(result.preserved).toBe(false);
    expect(result.inherited).not.toEqual([]);
  },
);

test('even copies keep layer normalisation, and copies learn different things', async () => {
  const of = (units: number) => ({ normalization: 'layer', blocks: [{ ...dense, units }, dense] });
  expect(inherited(of(4), of(8), [4]).difference).toBeLessThan(1e-5);
  // No unit is dead under tanh.
  const smooth = { ...dense, activation: 'tanh' };
  const parent = network([smooth], [4]);
  const child = network([{ ...smooth, units: 12 }], [4], 2);
  inheritWeights(child, parent, seededRandom(1));
  child.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
  await child.fit(
    tf.randomNormal([20, 4], 0, 1, 'float32', 5),
    tf.oneHot(tf.randomUniform([20], 0, 3, 'int32', 6), 3),
    {
      epochs: 3,
      verbose: 0,
    },
  );
  const kernel = child.getLayer('b0_dense').getWeights()[0]!.arraySync() as number[][];
  for (let unit = 0; unit < 6; unit++) expect(kernel[0]![unit]).not.toBe(kernel[0]![unit + 6]);
});

test('what is called preserved is, for any change of any network of residual and dense blocks', () => {
  const block = fc.oneof(
    fc.record({
      type: fc.constant('conv'),
      filters: fc.integer({ min: 1, max: 6 }),
      kernel: fc.constantFrom(1, 3),
    }),
    fc.record({ type: fc.constant('residual'), filters: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      type: fc.constant('separable'),
      filters: fc.integer({ min: 1, max: 6 }),
      skip: fc.boolean(),
    }),
  );
  const blocks = fc.array(block, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(blocks, blocks, fc.constantFrom('none', 'batch'), (parent, child, normalization) => {
      const result = inherited(
        { normalization, blocks: parent },
        { normalization, blocks: child },
        [4, 4, 2],
      );
      if (result.preserved) expect(result.difference).toBeLessThan(1e-5);
    }),
    { numRuns: 40 },
  );
});

test('blocks are found again around new and removed ones', () => {
  const block = (index: number, kind: string, ...shapes: string[]) => ({ index, kind, shapes });
  const parent = [block(0, 'conv', '3×3'), block(1, 'dense', '64'), block(2, 'dense', '32')];
  const child = [block(0, 'conv', '3×3'), block(1, 'conv', '5×5'), block(2, 'dense', '32')];
  expect([...alignBlocks(child, parent)]).toEqual([
    [0, 0],
    [2, 2],
  ]);
  expect([
    ...alignBlocks([block(0, 'dense', '7'), ...parent.map((b) => ({ ...b, index: b.index + 1 }))], parent),
  ]).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
  ]);
});

test('networks of other makes are left alone', () => {
  const other = () => {
    const input = tf.input({ shape: [4] });
    return tf.model({ inputs: input, outputs: tf.layers.dense({ units: 3 }).apply(input) as never });
  };
  const [child, parent] = [other(), other()];
  const before = child.getWeights()[0]!.dataSync().slice();
  expect(inheritWeights(child, parent)).toMatchObject({ inherited: [], inserted: [], preserved: false });
  expect(child.getWeights()[0]!.dataSync()).toEqual(before);
});
