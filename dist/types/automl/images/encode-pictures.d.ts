import type { ColumnCoding } from '../columns.js';
import type { Feature } from '../dataset.js';
import { type PictureStore } from './picture.js';
export type ImageCoding = Extract<ColumnCoding, {
    readonly kind: 'image';
}>;
export type ImageFeature = Extract<Feature, {
    readonly kind: 'image';
}>;
/**
 * The size and the channels that all pictures get: those of most of them, or the median of heights and of widths; three channels
 * if one of them has colours.
 *
 * @param cells of the column, row by row
 * @param notes what is done to some of them
 */
export declare function commonCoding(store: PictureStore, cells: readonly string[], notes: string[]): ImageCoding;
/**
 * The column of pictures of a dataset: how it is coded, and what people should know.
 *
 * @param rows of the table, one for each cell
 * @param target column of the table
 */
export declare function pictureColumn(store: PictureStore, cells: readonly string[], rows: Int32Array, target: readonly string[], notes: string[]): {
    readonly coding: ImageCoding;
    readonly shown: string;
};
/** The pictures of some cells, all of one size. */
export declare function encodePictures({ column, height, width, channels }: ImageCoding, cells: readonly string[], store: PictureStore): ImageFeature;
/** Height and width with which a picture has no more numbers than that. */
export declare function reducedSize({ height, width, channels }: Pick<ImageFeature, 'height' | 'width' | 'channels'>, most: number): {
    readonly height: number;
    readonly width: number;
};
/** The same pictures in another size. */
export declare function resizeFeature(feature: ImageFeature, height: number, width: number): ImageFeature;
/** Pictures as numbers, one feature for each pixel and channel; beyond `most` of them in a smaller size. */
export declare function flatPictures(features: readonly Feature[], most: number): Feature[];
