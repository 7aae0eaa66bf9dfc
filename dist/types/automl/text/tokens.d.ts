/** Texts are cut to so many characters: what follows costs time and tells little. */
export declare const mostCharacters = 20000;
/** Whether a word is a character of a script without spaces. */
export declare function isSpaceless(word: string): boolean;
/**
 * Words of a text: runs of letters, marks and digits. Where a script writes no spaces each character is a word, so that
 * n-grams of words are n-grams of characters.
 */
export declare function wordsOf(text: string): readonly string[];
/** N-grams of the words of a text from one word to `most`, joined by spaces; a word may be in several. */
export declare function wordGrams(text: string, most: number): string[];
/** N-grams of characters inside of words, each word with a space before and after it. */
export declare function characterGrams(text: string, least: number, most: number): string[];
/** Share of the characters that belong to a script without spaces between words, 0 to 1. */
export declare function spacelessShare(texts: readonly string[]): number;
/** A text without case, punctuation and digits: texts that agree in it are near-duplicates. */
export declare function normalised(text: string): string;
