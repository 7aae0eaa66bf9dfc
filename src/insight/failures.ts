import type { Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { TrialRecord } from '../study/study.ts';

/** A value that most failures have in common, and others seldom. */
export interface SharedFailure {
  readonly path: string;
  readonly value: Value;
  /** Failed trials that have it, and all failed ones. */
  readonly having: number;
  readonly failed: number;
}

/** Fewer failures have nothing in common but chance. */
const fewest = 3;

/** Values of unordered parameters that four in five failures have and at most half of the other trials. */
export function sharedFailures(space: Space, trials: readonly TrialRecord[]): readonly SharedFailure[] {
  const search = trials.filter(({ role }) => role === 'search');
  const failed = search.filter(({ state }) => state === 'failed');
  const others = search.filter(({ state }) => state === 'completed' || state === 'pruned');
  if (failed.length < fewest || others.length < fewest) return [];
  return space.dimensions.flatMap(({ parameter: { path }, values }) => {
    if (!Number.isFinite(values) || values > 20) return [];
    const found = [...new Set(failed.flatMap(({ config }) => config[path] ?? []))];
    return found.flatMap((value): readonly SharedFailure[] => {
      const count = (of: readonly TrialRecord[]) => of.filter(({ config }) => config[path] === value).length;
      const having = count(failed);
      const typical = having / failed.length >= 0.8 && count(others) / others.length <= 0.5;
      return typical ? [{ path, value, having, failed: failed.length }] : [];
    });
  });
}
