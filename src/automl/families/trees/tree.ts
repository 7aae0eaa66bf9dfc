import type { RandomStream } from '../../../math/random.ts';
import type { Binned } from './bins.ts';

export interface Leaf {
  readonly value: number;
}

export interface Node {
  readonly feature: number;
  /** Which bins go left; bin 0 is a missing value. */
  readonly left: Uint8Array;
  low: Tree;
  high: Tree;
}

export type Tree = Leaf | Node;

export interface GrowOptions {
  readonly leaves: number;
  readonly minRows: number;
  readonly l2: number;
  /** Share of the features that each split looks at. */
  readonly columns: number;
}

interface Growing {
  readonly from: number;
  readonly to: number;
  /** Sums of gradients, of hessians and rows, bin by bin. */
  readonly histogram: Float64Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly split: Split | undefined;
  readonly place: (tree: Tree) => void;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly left: Uint8Array;
}

/** Smooths the order of categories with few rows, and counts against splitting by them. */
const categorySmoothing = 10;

/**
 * Grows a regression tree on gradients, best leaf first, from histograms, of which each larger child's is its parent's less
 * its sibling's (Ke et al. 2017, «LightGBM»); gain and leaf values are those of a second-order expansion (Chen and Guestrin
 * 2016, «XGBoost», Eq. 5 and 7), categories are cut in the order of their gradients.
 *
 * @param rows those to train on; put into another order
 */
export function growTree(
  binned: Binned,
  gradients: Float64Array,
  hessians: Float64Array,
  rows: Int32Array,
  options: GrowOptions,
  random: RandomStream,
): Tree {
  const { columns, counts } = binned;
  const offsets: number[] = [];
  let bins = 0;
  for (const count of counts) {
    offsets.push(bins * 3);
    bins += count;
  }
  const scratch = new Int32Array(rows.length);
  const grower = { ...options, binned, offsets, random };

  function histogramOf(from: number, to: number): Float64Array {
    const sums = new Float64Array(bins * 3);
    for (let f = 0; f < columns.length; f++) {
      const column = columns[f]!;
      const offset = offsets[f]!;
      for (let i = from; i < to; i++) {
        const row = rows[i]!;
        const at = offset + column[row]! * 3;
        sums[at]! += gradients[row]!;
        sums[at + 1]! += hessians[row]!;
        sums[at + 2]! += 1;
      }
    }
    return sums;
  }

  function growing(from: number, to: number, histogram: Float64Array, place: (tree: Tree) => void): Growing {
    let [gradient, hessian] = [0, 0];
    for (let i = from; i < to; i++) {
      gradient += gradients[rows[i]!]!;
      hessian += hessians[rows[i]!]!;
    }
    const split = findSplit(grower, histogram, gradient, hessian, to - from);
    return { from, to, histogram, gradient, hessian, split, place };
  }

  let root: Tree = { value: 0 };
  const open = [
    growing(0, rows.length, histogramOf(0, rows.length), (tree) => {
      root = tree;
    }),
  ];
  while (open.length < options.leaves) {
    let best = -1;
    for (let i = 0; i < open.length; i++)
      if (open[i]!.split && (best < 0 || open[i]!.split!.gain > open[best]!.split!.gain)) best = i;
    if (best < 0) break;
    const { from, to, histogram, split, place } = open[best]!;
    const { feature, left } = split!;
    const column = columns[feature]!;
    let [low, high] = [from, 0];
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      if (left[column[row]!]) rows[low++] = row;
      else scratch[high++] = row;
    }
    rows.set(scratch.subarray(0, high), low);
    const node: Node = { feature, left, low: { value: 0 }, high: { value: 0 } };
    place(node);
    const smallIsLow = low - from <= to - low;
    const small = smallIsLow ? histogramOf(from, low) : histogramOf(low, to);
    for (let i = 0; i < histogram.length; i++) histogram[i]! -= small[i]!;
    open.splice(
      best,
      1,
      growing(from, low, smallIsLow ? small : histogram, (tree) => {
        node.low = tree;
      }),
      growing(low, to, smallIsLow ? histogram : small, (tree) => {
        node.high = tree;
      }),
    );
  }
  for (const { gradient, hessian, place } of open) place({ value: -gradient / (hessian + options.l2) });
  return root;
}

type Grower = GrowOptions & {
  readonly binned: Binned;
  readonly offsets: readonly number[];
  readonly random: RandomStream;
};

function findSplit(
  grower: Grower,
  sums: Float64Array,
  gradient: number,
  hessian: number,
  rows: number,
): Split | undefined {
  const { binned, offsets, minRows, l2, columns, random } = grower;
  if (rows < 2 * minRows) return undefined;
  let best: Split | undefined;
  const score = (g: number, h: number, extra: number) => (g * g) / (h + l2 + extra);
  for (let f = 0; f < offsets.length; f++) {
    if (columns < 1 && random.uniform() > columns) continue;
    const offset = offsets[f]!;
    const count = binned.counts[f]!;
    const order: number[] = [];
    for (let b = 1; b < count; b++) if (sums[offset + 3 * b + 2]! > 0.5) order.push(b);
    const missing = sums[offset + 2]! > 0.5;
    const extra = binned.categorical[f] ? categorySmoothing : 0;
    if (binned.categorical[f]) {
      const slope = (b: number) => sums[offset + 3 * b]! / (sums[offset + 3 * b + 1]! + categorySmoothing);
      order.sort((a, b) => slope(a) - slope(b) || a - b);
    }
    const parent = score(gradient, hessian, extra);
    for (const missingLeft of missing ? [false, true] : [false]) {
      let g = missingLeft ? sums[offset]! : 0;
      let h = missingLeft ? sums[offset + 1]! : 0;
      let n = missingLeft ? sums[offset + 2]! : 0;
      for (let i = 0; i < order.length - (missing && !missingLeft ? 0 : 1); i++) {
        const at = offset + 3 * order[i]!;
        g += sums[at]!;
        h += sums[at + 1]!;
        n += sums[at + 2]!;
        if (n < minRows || rows - n < minRows) continue;
        const gain = score(g, h, extra) + score(gradient - g, hessian - h, extra) - parent;
        if (gain <= (best?.gain ?? 1e-9)) continue;
        const left = new Uint8Array(256);
        if (missingLeft) left[0] = 1;
        if (binned.categorical[f]) for (let j = 0; j <= i; j++) left[order[j]!] = 1;
        else left.fill(1, 1, order[i]! + 1);
        best = { gain, feature: f, left };
      }
    }
  }
  return best;
}

/** The value of a row. */
export function predictTree(tree: Tree, columns: readonly Uint8Array[], row: number): number {
  let at = tree;
  while ('feature' in at) at = at.left[columns[at.feature]![row]!] ? at.low : at.high;
  return at.value;
}
