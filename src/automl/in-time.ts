import { randomStream } from '../math/random.ts';
import type { Candidate, FinishOrder } from './finish.ts';
import type { Chosen } from './members.ts';
import { parts } from './split.ts';
import type { KeptModels } from './trained-model.ts';

/** With fewer rows than this share a model would be another one. */
const leastShare = 0.02;
/** Share of the rows that a trial trains on. */
const trialShare = 1 - 1 / parts;
/** With n rows the error is about n to the power of minus this: at most as steep as what is seen of networks (Hestness et al. 2017). */
const learningExponent = 0.35;

/**
 * How long a training on all rows takes, as a share of a trial: longer than one that leaves a fifth out, but a trial may be
 * several of these.
 */
export function wholeTraining(folds: number): number {
  return 1.3 / Math.max(1, folds);
}

/**
 * A single config, where nothing is left of the time for choosing: the one that is best when it is trained on as many of the
 * rows as there is time for, or as its trial has trained it: without a fifth of the rows, or as the mean of five such models.
 *
 * @param whole see `wholeTraining`
 */
export function bestInTime(
  order: FinishOrder,
  kept: KeptModels,
  begun: number,
  whole: number,
): Chosen | undefined {
  const { candidates, limitMs, goal } = order;
  const left = 0.8 * (limitMs - (performance.now() - begun));
  const takes = ({ durationMs = 0 }: Candidate) => durationMs * whole;
  const [first] = candidates;
  if (first === undefined || takes(first) + (first.durationMs ?? 0) <= left) return undefined;
  // What is maximized (accuracy, areas, R²) is 1 at best, what is minimized 0.
  const loss = ({ score = Number.NaN }: Candidate) => (goal === 'maximize' ? 1 - score : score);
  const ways = candidates.flatMap((candidate) => {
    const share = Math.min(1, left / takes(candidate));
    const expected =
      share < leastShare
        ? Number.POSITIVE_INFINITY
        : loss(candidate) * (share / trialShare) ** -learningExponent;
    const again = { chosen: alone(candidate, Math.max(leastShare, share)), expected };
    return kept.has(candidate.trial)
      ? [again, { chosen: asTrained(candidate), expected: loss(candidate) }]
      : [again];
  });
  return ways.reduce((least, other) => (other.expected < least.expected ? other : least)).chosen;
}

/** A single config as its trial has trained it. */
export function asTrained(candidate: Candidate): Chosen {
  return { ...alone(candidate, trialShare), asTrained: true };
}

function alone(single: Candidate, share: number): Chosen {
  const score = single.score ?? Number.NaN;
  return {
    members: [{ candidate: single, weight: 1 }],
    single,
    singleScore: score,
    score,
    tried: 1,
    ...(share < 1 ? { share } : {}),
  };
}

/** What people should know of a model for which there was little time. */
export function inTimeNotes({ share, asTrained: kept = false, single }: Chosen): string[] {
  if (share === undefined) return [];
  const rows = `${(100 * share).toFixed(0)} % of the rows`;
  const what = kept
    ? `There was no time for a training on all rows: this is the model that trial #${single.trial} trained on ${rows}`
    : `There was time to train the model on ${rows} only`;
  return [`${what}. \`tunegate export --fresh\` trains it on all of them.`];
}

/** As many rows as there is time for, ascending. */
export function rowsInTime(rows: number, { share }: Chosen, seed: number): Int32Array {
  const all = Array.from({ length: rows }, (_, row) => row);
  if (share === undefined) return Int32Array.from(all);
  const some = randomStream(seed, 'rows in time').shuffle(all);
  return Int32Array.from(some.slice(0, Math.max(20, Math.ceil(share * rows)))).sort();
}
