import { observationsOf, type Seen } from '../insight/observation.ts';
import { fitSurrogate } from '../insight/surrogate.ts';
import type { Space } from '../space/space.ts';
import type { TrialRecord } from '../study/study.ts';
import { mostCandidates } from './plan.ts';

/**
 * Trials, best first, those of equal scores in the order of what a model of the whole study expects of them: accuracy on a few hundred
 * rows comes in steps, so that many have the same, and the first to get it is no better than the others. Trials that are equal there, too,
 * keep their order. As they are where none of those that may be trained again has an equal.
 *
 * @param ranked by score, or as several metrics have it
 */
export function likeliestOfEquals(ranked: readonly TrialRecord[], study: Seen, space: Space): TrialRecord[] {
  const places = new Map<number | undefined, number>();
  for (const { score } of ranked) if (!places.has(score)) places.set(score, places.size);
  const first = ranked.slice(0, mostCandidates + 1);
  const haveEquals = new Set(first.map(({ score }) => score)).size < first.length;
  const surrogate = haveEquals ? fitSurrogate(space, observationsOf(study)) : undefined;
  if (!surrogate) return [...ranked];
  const expected = new Map(ranked.map((trial) => [trial, surrogate.loss(trial.config)]));
  return [...ranked].sort(
    (a, b) => places.get(a.score)! - places.get(b.score)! || expected.get(a)! - expected.get(b)!,
  );
}
