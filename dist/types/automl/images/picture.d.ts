/** Pixels row by row, the channels of a pixel side by side. */
export interface Picture {
    readonly height: number;
    readonly width: number;
    /** 1 (brightness) or 3 (red, green, blue). */
    readonly channels: number;
    /** 0 to 255, or numbers on a scale of their own. */
    readonly pixels: Uint8Array | Float32Array;
}
/** A picture of a table, made smaller where it was large. */
export interface KnownPicture extends Picture {
    /** Of what was decoded, before it was made smaller: copies have the same. */
    readonly hash: string;
}
/** Columns whose numbers are the pixels of a picture, in their order, and what it has: height, width, channels. */
export interface PixelRows {
    readonly columns: readonly string[];
    readonly shape: readonly number[];
}
/** The pictures of a table: what its cells stand for. */
export interface PictureStore {
    /** The column whose cells name pictures. */
    readonly column: string;
    /** By the text of the cell. */
    readonly pictures: ReadonlyMap<string, KnownPicture>;
    /** Longest side of a picture here: larger ones were made smaller. */
    readonly size: number;
    /** The pictures were rows of a table. */
    readonly pixelRows?: PixelRows;
    /** What people should know, in words. */
    readonly notes: readonly string[];
}
/** The hash of what a picture shows, whatever file it is in. */
export declare function hashPicture({ height, width, channels, pixels }: Picture): string;
/** The picture, no side longer than `size`, in its own proportions. */
export declare function limitSize(picture: Picture, size: number): Picture;
/** A picture of another size: means of areas where it becomes smaller, linear between pixels where it becomes larger. */
export declare function resize(picture: Picture, height: number, width: number): Picture;
/** A picture with one channel or three of one. */
export declare function withChannels(picture: Picture, channels: number): Picture;
/** A picture as tables keep it. */
export declare function knownPicture(picture: Picture, size: number): KnownPicture;
/**
 * Height, width and channels of so many numbers in a row.
 *
 * @param shape `[28, 28]` or `[32, 32, 3]`; absent: a square, grey or in colour
 * @returns undefined when they do not fit
 */
export declare function shapeOf(count: number, shape: readonly number[] | undefined): [number, number, number] | undefined;
