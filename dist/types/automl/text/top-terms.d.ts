import type { Dataset, Feature } from '../dataset.js';
import { type TermCoding } from './terms.js';
/**
 * The words and pairs of words of the training rows that tell most of the target: of each text the `most` whose TF-IDF
 * differs most between the classes (one-way analysis of variance), or goes most with the number.
 */
export declare function fitTopTerms(data: Dataset, rows: Int32Array, most: number): readonly TermCoding[];
/** Each text as numbers: TF-IDF of its terms, and how many words and characters it has. Other features stay. */
export declare function expandTexts(coding: readonly TermCoding[], features: readonly Feature[]): readonly Feature[];
