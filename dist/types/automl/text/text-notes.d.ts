import { type Table } from '../table.js';
/**
 * What people should know of the texts of some rows.
 *
 * @param labels class or number of each row, as it is written
 * @throws {DataError} where there is nothing to read
 */
export declare function textNotes(table: Table, rows: Int32Array, labels: readonly string[], classification: boolean): string[];
