import { rowKey } from '../split.ts';
import { DataError, type Table } from '../table.ts';
import { mostCharacters, spacelessShare, wordsOf } from './tokens.ts';

/** A word gives a class away where it is in this share of its texts and in hardly another one. */
const giveaway = { within: 0.9, others: 0.02, rows: 10 };

/**
 * What people should know of the texts of some rows.
 *
 * @param labels class or number of each row, as it is written
 * @throws {DataError} where there is nothing to read
 */
export function textNotes(
  table: Table,
  rows: Int32Array,
  labels: readonly string[],
  classification: boolean,
): string[] {
  const column = table.text!;
  const all = table.columns[table.names.indexOf(column)]!;
  const texts = Array.from(rows, (row) => all[row]!);
  const empty = texts.filter((text) => text === '').length;
  if (empty === texts.length)
    throw new DataError(`${table.file}: ${column} is empty in every row: there is nothing to read`);
  if (texts.every((text) => wordsOf(text).length === 0))
    throw new DataError(`${table.file}: ${column} has no word in any row: there is nothing to read`);
  const notes: string[] = [];
  if (empty > 0)
    notes.push(`${plural(empty, 'text is', 'texts are')} empty: models only know the other columns there.`);
  const long = texts.filter((text) => text.length > mostCharacters).length;
  if (long > 0)
    notes.push(
      `${plural(long, 'text is', 'texts are')} longer than ${mostCharacters} characters, and cut there.`,
    );
  const spaceless = spacelessShare(texts);
  if (spaceless > 0.3)
    notes.push(
      `${(100 * spaceless).toFixed(0)} % of the letters are of a script without spaces between words: each counts as a word, and n-grams are of characters.`,
    );
  const keys = Array.from(rows, (row) => rowKey(table, row));
  const copies = keys.length - new Set(keys).size;
  if (copies > 0)
    notes.push(
      `${plural(copies, 'text is a copy', 'texts are copies')} of another one, but for case, signs and digits: copies stay in one part of the split.`,
    );
  const torn = contradictions(keys, labels);
  if (torn > 0)
    notes.push(
      `${plural(torn, 'text stands', 'texts stand')} in several rows with different answers: no model can have all of them right.`,
    );
  notes.push(...(classification ? leaks(texts, labels, column) : numbersIn(texts, labels, column)));
  return notes;
}

function plural(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function contradictions(keys: readonly string[], labels: readonly string[]): number {
  const of = new Map<string, Set<string>>();
  keys.forEach((key, i) => {
    const own = of.get(key);
    if (own) own.add(labels[i]!);
    else of.set(key, new Set([labels[i]!]));
  });
  return [...of.values()].filter(({ size }) => size > 1).length;
}

/** Words that are in nearly all texts of one class and in hardly one of the others. */
function leaks(texts: readonly string[], labels: readonly string[], column: string): string[] {
  const sizes = new Map<string, number>();
  const found = new Map<string, Map<string, number>>();
  texts.forEach((text, row) => {
    const label = labels[row]!;
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
    for (const word of new Set(wordsOf(text.toLowerCase()))) {
      const own = found.get(word) ?? new Map<string, number>();
      own.set(label, (own.get(label) ?? 0) + 1);
      found.set(word, own);
    }
  });
  return [...sizes].flatMap(([label, size]) => {
    if (size < giveaway.rows) return [];
    const telling = [...found]
      .map(([word, own]) => ({
        word,
        within: (own.get(label) ?? 0) / size,
        others:
          ([...own.values()].reduce((sum, count) => sum + count, 0) - (own.get(label) ?? 0)) /
          Math.max(1, texts.length - size),
      }))
      .filter(({ within, others }) => within >= giveaway.within && others <= giveaway.others)
      .sort((a, b) => b.within - a.within || (a.word < b.word ? -1 : 1))[0];
    return telling
      ? [
          `${column} has the word ${JSON.stringify(telling.word)} in ${(100 * telling.within).toFixed(0)} % of the texts of ${JSON.stringify(label)} and in hardly another one: if it tells the answer, take it out.`,
        ]
      : [];
  });
}

/** The number to predict written in the text. */
function numbersIn(texts: readonly string[], labels: readonly string[], column: string): string[] {
  const different = new Set(labels).size;
  const telling = texts.filter((text, row) => {
    const label = labels[row]!;
    return label.length > 1 && (text.match(/\d+(?:\.\d+)?/g) ?? ([] as string[])).includes(label);
  }).length;
  return different > 10 && telling > 0.5 * texts.length
    ? [
        `${column} has the number to predict in ${((100 * telling) / texts.length).toFixed(0)} % of the texts: take it out, if it is not known before.`,
      ]
    : [];
}
