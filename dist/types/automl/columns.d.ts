import type { Feature } from './dataset.js';
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
};
/** The inputs that a column gives to models; an empty text is a missing value. */
export declare function encodeColumn(coding: ColumnCoding, texts: readonly string[]): Feature[];
/** The words that are in most of the texts, but not in nearly all. */
export declare function frequentWords(texts: readonly string[]): string[];
