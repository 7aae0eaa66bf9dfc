import type { ParameterDefinitions } from '../../space/parameter.ts';

/** Keras Tuner's HyperResNet, without ResNeXt, whose grouped convolutions TensorFlow.js does not have. */
export const resnet: ParameterDefinitions = {
  version: { type: 'choice', values: ['v1', 'v2'], default: 'v2' },
  conv3_depth: { type: 'choice', values: [4, 8], ordered: true, default: 4 },
  conv4_depth: { type: 'choice', values: [6, 23, 36], ordered: true, default: 6 },
  pooling: { type: 'choice', values: ['avg', 'max'], default: 'avg' },
  optimizer: { type: 'choice', values: ['adam', 'rmsprop', 'sgd'], default: 'adam' },
  learning_rate: { type: 'choice', values: [0.001, 0.01, 0.1], ordered: true, default: 0.01 },
};
