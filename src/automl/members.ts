import type { Candidate, FinishOrder } from './finish-order.ts';
import { weightedSum } from './weighted-sum.ts';

/** Share of the time for the predictions that the ensemble is chosen by; the rest is for the models themselves. */
const choosingShare = 0.6;

export interface Chosen {
  readonly members: readonly { readonly candidate: Candidate; readonly weight: number }[];
  readonly single: Candidate;
  readonly singleScore: number;
  readonly score: number;
  readonly tried: number;
  /** Of the rows that models are trained on, where all of them take too long. */
  readonly share?: number;
  /** Nothing is trained again: the models are what the trials have left. */
  readonly asTrained?: boolean;
}

/** Candidates, and what each says of the validation part. */
export interface Tried {
  readonly candidates: readonly Candidate[];
  readonly predictions: readonly Float64Array[];
}

/** What an ensemble is chosen by: lower is better, compared place by place. */
export function lossOf(
  scores: Readonly<Record<string, number>>,
  { metric, goal }: Pick<FinishOrder, 'metric' | 'goal'>,
): readonly number[] {
  const sign = goal === 'maximize' ? -1 : 1;
  // Many rows decide between predictions that a score of whole rows takes for the same.
  return [sign * (scores[metric] ?? 0), scores['val_log_loss'] ?? scores['val_rmse'] ?? 0];
}

/**
 * Asks the candidates, as many of them as there is time for.
 *
 * @param begun when the order did (`performance.now()`)
 * @param takes milliseconds
 * @param predict what a candidate says of the validation part, trained without it
 */
export async function tryCandidates(
  { candidates, limitMs }: FinishOrder,
  begun: number,
  takes: (candidate: Candidate) => number,
  predict: (candidate: Candidate) => Promise<Float64Array>,
): Promise<Tried> {
  const predictions: Float64Array[] = [];
  const tried: Candidate[] = [];
  for (const candidate of candidates) {
    const after = performance.now() - begun + takes(candidate);
    // What takes too long gives way to what does not.
    if (tried.length > 0 && after > choosingShare * limitMs) continue;
    tried.push(candidate);
    predictions.push(await predict(candidate));
  }
  return { candidates: tried, predictions };
}

/**
 * The ensemble of these weights.
 *
 * @param scores metrics of what is said of the validation part
 */
export function chosenBy(
  weights: readonly number[],
  { candidates, predictions }: Tried,
  scores: (predicted: Float64Array) => Readonly<Record<string, number>>,
  { metric }: FinishOrder,
): Chosen {
  const score = (predicted: Float64Array) => scores(predicted)[metric] ?? Number.NaN;
  return {
    members: candidates
      .map((candidate, i) => ({ candidate, weight: weights[i]! }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight),
    single: candidates[0]!,
    singleScore: score(predictions[0]!),
    score: score(weightedSum(predictions, weights)),
    tried: candidates.length,
  };
}

export interface TrainedMembers<M> {
  /** Weights add up to 1. */
  readonly ensemble: readonly M[];
  readonly single: M;
}

/**
 * Trains the best config and the members of the ensemble, as many as there is time for.
 *
 * @param whole how long a training takes, as a share of its trial
 */
export async function trainMembers<M extends { readonly weight: number }>(
  { members, single: best }: Chosen,
  { limitMs }: FinishOrder,
  begun: number,
  whole: number,
  train: (candidate: Candidate, weight: number) => Promise<M>,
): Promise<TrainedMembers<M>> {
  const single = await train(best, 1);
  const ensemble: M[] = [];
  for (const { candidate, weight } of members) {
    const after = performance.now() - begun + whole * (candidate.durationMs ?? 0);
    if (ensemble.length > 0 && after > 0.9 * limitMs) continue;
    ensemble.push(candidate === best ? { ...single, weight } : await train(candidate, weight));
  }
  const total = ensemble.reduce((sum, { weight }) => sum + weight, 0);
  return { ensemble: ensemble.map((member) => ({ ...member, weight: member.weight / total })), single };
}
