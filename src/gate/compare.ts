import { studentTQuantile, studentTTail } from '../math/student-t.ts';
import type { SeedPair, Verdict } from './verdict.ts';

/** What every verdict of a spec has in common. */
export interface Frame {
  readonly goal: Verdict['goal'];
  /** Tolerated drop, in the metric's units, >= 0. */
  readonly maxDrop: number;
  /** Of the one-sided test, in (0.5, 1). */
  readonly confidence: number;
}

export interface CompareInput extends Frame {
  readonly pairs: readonly SeedPair[];
}

/** Nothing to compare with. */
export function noBaseline(reason: string, frame: Frame): Verdict {
  return { ...frameOf(frame), conclusion: 'no-baseline', reason, pairs: [] };
}

/** The comparison could not be made. */
export function gateError(reason: string, frame: Frame): Verdict {
  return { ...frameOf(frame), conclusion: 'error', reason, pairs: [] };
}

function frameOf({ goal, maxDrop, confidence }: Frame): Frame {
  return { goal, maxDrop, confidence };
}

interface Scored {
  readonly seed: number;
  readonly base: number;
  readonly head: number;
}

/**
 * Whether head is worse than base, from trainings of both with the same seeds: a one-sided paired t test at the given
 * confidence, with the tolerated drop as the smallest that matters.
 *
 * With the mean drop d̄ (positive = worse, whatever the goal) and the two-sided interval [l, u] of level
 * 1 − 2(1 − confidence), whose ends are the one-sided bounds:
 *
 * | | conclusion |
 * |---|---|
 * | l > 0 and d̄ > max-drop | `regressed`: worse beyond chance, and by an amount that matters |
 * | u < 0 | `improved`: better beyond chance |
 * | -max-drop <= l and u <= max-drop | `unchanged`: equivalence is shown, also of a sure but tolerated drop |
 * | u <= max-drop, l below the band | `inconclusive`: any drop is tolerable, but a gain is neither shown nor ruled out |
 * | otherwise | `inconclusive`, with the drop that this many seeds would have found |
 *
 * Without any spread (deterministic trainings) there is no chance to rule out: a drop beyond max-drop is `regressed`, a
 * gain is `improved`, the rest `unchanged`. Two seeds at least are needed to know that there is no spread.
 *
 * Failed trainings: head failing on at least two seeds more than base does is `regressed`, since what ships would be
 * broken (trainings that fail on either side alike tell nothing of head). Base alone failing, or both, leave nothing to
 * compare with. One failure decides nothing.
 */
export function compare(input: CompareInput): Verdict {
  const { pairs, maxDrop, confidence } = input;
  const frame = { ...frameOf(input), pairs };
  const broken = brokenSide(pairs);
  if (broken) return { ...frame, ...broken };
  const scored = pairs.filter((pair): pair is Scored => usable(pair.base) && usable(pair.head));
  const n = scored.length;
  if (n === 0) return { ...frame, conclusion: 'inconclusive', reason: 'No seed was trained on both sides.' };
  const differences = scored.map(({ base, head }) => head - base);
  const base = mean(scored.map((pair) => pair.base));
  const head = mean(scored.map((pair) => pair.head));
  const difference = mean(differences);
  const measured = { ...frame, base, head, difference };
  if (n === 1)
    return {
      ...measured,
      conclusion: 'inconclusive',
      reason: 'One seed on both sides says nothing about chance.',
    };

  const worse = input.goal === 'maximize' ? -1 : 1;
  const drop = worse * difference;
  // hypot: squares of large scores would overflow.
  const deviation = Math.hypot(...differences.map((d) => d - difference)) / Math.sqrt(n - 1);
  if (!Number.isFinite(difference) || !Number.isFinite(deviation))
    return { ...frame, conclusion: 'inconclusive', reason: 'The scores are too large to compare.' };
  // Rounding leaves a trace of spread between differences that are equal.
  const scale = Math.max(...scored.map((pair) => Math.max(Math.abs(pair.base), Math.abs(pair.head))));
  if (deviation <= 1e-12 * scale)
    return { ...measured, interval: [difference, difference], ...judgeExact(drop, maxDrop) };

  const error = deviation / Math.sqrt(n);
  const quantile = studentTQuantile(confidence, n - 1);
  const half = quantile * error;
  const pWorse = studentTTail(drop / error, n - 1);
  // A drop is found when its mean passes both the bound of chance and max-drop.
  const detectable = Math.max(half, maxDrop) + studentTQuantile(0.8, n - 1) * error;
  const evidence = {
    ...measured,
    interval: [difference - half, difference + half] as const,
    pWorse,
    detectable,
  };
  const [lower, upper] = [drop - half, drop + half];
  if (lower > 0 && drop > maxDrop)
    return {
      ...evidence,
      conclusion: 'regressed',
      reason: 'Head is worse than base beyond what the seeds explain.',
    };
  if (upper < 0)
    return {
      ...evidence,
      conclusion: 'improved',
      reason: 'Head is better than base beyond what the seeds explain.',
    };
  if (upper <= maxDrop && lower >= -maxDrop)
    return { ...evidence, conclusion: 'unchanged', reason: 'Any change is shown to be within the limit.' };
  if (upper <= maxDrop)
    return {
      ...evidence,
      conclusion: 'inconclusive',
      reason: 'Any drop is shown to be within the limit, but not whether head is better or the same.',
    };
  return { ...evidence, conclusion: 'inconclusive', reason: 'The seeds differ too much to tell.' };
}

function judgeExact(drop: number, maxDrop: number): Pick<Verdict, 'conclusion' | 'reason'> {
  if (drop > maxDrop)
    return { conclusion: 'regressed', reason: 'Every seed shows the same drop, which is beyond the limit.' };
  if (drop < 0) return { conclusion: 'improved', reason: 'Every seed shows the same gain.' };
  return {
    conclusion: 'unchanged',
    reason:
      drop === 0
        ? 'Every seed gives the same result on both sides.'
        : 'Every seed shows the same drop, which is within the limit.',
  };
}

/** A side whose trainings fail decides without statistics. */
function brokenSide(pairs: readonly SeedPair[]): Pick<Verdict, 'conclusion' | 'reason'> | undefined {
  const headFails = pairs.filter((pair) => usable(pair.base) && !usable(pair.head)).length;
  const baseFails = pairs.filter((pair) => !usable(pair.base) && usable(pair.head)).length;
  const bothFail = pairs.filter((pair) => !usable(pair.base) && !usable(pair.head)).length;
  const works = pairs.length - headFails - baseFails - bothFail;
  const seeds = (count: number) => `${count} of ${pairs.length} seeds`;
  if (headFails - baseFails >= 2)
    return {
      conclusion: 'regressed',
      reason: `Head fails to train on ${seeds(headFails)} on which base works.`,
    };
  if (works >= 2 || pairs.length === 0) return undefined;
  if (bothFail > 0 && works + baseFails === 0)
    return { conclusion: 'error', reason: `Both sides fail to train on ${seeds(bothFail)}.` };
  if (baseFails > 0)
    return {
      conclusion: 'no-baseline',
      reason: `Base fails to train on ${seeds(baseFails + bothFail)}, so there is nothing to compare with.`,
    };
  return undefined;
}

function usable(score: number | undefined): score is number {
  return score !== undefined && Number.isFinite(score);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
