import type { TensorFlow } from '../tensorflow/tensorflow.js';
import { type ColumnCoding } from './columns.js';
import type { Feature, TableDataset } from './dataset.js';
import { type Fitted } from './families/families.js';
import { type Table } from './table.js';
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
export declare function modelOf(target: string, data: TableDataset, members: readonly Member[]): TableModel;
/**
 * The inputs of rows.
 *
 * @throws {DataError} when a column is missing
 */
export declare function encodeTable(columns: readonly ColumnCoding[], table: Table): Feature[];
/** Weighted mean of what the members say: probabilities of the classes, or the number, row by row. */
export declare function predictModel({ members, classes, task }: TableModel, features: readonly Feature[], rows: number): Float64Array;
/** The same, as fast as it can be where there is TensorFlow.js. */
export declare function predictModelWith(tf: TensorFlow, { members, classes, task }: TableModel, features: readonly Feature[], rows: number): Promise<Float64Array>;
