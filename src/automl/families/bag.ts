import { Lbfgs } from '../../math/lbfgs.ts';
import type { Feature } from '../dataset.ts';
import { type Learner, type LearnerInput, outputsOf, softmax } from '../learner.ts';
import { addRow, type Sparse } from '../text/sparse.ts';
import type { TermOptions } from '../text/terms.ts';
import { applyTextInputs, fitTextInputs, type TextInputCoding } from '../text/text-inputs.ts';

export interface BagOptions {
  /** N-grams of words up to so many; 0: none. */
  readonly words: number;
  /** N-grams of characters: `none`, or least and most, such as `2-5`. */
  readonly characters: string;
  readonly lowercase: boolean;
  readonly min_documents: number;
  readonly features: number;
  readonly sublinear: boolean;
  /** Weight of |w|²/2 beside the sum of the losses: the inverse of scikit-learn's C, its alpha of a ridge. */
  readonly l2: number;
  /** Scale terms by their log-count ratios of a class and the others; of classes only. */
  readonly ratio?: boolean;
}

/** Weights input by input, score by score, the intercepts last; two classes have one score. */
export interface FittedBag {
  readonly family: 'bag';
  readonly inputs: TextInputCoding;
  readonly weights: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** Iterations of the whole training. */
const iterations = 30;
/** Digits of a weight that are kept: a vocabulary is long. */
const digits = 7;

/** How a config says what is counted. */
export function termOptions({ characters, ...options }: BagOptions): TermOptions {
  const [least = 0, most = 0] = characters === 'none' ? [] : characters.split('-').map(Number);
  const { words, lowercase, features, sublinear } = options;
  return {
    // Something must be counted.
    words: words === 0 && most === 0 ? 1 : words,
    characters: [least, most],
    lowercase,
    features,
    sublinear,
    minDocuments: options.min_documents,
  };
}

/**
 * Softmax or ridge regression on TF-IDF of n-grams, by L-BFGS on sparse rows; two classes have one logit. With `ratio` the
 * terms are scaled by the log-count ratios of naive Bayes (Wang and Manning 2012).
 */
export function bag({ data, rows }: LearnerInput, options: BagOptions): Learner {
  const inputs = fitTextInputs(data.features, rows, termOptions(options));
  const x = applyTextInputs(inputs, data.features, data.rows);
  const classes = outputsOf(data);
  const scores = classes === 2 ? 1 : classes;
  const n = rows.length;
  const mean = classes > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const deviation =
    classes > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0) / n) || 1;
  const size = (x.width + 1) * scores;
  const scale =
    options.ratio && classes > 1 ? logCountRatios(x, termsOf(inputs), rows, data.target, scores) : undefined;
  // What is optimised are weights before the ratios.
  const weights = new Float64Array(size);
  const own = new Float64Array(scores);

  function loss(point: Float64Array, gradient: Float64Array): number {
    for (let i = 0; i < size; i++) weights[i] = scale ? point[i]! * scale[i]! : point[i]!;
    gradient.fill(0);
    let sum = 0;
    for (const row of rows) {
      for (let k = 0; k < scores; k++) own[k] = weights[x.width * scores + k]!;
      addRow(x, row, weights, scores, own);
      sum += errors(own, data.target[row]!);
      for (let at = x.starts[row]!; at < x.starts[row + 1]!; at++) {
        const [value, from] = [x.values[at]!, x.indexes[at]! * scores];
        for (let k = 0; k < scores; k++) gradient[from + k]! += value * own[k]!;
      }
      for (let k = 0; k < scores; k++) gradient[x.width * scores + k]! += own[k]!;
    }
    let penalty = 0;
    for (let i = 0; i < size; i++) {
      if (scale) gradient[i]! *= scale[i]!;
      if (i >= x.width * scores) continue;
      penalty += point[i]! ** 2;
      gradient[i]! += options.l2 * point[i]!;
    }
    for (let i = 0; i < size; i++) gradient[i]! /= n;
    return (sum + (options.l2 * penalty) / 2) / n;
  }

  /** The loss of a row; `row` becomes its derivatives. */
  function errors(row: Float64Array, target: number): number {
    if (classes === 1) {
      row[0]! -= (target - mean) / deviation;
      return row[0]! ** 2 / 2;
    }
    if (scores === 1) {
      const margin = target === 1 ? row[0]! : -row[0]!;
      const wrong = 1 / (1 + Math.exp(margin));
      row[0] = target === 1 ? -wrong : wrong;
      return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
    softmax(row, scores);
    const lost = -Math.log(Math.max(row[target]!, 1e-300));
    row[target]! -= 1;
    return lost;
  }

  let solver: Lbfgs | undefined;
  const final = (): Float64Array =>
    solver ? solver.point.map((value, i) => (scale ? value * scale[i]! : value)) : new Float64Array(size);
  return {
    async trainTo(share) {
      solver ??= new Lbfgs(loss, new Float64Array(size), { tolerance: 1e-5 });
      solver.runTo(Math.max(1, Math.round(share * iterations)));
    },
    predict: async () => outputs(x, final(), classes, mean, deviation),
    async fitted() {
      const rounded = Array.from(final(), (value) => Number(value.toPrecision(digits)));
      return { family: 'bag', inputs, weights: rounded, mean, deviation };
    },
    dispose() {},
  };
}

