import { type Sparse } from './sparse.js';
/** What is counted in texts. */
export interface TermOptions {
    /** N-grams of words up to so many; 0: none. */
    readonly words: number;
    /** N-grams of characters inside of words: least and most; [0, 0]: none. */
    readonly characters: readonly [number, number];
    readonly lowercase: boolean;
    /** Terms in fewer training rows are left out. */
    readonly minDocuments: number;
    /** So many terms at most, those in the most training rows. */
    readonly features: number;
    /** 1 + ln(count) instead of the count. */
    readonly sublinear: boolean;
}
/** Terms with their inverse document frequencies, as measured on the training rows. Plain data. */
export interface TermCoding extends Omit<TermOptions, 'minDocuments' | 'features'> {
    /** N-grams of words, then (from `wordTerms` on) those of characters. */
    readonly terms: readonly string[];
    readonly wordTerms: number;
    readonly idf: readonly number[];
}
/**
 * The vocabulary of the training rows, and idf = ln((1 + n) / (1 + df)) + 1 of each term, as scikit-learn smooths it.
 *
 * @param rows to learn from
 */
export declare function fitTerms(texts: readonly string[], rows: Int32Array, options: TermOptions): TermCoding;
/**
 * TF-IDF of each text: count (or its logarithm) times idf, the terms of words and those of characters scaled to length 1 each,
 * as two vectorizers of scikit-learn side by side would give them.
 */
export declare function applyTerms(coding: TermCoding, texts: readonly string[]): Sparse;
