import { type Sparse, SparseBuilder } from './sparse.ts';
import { characterGrams, wordGrams } from './tokens.ts';

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

type Counted = Pick<TermOptions, 'words' | 'characters' | 'lowercase'>;

/** The terms of texts, numbered in the order of their first occurrence, and how often each occurs in each text. */
interface Counts {
  readonly key: string;
  readonly terms: readonly string[];
  readonly kinds: readonly ('word' | 'characters')[];
  readonly counts: Sparse;
}

/** The last counts of some texts: each fold of a trial asks for them anew. */
const kept = new WeakMap<readonly string[], Counts>();

function count(texts: readonly string[], options: Counted): Counts {
  const key = JSON.stringify([options.words, options.characters, options.lowercase]);
  const last = kept.get(texts);
  if (last?.key === key) return last;
  const numbers = { word: new Map<string, number>(), characters: new Map<string, number>() };
  const terms: string[] = [];
  const kinds: ('word' | 'characters')[] = [];
  const builder = new SparseBuilder();
  for (const text of texts) {
    const own = new Map<number, number>();
    for (const [kind, gram] of gramsOf(text, options)) {
      let number = numbers[kind].get(gram);
      if (number === undefined) {
        number = terms.length;
        numbers[kind].set(gram, number);
        terms.push(gram);
        kinds.push(kind);
      }
      own.set(number, (own.get(number) ?? 0) + 1);
    }
    for (const [number, times] of own) builder.add(number, times);
    builder.endRow();
  }
  const counts = { key, terms, kinds, counts: builder.build(terms.length) };
  kept.set(texts, counts);
  return counts;
}

function* gramsOf(
  text: string,
  { words, characters: [least, most], lowercase }: Counted,
): Generator<readonly ['word' | 'characters', string]> {
  const cased = lowercase ? text.toLowerCase() : text;
  if (words > 0) for (const gram of wordGrams(cased, words)) yield ['word', gram];
  if (most > 0) for (const gram of characterGrams(cased, least, most)) yield ['characters', gram];
}

/**
 * The vocabulary of the training rows, and idf = ln((1 + n) / (1 + df)) + 1 of each term, as scikit-learn smooths it.
 *
 * @param rows to learn from
 */
export function fitTerms(texts: readonly string[], rows: Int32Array, options: TermOptions): TermCoding {
  const { terms, kinds, counts } = count(texts, options);
  const frequency = new Int32Array(terms.length);
  for (const row of rows)
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at++)
      frequency[counts.indexes[at]!]! += 1;
  const least = Math.max(1, options.minDocuments);
  const chosen = terms
    .map((_, number) => number)
    .filter((number) => frequency[number]! >= least)
    .sort((a, b) => frequency[b]! - frequency[a]! || compare(terms[a]!, terms[b]!) || a - b)
    .slice(0, options.features)
    .sort((a, b) => compare(kinds[b]!, kinds[a]!) || compare(terms[a]!, terms[b]!));
  return {
    words: options.words,
    characters: options.characters,
    lowercase: options.lowercase,
    sublinear: options.sublinear,
    terms: chosen.map((number) => terms[number]!),
    wordTerms: chosen.filter((number) => kinds[number] === 'word').length,
    idf: chosen.map((number) => Math.log((1 + rows.length) / (1 + frequency[number]!)) + 1),
  };
}

/**
 * TF-IDF of each text: count (or its logarithm) times idf, the terms of words and those of characters scaled to length 1 each,
 * as two vectorizers of scikit-learn side by side would give them.
 */
export function applyTerms(coding: TermCoding, texts: readonly string[]): Sparse {
  const { terms, kinds, counts } = count(texts, coding);
  const places = {
    word: new Map(coding.terms.slice(0, coding.wordTerms).map((term, i) => [term, i])),
    characters: new Map(coding.terms.slice(coding.wordTerms).map((term, i) => [term, coding.wordTerms + i])),
  };
  const place = Int32Array.from(terms, (term, number) => places[kinds[number]!].get(term) ?? -1);
  const builder = new SparseBuilder();
  for (let row = 0; row < texts.length; row++) {
    const found: [number, number][] = [];
    for (let at = counts.starts[row]!; at < counts.starts[row + 1]!; at++) {
      const term = place[counts.indexes[at]!]!;
      if (term < 0) continue;
      const times = counts.values[at]!;
      found.push([term, (coding.sublinear ? 1 + Math.log(times) : times) * coding.idf[term]!]);
    }
    found.sort((a, b) => a[0] - b[0]);
    const length = (of: (term: number) => boolean) =>
      Math.sqrt(found.reduce((sum, [term, value]) => sum + (of(term) ? value * value : 0), 0)) || 1;
    const ofWords = length((term) => term < coding.wordTerms);
    const ofCharacters = length((term) => term >= coding.wordTerms);
    for (const [term, value] of found)
      builder.add(term, value / (term < coding.wordTerms ? ofWords : ofCharacters));
    builder.endRow();
  }
  return builder.build(coding.terms.length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
