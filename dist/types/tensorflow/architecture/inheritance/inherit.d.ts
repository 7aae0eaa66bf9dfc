import type { LayersModel } from '@tensorflow/tfjs-layers';
/** What a child took over from its parent. */
export interface Inheritance {
    /** Layers with weights that come from the parent, wider or narrower ones included. */
    readonly inherited: readonly string[];
    /** Layers with weights that the parent does not have and that pass on what comes in. */
    readonly inserted: readonly string[];
    /** Layers with weights that begin at random. */
    readonly fresh: readonly string[];
    /** The child computes what the parent computes, up to rounding, when it predicts. */
    readonly preserved: boolean;
}
/**
 * Gives a network, built by `buildArchitecture`, the weights of another one as far as they fit together. Wider layers get copies of
 * channels that share what the original counted (Net2WiderNet), new layers and blocks begin as identities where their kind can
 * be one (Net2DeeperNet, Chen et al. 2016; a new residual branch begins at zero): then the child computes what its parent did.
 *
 * Normalisation keeps the function at prediction; while it trains, a new batch normalisation uses the statistics of its batches.
 *
 * @param random draws from [0, 1); of a trial's seed by default
 */
export declare function inheritWeights(child: LayersModel, parent: LayersModel, random?: () => number): Inheritance;
