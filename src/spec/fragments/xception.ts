import type { ParameterDefinitions } from '../../space/parameter.ts';

/** Keras Tuner's HyperXception. */
export const xception: ParameterDefinitions = {
  activation: { type: 'choice', values: ['relu', 'selu'], default: 'relu' },
  conv2d_num_filters: { type: 'choice', values: [32, 64, 128], ordered: true, default: 64 },
  kernel_size: { type: 'choice', values: [3, 5], ordered: true, default: 3 },
  initial_strides: { type: 'constant', value: 2 },
  sep_num_filters: { type: 'int', min: 128, max: 768, step: 128, default: 256 },
  num_residual_blocks: { type: 'int', min: 2, max: 8, default: 4 },
  pooling: { type: 'choice', values: ['avg', 'flatten', 'max'], default: 'avg' },
  num_dense_layers: { type: 'int', min: 1, max: 3, default: 1 },
  dropout_rate: { type: 'float', min: 0, max: 0.6, step: 0.1, default: 0.5 },
  dense_use_bn: { type: 'bool', default: true },
  learning_rate: { type: 'choice', values: [1e-5, 1e-4, 1e-3], ordered: true, default: 1e-3 },
};
