/** Times as data files write them, and regular grids of them. */
/** Regular steps of time: plain data, which an exported model carries. Steps are counted from 0 at `start`. */
export type Frequency = 
/** Numbers that are no dates: steps. */
{
    readonly unit: 'number';
    readonly every: number;
    readonly start: number;
} | {
    readonly unit: 'year';
    readonly every: number;
    readonly start: number;
    readonly format: TimeFormat;
}
/** Months since year 0; `day` is that of each step, 0 for the last of the month. */
 | {
    readonly unit: 'month';
    readonly every: number;
    readonly start: number;
    readonly day: number;
    readonly format: TimeFormat;
}
/** Monday to Friday, in days since 1970. */
 | {
    readonly unit: 'weekday';
    readonly every: 1;
    readonly start: number;
    readonly format: TimeFormat;
}
/** Seconds since 1970. */
 | {
    readonly unit: 'second';
    readonly every: number;
    readonly start: number;
    readonly format: TimeFormat;
};
/** How a file writes its times. */
export type TimeFormat = 'number' | 'year' | 'month' | 'quarter' | 'date' | 'minute' | 'second';
/** A time as it is written: a number, or seconds since 1970 (UTC). */
export interface Time {
    readonly format: TimeFormat;
    readonly value: number;
}
/** Undefined for a text that is no time. Times without an offset are taken for UTC. */
export declare function parseTime(text: string): Time | undefined;
/** Numbers that look like years throughout. */
export declare function areYears(values: readonly number[]): boolean;
/**
 * The steps in which times go on.
 *
 * @param times of one format
 * @param groups which series each time belongs to: only times of one series are neighbours
 * @returns undefined when no series has two times
 */
export declare function inferFrequency(times: readonly Time[], groups: readonly string[]): Frequency | undefined;
/** Steps from the start of the grid to a time: a whole number if it is on the grid. */
export declare function stepOf(frequency: Frequency, { value, format }: Time): number;
/** Seconds since 1970 of a step; a number where times are no dates. */
export declare function timeAt(frequency: Frequency, step: number): number;
/** A step as the data would write it. */
export declare function textAt(frequency: Frequency, step: number): string;
/** The frequency in words. */
export declare function frequencyWords({ unit, every }: Frequency): string;
/** Seasons that such steps usually have, in steps, the shortest first; none where any may be. */
export declare function usualSeasons({ unit, every }: Frequency): readonly number[];
