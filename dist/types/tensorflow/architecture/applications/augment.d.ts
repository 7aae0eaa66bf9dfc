import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { HyperParameters } from '../../hp.js';
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
export declare function augmentImages(images: Tensor4D, hp: HyperParameters): Tensor4D;
