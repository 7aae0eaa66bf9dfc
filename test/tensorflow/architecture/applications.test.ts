import { expect, test } from 'vitest';
import { nestConfig } from '../../../src/space/config.ts';
import type { Config } from '../../../src/space/parameter.ts';
import { createSpace } from '../../../src/space/space.ts';
import { fragments } from '../../../src/spec/fragments.ts';
import { augmentImages } from '../../../src/tensorflow/architecture/applications/augment.ts';
import { buildEfficientNet } from '../../../src/tensorflow/architecture/applications/efficientnet.ts';
import { buildResNet } from '../../../src/tensorflow/architecture/applications/resnet.ts';
import { buildXception } from '../../../src/tensorflow/architecture/applications/xception.ts';
import { modelCost } from '../../../src/tensorflow/architecture/cost.ts';
import { createHyperParameters } from '../../../src/tensorflow/hp.ts';
import { boundTf } from './tensorflow.ts';

const tf = await boundTf();

/** The values that a fragment ships, with some changed. */
function hyperParameters(name: keyof typeof fragments, changed: Config = {}) {
  const space = createSpace(fragments[name]);
  const values = { ...space.incumbent!, ...changed };
  return createHyperParameters(values, nestConfig(space, values));
}

// As Keras counts them: ResNet50, ResNet50V2 and EfficientNetB0 for 1000 classes.
test('ResNet-50 of version 1 and 2 has the weights that are known of it', () => {
  const v1 = modelCost(buildResNet(hyperParameters('resnet', { version: 'v1' }), [64, 64, 3], 1000));
  const v2 = modelCost(buildResNet(hyperParameters('resnet'), [64, 64, 3], 1000));
  // 25,636,712, less the biases that stand before a normalisation there (26,560).
  expect(v1.parameters).toBe(25_610_152);
  expect(Math.abs(v2.parameters / 25_613_800 - 1)).toBeLessThan(0.002);
}, 30_000);

test('EfficientNet-B0 has the weights that are known of it, and grows with its version', () => {
  const b0 = modelCost(buildEfficientNet(hyperParameters('efficientnet'), [64, 64, 3], 1000));
  // 5,330,571, of which 7 normalise the input.
  expect(b0.parameters).toBe(5_330_564);
  const b2 = modelCost(
    buildEfficientNet(hyperParameters('efficientnet', { version: 'B2' }), [64, 64, 3], 1000),
  );
  expect(b2.parameters).toBe(9_177_562);
}, 30_000);

test('an Xception is built with either activation, and trains', async () => {
  const small = { sep_num_filters: 8, conv2d_num_filters: 4, num_residual_blocks: 2, num_dense_layers: 2 };
  for (const activation of ['relu', 'selu']) {
    const model = buildXception(hyperParameters('xception', { ...small, activation }), [8, 8, 1], 3);
    const { history } = await model.fit(tf.randomNormal([4, 8, 8, 1]), tf.oneHot([0, 1, 2, 0], 3), {
      epochs: 1,
      verbose: 0,
    });
    expect(history['loss']![0]).toBeGreaterThan(0);
  }
});

test('an image that is too small is infeasible', () => {
  expect(() => buildEfficientNet(hyperParameters('efficientnet'), [8, 8, 1], 10)).toThrow(/does not fit/);
});

const ramp = tf.tidy(() => tf.tile(tf.range(0, 8).reshape([1, 1, 8, 1]), [60, 8, 1, 1])) as never;

test('augmentation leaves images alone without layers or factors', () => {
  const same = augmentImages(ramp, hyperParameters('image-augmentation'));
  expect(tf.max(tf.abs(tf.sub(same, ramp))).dataSync()[0]).toBe(0);
  const still = augmentImages(ramp, hyperParameters('image-augmentation', { augment_layers: 2 }));
  expect(tf.max(tf.abs(tf.sub(still, ramp))).dataSync()[0]).toBeLessThan(1e-5);
});

test('each factor changes about a quarter of the images, each by its own amount and in its own way', () => {
  const factors = { factor_rotate: 0, factor_translate_x: 0, factor_translate_y: 0, factor_contrast: 0 };
  const changed = (factor: object) => {
    const hp = hyperParameters('image-augmentation', { augment_layers: 1, ...factors, ...factor });
    const amounts = tf.max(tf.abs(tf.sub(augmentImages(ramp, hp), ramp)), [1, 2, 3]).dataSync();
    return [...amounts].filter((amount) => amount > 1e-3);
  };
  for (const factor of ['factor_rotate', 'factor_translate_x', 'factor_contrast']) {
    const amounts = changed({ [factor]: 0.3 });
    expect(amounts.length).toBeGreaterThan(4);
    expect(amounts.length).toBeLessThan(30);
    expect(new Set(amounts).size).toBeGreaterThan(3);
  }
  // Each row is like the one above.
  expect(changed({ factor_translate_y: 0.3 })).toEqual([]);
  // 0.3 of 8 pixels is at most 2.4 steps of brightness.
  expect(Math.max(...changed({ factor_translate_x: 0.3 }))).toBeLessThanOrEqual(2.4001);
});
