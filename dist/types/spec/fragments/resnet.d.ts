import type { ParameterDefinitions } from '../../space/parameter.js';
/** Keras Tuner's HyperResNet, without ResNeXt, whose grouped convolutions TensorFlow.js does not have. */
export declare const resnet: ParameterDefinitions;
