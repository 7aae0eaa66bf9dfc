import type { Dataset, Feature } from '../dataset.ts';
import { outputsOf } from '../learner.ts';
import type { Sparse } from './sparse.ts';
import { applyTerms, fitTerms, type TermCoding } from './terms.ts';
import { textsOf } from './text-inputs.ts';
import { wordsOf } from './tokens.ts';

/** Words and pairs of words that are counted before the most telling ones are chosen. */
const mostCounted = 20_000;

/**
 * The words and pairs of words of the training rows that tell most of the target: of each text the `most` whose TF-IDF
 * differs most between the classes (one-way analysis of variance), or goes most with the number.
 */
export function fitTopTerms(data: Dataset, rows: Int32Array, most: number): readonly TermCoding[] {
  const options = {
    words: 2,
    characters: [0, 0],
    lowercase: true,
    minDocuments: 3,
    features: mostCounted,
    sublinear: true,
  } as const;
  return textsOf(data.features).map((texts) => {
    const coding = fitTerms(texts, rows, options);
    const told = telling(applyTerms(coding, texts), rows, data);
    const chosen = coding.terms
      .map((_, i) => i)
      .sort((a, b) => told[b]! - told[a]! || a - b)
      .slice(0, most)
      .sort((a, b) => a - b);
    return {
      ...coding,
      terms: chosen.map((i) => coding.terms[i]!),
      wordTerms: chosen.length,
      idf: chosen.map((i) => coding.idf[i]!),
    };
  });
}

/** Share of the variance of each term that the classes account for, or squared correlation with the number. */
function telling(x: Sparse, rows: Int32Array, data: Dataset): Float64Array {
  const outputs = outputsOf(data);
  const n = rows.length;
  const sums = new Float64Array(x.width * outputs);
  const squares = new Float64Array(x.width);
  const counts = new Float64Array(outputs);
  const mean = rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const spread = rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0);
  for (const row of rows) {
    const label = data.task === 'classification' ? data.target[row]! : 0;
    const times = data.task === 'classification' ? 1 : data.target[row]! - mean;
    counts[label]! += 1;
    for (let at = x.starts[row]!; at < x.starts[row + 1]!; at++) {
      const value = x.values[at]!;
      sums[x.indexes[at]! * outputs + label]! += value * times;
      squares[x.indexes[at]!]! += value * value;
    }
  }
  return squares.map((square, j) => {
    if (data.task === 'regression') return square > 0 ? sums[j]! ** 2 / (square * spread) : 0;
    const own = sums.subarray(j * outputs, (j + 1) * outputs);
    const whole = own.reduce((sum, value) => sum + value, 0);
    const between =
      own.reduce((sum, value, k) => sum + (counts[k]! > 0 ? value ** 2 / counts[k]! : 0), 0) - whole ** 2 / n;
    const variance = square - whole ** 2 / n;
    return variance > 0 ? between / variance : 0;
  });
}

/** Each text as numbers: TF-IDF of its terms, and how many words and characters it has. Other features stay. */
export function expandTexts(coding: readonly TermCoding[], features: readonly Feature[]): readonly Feature[] {
  let text = 0;
  return features.flatMap((feature): readonly Feature[] => {
    if (feature.kind !== 'text') return [feature];
    const own = coding[text++]!;
    const { starts, indexes, values } = applyTerms(own, feature.texts);
    const columns = own.terms.map(() => new Float64Array(feature.texts.length));
    for (let row = 0; row < feature.texts.length; row++)
      for (let at = starts[row]!; at < starts[row + 1]!; at++) columns[indexes[at]!]![row] = values[at]!;
    const number = (name: string, of: Float64Array): Feature => ({
      kind: 'number',
      name: `${feature.name}:${name}`,
      values: of,
    });
    return [
      ...columns.map((column, j) => number(own.terms[j]!, column)),
      number(
        'words',
        Float64Array.from(feature.texts, (of) => wordsOf(of).length),
      ),
      number(
        'characters',
        Float64Array.from(feature.texts, (of) => of.length),
      ),
    ];
  });
}
