import { type ChannelMap } from './channel-map.js';
/** The values of a weight, row by row. */
export interface Weight {
    readonly shape: readonly number[];
    readonly values: Float32Array;
}
/** Where an entry along an axis comes from, and what it is multiplied by. */
interface Axis {
    /** Undefined: from nowhere, it is zero. */
    readonly from: readonly (number | undefined)[];
    readonly factor?: ArrayLike<number>;
}
/** A weight whose every entry is one of another weight, times the factors of its place along each axis. */
export declare function gathered({ shape, values }: Weight, axes: readonly Axis[]): Weight;
/** An axis of copies that are all alike. */
export declare const copied: (map: ChannelMap) => Axis;
/** An axis over which is summed: copies share what the original counted. */
export declare const shared: (map: ChannelMap, random: () => number) => Axis;
/** An axis of kernel taps that grows or shrinks around its centre. */
export declare function centred(parent: number, child: number): Axis;
/** Copies within each of several parts side by side: the gates of a recurrent kernel. */
export declare function inParts(map: ChannelMap, parts: number): Axis;
/** A kernel that gives each channel of `to` the first channel of `from` that is a copy of the same: nothing changes. */
export declare function selecting(taps: readonly number[], from: ChannelMap, to: ChannelMap): Weight;
export declare function filled(shape: readonly number[], value: number): Weight;
export {};
