import { type Table } from '../table.js';
import { type PixelRows } from './picture.js';
/** How pictures are read. */
export interface PictureOptions {
    /** The column of pictures. */
    readonly column: string;
    /** The column to predict. */
    readonly target: string;
    /** Longest side: larger pictures are made smaller. */
    readonly size: number;
    /** Of pixels in a row: height, width, and channels if there is more than one. */
    readonly shape?: readonly number[];
    /** Columns that are no pixels. */
    readonly besides?: readonly string[];
    /** Columns that are pixels; absent: all others. */
    readonly pixelRows?: PixelRows;
    /** Whether rows without a target are of use. */
    readonly mayLackTarget: boolean;
    /** Values of a table to keep; a larger one is drawn from (see `readTable`). */
    readonly mostCells?: number;
    /** Which arrays of an .npz file are meant, where it has both. */
    readonly part: 'train' | 'test';
}
export declare const pictureEndings: string[];
/**
 * Reads pictures: a folder with one folder a class, an `.npz` file, a table with a column of paths, or a table of pixels.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export declare function readPictures(file: string, shownAs: string, options: PictureOptions): Promise<Table>;
/** Names of the folders in a folder, and of the pictures that are in none. Hidden ones are nobody's. */
export declare function classFolders(folder: string): {
    readonly classes: readonly string[];
    readonly loose: readonly string[];
};
/** The table with the pictures that its column names; rows without one are left out. */
export declare function withPictures(table: Table, folder: string, { column, size }: Pick<PictureOptions, 'column' | 'size'>, notes: string[]): Table;
