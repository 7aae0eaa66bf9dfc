import type { ParameterDefinitions } from '../../space/parameter.js';
/** Keras Tuner's HyperImageAugment: how many random transformations an image goes through, and how far each goes at most. */
export declare const imageAugmentation: ParameterDefinitions;
