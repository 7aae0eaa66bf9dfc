import type { Feature } from '../dataset.ts';
import { applyInputs } from '../inputs.ts';
import type { NamedWeights } from '../layers-model.ts';
import { softmax } from '../learner.ts';
import { applySequences } from '../text/sequences.ts';
import { textsOf } from '../text/text-inputs.ts';
import { type FittedEmbedding, filterWidth } from './embedding.ts';

/** What the network says of each row, without TensorFlow: probabilities of the classes, or the number. */
export function predictEmbedding(
  { reader, sequences, others, weights, mean, deviation }: FittedEmbedding,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const texts = textsOf(features);
  const numbers = sequences.map((coding, i) => applySequences(coding, texts[i]!));
  const { width, values } = applyInputs(others, features, rows);
  const ending = (end: string) => weights.filter(({ name }) => name.endsWith(end));
  const tables = ending('/embeddings');
  const kernels = ending('/kernel');
  const biases = ending('/bias');
  const recurrent = ending('/recurrent_kernel');
  const [headKernel, headBias] = [kernels.at(-1)!, biases.at(-1)!];
  const result = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const parts = sequences.map(({ length }, i) => {
      const codes = numbers[i]!.subarray(row * length, (row + 1) * length);
      if (reader === 'mean') return meanOf(codes, tables[i]!);
      const [table, kernel, bias] = [tables[i]!, kernels[i]!, biases[i]!];
      return reader === 'convolution'
        ? strongest(codes, table, kernel, bias)
        : recur(codes, table, kernel, recurrent[i]!, bias);
    });
    const joined = [
      ...parts.flatMap((part) => [...part]),
      ...values.subarray(row * width, (row + 1) * width),
    ];
    const scores = Float64Array.from(headBias.values);
    addProduct(joined, headKernel.values, scores);
    result.set(
      outputs === 1 ? scores.map((y) => y * deviation + mean) : softmax(scores, outputs),
      row * outputs,
    );
  }
  return result;
}

/** Adds x (length m) times a matrix (m by the length of `into`, row by row). */
function addProduct(x: ArrayLike<number>, matrix: Float32Array, into: Float64Array, from = 0): void {
  const width = into.length;
  for (let i = 0; i < x.length; i++) {
    const xi = x[i]!;
    if (xi !== 0) for (let o = 0; o < width; o++) into[o]! += xi * matrix[(from + i) * width + o]!;
  }
}

function embedded({ values, shape }: NamedWeights, code: number): Float32Array {
  return values.subarray(code * shape[1]!, (code + 1) * shape[1]!);
}

function meanOf(codes: Int32Array, table: NamedWeights): Float64Array {
  const sum = new Float64Array(table.shape[1]!);
  const known = codes.filter((code) => code > 0);
  for (const code of known)
    embedded(table, code).forEach((value, i) => {
      sum[i]! += value / known.length;
    });
  return sum;
}

/** The strongest answer of each filter (ReLU) to neighbouring embeddings. */
function strongest(
  codes: Int32Array,
  table: NamedWeights,
  kernel: NamedWeights,
  bias: NamedWeights,
): Float64Array {
  const size = table.shape[1]!;
  const best = new Float64Array(bias.values.length);
  for (let at = 0; at + filterWidth <= codes.length; at++) {
    const answer = Float64Array.from(bias.values);
    for (let w = 0; w < filterWidth; w++)
      addProduct(embedded(table, codes[at + w]!), kernel.values, answer, w * size);
    for (let f = 0; f < best.length; f++) best[f] = Math.max(best[f]!, answer[f]!);
  }
  return best;
}

/** The last state of a gated recurrent unit (Cho et al. 2014) whose reset gate comes before the product, as in TensorFlow.js. */
function recur(
  codes: Int32Array,
  table: NamedWeights,
  kernel: NamedWeights,
  recurrent: NamedWeights,
  bias: NamedWeights,
): Float64Array {
  const units = recurrent.shape[0]!;
  let state = new Float64Array(units);
  for (const code of codes) {
    const gates = Float64Array.from(bias.values);
    addProduct(embedded(table, code), kernel.values, gates);
    const own = new Float64Array(3 * units);
    addProduct(state, recurrent.values, own);
    const update = new Float64Array(units);
    const reset = new Float64Array(units);
    for (let i = 0; i < units; i++) {
      update[i] = sigmoid(gates[i]! + own[i]!);
      reset[i] = state[i]! * sigmoid(gates[units + i]! + own[units + i]!);
    }
    const proposed = new Float64Array(3 * units);
    addProduct(reset, recurrent.values, proposed);
    state = state.map(
      (h, i) =>
        update[i]! * h + (1 - update[i]!) * Math.tanh(gates[2 * units + i]! + proposed[2 * units + i]!),
    );
  }
  return state;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
