import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A data file in memory: texts by column; an empty text is a missing value. */
export interface Table {
  readonly file: string;
  readonly names: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** Line of the file where each row begins, counted from 1. */
  readonly lines: Int32Array;
}

/** What is wrong with a data file: the message names file, line and column. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

const endings = ['.csv', '.tsv', '.jsonl', '.ndjson'];
/** Texts that files write for a value that is not there. */
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?']);

/**
 * Reads CSV, TSV or JSON Lines, told apart by the ending.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export function readTable(file: string, shownAs = file): Table {
  const ending = path.extname(file).toLowerCase();
  if (!endings.includes(ending))
    throw new DataError(
      `${shownAs}: a data file ends in ${endings.join(', ')}, not in ${ending || 'nothing'}`,
    );
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DataError(
      code === 'ENOENT' ? `${shownAs}: there is no such data file` : `${shownAs} cannot be read: ${message}`,
    );
  }
  return ending === '.csv' || ending === '.tsv'
    ? parseDelimited(text, ending === '.tsv' ? '\t' : undefined, shownAs)
    : parseJsonLines(text, shownAs);
}

/** RFC 4180, by columns. Rows of another length than the header are errors. */
export function parseDelimited(source: string, separator: string | undefined, file: string): Table {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const firstEnd = text.indexOf('\n');
  const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
  const mark = separator ?? [',', ';', '\t'].find((one) => first.includes(one)) ?? ',';
  const columns: string[][] = [];
  const lines: number[] = [];
  let names: string[] | undefined;
  let [at, line] = [0, 1];
  while (at < text.length) {
    const begun = line;
    const fields: string[] = [];
    let ended = false;
    while (!ended) {
      let field: string;
      if (text[at] === '"') {
        let close = at + 1;
        for (;;) {
          close = text.indexOf('"', close);
          if (close < 0) throw new DataError(`${file}:${line}: a quote is opened here and never closed`);
          if (text[close + 1] !== '"') break;
          close += 2;
        }
        field = text.slice(at + 1, close).replaceAll('""', '"');
        for (let i = at; i < close; i++) if (text.charCodeAt(i) === 10) line += 1;
        at = close + 1;
        while (at < text.length && text[at] !== mark && text[at] !== '\n') at += 1;
      } else {
        const from = at;
        while (at < text.length && text[at] !== mark && text.charCodeAt(at) !== 10) at += 1;
        field = text.slice(from, at);
      }
      fields.push(field.trim());
      ended = at >= text.length || text[at] === '\n';
      at += 1;
    }
    line += 1;
    if (fields.length === 1 && fields[0] === '') continue;
    if (names === undefined) {
      names = fields;
      checkNames(names, file);
      for (const _ of names) columns.push([]);
      continue;
    }
    if (fields.length !== names.length)
      throw new DataError(
        `${file}:${begun}: this row has ${fields.length} fields, the header has ${names.length} columns`,
      );
    lines.push(begun);
    for (let j = 0; j < fields.length; j++) columns[j]!.push(present(fields[j]!));
  }
  if (names === undefined) throw new DataError(`${file} is empty: the first row must name the columns`);
  return { file, names, columns, lines: Int32Array.from(lines) };
}

/** One object a line; keys that a line does not have are missing values. */
export function parseJsonLines(text: string, file: string): Table {
  const columns = new Map<string, string[]>();
  const lines: number[] = [];
  text.split('\n').forEach((content, i) => {
    if (content.trim() === '') return;
    const row = jsonObject(content, `${file}:${i + 1}`);
    for (const key of Object.keys(row))
      if (!columns.has(key)) columns.set(key, new Array<string>(lines.length).fill(''));
    for (const [key, values] of columns) values.push(present(jsonText(row[key])));
    lines.push(i + 1);
  });
  if (lines.length === 0) throw new DataError(`${file} is empty: one JSON object a line is expected`);
  return { file, names: [...columns.keys()], columns: [...columns.values()], lines: Int32Array.from(lines) };
}

/** Rows in memory: a value that no JSON has is its text. */
export function tableOfRows(rows: readonly Readonly<Record<string, unknown>>[], file: string): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => rows.map((row) => present(jsonText(row[name]))));
  return { file, names, columns, lines: Int32Array.from(rows, (_, i) => i + 1) };
}

function jsonObject(content: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new DataError(`${place}: this line is not JSON: ${(error as Error).message}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new DataError(`${place}: a JSON object is expected, such as {"age": 41, "label": "yes"}`);
  return value as Readonly<Record<string, unknown>>;
}

function jsonText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function present(text: string): string {
  return text.length < 5 && missing.has(text.toLowerCase()) ? '' : text;
}

function checkNames(names: readonly string[], file: string): void {
  names.forEach((name, i) => {
    if (name === '') throw new DataError(`${file}:1: column ${i + 1} has no name`);
    if (names.indexOf(name) < i)
      throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
  });
}
