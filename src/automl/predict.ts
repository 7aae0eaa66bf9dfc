import type { Feature } from './dataset.ts';
import { readingOf, tableOfPictureRows } from './images/picture-rows.ts';
import { readPictures } from './images/picture-sources.ts';
import { scoreRows } from './metrics.ts';
import { type ForecastStep, forecastRows, forecastTable } from './series/forecast.ts';
import { readAnyModel, type SeriesModel } from './series/series-model.ts';
import { DataError, type Table, tableOfRows } from './table.ts';
import { readTable } from './table-file.ts';
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
  readonly task: 'classification' | 'regression' | 'forecasting';
  /** What it predicts. */
  readonly target: string;
  /** In the order of the probabilities; none for numbers. */
  readonly classes: readonly string[];
  /** Columns that rows must have. */
  readonly columns: readonly string[];
  /**
   * @param rows values by column; `undefined`, `null` and an empty text are missing values. An image is the path of a PNG or JPEG
   *   file, or the bytes of one (Uint8Array)
   * @throws {DataError} when no row has a column, an image cannot be read, or the model forecasts
   */
  predict(rows: readonly Readonly<Record<string, unknown>>[]): readonly Prediction[];
  /**
   * The next steps of each series, of a model that forecasts.
   *
   * @param history rows of the past, with time, target and the other columns; it may go on behind what the model was trained on
   * @param known rows of the steps to come with the columns that are known ahead, where there are some
   * @throws {DataError} when a column is missing, times are not at the steps of the model, or the model does not forecast
   */
  forecast(
    history: readonly Readonly<Record<string, unknown>>[],
    options?: { readonly known?: readonly Readonly<Record<string, unknown>>[] },
  ): readonly ForecastStep[];
}

/**
 * Reads a model that Tunegate has made. It needs no TensorFlow.
 *
 * @param folder with `model.json`
 * @throws {ModelFileError} when there is none, or it is damaged
 */
export function loadModel(folder: string): LoadedModel {
  const model = readAnyModel(folder);
  if (model.task === 'forecasting') return loadedForecaster(model);
  return {
    task: model.task,
    target: model.target,
    classes: model.classes,
    columns: model.columns.map(({ column }) => column),
    predict: (rows) => (rows.length === 0 ? [] : predictTable(model, tableFor(model, rows))),
    forecast() {
      throw new DataError(`this model of ${model.target} does not forecast: use predict(rows)`);
    },
  };
}

function loadedForecaster(model: SeriesModel): LoadedModel {
  const { target, time, series, columns } = model;
  return {
    task: 'forecasting',
    target,
    classes: [],
    columns: [
      time,
      ...(series === undefined ? [] : [series]),
      target,
      ...[...columns.known, ...columns.past].map(({ column }) => column),
    ],
    predict() {
      throw new DataError(`this model forecasts ${target}: use forecast(history)`);
    },
    forecast: (history, { known = [] } = {}) => forecastRows(model, history, known).steps,
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

/** How the pictures of a model are read; undefined when it takes none. */
function imageCoding({ columns }: TableModel) {
  return columns.find((coding) => coding.kind === 'image');
}

function tableFor(model: TableModel, rows: readonly Readonly<Record<string, unknown>>[]): Table {
  const coding = imageCoding(model);
  return coding ? tableOfPictureRows(rows, coding, model.target) : tableOfRows(rows, 'rows');
}

/**
 * The data that a model is asked of: a table, or what its pictures come in.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export async function readDataFor(model: TableModel, file: string, shownAs: string): Promise<Table> {
  const coding = imageCoding(model);
  return coding
    ? readPictures(file, shownAs, {
        ...readingOf(coding, model.target),
        mayLackTarget: true,
        part: 'test',
        mostCells: Number.POSITIVE_INFINITY,
      })
    : readTable(file, shownAs, Number.POSITIVE_INFINITY);
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

/** A file of forecasts: the next steps of each series, and what was left out. */
export function forecastFile(
  model: SeriesModel,
  table: Table,
): { readonly csv: string; readonly rows: number; readonly notes: readonly string[] } {
  const { steps, notes } = forecastTable(model, table);
  const short = (value: number) => String(Number(value.toPrecision(6)));
  const of = model.series === undefined ? [] : [model.series];
  const lines = steps.map(({ time, series, prediction, lower, upper }) => [
    time,
    ...of.map(() => series),
    ...[prediction, lower, upper].map(short),
  ]);
  const header = [model.time, ...of, 'prediction', 'lower', 'upper'];
  const csv = [header, ...lines].map((line) => `${line.map(field).join(',')}\n`).join('');
  return { csv, rows: steps.length, notes };
}

/** RFC 4180. */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
