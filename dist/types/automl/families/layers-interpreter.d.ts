import type { SavedLayers } from '../layers-model.js';
import { type Values } from './layer-functions.js';
/**
 * Runs a functional TensorFlow.js layers model for one example at a time, in plain JavaScript: the layers that convnets here are
 * built of, in float32 as TensorFlow.js has them.
 *
 * @throws Error that names a layer which is none of these
 */
export declare function layersInterpreter({ topology, weights }: SavedLayers): (input: Values) => Values;
