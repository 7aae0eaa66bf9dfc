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
 * | u <= max-drop | `unchanged`: any drop is shown to be tolerable |
 * | otherwise | `inconclusive`, with the drop that this many seeds would have found |
 *
 * Without any spread (deterministic trainings) there is no chance to rule out: a drop beyond max-drop is `regressed`, a
 * gain is `improved`, the rest `unchanged`; one seed is enough for that only when all are identical on more than one.
 *
 * A side that fails: head on at least two seeds (or all) where base works is `regressed`, since what ships would be
 * broken; base alone, or both, leave nothing to compare with.
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
  const deviation = Math.sqrt(differences.reduce((sum, d) => sum + (d - difference) ** 2, 0) / (n - 1));
  // Rounding leaves a trace of spread between differences that are equal.
  const scale = Math.max(...scored.map((pair) => Math.max(Math.abs(pair.base), Math.abs(pair.head))));
  if (deviation <= 1e-12 * scale)
    return { ...measured, interval: [difference, difference], ...judgeExact(drop, maxDrop) };

  const error = deviation / Math.sqrt(n);
  const quantile = studentTQuantile(confidence, n - 1);
  const half = quantile * error;
  const pWorse = studentTTail(drop / error, n - 1);
  const detectable = (quantile + studentTQuantile(0.8, n - 1)) * error;
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
  if (upper <= maxDrop)
    return { ...evidence, conclusion: 'unchanged', reason: 'Any drop is shown to be within the limit.' };
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
  if (headFails >= 2 || (headFails > 0 && headFails === pairs.length))
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
