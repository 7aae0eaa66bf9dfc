import type { Features } from '../../math/geometry.ts';
import type { Dimension } from '../../space/space.ts';

/** Fewer choices with the same options say little about what these have in common. */
const FEWEST = 3;

/**
 * How often each option is chosen, where several choices have the same options: the operation of each edge of a cell, the activation of
 * each layer. What an option does in one place it often does in the others, so its number has an effect that is known long before
 * what it does in each of them.
 *
 * Counts are less what chance would choose, and divided by √(number of choices), so that a group's effects have about the variance of one
 * choice. Booleans, which all have the same options, are alike when only numbers in their paths differ (blocks of a repeat).
 *
 * @param dimensions those that points have coordinates of, as `encodeConfig` has them: NaN = inactive
 * @returns undefined where no choices are alike.
 */
export function likeChoices(dimensions: readonly Dimension[]): Features | undefined {
  const alike = new Map<string, number[]>();
  for (const [j, dimension] of dimensions.entries()) {
    const key = keyOf(dimension);
    if (key !== undefined) alike.set(key, [...(alike.get(key) ?? []), j]);
  }
  const groups = [...alike.values()].filter((members) => members.length >= FEWEST);
  if (groups.length === 0) return undefined;
  const sizes = groups.map((members) => dimensions[members[0]!]!.values);
  const size = sizes.reduce((sum, options) => sum + options, 0);
  // By dimension: which feature each of its options counts for.
  const features = groups.map((members) => members.map((j) => ranksOf(dimensions[j]!)));
  return {
    groups: sizes,
    of(point) {
      const counts = new Float64Array(size);
      let from = 0;
      for (const [g, members] of groups.entries()) {
        const options = sizes[g]!;
        const unit = 1 / Math.sqrt(members.length);
        for (const [m, j] of members.entries()) {
          const x = point[j]!;
          if (Number.isNaN(x)) continue;
          for (let k = 0; k < options; k++) counts[from + k]! -= unit / options;
          counts[from + features[g]![m]![Math.floor(x * options)]!]! += unit;
        }
        from += options;
      }
      return counts;
    },
  };
}

/** What like choices have in common; undefined for what is not a choice. */
function keyOf({ kind, parameter: { domain, path } }: Dimension): string | undefined {
  if (kind !== 'categorical') return undefined;
  if (domain.type === 'choice') return JSON.stringify(domain.values.map(named).sort());
  return path.replace(/\d+/g, '#');
}

/** The place of each option among all in the order of their names: lists in another order are alike. */
function ranksOf({ parameter: { domain } }: Dimension): readonly number[] {
  if (domain.type !== 'choice') return [0, 1];
  const names = domain.values.map(named);
  const sorted = [...names].sort();
  return names.map((name) => sorted.indexOf(name));
}

const named = (value: unknown) => JSON.stringify(value);
