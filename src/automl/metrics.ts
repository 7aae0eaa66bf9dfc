import type { Dataset } from './dataset.ts';
import { outputsOf } from './learner.ts';

/** Classes up to so many are shown one by one. */
const mostSlices = 20;

/** Adds up how good predictions are, row by row: needs no memory of the rows. */
export interface RowScores {
  /** So far. */
  readonly rows: number;
  /**
   * @param target index of the class (-1: one that the training rows have not), or the number
   * @param predicted outputs of rows, row by row (see `Learner.predict`)
   * @param row which of them
   */
  add(target: number, predicted: Float64Array, row: number): void;
  /** The metrics of at least one row (see `scoreRows`). */
  scores(): Record<string, number>;
}

/**
 * How good predictions of some rows are.
 *
 * Classification: `val_accuracy`, `val_balanced_accuracy` (mean recall), `val_log_loss`, and `val_recall/CLASS`.
 * Regression: `val_rmse`, `val_mae`, `val_r2`.
 *
 * @param predicted of every row of the data, row by row (see `Learner.predict`)
 */
export function scoreRows(data: Dataset, rows: Int32Array, predicted: Float64Array): Record<string, number> {
  const sums = rowScores(data);
  for (const row of rows) sums.add(data.target[row]!, predicted, row);
  return sums.scores();
}

/** Of no rows yet. */
export function rowScores(data: Pick<Dataset, 'task' | 'classes'>): RowScores {
  return data.task === 'classification' ? new ClassScores(data) : new NumberScores();
}

class ClassScores implements RowScores {
  rows = 0;
  readonly #classes: readonly string[];
  readonly #outputs: number;
  readonly #hits: Float64Array;
  readonly #counts: Float64Array;
  #logLoss = 0;

  constructor(data: Pick<Dataset, 'task' | 'classes'>) {
    this.#classes = data.classes;
    this.#outputs = outputsOf(data);
    this.#hits = new Float64Array(this.#outputs);
    this.#counts = new Float64Array(this.#outputs);
  }

  add(label: number, predicted: Float64Array, row: number): void {
    this.rows += 1;
    // A class that the training rows have not: never right.
    if (label < 0) {
      this.#logLoss -= Math.log(1e-15);
      return;
    }
    const from = row * this.#outputs;
    let best = 0;
    for (let k = 1; k < this.#outputs; k++) if (predicted[from + k]! > predicted[from + best]!) best = k;
    this.#counts[label]! += 1;
    if (best === label) this.#hits[label]! += 1;
    const p = predicted[from + label]!;
    this.#logLoss -= Math.log(p < 1e-15 ? 1e-15 : p);
  }

  scores(): Record<string, number> {
    const [hits, counts] = [this.#hits, this.#counts];
    const present = this.#classes.map((name, k) => ({ name, k })).filter(({ k }) => counts[k]! > 0);
    const recalls = present.map(({ k }) => hits[k]! / counts[k]!);
    return {
      val_accuracy: hits.reduce((sum, hit) => sum + hit, 0) / this.rows,
      val_balanced_accuracy: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
      val_log_loss: this.#logLoss / this.rows,
      ...(present.length <= mostSlices
        ? Object.fromEntries(present.map(({ name }, i) => [`val_recall/${name}`, recalls[i]!]))
        : {}),
    };
  }
}

class NumberScores implements RowScores {
  rows = 0;
  #squares = 0;
  #absolute = 0;
  #mean = 0;
  /** Sum of the squared distances of the targets from their mean. */
  #spread = 0;

  add(target: number, predicted: Float64Array, row: number): void {
    this.rows += 1;
    const error = predicted[row]! - target;
    this.#squares += error * error;
    this.#absolute += Math.abs(error);
    // Welford 1962: loses no digits where the mean is large beside the spread.
    const distance = target - this.#mean;
    this.#mean += distance / this.rows;
    this.#spread += distance * (target - this.#mean);
  }

  scores(): Record<string, number> {
    return {
      val_rmse: Math.sqrt(this.#squares / this.rows),
      val_mae: this.#absolute / this.rows,
      ...(this.#spread > 0 ? { val_r2: 1 - this.#squares / this.#spread } : {}),
    };
  }
}
