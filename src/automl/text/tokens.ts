/** Characters of scripts that write no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan). */
const spaceless =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}';
const letters = '\\p{L}\\p{M}\\p{N}_';
const words = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])[${letters}])+`, 'gu');
const spacelessWord = new RegExp(`^[${spaceless}]$`, 'u');

/** Texts are cut to so many characters: what follows costs time and tells little. */
export const mostCharacters = 20_000;

/** Whether a word is a character of a script without spaces. */
export function isSpaceless(word: string): boolean {
  return spacelessWord.test(word);
}

/**
 * Words of a text: runs of letters, marks and digits. Where a script writes no spaces each character is a word, so that
 * n-grams of words are n-grams of characters.
 */
export function wordsOf(text: string): readonly string[] {
  return text.match(words) ?? [];
}

/** N-grams of the words of a text from one word to `most`, joined by spaces; a word may be in several. */
export function wordGrams(text: string, most: number): string[] {
  const all = wordsOf(text);
  const grams: string[] = [];
  for (let i = 0; i < all.length; i++) {
    let gram = '';
    for (let n = 0; n < most && i + n < all.length; n++) {
      gram = n === 0 ? all[i]! : `${gram} ${all[i + n]!}`;
      grams.push(gram);
    }
  }
  return grams;
}

/** N-grams of characters inside of words, each word with a space before and after it. */
export function characterGrams(text: string, least: number, most: number): string[] {
  const grams: string[] = [];
  for (const word of joined(wordsOf(text))) {
    const padded = ` ${word} `;
    for (let n = least; n <= most && (n <= padded.length || n === least); n++) {
      // A short word is one gram.
      if (n >= padded.length) grams.push(padded);
      else for (let i = 0; i + n <= padded.length; i++) grams.push(padded.slice(i, i + n));
    }
  }
  return grams;
}

/** Neighbouring characters of a script without spaces as one word. */
function joined(all: readonly string[]): string[] {
  const runs: string[] = [];
  let open = false;
  for (const word of all) {
    const single = spacelessWord.test(word);
    if (single && open) runs[runs.length - 1] += word;
    else runs.push(word);
    open = single;
  }
  return runs;
}

/** Share of the characters that belong to a script without spaces between words, 0 to 1. */
export function spacelessShare(texts: readonly string[]): number {
  let [without, all] = [0, 0];
  for (const text of texts)
    for (const word of wordsOf(text.slice(0, 1000))) {
      all += word.length;
      if (spacelessWord.test(word)) without += word.length;
    }
  return all === 0 ? 0 : without / all;
}

/** A text without case, punctuation and digits: texts that agree in it are near-duplicates. */
export function normalised(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  // Texts of digits and signs alone are told apart by those.
  return plain === '' ? text.trim() : plain;
}
