import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type Reduction } from './settings.js';
/** What the network ends with. */
export interface Head {
    /** Classes, or numbers to foretell. */
    readonly units: number;
    /** `softmax` for one of several classes, `sigmoid` for yes or no, `linear` (the default) for numbers. */
    readonly activation?: 'softmax' | 'sigmoid' | 'linear';
    /** How an image or a sequence becomes a vector. Default: the config's `reduce`, or `average`. */
    readonly reduce?: Reduction;
    /** Dropout before the last layer. Default 0. */
    readonly dropout?: number;
}
export interface ArchitectureOptions {
    /** A network beyond these is infeasible, before it takes memory or time. */
    readonly limits?: {
        readonly parameters?: number;
        readonly flops?: number;
    };
}
/**
 * A model, not compiled, from the blocks that a config describes (see `planBlocks`) and a head. Layers are named by the place of
 * their block and their role in it (`b0_conv`, `head`), so that weights can be inherited.
 *
 * @param config the list of blocks, or what holds it as `blocks`: `hp.config`
 * @param inputShape without the batch: [features], [steps, features], [height, width, channels]; [steps] before an embedding
 * @throws InfeasibleConfig with the reason, where blocks do not fit their input or the network is beyond the limits
 * @throws HyperParameterError where the config is none
 */
export declare function buildArchitecture(config: unknown, inputShape: readonly number[], head: Head, { limits }?: ArchitectureOptions): LayersModel;
