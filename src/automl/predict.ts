import { tableOfPictureRows } from './images/picture-rows.ts';
import { type ForecastStep, forecastRows } from './series/forecast.ts';
import { readAnyModel, type SeriesModel } from './series/series-model.ts';
import { DataError, type Table, tableOfRows } from './table.ts';
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
export function imageCoding({ columns }: TableModel) {
  return columns.find((coding) => coding.kind === 'image');
}

function tableFor(model: TableModel, rows: readonly Readonly<Record<string, unknown>>[]): Table {
  const coding = imageCoding(model);
  return coding ? tableOfPictureRows(rows, coding, model.target) : tableOfRows(rows, 'rows');
}

/** @param predicted see `predictModel` */
export function predictionsOf(
  { classes, task }: TableModel,
  predicted: Float64Array,
  rows: number,
): Prediction[] {
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
