import type { Feature } from './dataset.ts';
import { scoreRows } from './metrics.ts';
import { readModel } from './model-files.ts';
import { type Table, tableOfRows } from './table.ts';
import { encodeTable, predictModel, type TableModel } from './table-model.ts';

/** What a model says of one row. */
export interface Prediction {
  /** The class, or the number. */
  readonly value: string | number;
  /** Of each class; absent for numbers. */
  readonly probabilities?: Readonly<Record<string, number>>;
}

/** A model in memory. */
export interface LoadedModel {
  readonly task: 'classification' | 'regression';
  /** What it predicts. */
  readonly target: string;
  /** In the order of the probabilities; none for numbers. */
  readonly classes: readonly string[];
  /** Columns that rows must have. */
  readonly columns: readonly string[];
  /**
   * @param rows values by column; `undefined`, `null` and an empty text are missing values
   * @throws {DataError} when no row has a column
   */
  predict(rows: readonly Readonly<Record<string, unknown>>[]): readonly Prediction[];
}

/**
 * Reads a model that Tunegate has made. It needs no TensorFlow.
 *
 * @param folder with `model.json`
 * @throws {ModelFileError} when there is none, or it is damaged
 */
export function loadModel(folder: string): LoadedModel {
  const model = readModel(folder);
  return {
    task: model.task,
    target: model.target,
    classes: model.classes,
    columns: model.columns.map(({ column }) => column),
    predict: (rows) => (rows.length === 0 ? [] : predictTable(model, tableOfRows(rows, 'rows'))),
  };
}

/**
 * What a model says of each row of a table.
 *
 * @throws {DataError} when a column is missing
 */
export function predictTable(model: TableModel, table: Table): readonly Prediction[] {
  const rows = table.lines.length;
  return predictionsOf(model, predictModel(model, encodeTable(model.columns, table), rows), rows);
}

/** A file of predictions, and how good they are. */
export interface PredictedFile {
  /** CSV: the columns of the data, `prediction`, and the probability of each class. */
  readonly csv: string;
  readonly rows: number;
  /** Metrics of the rows that have the target; absent where the data do not have it. */
  readonly scores?: Readonly<Record<string, number>>;
  /** How many rows those are. */
  readonly scored: number;
}

/** @throws {DataError} when a column is missing */
export function predictFile(model: TableModel, table: Table): PredictedFile {
  const rows = table.lines.length;
  const features = encodeTable(model.columns, table);
  const predicted = predictModel(model, features, rows);
  const predictions = predictionsOf(model, predicted, rows);
  const header = [...table.names, 'prediction', ...model.classes.map((name) => `probability ${name}`)];
  const lines = predictions.map(({ value, probabilities }, row) => [
    ...table.columns.map((column) => column[row]!),
    String(value),
    ...model.classes.map((name) => String(Number(probabilities![name]!.toPrecision(6)))),
  ]);
  const csv = [header, ...lines].map((line) => `${line.map(field).join(',')}\n`).join('');
  return { csv, rows, ...scoresOf(model, table, features, predicted) };
}

function scoresOf(
  model: TableModel,
  table: Table,
  features: readonly Feature[],
  predicted: Float64Array,
): Pick<PredictedFile, 'scores' | 'scored'> {
  const texts = table.columns[table.names.indexOf(model.target)];
  if (!texts) return { scored: 0 };
  const target = Float64Array.from(texts, (text) =>
    model.task === 'classification' ? model.classes.indexOf(text) : text === '' ? Number.NaN : Number(text),
  );
  const known = Int32Array.from(texts.keys()).filter(
    (row) => texts[row] !== '' && Number.isFinite(target[row]),
  );
  if (known.length === 0) return { scored: 0 };
  const { task, classes } = model;
  const data = { task, classes, rows: texts.length, target, features, part: new Uint8Array(0), notes: [] };
  return { scores: scoreRows(data, known, predicted), scored: known.length };
}

function predictionsOf({ classes, task }: TableModel, predicted: Float64Array, rows: number): Prediction[] {
  const outputs = task === 'classification' ? classes.length : 1;
  return Array.from({ length: rows }, (_, row) => {
    if (task === 'regression') return { value: predicted[row]! };
    const own = predicted.subarray(row * outputs, (row + 1) * outputs);
    const best = own.reduce((top, p, k) => (p > own[top]! ? k : top), 0);
    return {
      value: classes[best]!,
      probabilities: Object.fromEntries(classes.map((name, k) => [name, own[k]!])),
    };
  });
}

/** RFC 4180. */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
