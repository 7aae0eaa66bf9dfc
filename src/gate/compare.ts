import { studentTQuantile, studentTTail } from '../math/student-t.ts';
import { chanceOfTie, resolutionOf } from './resolution.ts';
import type { SeedPair, Verdict } from './verdict.ts';

/** What every verdict of a spec has in common. */
export interface Frame {
  readonly goal: Verdict['goal'];
  /** Tolerated drop, in the metric's units, >= 0. */
  readonly maxDrop: number;
  /** Of the one-sided test, in (0.5, 1). */
  readonly confidence: number;
  /** Lowest score that head may have (highest, where lower is better), whatever base has. */
  readonly floor?: number;
}

export interface CompareInput extends Frame {
  readonly pairs: readonly SeedPair[];
  /** Level at which this look is tested, one-sided. Default 1 − confidence: it is the only look. */
  readonly nominal?: number;
  /** Level at which equivalence is tested, at most `nominal`, which is the default: nothing confirms what is unchanged. */
  readonly equivalence?: number;
  /** The sides share their seeds, which pairs them. Default true. */
  readonly paired?: boolean;
  /** Variance of a paired difference (or, unpaired, of a score) in earlier comparisons, and its degrees of freedom. */
  readonly history?: History;
  /** Known to have no chance in it: one seed says all. */
  readonly deterministic?: boolean;
}

/** What earlier comparisons say of the noise. */
export interface History {
  readonly variance: number;
  readonly df: number;
}

/** More would drown what is seen now. */
const mostHistory = 30;

/** Nothing to compare with. */
export function noBaseline(reason: string, frame: Frame): Verdict {
  return { ...frameOf(frame), conclusion: 'no-baseline', reason, pairs: [] };
}

/** Both sides are the same: there is nothing to train. */
export function sameVerdict(reason: string, frame: Frame): Verdict {
  return { ...frameOf(frame), conclusion: 'unchanged', reason, pairs: [] };
}

/** The comparison could not be made. */
export function gateError(reason: string, frame: Frame): Verdict {
  return { ...frameOf(frame), conclusion: 'error', reason, pairs: [] };
}

function frameOf({ goal, maxDrop, confidence, floor }: Frame): Frame {
  return { goal, maxDrop, confidence, ...(floor === undefined ? {} : { floor }) };
}

interface Scored {
  readonly seed: number;
  readonly base: number;
  readonly head: number;
}

/**
 * Whether head is worse than base, from trainings of both: a one-sided t test, paired where they share their seeds, with the
 * tolerated drop as the smallest that matters. The variance is moderated by that of earlier comparisons where there are
 * any (Smyth 2004): (d₀s₀² + d s²) / (d₀ + d) on d₀ + d degrees of freedom, d₀ at most 30.
 *
 * With the mean drop d̄ (positive = worse, whatever the goal) and the two-sided interval [l, u] of level 1 − 2α, whose ends
 * are the one-sided bounds (α = 1 − confidence, or the nominal level of one of several looks):
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
 * gain is `improved`, the rest `unchanged`. Two seeds at least are needed to know that there is no spread, and where the
 * metric is seen to have few values (see `resolutionOf`), so many that luck would have made as many ties with a chance below
 * the level. Otherwise a score is taken to be no surer than its rounding to a step r: a variance of r²/12 at least (Sheppard
 * 1898).
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
  const worse = input.goal === 'maximize' ? -1 : 1;
  const drop = worse * difference;
  const step = resolutionOf(scored.flatMap((pair) => [pair.base, pair.head]));
  const floor = belowFloor(
    input,
    scored.map((pair) => pair.head),
    step,
  );
  if (input.deterministic || n === 1) {
    if (!input.deterministic && !input.history)
      return {
        ...measured,
        conclusion: 'inconclusive',
        reason: 'One seed on both sides says nothing about chance.',
      };
    if (input.deterministic)
      return { ...measured, interval: [difference, difference], ...(floor ?? judgeExact(drop, maxDrop)) };
  }
  const noise = noiseOf(scored, input, step);
  if (!Number.isFinite(difference) || !noise || !Number.isFinite(noise.error))
    return { ...frame, conclusion: 'inconclusive', reason: 'The scores are too large to compare.' };
  const nominal = input.nominal ?? 1 - confidence;
  if (noise.ties && chanceOfTies(scored, step) < nominal)
    return { ...measured, interval: [difference, difference], ...(floor ?? judgeExact(drop, maxDrop)) };

  const { error, df } = noise;
  const half = studentTQuantile(1 - nominal, df) * error;
  const pWorse = studentTTail(drop / error, df);
  const evidence = (level: number) => {
    const reach = studentTQuantile(1 - level, df) * error;
    return {
      ...measured,
      interval: [difference - reach, difference + reach] as const,
      level: 1 - 2 * level,
      pWorse,
      // A drop is found when its mean passes both the bound of chance and max-drop.
      detectable: Math.max(half, maxDrop) + studentTQuantile(0.8, df) * error,
    };
  };
  const change = evidence(nominal);
  if (floor) return { ...change, ...floor };
  if (drop > half && drop > maxDrop)
    return {
      ...change,
      conclusion: 'regressed',
      reason: 'Head is worse than base beyond what the seeds explain.',
    };
  if (drop < -half)
    return {
      ...change,
      conclusion: 'improved',
      reason: 'Head is better than base beyond what the seeds explain.',
    };
  const same = evidence(input.equivalence ?? nominal);
  const wide = (same.interval[1] - same.interval[0]) / 2;
  const [lower, upper] = [drop - wide, drop + wide];
  if (upper <= maxDrop && lower >= -maxDrop)
    return { ...same, conclusion: 'unchanged', reason: 'Any change is shown to be within the limit.' };
  if (upper <= maxDrop)
    return {
      ...same,
      conclusion: 'inconclusive',
      reason: 'Any drop is shown to be within the limit, but not whether head is better or the same.',
    };
  return {
    ...same,
    conclusion: 'inconclusive',
    reason: noise.ties
      ? 'The seeds agree, but the metric has so few values that this may be luck.'
      : 'The seeds differ too much to tell.',
  };
}

/**
 * The chance at most that all seeds show the same difference by luck. Only what the scores say of it: 0 where the metric has
 * no steps, and 1 where it has some, but no side ever left one of them.
 */
