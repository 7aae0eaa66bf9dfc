import type { TaskSpec } from '../../spec/spec.js';
import { type Table } from '../table.js';
import { type Frequency } from './times.js';
/** The task of a forecast. */
export type SeriesTask = TaskSpec & {
    readonly time: string;
    readonly horizon: number;
};
/** One series on the grid of its panel. */
export interface Series {
    /** Empty where the data are one series. */
    readonly name: string;
    /** Step of the first value. */
    readonly start: number;
    /** From the first known value to the last; NaN is a missing one. */
    readonly values: Float64Array;
    /** Row of the table at each step from the first on, -1 where there is none; may go on behind the last value. */
    readonly rows: Int32Array;
}
/** Series with a common grid of times. */
export interface Panel {
    readonly frequency: Frequency;
    readonly series: readonly Series[];
    /** What people should know, in words. */
    readonly notes: readonly string[];
}
/** Columns that say which value is which. */
export interface PanelColumns {
    readonly target: string;
    readonly time: string;
    readonly series?: string | undefined;
}
/**
 * The series of a table, sorted, on a regular grid.
 *
 * @param known frequency of a model; absent: inferred from the data
 * @throws {DataError} that names file and line, for times that are none, twice there, or not regular, and for targets that are no numbers
 */
export declare function readPanel(table: Table, { target, time, series }: PanelColumns, known?: Frequency): Panel;
export declare function columnOf(table: Table, name: string, what: string): readonly string[];
/** Step behind the last value of all series. */
export declare function endOf({ series }: Panel): number;
/** Only what is known before a step; series without a value before it are gone. */
export declare function before(panel: Panel, end: number): Panel;
