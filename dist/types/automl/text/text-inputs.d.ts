import type { Feature } from '../dataset.js';
import { type InputCoding } from '../inputs.js';
import { type Sparse } from './sparse.js';
import { type TermCoding, type TermOptions } from './terms.js';
/** What becomes of texts and of the columns beside them, as measured on the training rows. Plain data. */
export interface TextInputCoding {
    /** Of each text, in the order of the features. */
    readonly texts: readonly TermCoding[];
    readonly others: readonly InputCoding[];
}
/** The texts of the rows, feature by feature. */
export declare function textsOf(features: readonly Feature[]): (readonly string[])[];
/** How texts become terms, and the other columns numbers. */
export declare function fitTextInputs(features: readonly Feature[], rows: Int32Array, options: TermOptions): TextInputCoding;
/** TF-IDF of the texts, and after it the other columns. */
export declare function applyTextInputs(coding: TextInputCoding, features: readonly Feature[], rows: number): Sparse;
