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
  /** Two-sided interval of the difference at `level`. */
  readonly interval?: readonly [number, number];
  /** Of the interval: 1 − 2(1 − confidence), or more where the evidence is looked at several times. */
  readonly level?: number;
  /** One-sided p value of «head is worse». */
  readonly pWorse?: number;
  /** Smallest drop that this many seeds would call `regressed` 4 times in 5; never below `maxDrop`. */
  readonly detectable?: number;
  readonly confidence: number;
  readonly maxDrop: number;
  /** What head must reach whatever base does: the lowest score, or the highest where lower is better. */
  readonly floor?: number;
  /** Head does not reach the floor: that decides by itself. */
  readonly belowFloor?: boolean;
  /** Seeds a side that an answer four times in five would need for a drop like the one seen; absent: not known. */
  readonly seedsNeeded?: number;
  readonly goal: 'minimize' | 'maximize';
  /** Further metrics that the spec names, in its order; slices in the order in which they were reported. */
  readonly others?: readonly MetricVerdict[];
  /** The further metric for which the whole is `regressed`, where the main one is not. */
  readonly decidedBy?: string;
}

/** What was found of a metric beside the main one. */
export interface MetricVerdict {
  readonly name: string;
  /** A regression of it is one of the whole. */
  readonly gates: boolean;
  readonly verdict: Verdict;
}
