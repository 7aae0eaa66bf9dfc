import type { Feature } from '../dataset.ts';

/** Features cut into at most 255 bins; bin 0 is a missing value. */
export interface Binned {
  readonly columns: readonly Uint8Array[];
  readonly counts: readonly number[];
  readonly categorical: readonly boolean[];
}

const mostBins = 254;

/** Numbers by quantiles of the training rows, categories one bin each, the rarest ones in the last bin together. */
export function bin(features: readonly Feature[], rows: Int32Array): Binned {
  const made = features.map((feature) =>
    feature.kind === 'number' ? numbers(feature.values, rows) : levels(feature, rows),
  );
  return {
    columns: made.map(({ column }) => column),
    counts: made.map(({ count }) => count),
    categorical: features.map(({ kind }) => kind === 'category'),
  };
}

function numbers(values: Float64Array, rows: Int32Array): { column: Uint8Array; count: number } {
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
  return { column, count: edges.length + 2 };
}

function levels({ codes, levels }: Extract<Feature, { kind: 'category' }>, rows: Int32Array) {
  const frequency = new Int32Array(levels.length);
  for (const row of rows) if (codes[row]! >= 0) frequency[codes[row]!]! += 1;
  const order = levels.map((_, code) => code).sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const bins = new Uint8Array(levels.length);
  order.forEach((code, i) => {
    // A category that no training row has is as good as missing.
    bins[code] = frequency[code] === 0 ? 0 : Math.min(i + 1, mostBins);
  });
  return {
    column: Uint8Array.from(codes, (code) => (code < 0 ? 0 : bins[code]!)),
    count: Math.min(levels.length, mostBins) + 1,
  };
}
