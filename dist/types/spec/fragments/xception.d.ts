import type { ParameterDefinitions } from '../../space/parameter.js';
/** Keras Tuner's HyperXception. */
export declare const xception: ParameterDefinitions;
