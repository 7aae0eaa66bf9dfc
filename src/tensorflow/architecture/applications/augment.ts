import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { HyperParameters } from '../../hp.ts';
import type { TensorFlow } from '../../tensorflow.ts';
import { boundTensorFlow } from '../binding.ts';

const transformations = ['rotate', 'translate_x', 'translate_y', 'contrast'] as const;
type Transformation = (typeof transformations)[number];

/**
 * Images changed at random, with the parameters of `include: image-augmentation`: each image goes `augment_layers` times through one
 * of the four transformations, drawn anew (a simple RandAugment, Cubuk et al. 2019). Its factor is how far it goes at most:
 * of π for `factor_rotate`, of the width and height for the translations, of the distance to the image's mean for
 * `factor_contrast`. What comes from beyond the border repeats the border.
 *
 * Call it on the images of each epoch or batch, not on those for validation. The result is the caller's to dispose.
 *
 * @param images [count, height, width, channels]
 */
export function augmentImages(images: Tensor4D, hp: HyperParameters): Tensor4D {
  const layers = hp.has('augment_layers') ? hp.Int('augment_layers', { min: 0 }) : 0;
  const factor = (name: Transformation) => (hp.has(`factor_${name}`) ? hp.Float(`factor_${name}`) : 0);
  const factors = Object.fromEntries(transformations.map((name) => [name, factor(name)]));
  const tf = boundTensorFlow();
  return tf.tidy(() => {
    let x = images.clone();
    for (let layer = 0; layer < layers; layer++)
      x = changedOnce(x, factors as Record<Transformation, number>, tf);
    return x;
  });
}

function changedOnce(
  images: Tensor4D,
  factors: Readonly<Record<Transformation, number>>,
  tf: TensorFlow,
): Tensor4D {
  const [count, height, width] = images.shape;
  if (count === 0) return images;
  const contrasts: number[] = [];
  // One by one: with several transformations at once the CPU backend of TensorFlow.js changes the first image only.
  const moved = tf.split<Tensor4D>(images, count, 0).map((image) => {
    const name = transformations[Math.floor(Math.random() * transformations.length)]!;
    const amount = factors[name] * (2 * Math.random() - 1);
    contrasts.push(name === 'contrast' ? 1 + amount : 1);
    const matrix = amount === 0 ? undefined : move(name, amount, height, width);
    return matrix ? tf.image.transform(image, tf.tensor2d([matrix]), 'bilinear', 'nearest') : image;
  });
  const all = tf.concat(moved, 0);
  const mean = all.mean([1, 2], true);
  return all
    .sub(mean)
    .mul(tf.tensor4d(contrasts, [count, 1, 1, 1]))
    .add(mean) as Tensor4D;
}

/** Where (x, y) of the result comes from: a projective matrix, row by row, without its last 1. */
function move(name: Transformation, amount: number, height: number, width: number): number[] | undefined {
  switch (name) {
    case 'rotate': {
      const [sin, cos] = [Math.sin(amount * Math.PI), Math.cos(amount * Math.PI)];
      const [x, y] = [(width - 1) / 2, (height - 1) / 2];
      return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0];
    }
    case 'translate_x':
      return [1, 0, amount * width, 0, 1, 0, 0, 0];
    case 'translate_y':
      return [1, 0, 0, 0, 1, amount * height, 0, 0];
    case 'contrast':
      return undefined;
  }
}
