import type { Feature } from './dataset.js';
import type { PictureStore, PixelRows } from './images/picture.js';
/** What becomes of a column, measured on the rows of the search: plain data, which an exported model carries. */
export type ColumnCoding = {
    readonly column: string;
    readonly kind: 'number';
} | {
    readonly column: string;
    readonly kind: 'date';
}
/** Texts that the search has seen, ascending; others count as missing. */
 | {
    readonly column: string;
    readonly kind: 'category';
    readonly levels: readonly string[];
}
/** The words that are counted. */
 | {
    readonly column: string;
    readonly kind: 'text';
    readonly words: readonly string[];
}
/** The text of a text task, which models read by themselves. */
 | {
    readonly column: string;
    readonly kind: 'document';
}
/** Pictures, read with no side longer than `size`, and then brought to one size. */
 | {
    readonly column: string;
    readonly kind: 'image';
    readonly height: number;
    readonly width: number;
    readonly channels: number;
    readonly size: number;
    /** The pictures were rows of a table with these columns. */
    readonly pixelRows?: PixelRows;
};
/** The number that a text stands for, or NaN. */
export declare function numberOf(text: string): number;
/** @throws {DataError} when a value to predict is no number */
export declare function numberToPredict(text: string, name: string, place: string, type?: string): number;
/**
 * The inputs that a column gives to models; an empty text is a missing value.
 *
 * @param pictures of the table, where the texts name them
 */
export declare function encodeColumn(coding: ColumnCoding, texts: readonly string[], pictures?: PictureStore): Feature[];
/** The words that are in most of the texts, but not in nearly all. */
export declare function frequentWords(texts: readonly string[]): string[];
