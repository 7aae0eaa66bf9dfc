import { minimizeInBox } from '../../math/lbfgsb.ts';
import type { Feature } from '../dataset.ts';
import { applyInputs, fitInputs, type InputCoding, type Scaling } from '../inputs.ts';
import { type Learner, type LearnerInput, outputsOf, softmax } from '../learner.ts';

export interface LinearOptions {
  readonly l2: number;
  readonly scaling: Scaling;
}

/** Weights input by input, output by output, the intercepts last; of a number in standard deviations from its mean. */
export interface FittedLinear {
  readonly family: 'linear';
  readonly inputs: readonly InputCoding[];
  readonly weights: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** Ridge regression, or softmax regression with the same penalty, by L-BFGS. The training is the last share. */
export function linear({ data, rows }: LearnerInput, { l2, scaling }: LinearOptions): Learner {
  const inputs = fitInputs(data.features, rows, {
    scaling,
    mostColumns: 100,
    embed: false,
    mostPixels: 400,
  });
  const { width, values } = applyInputs(inputs, data.features, data.rows);
  const outputs = outputsOf(data);
  const n = rows.length;
  const mean = outputs > 1 ? 0 : rows.reduce((sum, row) => sum + data.target[row]!, 0) / n;
  const deviation =
    outputs > 1 ? 1 : Math.sqrt(rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0) / n) || 1;
  const size = (width + 1) * outputs;
  let weights = new Float64Array(size);
  const scores = new Float64Array(outputs);

  function score(row: number, point: Float64Array): void {
    for (let k = 0; k < outputs; k++) scores[k] = point[width * outputs + k]!;
    for (let j = 0; j < width; j++) {
      const x = values[row * width + j]!;
      if (x !== 0) for (let k = 0; k < outputs; k++) scores[k]! += x * point[j * outputs + k]!;
    }
  }

  /** Mean loss and l2/2 · |w|², the intercepts left free. */
  function loss(point: Float64Array, gradient: Float64Array): number {
    gradient.fill(0);
    let sum = 0;
    for (const row of rows) {
      score(row, point);
      if (outputs === 1) {
        const error = scores[0]! - (data.target[row]! - mean) / deviation;
        sum += (error * error) / 2;
        scores[0] = error;
      } else {
        softmax(scores, outputs);
        const label = data.target[row]!;
        sum -= Math.log(Math.max(scores[label]!, 1e-300));
        scores[label]! -= 1;
      }
      for (let j = 0; j < width; j++) {
        const x = values[row * width + j]!;
        if (x !== 0) for (let k = 0; k < outputs; k++) gradient[j * outputs + k]! += x * scores[k]!;
      }
      for (let k = 0; k < outputs; k++) gradient[width * outputs + k]! += scores[k]!;
    }
    for (let i = 0; i < size; i++) gradient[i]! /= n;
    let penalty = 0;
    for (let i = 0; i < width * outputs; i++) {
      penalty += point[i]! ** 2;
      gradient[i]! += l2 * point[i]!;
    }
    return sum / n + (l2 * penalty) / 2;
  }

  return {
    async trainTo(share) {
      if (share < 1) return;
      const lower = new Float64Array(size).fill(-1e6);
      const upper = new Float64Array(size).fill(1e6);
      weights = Float64Array.from(
        minimizeInBox(loss, weights, { lower, upper, iterations: 200, gradientTolerance: 1e-5 }).point,
      );
    },
    async predict() {
      const all = new Float64Array(data.rows * outputs);
      for (let row = 0; row < data.rows; row++) {
        score(row, weights);
        for (let k = 0; k < outputs; k++) all[row * outputs + k] = scores[k]! * deviation + mean;
      }
      return outputs === 1 ? all : softmax(all, outputs);
    },
    fitted: async () => ({ family: 'linear', inputs, weights: [...weights], mean, deviation }),
    dispose() {},
  };
}

/** What the weights say of each row: probabilities of the classes, or the number. */
export function predictLinear(
  { inputs, weights, mean, deviation }: FittedLinear,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const { width, values } = applyInputs(inputs, features, rows);
  const scores = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < outputs; k++) {
      let sum = weights[width * outputs + k]!;
      for (let j = 0; j < width; j++) sum += values[row * width + j]! * weights[j * outputs + k]!;
      scores[row * outputs + k] = sum * deviation + mean;
    }
  return outputs === 1 ? scores : softmax(scores, outputs);
}
