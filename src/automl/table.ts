import type { PictureStore } from './images/picture.ts';

/** A data file in memory: texts by column; an empty text is a missing value. */
export interface Table {
  readonly file: string;
  readonly names: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** Line of the file where each row begins, counted from 1; of a file without lines the number of the row. */
  readonly lines: Int32Array;
  /** How many rows the file has, where not all of them are here. */
  readonly drawnFrom?: number;
  /** Column of the texts, of a text task. */
  readonly text?: string;
  /** Column of the files that the texts are in, where each is one of its own. */
  readonly files?: string;
  /** What the cells of a column stand for, where they name pictures. */
  readonly pictures?: PictureStore;
}

/** What is wrong with a data file: the message names file, line and column. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

/** Texts that files write for a value that is not there. */
const missing = new Set([
  '',
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  '<NA>',
  'NaN',
  'nan',
  'NULL',
  'Null',
  'null',
  'None',
  '?',
]);

/** Rows in memory: a value that no JSON has is its text. */
export function tableOfRows(rows: readonly Readonly<Record<string, unknown>>[], file: string): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => rows.map((row) => present(jsonText(row[name]))));
  return { file, names, columns, lines: Int32Array.from(rows, (_, i) => i + 1) };
}

/** What stands for a value of JSON or Parquet in a table. */
export function jsonText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A text, or none where it says that the value is missing. */
export function present(text: string): string {
  return text.length < 5 && missing.has(text) ? '' : text;
}

/** @throws {DataError} when columns cannot be told apart */
export function checkNames(names: readonly string[], file: string): void {
  const seen = new Set<string>();
  names.forEach((name, i) => {
    if (name === '') throw new DataError(`${file}:1: column ${i + 1} has no name`);
    if (seen.has(name)) throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
    seen.add(name);
  });
}

/** Names of columns, some of many. */
export function listed(names: readonly string[], most = 30): string {
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}
