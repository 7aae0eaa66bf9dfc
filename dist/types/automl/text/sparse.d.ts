/** A sparse matrix, row by row (CSR): the entries of row i are those from `starts[i]` to `starts[i + 1]`. */
export interface Sparse {
    readonly rows: number;
    readonly width: number;
    readonly starts: Int32Array;
    readonly indexes: Int32Array;
    readonly values: Float64Array;
}
/** Collects a sparse matrix row by row. */
export declare class SparseBuilder {
    #private;
    add(index: number, value: number): void;
    endRow(): void;
    build(width: number): Sparse;
}
/** Scores of a row: entry times weights, `outputs` of them a column, added to `scores`. */
export declare function addRow({ starts, indexes, values }: Sparse, row: number, weights: ArrayLike<number>, outputs: number, scores: Float64Array): void;
