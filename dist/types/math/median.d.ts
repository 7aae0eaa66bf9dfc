/** The middle value; of two in the middle their mean. Not a number of none. */
export declare function median(values: readonly number[]): number;
/** The middle value; of two in the middle the larger, so that it is one of `values`. `undefined` of none. */
export declare function upperMedian(values: readonly number[]): number | undefined;
