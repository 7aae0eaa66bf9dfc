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

/** A tree, and what it says of the rows that it was grown on: those of a leaf stand together. */
export interface Grown {
  readonly tree: Tree;
  readonly leaves: readonly { readonly from: number; readonly to: number; readonly value: number }[];
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

/** What one tree after the other is grown with: memory that they share. */
export class TreeGrower {
  readonly #binned: Binned;
  readonly #offsets: Int32Array;
  readonly #size: number;
  /** Histograms that no leaf needs any more. */
  readonly #free: Float64Array[] = [];
  readonly #scratch: Int32Array;
  /** Of the rows of a node, in their order: read in sequence by each column. */
  readonly #gradients: Float64Array;
  readonly #hessians: Float64Array;

  /** @param rows how many a tree is grown on at most */
  constructor(binned: Binned, rows: number) {
    this.#binned = binned;
    this.#offsets = new Int32Array(binned.counts.length);
    let bins = 0;
    binned.counts.forEach((count, f) => {
      this.#offsets[f] = bins * 3;
      bins += count;
    });
    this.#size = bins * 3;
    this.#scratch = new Int32Array(rows);
    this.#gradients = new Float64Array(rows);
    this.#hessians = new Float64Array(rows);
  }

  /**
   * Grows a regression tree on gradients, best leaf first, from histograms, of which each larger child's is its parent's less
   * its sibling's (Ke et al. 2017, «LightGBM»); gain and leaf values are those of a second-order expansion (Chen and Guestrin
   * 2016, «XGBoost», Eq. 5 and 7), categories are cut in the order of their gradients.
   *
   * @param rows those to train on; put into another order
   */
  grow(
    gradients: Float64Array,
    hessians: Float64Array,
    rows: Int32Array,
    options: GrowOptions,
    random: RandomStream,
  ): Grown {
    const { columns } = this.#binned;
    const scratch = this.#scratch;
    const growing = (
      from: number,
      to: number,
      histogram: Float64Array,
      place: (tree: Tree) => void,
    ): Growing => {
      let [gradient, hessian] = [0, 0];
      for (let i = from; i < to; i++) {
        gradient += gradients[rows[i]!]!;
        hessian += hessians[rows[i]!]!;
      }
      const split = this.#findSplit(histogram, { gradient, hessian, rows: to - from }, options, random);
      return { from, to, histogram, gradient, hessian, split, place };
    };

    let root: Tree = { value: 0 };
    const open = [
      growing(0, rows.length, this.#histogram(gradients, hessians, rows, 0, rows.length), (tree) => {
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
      const small = smallIsLow
        ? this.#histogram(gradients, hessians, rows, from, low)
        : this.#histogram(gradients, hessians, rows, low, to);
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
    const leaves = open.map(({ from, to, histogram, gradient, hessian, place }) => {
      const value = -gradient / (hessian + options.l2);
      place({ value });
      this.#free.push(histogram);
      return { from, to, value };
    });
    return { tree: root, leaves };
  }

  #histogram(
    gradients: Float64Array,
    hessians: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
  ): Float64Array {
    const sums = this.#free.pop()?.fill(0) ?? new Float64Array(this.#size);
    const [g, h] = [this.#gradients, this.#hessians];
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      g[i] = gradients[row]!;
      h[i] = hessians[row]!;
    }
    const { columns } = this.#binned;
    for (let f = 0; f < columns.length; f++)
      addColumn(sums, this.#offsets[f]!, columns[f]!, rows, g, h, from, to);
    return sums;
  }

  #findSplit(
    sums: Float64Array,
    node: { readonly gradient: number; readonly hessian: number; readonly rows: number },
    { minRows, l2, columns }: GrowOptions,
    random: RandomStream,
  ): Split | undefined {
    if (node.rows < 2 * minRows) return undefined;
    const { counts, categorical } = this.#binned;
    const search = new SplitSearch(sums, node, minRows, l2);
    for (let f = 0; f < counts.length; f++) {
      if (columns < 1 && random.uniform() > columns) continue;
      if (categorical[f]) search.category(f, this.#offsets[f]!, counts[f]!);
      else search.number(f, this.#offsets[f]!, counts[f]!);
    }
    return search.best;
  }
}

/** A function of its own, so that it is compiled for what it meets. */
function addColumn(
  sums: Float64Array,
  offset: number,
  column: Uint8Array,
  rows: Int32Array,
  gradients: Float64Array,
  hessians: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const at = offset + column[rows[i]!]! * 3;
    sums[at]! += gradients[i]!;
    sums[at + 1]! += hessians[i]!;
    sums[at + 2]! += 1;
  }
}

/** Looks for the best split of a node, feature by feature. */
class SplitSearch {
  #gain = 1e-9;
  #feature = -1;
  #missingLeft = false;
  /** The last bin to the left; of a category how many of `#order` go left. */
  #cut = 0;
  #order: readonly number[] | undefined;

  readonly sums: Float64Array;
  readonly node: { readonly gradient: number; readonly hessian: number; readonly rows: number };
  readonly minRows: number;
  readonly l2: number;

  constructor(sums: Float64Array, node: SplitSearch['node'], minRows: number, l2: number) {
    this.sums = sums;
    this.node = node;
    this.minRows = minRows;
    this.l2 = l2;
  }

  number(feature: number, offset: number, count: number): void {
    const { sums } = this;
    const missing = sums[offset + 2]! > 0.5;
    let last = count - 1;
    while (last > 0 && sums[offset + 3 * last + 2]! <= 0.5) last -= 1;
    this.#scan(feature, offset, missing, 0, undefined, last);
  }

  category(feature: number, offset: number, count: number): void {
    const { sums } = this;
    const order: number[] = [];
    for (let b = 1; b < count; b++) if (sums[offset + 3 * b + 2]! > 0.5) order.push(b);
    const slope = (b: number) => sums[offset + 3 * b]! / (sums[offset + 3 * b + 1]! + categorySmoothing);
    order.sort((a, b) => slope(a) - slope(b) || a - b);
    this.#scan(feature, offset, sums[offset + 2]! > 0.5, categorySmoothing, order, order.length);
  }

  /** Cuts between the bins 1 to `last`, or those of `order`; where no value is missing, something stays to the right. */
  #scan(
    feature: number,
    offset: number,
    missing: boolean,
    extra: number,
    order: readonly number[] | undefined,
    last: number,
  ): void {
    const { sums, node, minRows } = this;
    const { gradient, hessian, rows } = node;
    const l2 = this.l2 + extra;
    const parent = (gradient * gradient) / (hessian + l2);
    for (let side = 0; side < (missing ? 2 : 1); side++) {
      const missingLeft = side === 1;
      let g = missingLeft ? sums[offset]! : 0;
      let h = missingLeft ? sums[offset + 1]! : 0;
      let n = missingLeft ? sums[offset + 2]! : 0;
      const end = missing && !missingLeft ? last : last - 1;
      for (let i = 1; i <= end; i++) {
        const at = offset + 3 * (order ? order[i - 1]! : i);
        if (sums[at + 2]! <= 0.5) continue;
        g += sums[at]!;
        h += sums[at + 1]!;
        n += sums[at + 2]!;
        if (n < minRows || rows - n < minRows) continue;
        const [otherG, otherH] = [gradient - g, hessian - h];
        const gain = (g * g) / (h + l2) + (otherG * otherG) / (otherH + l2) - parent;
        if (gain <= this.#gain) continue;
        this.#gain = gain;
        this.#feature = feature;
        this.#missingLeft = missingLeft;
        this.#cut = i;
        this.#order = order;
      }
    }
  }

  get best(): Split | undefined {
    if (this.#feature < 0) return undefined;
    const left = new Uint8Array(256);
    if (this.#missingLeft) left[0] = 1;
    if (this.#order) for (let j = 0; j < this.#cut; j++) left[this.#order[j]!] = 1;
    else left.fill(1, 1, this.#cut + 1);
    return { gain: this.#gain, feature: this.#feature, left };
  }
}

/** The value of a row. */
export function predictTree(tree: Tree, columns: readonly Uint8Array[], row: number): number {
  let at = tree;
  while ('feature' in at) at = at.left[columns[at.feature]![row]!] ? at.low : at.high;
  return at.value;
}
