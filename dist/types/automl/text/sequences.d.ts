export type Vocabulary = 'words' | 'pieces';
/** Texts as rows of numbers: 0 where a text is shorter, 1 for what the training rows have not. Plain data. */
export interface SequenceCoding {
    readonly vocabulary: Vocabulary;
    readonly length: number;
    /** The first has number 2. A piece that begins a word begins with a space. */
    readonly tokens: readonly string[];
}
export declare const firstToken = 2;
/**
 * The most frequent words of the training rows, or pieces of words: substrings that save the most, with all characters.
 *
 * @param size tokens at most
 */
export declare function fitSequences(texts: readonly string[], rows: Int32Array, { vocabulary, length, size }: {
    vocabulary: Vocabulary;
    length: number;
    size: number;
}): SequenceCoding;
/**
 * The numbers of the tokens, row by row: the first `length` of each text, at the end of its row, so that a recurrent layer
 * ends with them.
 */
export declare function applySequences(coding: SequenceCoding, texts: readonly string[]): Int32Array;
