/** Which channel of the parent's tensor each channel of the child's tensor is a copy of. */
export interface ChannelMap {
    /** Channels of the parent's tensor. */
    readonly parent: number;
    /** For each channel of the child, that of the parent. */
    readonly index: Int32Array;
    /** Each channel holds what that of the parent holds, and none of the parent is missing. */
    readonly exact: boolean;
    /** The activation that the tensor comes from, as far as later ones leave its values alone. */
    readonly after?: string;
}
export declare function identityMap(channels: number): ChannelMap;
/**
 * Channels as copies in turn: 0, 1, 2, 0, 1 for three that become five (Chen et al. 2016, Net2Net, section 2.2, with the choice of
 * copies fixed, so that tensors that are added have the same one). Fewer channels than before lose the last.
 */
export declare function widened(parent: number, channels: number, exact: boolean): ChannelMap;
/** The same channels where the parent's layer has another number of them than the tensor that comes. */
export declare function fitted(map: ChannelMap, parent: number): ChannelMap;
export declare function isIdentity({ parent, index }: ChannelMap): boolean;
export declare function sameMap(a: ChannelMap, b: ChannelMap): boolean;
/** Whether all channels have equally many copies: then means and variances over channels stay. */
export declare function isEven({ parent, index }: ChannelMap): boolean;
/**
 * What each copy counts, so that all copies of a channel count as it did. Uneven, drawn at random, so that copies learn different
 * things (instead of the noise of Net2Net, which changes the function).
 *
 * @param random draws from [0, 1)
 */
export declare function shares({ parent, index }: ChannelMap, random: () => number): Float64Array;
/** Channels side by side. */
export declare function concatenated(maps: readonly ChannelMap[]): ChannelMap;
/** Pixels or steps in a row, each with its channels. */
export declare function flattened(map: ChannelMap, places: number): ChannelMap;