function termsOf({ texts }: TextInputCoding): number {
  return texts.reduce((sum, { terms }) => sum + terms.length, 0);
}

/**
 * ln of the share of a term in the texts of a class, over its share in all others (Wang and Manning 2012, eq. 2), score by
 * score; 1 for other columns and the intercepts.
 *
 * @param terms how many of the columns are terms
 */
function logCountRatios(
  x: Sparse,
  terms: number,
  rows: Int32Array,
  target: Float64Array,
  scores: number,
): Float64Array {
  const within = new Float64Array(terms * scores).fill(1);
  const all = new Float64Array(terms).fill(2);
  for (const row of rows)
    for (let at = x.starts[row]!; at < x.starts[row + 1]!; at++) {
      if (x.indexes[at]! >= terms) continue;
      // Whether a text has the term, not how often: Wang and Manning found that better.
      all[x.indexes[at]!]! += 1;
      const score = scores === 1 ? 0 : target[row]!;
      if (scores > 1 || target[row] === 1) within[x.indexes[at]! * scores + score]! += 1;
    }
  const total = all.reduce((sum, value) => sum + value, 0);
  const sums = new Float64Array(scores);
  for (let i = 0; i < within.length; i++) sums[i % scores]! += within[i]!;
  const ratios = new Float64Array((x.width + 1) * scores).fill(1);
  for (let i = 0; i < within.length; i++) {
    const [term, k] = [Math.floor(i / scores), i % scores];
    ratios[i] = Math.log(within[i]! / sums[k]! / ((all[term]! - within[i]!) / (total - sums[k]!)));
  }
  return ratios;
}

function outputs(
  x: Sparse,
  weights: ArrayLike<number>,
  classes: number,
  mean: number,
  deviation: number,
): Float64Array {
  const scores = classes === 2 ? 1 : classes;
  const all = new Float64Array(x.rows * classes);
  const own = new Float64Array(scores);
  for (let row = 0; row < x.rows; row++) {
    for (let k = 0; k < scores; k++) own[k] = weights[x.width * scores + k]!;
    addRow(x, row, weights, scores, own);
    if (classes === 2) {
      all[2 * row + 1] = 1 / (1 + Math.exp(-own[0]!));
      all[2 * row] = 1 / (1 + Math.exp(own[0]!));
    } else if (classes === 1) all[row] = own[0]! * deviation + mean;
    else all.set(softmax(own, classes), row * classes);
  }
  return all;
}

/** What the weights say of each row: probabilities of the classes, or the number. */
export function predictBag(
  { inputs, weights, mean, deviation }: FittedBag,
  features: readonly Feature[],
  rows: number,
  classes: number,
): Float64Array {
  return outputs(applyTextInputs(inputs, features, rows), weights, classes, mean, deviation);
}
