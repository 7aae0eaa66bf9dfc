import type { ParameterDefinitions } from '../../space/parameter.ts';

/** Keras Tuner's HyperEfficientNet. */
export const efficientnet: ParameterDefinitions = {
  version: {
    type: 'choice',
    values: ['B0', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'],
    ordered: true,
    default: 'B0',
  },
  pooling: { type: 'choice', values: ['avg', 'max'], default: 'avg' },
  top_dropout_rate: { type: 'float', min: 0.2, max: 0.8, step: 0.2, default: 0.2 },
  learning_rate: { type: 'choice', values: [0.001, 0.01, 0.1], ordered: true, default: 0.01 },
};
