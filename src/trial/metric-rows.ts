import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { parseCsv } from './csv-table.ts';
import { metricNumber, parseLenient } from './report-lines.ts';

/** Reading metrics as other tools write them: a table of rows, or one document that is written anew. */

export type MetricFormat = 'json' | 'jsonl' | 'csv' | 'tsv' | 'yaml' | 'toml';

/** Numbers by their dotted path or column. */
export type Row = Readonly<Record<string, number>>;

export interface Rows {
  readonly rows: readonly Row[];
  /** One document that stands for the present state, not a history. */
  readonly state: boolean;
}

/**
 * The rows of a metrics file.
 *
 * @param whole nothing more will be written: the last line counts although it has no end
 * @throws Error that says what is wrong with it
 */
export function readRows(text: string, format: MetricFormat, whole: boolean): Rows {
  switch (format) {
    case 'json': {
      const value = parseLenient(text);
      return Array.isArray(value)
        ? { rows: value.map(flatten), state: false }
        : { rows: [flatten(value)], state: true };
    }
    case 'jsonl':
      return { rows: wholeLines(text, whole).map((line) => flatten(parseLine(line))), state: false };
    case 'csv':
    case 'tsv':
      return { rows: readTable(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1)), state: false };
    case 'yaml':
      return { rows: [flatten(parseYaml(text))], state: true };
    case 'toml':
      return { rows: [flatten(parseToml(text))], state: true };
  }
}

function parseLine({ text, number }: Line): unknown {
  try {
    return parseLenient(text);
  } catch {
    throw new Error(`line ${number} is not JSON: ${JSON.stringify(text.slice(0, 100))}`);
  }
}

interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

function wholeLines(text: string, whole: boolean): Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!whole) lines.pop();
  return lines.map((text, i) => ({ text, number: i + 1 })).filter(({ text }) => text.trim() !== '');
}

/** All numbers of a document: `{ eval: { acc: 0.5 } }` is `eval.acc`; items of lists by their index. */
function flatten(value: unknown): Row {
  const row: Record<string, number> = {};
  const walk = (item: unknown, path: string): void => {
    const number = metricNumber(item);
    if (number !== undefined) row[path] = number;
    else if (typeof item === 'object' && item !== null)
      for (const [key, inner] of Object.entries(item)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  if (typeof value !== 'object' || value === null) throw new Error('it has no metrics by name');
  walk(value, '');
  return row;
}

function readTable(text: string): Row[] {
  return parseCsv(text).rows.map(({ fields }) => {
    const row: Record<string, number> = {};
    for (const [name, cell] of Object.entries(fields)) {
      const number = readCell(cell);
      if (number !== undefined) row[name] = number;
    }
    return row;
  });
}

function readCell(text: string): number | undefined {
  if (text === '') return undefined;
  const named = /^([+-]?)(nan|inf(?:inity)?)$/i.exec(text);
  if (!named) return Number.isNaN(Number(text)) ? undefined : Number(text);
  if (/^n/i.test(named[2]!)) return Number.NaN;
  return named[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
