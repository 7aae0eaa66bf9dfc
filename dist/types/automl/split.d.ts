import type { TaskSpec } from '../spec/spec.js';
import { type Table } from './table.js';
/** How many parts the rows that trials see are dealt out into. */
export declare const parts = 5;
/** Share of the rows that no trial sees, unless the spec names another. */
export declare const defaultTestShare = 0.2;
/** What rows are told apart by when they are dealt out. */
export interface SplitKeys {
    /** Rows of one key stay together. */
    readonly keys: readonly string[];
    /** Rows of one stratum are dealt out evenly; absent: all alike. */
    readonly strata?: readonly (string | number)[];
    /** Times of the rows; the newest come first, and nothing else matters. */
    readonly times?: readonly string[];
}
/**
 * Cuts the rows in the order of the hashes of their keys, so that no order of the file matters and rows that come or go
 * move few others. With times the newest come first.
 *
 * @param shares ascending, such as [0.2, 1]: the first fifth is part 0, all others part 1
 * @returns the part of each row
 */
export declare function cut({ keys, strata, times }: SplitKeys, shares: readonly number[]): Uint8Array;
/** A table in two: what trials see, and the rest. */
export interface SearchAndTest {
    readonly search: Table;
    /** Absent: there is none. */
    readonly test?: Table;
    /** What people should know, in words. */
    readonly note: string;
}
/**
 * Takes the test part out of a table, by the rules of the task: evenly of each class, groups and copies whole, or the
 * newest. Rows without a target stay with the search, which leaves them out.
 *
 * @param own the file of its own that `task.test` names
 * @throws {DataError} where a column of the task is missing in one of the files
 */
export declare function splitTest(table: Table, task: TaskSpec, own?: Table): SearchAndTest;
/** The least class of each key, so that copies are together though they have different answers. */
export declare function strataOf(keys: readonly string[], labels: readonly string[]): string[];
/**
 * What keeps rows together when they are dealt out: copies of one are of one key, for a model that has seen one knows the
 * others. Where nearly all rows are copies each is a case of its own: else whole combinations would be missing from a training.
 */
export declare function caseKeys(table: Table, rows: ArrayLike<number>): string[];
/** What a row says, for telling copies: of a picture what it shows, whatever it is called; of a text task what its text says, but for case, signs and digits. */
export declare function rowKey({ columns, names, text, pictures }: Table, row: number): string;
