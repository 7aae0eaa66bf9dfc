import type { ParameterDefinitions } from '../../space/parameter.ts';

/** Keras Tuner's HyperImageAugment: how many random transformations an image goes through, and how far each goes at most. */
export const imageAugmentation: ParameterDefinitions = {
  augment_layers: { type: 'int', min: 0, max: 3, default: 0 },
  factor_rotate: { type: 'float', min: 0, max: 0.5, default: 0, when: { augment_layers: { min: 1 } } },
  factor_translate_x: { type: 'float', min: 0, max: 0.4, default: 0, when: { augment_layers: { min: 1 } } },
  factor_translate_y: { type: 'float', min: 0, max: 0.4, default: 0, when: { augment_layers: { min: 1 } } },
  factor_contrast: { type: 'float', min: 0, max: 0.3, default: 0, when: { augment_layers: { min: 1 } } },
};
