import type { Feature } from './dataset.ts';
import { encodePictures } from './images/encode-pictures.ts';
import type { PictureStore, PixelRows } from './images/picture.ts';
import { DataError } from './table.ts';
import { mostCharacters } from './text/tokens.ts';

/** What becomes of a column, measured on the rows of the search: plain data, which an exported model carries. */
export type ColumnCoding =
  | { readonly column: string; readonly kind: 'number' }
  | { readonly column: string; readonly kind: 'date' }
  /** Texts that the search has seen, ascending; others count as missing. */
  | { readonly column: string; readonly kind: 'category'; readonly levels: readonly string[] }
  /** The words that are counted. */
  | { readonly column: string; readonly kind: 'text'; readonly words: readonly string[] }
  /** The text of a text task, which models read by themselves. */
  | { readonly column: string; readonly kind: 'document' }
  /** Pictures, read with no side longer than `size`, and then brought to one size. */
  | {
      readonly column: string;
      readonly kind: 'image';
      readonly height: number;
      readonly width: number;
      readonly channels: number;
      readonly size: number;
      /** The pictures were rows of a table with these columns. */
      readonly pixelRows?: PixelRows;
    };

const mostWords = 60;
/** Beyond it a number counts as missing: neither its square nor sums of them can be told from infinity. */
const largest = 1e100;

/** The number that a text stands for, or NaN. */
export function numberOf(text: string): number {
  const value = text === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= largest ? value : Number.NaN;
}

/** @throws {DataError} when a value to predict is no number */
export function numberToPredict(
  text: string,
  name: string,
  place: string,
  type: string = 'tabular-regression',
): number {
  const value = numberOf(text);
  if (!Number.isNaN(value)) return value;
  if (Number.isFinite(Number(text)))
    throw new DataError(
      `${place}: ${name} is ${text}: numbers beyond ±1e100 cannot be squared; scale the column`,
    );
  throw new DataError(
    `${place}: ${name} is ${JSON.stringify(text.slice(0, 60))}, not a number; for categories use type: ${type.replace('regression', 'classification')}`,
  );
}

/**
 * The inputs that a column gives to models; an empty text is a missing value.
 *
 * @param pictures of the table, where the texts name them
 */
export function encodeColumn(
  coding: ColumnCoding,
  texts: readonly string[],
  pictures?: PictureStore,
): Feature[] {
  const name = coding.column;
  if (coding.kind === 'image') return [encodePictures(coding, texts, pictures!)];
  if (coding.kind === 'number')
    return [
      {
        kind: 'number',
        name,
        values: Float64Array.from(texts, numberOf),
      },
    ];
  if (coding.kind === 'date') return dateFeatures(name, texts);
  if (coding.kind === 'document')
    return [{ kind: 'text', name, texts: texts.map((text) => text.slice(0, mostCharacters)) }];
  if (coding.kind === 'text') return wordFeatures(name, texts, coding.words);
  const index = new Map(coding.levels.map((level, i) => [level, i]));
  const codes = Int32Array.from(texts, (text) => index.get(text) ?? -1);
  return [{ kind: 'category', name, codes, levels: coding.levels }];
}

function dateFeatures(name: string, texts: readonly string[]): Feature[] {
  const dates = texts.map((text) => (text === '' ? undefined : new Date(text)));
  const part = (suffix: string, of: (date: Date) => number): Feature => ({
    kind: 'number',
    name: `${name}.${suffix}`,
    values: Float64Array.from(dates, (date) => (date ? of(date) : Number.NaN)),
  });
  return [
    part('days', (date) => date.getTime() / 86_400_000),
    part('month', (date) => date.getUTCMonth() + 1),
    part('weekday', (date) => date.getUTCDay()),
    part('hour', (date) => date.getUTCHours()),
  ];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that are in most of the texts, but not in nearly all. */
export function frequentWords(texts: readonly string[]): string[] {
  const rows = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOf(text))) rows.set(word, (rows.get(word) ?? 0) + 1);
  return [...rows]
    .filter(([, count]) => count < 0.9 * texts.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
}

/** How often each of the words occurs. */
function wordFeatures(name: string, texts: readonly string[], words: readonly string[]): Feature[] {
  const index = new Map(words.map((word, i) => [word, i]));
  const counts = words.map(() => new Float64Array(texts.length));
  texts.forEach((text, row) => {
    for (const word of wordsOf(text)) {
      const column = counts[index.get(word) ?? -1];
      if (column) column[row] = column[row]! + 1;
    }
  });
  return words.map((word, i) => ({ kind: 'number', name: `${name}:${word}`, values: counts[i]! }));
}
