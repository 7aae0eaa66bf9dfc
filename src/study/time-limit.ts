import type { BudgetSpec } from '../spec/spec.ts';

/** The time that a study has, and which part of its budget sets it. */
export interface TimeLimit {
  readonly ms: number;
  readonly by: 'time' | 'cost';
}

/** The shorter of `time` and what `cost` buys at the `price` of an hour; undefined where neither is given. */
export function timeLimit({ time, cost, price }: BudgetSpec): TimeLimit | undefined {
  const bought = cost === undefined || price === undefined ? undefined : (cost / price) * 3_600_000;
  if (bought !== undefined && (time === undefined || bought < time)) return { ms: bought, by: 'cost' };
  return time === undefined ? undefined : { ms: time, by: 'time' };
}

/** What so many milliseconds cost at the price of an hour. */
export function costOf(ms: number, price: number): number {
  return (ms / 3_600_000) * price;
}
