import path from 'node:path';
import { readingOf } from './images/picture-rows.ts';
import { readPictures } from './images/picture-sources.ts';
import { type RowScores, rowScores } from './metrics.ts';
import { imageCoding, predictionsOf } from './predict.ts';
import { forecastTable } from './series/forecast.ts';
import type { SeriesModel } from './series/series-model.ts';
import { DataError, listed, type Table } from './table.ts';
import { endings, type PieceSize, pieceRows, readPieces, slices } from './table-file.ts';
import { encodeTable, predictModel, type TableModel } from './table-model.ts';
import { isFolder, readTextFiles, textEnding } from './text/documents.ts';

/**
 * The data that a model is asked of, in pieces with the same columns: a table, a folder of texts or a single one, or what
 * pictures come in (which are read at once).
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export async function* readDataFor(
  model: TableModel,
  file: string,
  shownAs: string,
  size: PieceSize = {},
): AsyncGenerator<Table> {
  const coding = imageCoding(model);
  const { rows = pieceRows } = size;
  if (coding) {
    const pictures = await readPictures(file, shownAs, {
      ...readingOf(coding, model.target),
      mayLackTarget: true,
      part: 'test',
      mostCells: Number.POSITIVE_INFINITY,
    });
    yield* slices(pictures, rows);
  } else if (isFolder(file) || path.extname(file).toLowerCase() === textEnding) {
    const { target, classes } = model;
    yield* readTextFiles(file, shownAs, { text: onlyDocument(model, shownAs), target, classes, rows });
  } else yield* readPieces(file, shownAs, size);
}

/**
 * The column that texts without any other column stand for.
 *
 * @throws {DataError} when the model reads more than one text, or none
 */
function onlyDocument({ columns }: TableModel, shownAs: string): string {
  const [only, ...others] = columns;
  if (only?.kind === 'document' && others.length === 0) return only.column;
  const reads = listed(columns.map(({ column }) => JSON.stringify(column)));
  throw new DataError(
    `${shownAs} is no table, and the model reads ${reads}: give a table with ${columns.length === 1 ? 'this column' : 'these columns'} (${endings.join(', ')})`,
  );
}

/** What was predicted, and how good it is. */
export interface PredictedFile {
  readonly rows: number;
  /** Metrics of the rows that have the target; absent where the data do not have it. */
  readonly scores?: Readonly<Record<string, number>>;
  /** How many rows those are. */
  readonly scored: number;
  /** What people should know of the data, in words. */
  readonly notes: readonly string[];
}

/**
 * Predicts piece by piece, so that memory does not grow with the data.
 *
 * @param pieces see `readDataFor`
 * @param write takes CSV as it comes: the columns of the data (of texts that are files: their names), `prediction`, and the
 *   probability of each class
 * @throws {DataError} when a column is missing
 */
export async function predictFile(
  model: TableModel,
  pieces: AsyncIterable<Table>,
  write: (csv: string) => void | Promise<void>,
): Promise<PredictedFile> {
  const sums = rowScores(model);
  let rows = 0;
  let begun = false;
  let notes: readonly string[] = [];
  for await (const table of pieces) {
    const own = table.lines.length;
    const predicted = predictModel(model, encodeTable(model.columns, table), own);
    addScores(sums, model, table, predicted);
    const shown = table.names.filter((name) => table.files === undefined || !isDocument(model, name));
    const header = [...shown, 'prediction', ...model.classes.map((name) => `probability ${name}`)];
    await write(csvOf([...(begun ? [] : [header]), ...linesOf(model, table, shown, predicted)]));
    begun = true;
    rows += own;
    notes = table.pictures?.notes ?? [];
  }
  return { rows, scored: sums.rows, notes, ...(sums.rows > 0 ? { scores: sums.scores() } : {}) };
}

function isDocument({ columns }: TableModel, name: string): boolean {
  return columns.some(({ column, kind }) => kind === 'document' && column === name);
}

function linesOf(
  model: TableModel,
  table: Table,
  shown: readonly string[],
  predicted: Float64Array,
): string[][] {
  const columns = shown.map((name) => table.columns[table.names.indexOf(name)]!);
  return predictionsOf(model, predicted, table.lines.length).map(({ value, probabilities }, row) => [
    ...columns.map((column) => column[row]!),
    String(value),
    ...model.classes.map((name) => short(probabilities![name]!)),
  ]);
}

/** Adds the rows that have the target. */
function addScores(sums: RowScores, model: TableModel, table: Table, predicted: Float64Array): void {
  const texts = table.columns[table.names.indexOf(model.target)] ?? [];
  texts.forEach((text, row) => {
    const target = model.task === 'classification' ? model.classes.indexOf(text) : Number(text);
    if (text !== '' && Number.isFinite(target)) sums.add(target, predicted, row);
  });
}

/** A file of forecasts: the next steps of each series, and what was left out. */
export function forecastFile(
  model: SeriesModel,
  table: Table,
): { readonly csv: string; readonly rows: number; readonly notes: readonly string[] } {
  const { steps, notes } = forecastTable(model, table);
  const of = model.series === undefined ? [] : [model.series];
  const lines = steps.map(({ time, series, prediction, lower, upper }) => [
    time,
    ...of.map(() => series),
    ...[prediction, lower, upper].map(short),
  ]);
  const header = [model.time, ...of, 'prediction', 'lower', 'upper'];
  return { csv: csvOf([header, ...lines]), rows: steps.length, notes };
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** RFC 4180. */
function csvOf(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(field).join(',')}\n`).join('');
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
