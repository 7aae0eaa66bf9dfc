import type { ColumnCoding } from './columns.ts';
import { encodeColumn } from './columns.ts';
import type { Feature } from './dataset.ts';
import { applyInputs, type InputCoding, type Inputs } from './inputs.ts';
import { softmax } from './learner.ts';
import { DataError, type Table } from './table.ts';
import { applyBins, type BinCoding } from './trees/bins.ts';
import type { Tree } from './trees/tree.ts';

/** A tree as arrays, one place a node, the root first. */
export interface FlatTree {
  /** Index of the feature; -1 for a leaf. */
  readonly feature: readonly number[];
  /** Nodes to go on with. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly value: readonly number[];
  /** Bins that go low: from and to (inclusive), from and to … */
  readonly bins: readonly (readonly number[])[];
}

/** Sum of trees, those of a round output by output. */
export interface FittedTrees {
  readonly family: 'trees';
  readonly bins: readonly BinCoding[];
  /** Score of each output before the first tree. */
  readonly start: readonly number[];
  readonly rate: number;
  readonly trees: readonly FlatTree[];
}

/** Weights input by input, output by output, the intercepts last; of a number in standard deviations from its mean. */
export interface FittedLinear {
  readonly family: 'linear';
  readonly inputs: readonly InputCoding[];
  readonly weights: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** Dense layers (ReLU between them) over inputs and embeddings, as the weights of a TensorFlow.js layers model. */
export interface FittedNetwork {
  readonly family: 'network';
  readonly inputs: readonly InputCoding[];
  readonly mean: number;
  readonly deviation: number;
  /** `modelTopology` of the layers model. */
  readonly topology: unknown;
  readonly weights: readonly NamedWeights[];
}

export interface NamedWeights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** State of a trained model, as plain data. */
export type Fitted = FittedTrees | FittedLinear | FittedNetwork;

/** A model to use: what makes inputs of columns, and fitted models whose outputs are averaged. */
export interface TableModel {
  readonly task: 'classification' | 'regression';
  readonly target: string;
  readonly classes: readonly string[];
  readonly columns: readonly ColumnCoding[];
  readonly members: readonly Member[];
}

export interface Member {
  /** Number of the search trial whose config it is. */
  readonly trial: number;
  /** All add up to 1. */
  readonly weight: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly fitted: Fitted;
}

/**
 * The inputs of rows.
 *
 * @throws {DataError} when a column is missing
 */
export function encodeTable(columns: readonly ColumnCoding[], table: Table): Feature[] {
  const lacking = columns.filter(({ column }) => !table.names.includes(column));
  if (lacking.length > 0)
    throw new DataError(
      `${table.file}:1: there ${lacking.length === 1 ? 'is no column' : 'are no columns'} ${listed(lacking.map(({ column }) => JSON.stringify(column)))}, which the model was trained on; the columns are ${listed(table.names)}`,
    );
  return columns.flatMap((coding) =>
    encodeColumn(coding, table.columns[table.names.indexOf(coding.column)]!),
  );
}

function listed(names: readonly string[]): string {
  const most = 12;
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}

/** Weighted mean of what the members say: probabilities of the classes, or the number, row by row. */
export function predictModel(
  { members, classes, task }: TableModel,
  features: readonly Feature[],
  rows: number,
): Float64Array {
  const outputs = task === 'classification' ? classes.length : 1;
  const sum = new Float64Array(rows * outputs);
  for (const { weight, fitted } of members) {
    const own = predictFitted(fitted, features, rows, outputs);
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * own[i]!;
  }
  return sum;
}

/** What one fitted model says. */
export function predictFitted(
  fitted: Fitted,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  switch (fitted.family) {
    case 'trees':
      return predictTrees(fitted, features, rows, outputs);
    case 'linear':
      return predictLinear(fitted, applyInputs(fitted.inputs, features, rows), rows, outputs);
    case 'network':
      return predictNetwork(fitted, applyInputs(fitted.inputs, features, rows), rows, outputs);
  }
}

/** A grown tree as arrays. */
export function flattenTree(tree: Tree): FlatTree {
  const flat = {
    feature: [] as number[],
    low: [] as number[],
    high: [] as number[],
    value: [] as number[],
    bins: [] as number[][],
  };
  const add = (node: Tree): number => {
    const at = flat.feature.length;
    const leaf = !('feature' in node);
    flat.feature.push(leaf ? -1 : node.feature);
    flat.value.push(leaf ? node.value : 0);
    flat.bins.push(leaf ? [] : ranges(node.left));
    flat.low.push(0);
    flat.high.push(0);
    if (!leaf) {
      flat.low[at] = add(node.low);
      flat.high[at] = add(node.high);
    }
    return at;
  };
  add(tree);
  return flat;
}

function ranges(left: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < left.length; i++) {
    if (!left[i]) continue;
    if (found.at(-1) === i - 1) found[found.length - 1] = i;
    else found.push(i, i);
  }
  return found;
}

