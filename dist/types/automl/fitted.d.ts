import type { ColumnCoding } from './columns.js';
import type { Feature } from './dataset.js';
import { type InputCoding } from './inputs.js';
import { type Table } from './table.js';
import { type BinCoding } from './trees/bins.js';
import type { Tree } from './trees/tree.js';
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
export declare function encodeTable(columns: readonly ColumnCoding[], table: Table): Feature[];
/** Weighted mean of what the members say: probabilities of the classes, or the number, row by row. */
export declare function predictModel({ members, classes, task }: TableModel, features: readonly Feature[], rows: number): Float64Array;
/** What one fitted model says. */
export declare function predictFitted(fitted: Fitted, features: readonly Feature[], rows: number, outputs: number): Float64Array;
/** A grown tree as arrays. */
export declare function flattenTree(tree: Tree): FlatTree;