function chanceOfTies(scored: readonly Scored[], step: number): number {
  if (step === 0) return 0;
  const sides = [scored.map(({ base }) => base), scored.map(({ head }) => head)];
  const deviation = Math.hypot(...sides.flatMap(deviations)) / Math.sqrt(2 * (scored.length - 1));
  const [first] = scored;
  // A tie at any difference but 0 is one tie less: the first seed says which.
  const ties = Math.abs(first!.head - first!.base) < step / 2 ? scored.length : scored.length - 1;
  return chanceOfTie(step, deviation) ** ties;
}

/** Standard error of the mean difference, its degrees of freedom, and whether the seeds show no spread at all. */
function noiseOf(
  scored: readonly Scored[],
  { paired = true, history }: CompareInput,
  step: number,
): { readonly error: number; readonly df: number; readonly ties: boolean } | undefined {
  const n = scored.length;
  const groups = paired
    ? [scored.map(({ base, head }) => head - base)]
    : [scored.map(({ base }) => base), scored.map(({ head }) => head)];
  const own = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const before = Math.min(history?.df ?? 0, mostHistory);
  const df = own + before;
  if (df <= 0) return undefined;
  // hypot: squares of large scores would overflow.
  const root = Math.hypot(...groups.flatMap(deviations));
  const seen = Math.hypot(root, Math.sqrt(before * (history?.variance ?? 0))) / Math.sqrt(df);
  const deviation = Math.max(seen, step * Math.sqrt((paired ? 2 : 1) / 12));
  // Rounding leaves a trace of spread between differences that are equal.
  const scale = Math.max(...scored.map(({ base, head }) => Math.max(Math.abs(base), Math.abs(head))));
  const ties = n >= 2 && root / Math.sqrt(own) <= 1e-12 * scale;
  return { error: deviation * Math.sqrt((paired ? 1 : 2) / n), df, ties };
}

function deviations(values: readonly number[]): readonly number[] {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

/**
 * Seeds a side that would tell a drop like the one seen from none (or from the limit), four times in five, if the noise
 * stays as it is; undefined beyond a thousand, or where nothing was measured.
 */
export function seedsNeeded({
  interval,
  level,
  difference,
  pairs,
  maxDrop,
  goal,
}: Verdict): number | undefined {
  if (!interval || level === undefined || difference === undefined) return undefined;
  const n = pairs.filter(({ base, head }) => usable(base) && usable(head)).length;
  const nominal = (1 - level) / 2;
  const deviation =
    ((interval[1] - interval[0]) / 2 / studentTQuantile(1 - nominal, Math.max(1, n - 1))) * Math.sqrt(n);
  const drop = (goal === 'maximize' ? -1 : 1) * difference;
  const distance = drop > maxDrop ? drop : maxDrop - drop;
  for (let more = n + 1; more <= 1000; more = Math.ceil(more * 1.15)) {
    const reach = studentTQuantile(1 - nominal, more - 1) + studentTQuantile(0.8, more - 1);
    if ((reach * deviation) / Math.sqrt(more) <= distance) return more;
  }
  return undefined;
}

/** Head is below what it must reach, beyond chance. */
function belowFloor(
  { floor, goal, confidence, nominal = 1 - confidence, deterministic }: CompareInput,
  head: readonly number[],
  step: number,
): Pick<Verdict, 'conclusion' | 'reason' | 'belowFloor'> | undefined {
  if (floor === undefined || head.length === 0) return undefined;
  const missing = (goal === 'maximize' ? 1 : -1) * (floor - mean(head));
  const deviation = Math.max(
    Math.hypot(...deviations(head)) / Math.sqrt(Math.max(1, head.length - 1)),
    step / Math.sqrt(12),
  );
  const sure =
    deterministic || (head.length > 1 && deviation <= 1e-12 * Math.max(...head.map(Math.abs)))
      ? 0
      : head.length < 2
        ? Number.POSITIVE_INFINITY
        : (studentTQuantile(1 - nominal, head.length - 1) * deviation) / Math.sqrt(head.length);
  if (!(missing > sure)) return undefined;
  const limit = goal === 'maximize' ? 'lowest' : 'highest';
  return {
    conclusion: 'regressed',
    belowFloor: true,
    reason: `Head does not reach ${floor}, the ${limit} score that the spec allows, beyond what the seeds explain.`,
  };
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
