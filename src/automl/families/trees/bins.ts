import type { Feature } from '../../dataset.ts';

/** How a feature is cut into at most 255 bins; bin 0 is a missing value. Plain data. */
export type BinCoding =
  /** A number belongs to bin 1 + how many edges are below it. */
  | { readonly edges: readonly number[] }
  /** The bin of each level of a category. */
  | { readonly levels: readonly number[]; readonly count: number };

export interface Binned {
  readonly columns: readonly Uint8Array[];
  readonly counts: readonly number[];
  readonly categorical: readonly boolean[];
}

const mostBins = 254;

/** Numbers by quantiles of the training rows, categories one bin each, the rarest ones in the last bin together. */
export function fitBins(features: readonly Feature[], rows: Int32Array): BinCoding[] {
  return features.map((feature) =>
    feature.kind === 'number'
      ? numberBins(feature.values, rows)
      : feature.kind === 'text'
        ? { edges: [] }
        : levelBins(categoryOf(feature), rows),
  );
}

/** The bins of each row. */
export function applyBins(coding: readonly BinCoding[], features: readonly Feature[]): Binned {
  return {
    columns: features.map((feature, f) =>
      feature.kind === 'number'
        ? binNumbers(feature.values, coding[f]!)
        : feature.kind === 'text'
          ? new Uint8Array(feature.texts.length)
          : binLevels(categoryOf(feature).codes, coding[f]!),
    ),
    counts: coding.map((of) => ('edges' in of ? of.edges.length + 2 : of.count)),
    categorical: features.map(({ kind }) => kind === 'category'),
  };
}

/** Both. */
export function bin(features: readonly Feature[], rows: Int32Array): Binned {
  return applyBins(fitBins(features, rows), features);
}

function categoryOf(feature: Feature): Extract<Feature, { readonly kind: 'category' }> {
  if (feature.kind === 'category') return feature;
  throw new Error(`trees cannot take ${feature.name}: pictures come as numbers`);
}

function numberBins(values: Float64Array, rows: Int32Array): BinCoding {
  const sorted = Float64Array.from(rows, (row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const edges: number[] = [];
  if (distinct.length <= mostBins)
    for (let i = 1; i < distinct.length; i++) edges.push((distinct[i - 1]! + distinct[i]!) / 2);
  else
    for (let i = 1; i < mostBins; i++) {
      const edge = sorted[Math.floor((i * sorted.length) / mostBins)]!;
      if (edge !== edges.at(-1)) edges.push(edge);
    }
  return { edges };
}

function binNumbers(values: Float64Array, coding: BinCoding): Uint8Array {
  const edges = 'edges' in coding ? coding.edges : [];
  const column = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]! < value) low = middle + 1;
      else high = middle;
    }
    column[row] = low + 1;
  }
  return column;
}

function levelBins({ codes, levels }: Extract<Feature, { kind: 'category' }>, rows: Int32Array): BinCoding {
  const frequency = new Int32Array(levels.length);
  for (const row of rows) if (codes[row]! >= 0) frequency[codes[row]!]! += 1;
  const order = levels.map((_, code) => code).sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const bins = new Array<number>(levels.length).fill(0);
  order.forEach((code, i) => {
    // A category that no training row has is as good as missing.
    bins[code] = frequency[code] === 0 ? 0 : Math.min(i + 1, mostBins);
  });
  return { levels: bins, count: Math.min(levels.length, mostBins) + 1 };
}

function binLevels(codes: Int32Array, coding: BinCoding): Uint8Array {
  const levels = 'levels' in coding ? coding.levels : [];
  return Uint8Array.from(codes, (code) => (code < 0 ? 0 : levels[code]!));
}
