import type { RandomStream } from '../../../math/random.js';
import type { Binned } from './bins.js';
export interface Leaf {
    readonly value: number;
}
export interface Node {
    readonly feature: number;
    /** Which bins go left; bin 0 is a missing value. */
    readonly left: Uint8Array;
    low: Tree;
    high: Tree;
}
export type Tree = Leaf | Node;
export interface GrowOptions {
    readonly leaves: number;
    readonly minRows: number;
    readonly l2: number;
    /** Share of the features that each split looks at. */
    readonly columns: number;
}
/** A tree, and what it says of the rows that it was grown on: those of a leaf stand together. */
export interface Grown {
    readonly tree: Tree;
    readonly leaves: readonly {
        readonly from: number;
        readonly to: number;
        readonly value: number;
    }[];
}
/** What one tree after the other is grown with: memory that they share. */
export declare class TreeGrower {
    #private;
    /** @param rows how many a tree is grown on at most */
    constructor(binned: Binned, rows: number);
    /**
     * Grows a regression tree on gradients, best leaf first, from histograms, of which each larger child's is its parent's less
     * its sibling's (Ke et al. 2017, «LightGBM»); gain and leaf values are those of a second-order expansion (Chen and Guestrin
     * 2016, «XGBoost», Eq. 5 and 7), categories are cut in the order of their gradients.
     *
     * @param rows those to train on; put into another order
     */
    grow(gradients: Float64Array, hessians: Float64Array, rows: Int32Array, options: GrowOptions, random: RandomStream): Grown;
}
/** The value of a row. */
export declare function predictTree(tree: Tree, columns: readonly Uint8Array[], row: number): number;
