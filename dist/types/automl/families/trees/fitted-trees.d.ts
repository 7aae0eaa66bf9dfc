import type { Feature } from '../../dataset.js';
import type { TermCoding } from '../../text/terms.js';
import { type BinCoding } from './bins.js';
import type { Tree } from './tree.js';
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
    /** How texts become numbers before those are cut into bins; absent: there are none. */
    readonly texts?: readonly TermCoding[];
    readonly bins: readonly BinCoding[];
    /** Score of each output before the first tree. */
    readonly start: readonly number[];
    readonly rate: number;
    readonly trees: readonly FlatTree[];
}
/** A grown tree as arrays. */
export declare function flattenTree(tree: Tree): FlatTree;
/** The tree that says the opposite. */
export declare function mirrored(tree: FlatTree): FlatTree;
/** What the trees say of each row: probabilities of the classes, or the number. */
export declare function predictTrees({ texts, bins, start, rate, trees }: FittedTrees, features: readonly Feature[], rows: number, outputs: number): Float64Array;
