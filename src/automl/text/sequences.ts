import { wordsOf } from './tokens.ts';

export type Vocabulary = 'words' | 'pieces';

/** Texts as rows of numbers: 0 where a text is shorter, 1 for what the training rows have not. Plain data. */
export interface SequenceCoding {
  readonly vocabulary: Vocabulary;
  readonly length: number;
  /** The first has number 2. A piece that begins a word begins with a space. */
  readonly tokens: readonly string[];
}

export const firstToken = 2;
/** Characters of the longest piece, with the space of a beginning. */
const longestPiece = 9;

/**
 * The most frequent words of the training rows, or pieces of words: substrings that save the most, with all characters.
 *
 * @param size tokens at most
 */
export function fitSequences(
  texts: readonly string[],
  rows: Int32Array,
  { vocabulary, length, size }: { vocabulary: Vocabulary; length: number; size: number },
): SequenceCoding {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const word of wordsOf(texts[row]!.toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
  const tokens =
    vocabulary === 'words'
      ? // A word of one text alone is as good as unknown.
        best(
          [...counts].filter(([, count]) => count > 1),
          size,
        )
      : pieces(counts, size);
  return { vocabulary, length, tokens };
}

/** Substrings by what they save: how often they occur times the characters beyond the first. */
function pieces(words: ReadonlyMap<string, number>, size: number): string[] {
  const characters = new Map<string, number>();
  const longer = new Map<string, number>();
  for (const [word, count] of words) {
    const marked = ` ${word}`;
    for (let from = 0; from < marked.length; from++)
      for (let to = from + 1; to <= Math.min(marked.length, from + longestPiece); to++) {
        const piece = marked.slice(from, to);
        const of = to - from === 1 ? characters : longer;
        of.set(piece, (of.get(piece) ?? 0) + count);
      }
  }
  const single = best([...characters], size);
  const saving = [...longer]
    .filter(([, count]) => count > 2)
    .map(([piece, count]) => [piece, count * (piece.length - 1)] as const);
  return [...single, ...best(saving, size - single.length)];
}

function best(scored: readonly (readonly [string, number])[], most: number): string[] {
  return [...scored]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([token]) => token);
}

/**
 * The numbers of the tokens, row by row: the first `length` of each text, at the end of its row, so that a recurrent layer
 * ends with them.
 */
export function applySequences(coding: SequenceCoding, texts: readonly string[]): Int32Array {
  const { length, tokens, vocabulary } = coding;
  const numbers = new Map(tokens.map((token, i) => [token, i + firstToken]));
  const all = new Int32Array(texts.length * length);
  texts.forEach((text, row) => {
    const own: number[] = [];
    for (const word of wordsOf(text.toLowerCase())) {
      if (own.length >= length) break;
      if (vocabulary === 'words') own.push(numbers.get(word) ?? 1);
      else own.push(...split(word, numbers));
    }
    const kept = own.slice(0, length);
    all.set(kept, (row + 1) * length - kept.length);
  });
  return all;
}

/** A word in pieces, the longest first, from left to right. */
function split(word: string, numbers: ReadonlyMap<string, number>): number[] {
  const marked = ` ${word}`;
  const found: number[] = [];
  for (let from = 0; from < marked.length; ) {
    let to = Math.min(marked.length, from + longestPiece);
    while (to > from + 1 && !numbers.has(marked.slice(from, to))) to -= 1;
    found.push(numbers.get(marked.slice(from, to)) ?? 1);
    from = to;
  }
  return found;
}
