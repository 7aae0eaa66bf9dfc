/** The layers of a block as far as they tell which block of another network it is. */
export interface BlockLayers {
  readonly index: number;
  /** What its first layer with weights is: blocks of another kind are never the same. */
  readonly kind: string;
  /** Shapes of its weights, as text. */
  readonly shapes: readonly string[];
}

/**
 * Which block of the parent each block of the child is: in order, as many as can be, and those first whose weights have the same
 * shapes. Blocks of the child that are missing from the result are new.
 */
export function alignBlocks(
  child: readonly BlockLayers[],
  parent: readonly BlockLayers[],
): ReadonlyMap<number, number> {
  // The longest common subsequence, with a weight for how much two blocks have in common.
  const best = Array.from({ length: child.length + 1 }, () => new Float64Array(parent.length + 1));
  for (let i = child.length - 1; i >= 0; i--)
    for (let j = parent.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(
        best[i + 1]![j]!,
        best[i]![j + 1]!,
        likeness(child[i]!, parent[j]!) + best[i + 1]![j + 1]!,
      );
  const pairs = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < child.length && j < parent.length) {
    const [a, b] = [child[i]!, parent[j]!];
    const alike = likeness(a, b);
    if (alike > 0 && best[i]![j] === alike + best[i + 1]![j + 1]!) {
      pairs.set(a.index, b.index);
      i++;
      j++;
    } else if (best[i]![j] === best[i + 1]![j]!) i++;
    else j++;
  }
  return pairs;
}

function likeness(a: BlockLayers, b: BlockLayers): number {
  if (a.kind !== b.kind) return 0;
  const same = a.shapes.filter((shape, i) => shape === b.shapes[i]).length;
  return 1 + same / Math.max(1, a.shapes.length, b.shapes.length);
}
