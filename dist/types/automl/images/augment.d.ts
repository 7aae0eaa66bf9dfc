import type { RandomStream } from '../../math/random.js';
/** How far pictures are changed at most, each time they are seen. */
export interface Augmentation {
    /** Of height and of width. */
    readonly shift: number;
    /** Degrees. */
    readonly rotation: number;
    /** Share by which they grow or shrink. */
    readonly zoom: number;
    /** Side of a square that is blanked, of the shorter side (DeVries and Taylor 2017). */
    readonly cutout: number;
    /** Whether half of them are mirrored left to right. */
    readonly flip: boolean;
}
/** Height, width and channels. */
type Shape = readonly [height: number, width: number, channels: number];
/**
 * Writes a picture, changed at random, into `to` at `place`. What comes from beyond the border repeats the border; what is cut
 * out becomes 0.
 *
 * @param from pixels of many pictures
 * @param at where the picture begins
 */
export declare function augment({ from, at }: {
    readonly from: Float32Array;
    readonly at: number;
}, [height, width, channels]: Shape, { shift, rotation, zoom, cutout, flip }: Augmentation, random: RandomStream, to: Float32Array, place: number): void;
export {};