function predictTrees(
  { bins, start, rate, trees }: FittedTrees,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const { columns } = applyBins(bins, features);
  const scores = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) scores.set(start, row * outputs);
  trees.forEach(({ feature, low, high, value, bins: lefts }, t) => {
    const goesLow = lefts.map((pairs) => {
      const set = new Uint8Array(256);
      for (let i = 0; i < pairs.length; i += 2) set.fill(1, pairs[i]!, pairs[i + 1]! + 1);
      return set;
    });
    for (let row = 0; row < rows; row++) {
      let at = 0;
      while (feature[at]! >= 0) at = goesLow[at]![columns[feature[at]!]![row]!] ? low[at]! : high[at]!;
      scores[row * outputs + (t % outputs)]! += rate * value[at]!;
    }
  });
  return outputs === 1 ? scores : softmax(scores, outputs);
}

function predictLinear(
  { weights, mean, deviation }: FittedLinear,
  { width, values }: Inputs,
  rows: number,
  outputs: number,
): Float64Array {
  const scores = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < outputs; k++) {
      let sum = weights[width * outputs + k]!;
      for (let j = 0; j < width; j++) sum += values[row * width + j]! * weights[j * outputs + k]!;
      scores[row * outputs + k] = sum * deviation + mean;
    }
  return outputs === 1 ? scores : softmax(scores, outputs);
}

function predictNetwork(
  { weights, mean, deviation }: FittedNetwork,
  { width, values, embedded }: Inputs,
  rows: number,
  outputs: number,
): Float64Array {
  const tables = weights.filter(({ name }) => name.endsWith('/embeddings'));
  const kernels = weights.filter(({ name }) => name.endsWith('/kernel'));
  const biases = weights.filter(({ name }) => name.endsWith('/bias'));
  const result = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    const input: number[] = Array.from(values.subarray(row * width, (row + 1) * width));
    embedded.forEach(({ codes }, i) => {
      const size = tables[i]!.shape[1]!;
      input.push(...tables[i]!.values.subarray(codes[row]! * size, (codes[row]! + 1) * size));
    });
    let x = Float64Array.from(input);
    kernels.forEach(({ shape, values: kernel }, layer) => {
      const [from, to] = [shape[0]!, shape[1]!];
      const y = Float64Array.from(biases[layer]!.values);
      for (let i = 0; i < from; i++) {
        const xi = x[i]!;
        if (xi !== 0) for (let o = 0; o < to; o++) y[o]! += xi * kernel[i * to + o]!;
      }
      x = layer < kernels.length - 1 ? y.map((value) => Math.max(0, value)) : y;
    });
    result.set(
      outputs === 1 ? x.map((value) => value * deviation + mean) : softmax(x, outputs),
      row * outputs,
    );
  }
  return result;
}
