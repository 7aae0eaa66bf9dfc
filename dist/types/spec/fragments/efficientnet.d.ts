import type { ParameterDefinitions } from '../../space/parameter.js';
/** Keras Tuner's HyperEfficientNet. */
export declare const efficientnet: ParameterDefinitions;
