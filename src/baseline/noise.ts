import type { MeasuredBaseline } from './measured.ts';

/** What earlier results say of the noise of a training. */
export interface Noise {
  /** Of a score, or of the difference of two scores with the same seed. */
  readonly variance: number;
  readonly df: number;
}

/** More commits than this say little more, and older ones are of another model. */
const mostCommits = 11;

/**
 * The noise of one score: the variance of the scores of one commit about their mean, pooled over commits. Undefined where
 * no commit was trained with two seeds.
 *
 * @param newest results of different commits, the newest first
 */
export function scoreNoise(newest: readonly MeasuredBaseline[]): Noise | undefined {
  return pooled(newest.slice(0, mostCommits).map(({ trainings }) => trainings.flatMap(scoreOf)));
}

/**
 * The noise of a paired difference: of two commits in a row, the variance over their common seeds of the difference of
 * their scores, pooled. A change of the model between them moves the mean of the differences, not their spread.
 */
export function differenceNoise(newest: readonly MeasuredBaseline[]): Noise | undefined {
  const some = newest.slice(0, mostCommits);
  return pooled(
    some.slice(1).map((earlier, index) => {
      const scores = new Map(earlier.trainings.map(({ seed, score }) => [seed, score]));
      return some[index]!.trainings.flatMap(({ seed, score }) => {
        const before = scores.get(seed);
        return score === undefined || before === undefined ? [] : [score - before];
      });
    }),
  );
}

function scoreOf({ score }: { readonly score?: number }): readonly number[] {
  return score === undefined ? [] : [score];
}

function pooled(groups: readonly (readonly number[])[]): Noise | undefined {
  let [squares, df] = [0, 0];
  for (const group of groups) {
    if (group.length < 2) continue;
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    squares += group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    df += group.length - 1;
  }
  return df > 0 && Number.isFinite(squares) ? { variance: squares / df, df } : undefined;
}
