import type { Dataset } from './dataset.ts';
import type { Fitted } from './families/families.ts';

/** A model in training on some rows of the data. */
export interface Learner {
  /** Trains up to this share of the whole training, 0 to 1. */
  trainTo(share: number): Promise<void>;
  /** Outputs of every row of the data, row by row: probabilities of the classes, or the number. */
  predict(): Promise<Float64Array>;
  /** What it has learned, as plain data. */
  fitted(): Promise<Fitted>;
  dispose(): void;
}

export interface LearnerInput {
  readonly data: Dataset;
  /** Rows to train on. */
  readonly rows: Int32Array;
  readonly seed: number;
}

/** Outputs a row: the classes of a classification, one number of a regression. */
export function outputsOf({ task, classes }: Pick<Dataset, 'task' | 'classes'>): number {
  return task === 'classification' ? classes.length : 1;
}

/** Turns scores into probabilities, row by row, in place. */
export function softmax(scores: Float64Array, outputs: number): Float64Array {
  for (let from = 0; from < scores.length; from += outputs) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < outputs; k++) top = Math.max(top, scores[from + k]!);
    let sum = 0;
    for (let k = 0; k < outputs; k++) {
      const e = Math.exp(scores[from + k]! - top);
      scores[from + k] = e;
      sum += e;
    }
    for (let k = 0; k < outputs; k++) scores[from + k]! /= sum;
  }
  return scores;
}
