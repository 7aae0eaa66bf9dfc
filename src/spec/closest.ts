import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one means; undefined when none is near. Letter case does not count. */
export function closestWord(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= tolerance(Math.min(lower.length, best.candidate.length))
    ? best.candidate
    : undefined;
}

/** How many edits may part the two; a swap of two letters is two. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return 1;
  return length < 8 ? 2 : 3;
}
