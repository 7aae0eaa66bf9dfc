import { randomStream } from '../math/random.ts';
import type { Dataset, Feature } from './dataset.ts';
import { featureRows } from './feature-rows.ts';
import type { ModelOutcome } from './outcome.ts';

type Test = NonNullable<ModelOutcome['test']>;

const resamples = 1000;
/** Resampled rows altogether, so that large test parts cost no more than about a second. */
const mostResampled = 2e7;
const calibrationBins = 10;
/** How often an input is shuffled. */
export const importanceRepeats = 5;
/** Classes up to so many are shown one against the other. */
const mostConfused = 20;

/** A score of all rows with the percentile interval (95 %) of bootstrap samples of them (Efron 1979). */
export function bootstrap(
  rows: Int32Array,
  score: (rows: Int32Array) => number,
  seed: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  const random = randomStream(seed, 'bootstrap');
  const times = Math.max(100, Math.min(resamples, Math.floor(mostResampled / rows.length)));
  const values = Float64Array.from({ length: times }, () =>
    score(rows.map(() => rows[random.integer(rows.length)]!)),
  )
    .filter((value) => Number.isFinite(value))
    .sort();
  const at = (share: number) => values[Math.round(share * (values.length - 1))]!;
  const value = score(rows);
  return values.length === 0
    ? { value, low: value, high: value }
    : { value, low: at(0.025), high: at(0.975) };
}

/**
 * The interval (95 %) of a share, from hits among rows (Wilson 1927): unlike the bootstrap's it has a width where all rows are right.
 */
export function wilson(
  share: number,
  rows: number,
): { readonly value: number; readonly low: number; readonly high: number } {
  const z = 1.959963984540054;
  const centre = (share + z ** 2 / (2 * rows)) / (1 + z ** 2 / rows);
  const half = (z / (1 + z ** 2 / rows)) * Math.sqrt((share * (1 - share)) / rows + (z / (2 * rows)) ** 2);
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function labelOf(predicted: Float64Array, row: number, outputs: number): number {
  let best = 0;
  for (let k = 1; k < outputs; k++)
    if (predicted[row * outputs + k]! > predicted[row * outputs + best]!) best = k;
  return best;
}

/** Recall, precision and rows class by class; confusion matrix. A class of -1 is one that the search has not seen. */
export function classSlices(
  data: Pick<Dataset, 'task' | 'classes' | 'rows' | 'target'>,
  predicted: Float64Array,
): Pick<Test, 'slices' | 'confusion'> {
  const { classes, rows, target } = data;
  const outputs = classes.length;
  const confusion = classes.map(() => new Array<number>(outputs).fill(0));
  const said = new Array<number>(outputs).fill(0);
  for (let row = 0; row < rows; row++) {
    const label = labelOf(predicted, row, outputs);
    said[label]! += 1;
    if (target[row]! >= 0) confusion[target[row]!]![label]! += 1;
  }
  const slices = classes.map((name, k) => {
    const support = confusion[k]!.reduce((sum, count) => sum + count, 0);
    const hits = confusion[k]![k]!;
    return {
      name,
      support,
      ...(support > 0 ? { recall: hits / support } : {}),
      ...(said[k]! > 0 ? { precision: hits / said[k]! } : {}),
    };
  });
  return { slices, ...(outputs <= mostConfused ? { confusion } : {}) };
}

/** How often the class with the highest probability is right, by that probability (Guo et al. 2017). */
export function calibration(
  { classes, rows, target }: Pick<Dataset, 'classes' | 'rows' | 'target'>,
  predicted: Float64Array,
): NonNullable<Test['calibration']> {
  const sums = Array.from({ length: calibrationBins }, () => ({ confidence: 0, hits: 0, rows: 0 }));
  for (let row = 0; row < rows; row++) {
    const label = labelOf(predicted, row, classes.length);
    const confidence = predicted[row * classes.length + label]!;
    const bin = sums[Math.min(calibrationBins - 1, Math.floor(confidence * calibrationBins))]!;
    bin.confidence += confidence;
    bin.hits += label === target[row] ? 1 : 0;
    bin.rows += 1;
  }
  const bins = sums
    .filter((bin) => bin.rows > 0)
    .map((bin) => ({
      confidence: bin.confidence / bin.rows,
      accuracy: bin.hits / bin.rows,
      rows: bin.rows,
    }));
  const error = bins.reduce(
    (sum, bin) => sum + (bin.rows / rows) * Math.abs(bin.confidence - bin.accuracy),
    0,
  );
  return { error, bins };
}

/** Quantiles of prediction less truth. */
export function residuals(target: Float64Array, predicted: Float64Array): NonNullable<Test['residuals']> {
  const sorted = target.map((value, row) => predicted[row]! - value).sort();
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => ({
    share,
    value: sorted[Math.round(share * (sorted.length - 1))]!,
  }));
}

/** So many predictions may go into the importance of the columns. */
const mostPredicted = 200_000;
/** With more columns each of them is hardly important, and all of them take long. */
const mostColumns = 300;

/**
 * The rows that importance is measured on, ascending; none where there are too many columns.
 *
 * @param each predictions that a row takes
 */
export function rowsForImportance(rows: number, columns: number, seed: number, each = 1): Int32Array {
  if (columns > mostColumns) return new Int32Array(0);
  const all = Array.from({ length: rows }, (_, row) => row);
  const predicted = Math.max(500, Math.floor(mostPredicted / (columns * importanceRepeats)));
  const most = Math.ceil(predicted / each);
  if (rows <= most) return Int32Array.from(all);
  return Int32Array.from(randomStream(seed, 'importance rows').shuffle(all).slice(0, most)).sort();
}

/** Features of a column, which change together. */
export interface ColumnFeatures {
  readonly column: string;
  readonly features: readonly Feature[];
}

/** The features of all columns, those of one with the values of other rows. */
export function exchangeRows(
  columns: readonly ColumnFeatures[],
  column: number,
  others: ArrayLike<number>,
): Feature[] {
  return columns.flatMap(({ features }, i) =>
    i === column ? features.map((feature) => featureRows(feature, others)) : features,
  );
}

/**
 * By how much a loss rises when an input is shuffled: mean and standard deviation, the most important first.
 *
 * @param whole loss when none is
 */
export function rankImportance(
  shuffled: readonly { readonly column: string; readonly losses: readonly number[] }[],
  whole: number,
): Test['importance'] {
  return shuffled
    .map(({ column, losses }) => {
      const rises = losses.map((loss) => loss - whole);
      const mean = rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
      const squares = rises.reduce((sum, rise) => sum + (rise - mean) ** 2, 0);
      return { column, mean, deviation: Math.sqrt(squares / (rises.length - 1)) };
    })
    .sort((a, b) => b.mean - a.mean);
}

/**
 * By how much a score gets worse when the values of a column change places (Breiman 2001): mean and standard deviation over
 * five shuffles, the most important first.
 *
 * @param loss of the features of all columns; lower is better
 */
export function permutationImportance(
  columns: readonly ColumnFeatures[],
  rows: number,
  loss: (features: readonly Feature[]) => number,
  seed: number,
): Test['importance'] {
  const whole = loss(columns.flatMap(({ features }) => features));
  const shuffled = columns.map(({ column }, c) => {
    const random = randomStream(seed, 'importance', c);
    const losses = Array.from({ length: importanceRepeats }, () => {
      const order = random.shuffle(Array.from({ length: rows }, (_, row) => row));
      return loss(exchangeRows(columns, c, order));
    });
    return { column, losses };
  });
  return rankImportance(shuffled, whole);
}
