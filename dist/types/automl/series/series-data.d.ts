import { type ColumnCoding } from '../columns.js';
import type { ColumnFeatures } from '../evaluation.js';
import { type Table } from '../table.js';
import type { Surroundings } from './features.js';
import { type Panel, type SeriesTask } from './panel.js';
/** The columns beside target, time and series, as the search has found them: plain data. */
export interface SeriesColumns {
    readonly known: readonly ColumnCoding[];
    readonly past: readonly ColumnCoding[];
}
/** The data of a forecast: what trials see, and what comes behind it. */
export interface SeriesData {
    readonly table: Table;
    /** With the test part. */
    readonly whole: Panel;
    /** What trials see. */
    readonly search: Panel;
    readonly season: number;
    readonly columns: SeriesColumns;
    readonly test: boolean;
    readonly notes: readonly string[];
}
/**
 * Types the columns, finds frequency and season, and takes the test part out: the last steps on the common grid.
 *
 * @param own test part in a file of its own, which goes on where the data end
 * @throws {DataError} when nothing can be learned
 */
export declare function createSeriesData(data: Table, task: SeriesTask, own?: Table): SeriesData;
/** What models take of a panel of the data. */
export declare function surroundings({ table, season, columns, search }: Pick<SeriesData, 'table' | 'season' | 'columns' | 'search'>, panel: Panel): Surroundings;
/** @param names of the series that the training has seen */
export declare function surroundingsOf(table: Table, panel: Panel, season: number, columns: SeriesColumns, names: readonly string[]): Surroundings;
/** What is known of the series of a panel at any of their steps. */
export declare function historiesOf({ series }: Panel, season: number): Pick<Surroundings, 'histories' | 'logs'>;
/** Columns with the features that each of them gives. */
export declare function encodeColumns(table: Table, codings: readonly ColumnCoding[]): ColumnFeatures[];
