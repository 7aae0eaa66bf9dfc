import { expect, test } from 'vitest';
import { applySequences, fitSequences } from '../../../src/automl/text/sequences.ts';
import { applyTerms, fitTerms, type TermOptions } from '../../../src/automl/text/terms.ts';
import { characterGrams, normalised, wordGrams, wordsOf } from '../../../src/automl/text/tokens.ts';

const plain: TermOptions = {
  words: 1,
  characters: [0, 0],
  lowercase: true,
  minDocuments: 1,
  features: 100,
  sublinear: false,
};
const texts = ['the cat sat', 'the dog sat sat', 'a bird'];
const all = Int32Array.from([0, 1, 2]);

function dense(texts_: readonly string[], rows: Int32Array, options: TermOptions): number[][] {
  const coding = fitTerms(texts_, rows, options);
  const { starts, indexes, values, width } = applyTerms(coding, texts_);
  return texts_.map((_, row) => {
    const own = new Array<number>(width).fill(0);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) own[indexes[at]!] = values[at]!;
    return own;
  });
}

test('words and characters are cut out of texts in any script', () => {
  expect(wordsOf("Don't stop, naïve 2nd été!")).toEqual(['Don', 't', 'stop', 'naïve', '2nd', 'été']);
  expect(wordsOf('日本語 text ไทย')).toEqual(['日', '本', '語', 'text', 'ไ', 'ท', 'ย']);
  expect(wordGrams('a b c', 2)).toEqual(['a', 'a b', 'b', 'b c', 'c']);
  expect(characterGrams('ab 日本', 3, 4)).toEqual([' ab', 'ab ', ' ab ', ' 日本', '日本 ', ' 日本 ']);
  expect(characterGrams('a', 4, 5)).toEqual([' a ']);
  expect(normalised('  Great, GREAT value 10/10!! ')).toBe('great great value');
  expect(normalised('10/10')).toBe('10/10');
});

test('TF-IDF is that of scikit-learn', () => {
  // TfidfVectorizer(token_pattern=r'\\w+').fit_transform(texts) of scikit-learn 1.9.1.
  const expected = [
    [0.0, 0.0, 0.68091856, 0.0, 0.51785612, 0.51785612],
    [0.0, 0.0, 0.0, 0.50689001, 0.77100584, 0.38550292],
    [Math.SQRT1_2, Math.SQRT1_2, 0.0, 0.0, 0.0, 0.0],
  ];
  const found = dense(texts, all, plain);
  found.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[i]![j]!, 6);
    });
  });
});

test('the vocabulary is that of the training rows: what they have not is left out', () => {
  const coding = fitTerms(texts, Int32Array.from([0, 1]), { ...plain, minDocuments: 2 });
  expect(coding.terms).toEqual(['sat', 'the']);
  expect([...applyTerms(coding, ['a new bird']).starts]).toEqual([0, 0]);
  const few = fitTerms(texts, all, { ...plain, words: 2, features: 3 });
  expect(few.terms).toEqual(['a', 'sat', 'the']);
});

test('words and characters are scaled apart, each to length 1', () => {
  const [row] = dense(texts, all, { ...plain, characters: [2, 3] });
  expect(row!.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(2, 10);
});

test('sequences are words or pieces of words, from the end of the row', () => {
  const words = fitSequences(['a b a', 'b c'], Int32Array.from([0, 1]), {
    vocabulary: 'words',
    length: 4,
    size: 10,
  });
  expect(words.tokens).toEqual(['a', 'b']);
  expect([...applySequences(words, ['b x a', 'a a a a b', ''])]).toEqual([
    ...[0, 3, 1, 2],
    ...[2, 2, 2, 2],
    ...[0, 0, 0, 0],
  ]);
  const pieces = fitSequences(['walking talking walked talked walks talks'], Int32Array.from([0]), {
    vocabulary: 'pieces',
    length: 10,
    size: 40,
  });
  const [unseen] = [applySequences(pieces, ['talkeds'])];
  const said = [...unseen!].filter((code) => code > 0).map((code) => pieces.tokens[code - 2]);
  expect(said.join('').trim()).toBe('talkeds');
  expect(said.length).toBeLessThan(7);
});
