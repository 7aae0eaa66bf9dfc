import { type Table } from '../table.js';
import type { ImageCoding } from './encode-pictures.js';
import type { PictureOptions } from './picture-sources.js';
/** How the pictures that a model was trained on were read. */
export declare function readingOf({ column, size, pixelRows }: ImageCoding, target: string): Pick<PictureOptions, 'column' | 'target' | 'size' | 'pixelRows'>;
/**
 * Rows in memory, each with the path of a picture (from the working directory), the bytes of its file, or its pixels by column.
 *
 * @throws {DataError} when a picture cannot be read
 */
export declare function tableOfPictureRows(rows: readonly Readonly<Record<string, unknown>>[], coding: ImageCoding, target: string): Table;
