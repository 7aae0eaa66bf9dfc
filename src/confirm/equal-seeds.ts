import type { Candidate } from './judge.ts';
import { stepOf } from './step.ts';

/** The chance that scores are equal by luck has to be smaller than this before they are taken to be no luck. */
const unlikely = 0.01;

/**
 * Whether chance has no part in a training: every fresh seed gave each candidate the score that it had in the search. A metric of few values,
 * such as the accuracy on a hundred rows, does so now and then by luck, which must be unlikely: as likely as it is that two of the
 * search's better half have the same score, for each fresh score.
 *
 * @param searched scores of the search, best first
 * @param fresh of each candidate, those of all seeds; null or undefined: the training failed
 */
export function sameOnAllSeeds(
  searched: readonly number[],
  fresh: readonly { readonly of: Candidate; readonly score: number | null | undefined }[],
): boolean {
  return (
    fresh.length > 0 &&
    fresh.every(({ of, score }) => score === of.searchScore) &&
    chanceOfEquals(searched) ** fresh.length < unlikely
  );
}

/** The share of pairs that are equal, with half a pair more; 0 where the scores have no steps. */
function chanceOfEquals(searched: readonly number[]): number {
  const better = searched.slice(0, Math.max(2, Math.ceil(searched.length / 2)));
  const pairs = (better.length * (better.length - 1)) / 2;
  const equal = better.flatMap((score, i) => better.slice(i + 1).filter((other) => other === score)).length;
  if (pairs > 0 && equal === 0 && stepOf(searched) === 0) return 0;
  return (equal + 0.5) / (pairs + 1);
}
