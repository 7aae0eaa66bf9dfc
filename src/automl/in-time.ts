import { randomStream } from '../math/random.ts';
import type { Candidate, FinishOrder } from './finish-order.ts';
import type { Chosen } from './members.ts';
import { parts } from './split.ts';

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

/** Milliseconds of a training on all rows. */
function takes({ durationMs = 0 }: Candidate, whole: number): number {
  return durationMs * whole;
}

function timeLeft({ limitMs }: FinishOrder, begun: number): number {
  return 0.8 * (limitMs - (performance.now() - begun));
}

/**
 * Whether there is time to ask the best config, where it is not known what it says, and to train it on all rows.
 *
 * @param known trials whose models are kept
 * @param whole see `wholeTraining`
 */
export function hasTime(
  order: FinishOrder,
  known: { has(trial: number): boolean },
  begun: number,
  whole: number,
): boolean {
  const [first] = order.candidates;
  if (first === undefined) return true;
  const asking = known.has(first.trial) ? 0 : (first.durationMs ?? 0);
  return takes(first, whole) + asking <= timeLeft(order, begun);
}

/**
 * Where there is no time for choosing: the single config that is best when it is trained on as many of the rows as there is
 * time for, or the ensemble of what trials have left, whichever promises more.
 *
 * @param ready the ensemble, where there is one
 * @param whole see `wholeTraining`
 */
export function bestInTime(
  order: FinishOrder,
  ready: Chosen | undefined,
  begun: number,
  whole: number,
): Chosen {
  const left = timeLeft(order, begun);
  // What is maximized (accuracy, areas, R²) is 1 at best, what is minimized 0.
  const loss = (score = Number.NaN) => (order.goal === 'maximize' ? 1 - score : score);
  const again = order.candidates.map((candidate) => {
    const share = Math.min(1, left / takes(candidate, whole));
    const expected =
      share < leastShare
        ? Number.POSITIVE_INFINITY
        : loss(candidate.score) * (share / trialShare) ** -learningExponent;
    return { chosen: alone(candidate, Math.max(leastShare, share)), expected };
  });
  const ways = ready ? [{ chosen: ready, expected: loss(ready.score) }, ...again] : again;
  return ways.reduce((least, other) => (other.expected < least.expected ? other : least)).chosen;
}

/** An ensemble of models as their trials have trained them: without a fifth of the rows, or as means of five such models. */
export function asTrained(chosen: Chosen): Chosen {
  return { ...chosen, share: trialShare, asTrained: true };
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
export function inTimeNotes({ share, asTrained: kept = false }: Chosen): string[] {
  if (share === undefined) return [];
  const rows = `${(100 * share).toFixed(0)} % of the rows`;
  const what = kept
    ? `There was no time for trainings on all rows: the model is what trials have trained on ${rows}`
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
