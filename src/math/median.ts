/** The middle value; of two in the middle the larger, so that it is one of `values`. `undefined` of none. */
export function upperMedian(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
