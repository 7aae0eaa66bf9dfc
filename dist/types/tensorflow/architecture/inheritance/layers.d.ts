import type { Tensor } from '@tensorflow/tfjs-core';
import { type ChannelMap } from './channel-map.js';
import { type Weight } from './weights.js';
/** A layer of TensorFlow.js as far as inheritance goes. */
export interface WeightedLayer {
    readonly name: string;
    getClassName(): string;
    getConfig(): Readonly<Record<string, unknown>>;
    readonly weights: readonly {
        readonly shape: readonly number[];
    }[];
    getWeights(): Tensor[];
    setWeights(weights: Tensor[]): void;
    readonly inboundNodes: readonly {
        readonly inboundLayers: readonly WeightedLayer[];
        readonly inputShapes: readonly (readonly (number | null)[])[];
        readonly outputShapes: readonly (readonly (number | null)[])[];
    }[];
}
/** What comes out of a layer, and the weights that it shall have; undefined: it keeps those it has. */
export interface Passed {
    readonly map: ChannelMap;
    readonly weights?: readonly Weight[];
}
interface About {
    readonly layer: WeightedLayer;
    readonly inputs: readonly ChannelMap[];
    readonly random: () => number;
}
/** A layer that the parent has, too. */
export declare function inheritedLayer({ layer, elder, inputs, random, }: About & {
    readonly elder: WeightedLayer;
}): Passed;
/**
 * A layer that the parent has not: it lets pass what comes, where its kind can.
 *
 * @param zero it is the end of a new branch beside a shortcut: it begins at zero
 * @param added its block is new, too
 */
export declare function insertedLayer({ layer, inputs, zero, added, }: About & {
    readonly zero: boolean;
    readonly added: boolean;
}): Passed;
export {};
