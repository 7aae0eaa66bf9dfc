import type { Feature } from '../../dataset.ts';
import { softmax } from '../../learner.ts';
import type { TermCoding } from '../../text/terms.ts';
import { expandTexts } from '../../text/top-terms.ts';
import { applyBins, type BinCoding } from './bins.ts';
import type { Tree } from './tree.ts';

/** A tree as arrays, one place a node, the root first. */
export interface FlatTree {
  /** Index of the feature; -1 for a leaf. */
  readonly feature: readonly number[];
  /** Nodes to go on with. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly value: readonly number[];
  /** Bins that go low: from and to (inclusive), from and to … */
  readonly bins: readonly (readonly number[])[];
}

/** Sum of trees, those of a round output by output. */
export interface FittedTrees {
  readonly family: 'trees';
  /** How texts become numbers before those are cut into bins; absent: there are none. */
  readonly texts?: readonly TermCoding[];
  readonly bins: readonly BinCoding[];
  /** Score of each output before the first tree. */
  readonly start: readonly number[];
  readonly rate: number;
  readonly trees: readonly FlatTree[];
}

/** A grown tree as arrays. */
export function flattenTree(tree: Tree): FlatTree {
  const flat = {
    feature: [] as number[],
    low: [] as number[],
    high: [] as number[],
    value: [] as number[],
    bins: [] as number[][],
  };
  const add = (node: Tree): number => {
    const at = flat.feature.length;
    const leaf = !('feature' in node);
    flat.feature.push(leaf ? -1 : node.feature);
    flat.value.push(leaf ? node.value : 0);
    flat.bins.push(leaf ? [] : ranges(node.left));
    flat.low.push(0);
    flat.high.push(0);
    if (!leaf) {
      flat.low[at] = add(node.low);
      flat.high[at] = add(node.high);
    }
    return at;
  };
  add(tree);
  return flat;
}

/** The tree that says the opposite. */
export function mirrored(tree: FlatTree): FlatTree {
  return { ...tree, value: tree.value.map((value) => -value) };
}

function ranges(left: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < left.length; i++) {
    if (!left[i]) continue;
    if (found.at(-1) === i - 1) found[found.length - 1] = i;
    else found.push(i, i);
  }
  return found;
}

/** What the trees say of each row: probabilities of the classes, or the number. */
export function predictTrees(
  { texts, bins, start, rate, trees }: FittedTrees,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  const { columns } = applyBins(bins, texts ? expandTexts(texts, features) : features);
  const scores = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) scores.set(start, row * outputs);
  trees.forEach(({ feature, low, high, value, bins: lefts }, t) => {
    const goesLow = lefts.map((pairs) => {
      const set = new Uint8Array(256);
      for (let i = 0; i < pairs.length; i += 2) set.fill(1, pairs[i]!, pairs[i + 1]! + 1);
      return set;
    });
    for (let row = 0; row < rows; row++) {
      let at = 0;
      while (feature[at]! >= 0) at = goesLow[at]![columns[feature[at]!]![row]!] ? low[at]! : high[at]!;
      scores[row * outputs + (t % outputs)]! += rate * value[at]!;
    }
  });
  return outputs === 1 ? scores : softmax(scores, outputs);
}
