import { type Table } from '../table.js';
import type { PictureOptions } from './picture-sources.js';
/** A table whose rows are pictures: each column but a few is a pixel, row by row from the top left. */
export declare function picturesOfRows(table: Table, options: PictureOptions): Table;
/** As bytes, where they are whole numbers from 0 to 255. */
export declare function bytesOf(pixels: Float32Array): Uint8Array | Float32Array;
