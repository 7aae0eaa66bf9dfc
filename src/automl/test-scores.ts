import type { TensorFlow } from '../tensorflow/tensorflow.ts';
import { encodeColumn } from './columns.ts';
import type { Dataset } from './dataset.ts';
import {
  bootstrap,
  calibration,
  classSlices,
  permutationImportance,
  residuals,
  rowsForImportance,
  wilson,
} from './evaluation.ts';
import type { FinishOrder } from './finish-order.ts';
import { regionImportance } from './images/regions.ts';
import { lossOf } from './members.ts';
import { scoreRows } from './metrics.ts';
import type { ModelOutcome } from './outcome.ts';
import type { Table } from './table.ts';
import { encodeTable, predictModel, predictModelWith, type TableModel } from './table-model.ts';
import { tellingWords } from './text/telling-words.ts';

interface TestOptions {
  readonly model: TableModel;
  /** The best config alone. */
  readonly single: TableModel;
  readonly test: Table;
  readonly order: FinishOrder;
  readonly write: (outcome: ModelOutcome) => void;
}

/** The outcome with scores of the test part, written as soon as they are known, and again with what takes longer. */
export async function withTest(tf: TensorFlow, outcome: ModelOutcome, options: TestOptions): Promise<void> {
  const { model, single, test, order, write } = options;
  const { metric, seed } = order;
  const data = testData(model, test);
  const { features, rows } = data;
  const all = firstRows(rows);
  const metricOf = (predicted: Float64Array, of: Int32Array) =>
    scoreRows(data, of, predicted)[metric] ?? Number.NaN;
  const score = (predicted: Float64Array) =>
    metric === 'val_accuracy'
      ? wilson(metricOf(predicted, all), rows)
      : bootstrap(all, (of) => metricOf(predicted, of), seed);
  const predicted = await predictModelWith(tf, model, features, rows);
  const scored: ModelOutcome = {
    ...outcome,
    single: { ...outcome.single, ...tested(score(await predictModelWith(tf, single, features, rows))) },
    ensemble: { ...outcome.ensemble, ...tested(score(predicted)) },
  };
  const shown = {
    metrics: scoreRows(data, all, predicted),
    ...(model.task === 'classification'
      ? { ...classSlices(data, predicted), calibration: calibration(data, predicted) }
      : { residuals: residuals(data.target, predicted) }),
    importance: [],
  };
  write({ ...scored, test: shown });
  const importance = await importanceOf(tf, data, options);
  write({ ...scored, test: { ...shown, importance } });
  const words = tellingWords(data, (of, n) => predictModel(model, of, n), seed);
  if (words) write({ ...scored, test: { ...shown, importance, words } });
}

/** The test part as the model reads it. */
function testData(model: TableModel, test: Table): Dataset {
  const rows = test.lines.length;
  const texts = test.columns[test.names.indexOf(model.target)]!;
  const target = Float64Array.from(texts, (text) =>
    model.task === 'classification' ? model.classes.indexOf(text) : Number(text),
  );
  return {
    task: model.task,
    classes: model.classes,
    rows,
    target,
    features: encodeTable(model.columns, test),
    part: new Uint8Array(rows),
    notes: [],
  };
}

/** Of the regions of images, or of the columns of a table. */
async function importanceOf(tf: TensorFlow, data: Dataset, { model, test, order }: TestOptions) {
  const { rows, features } = data;
  const { seed } = order;
  const image = features.find((feature) => feature.kind === 'image');
  if (image)
    return await regionImportance(
      image,
      rows,
      async (of, some) => {
        const said = await predictModelWith(tf, model, [of], some.length);
        return lossOf(scoreRows(subset(data, some), firstRows(some.length), said), order)[0]!;
      },
      seed,
    );
  // Many rows tell no more of a column's importance than some of them.
  const some = rowsForImportance(rows, model.columns.length, seed);
  if (some.length === 0) return [];
  const columns = model.columns.map((coding) => {
    const texts = test.columns[test.names.indexOf(coding.column)]!;
    return {
      column: coding.column,
      features: encodeColumn(
        coding,
        Array.from(some, (row) => texts[row]!),
        test.pictures,
      ),
    };
  });
  const few = subset(data, some);
  const allFew = firstRows(some.length);
  const loss = (of: Parameters<typeof predictModel>[1]) =>
    lossOf(scoreRows(few, allFew, predictModel(model, of, some.length)), order)[0]!;
  return permutationImportance(columns, some.length, loss, seed);
}

/** Some rows of what is scored. */
function subset<T extends { readonly target: Float64Array }>(
  data: T,
  rows: Int32Array,
): T & { readonly rows: number } {
  return { ...data, rows: rows.length, target: Float64Array.from(rows, (row) => data.target[row]!) };
}

function firstRows(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

/** A metric may have no value on the rows of a test part, such as R² of equal numbers. */
function tested(score: Scored): { readonly test?: Scored } {
  return Number.isFinite(score.value) ? { test: score } : {};
}

type Scored = NonNullable<ModelOutcome['single']['test']>;
