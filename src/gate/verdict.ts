/** What the gate says. Pure data: words are made in `report`. */
export type Conclusion = 'improved' | 'unchanged' | 'regressed' | 'inconclusive' | 'no-baseline' | 'error';

/** The same seed trained on both sides; a missing score is a failed training. */
export interface SeedPair {
  readonly seed: number;
  readonly base?: number;
  readonly head?: number;
}

export interface Verdict {
  readonly conclusion: Conclusion;
  /** Why, as data for people: one plain sentence without the numbers below. */
  readonly reason: string;
  readonly pairs: readonly SeedPair[];
  /** Means over complete pairs. */
  readonly base?: number;
  readonly head?: number;
  /** head − base, in the metric's units (negative = lower value, whatever the goal). */
  readonly difference?: number;
  /** Two-sided interval of the difference at level 1 − 2(1 − confidence). */
  readonly interval?: readonly [number, number];
  /** One-sided p value of «head is worse». */
  readonly pWorse?: number;
  /** Smallest drop that this many seeds would call `regressed` 4 times in 5; never below `maxDrop`. */
  readonly detectable?: number;
  readonly confidence: number;
  readonly maxDrop: number;
  readonly goal: 'minimize' | 'maximize';
}
