import type { Dataset, Feature } from './dataset.ts';

/** Numbers as linear models and networks take them, row by row, and categories too many for a column each. */
export interface Inputs {
  readonly width: number;
  readonly values: Float32Array;
  /** Category of each row from 1 on, 0 for one that the training rows have not. */
  readonly embedded: readonly { readonly codes: Int32Array; readonly size: number }[];
}

export type Scaling = 'standard' | 'quantile';

/**
 * Scales numbers and writes categories out, all as measured on the training rows.
 *
 * @param mostColumns categories with more levels are given as codes to embed; those beyond it count as missing where
 *   nothing is embedded
 */
export function prepareInputs(
  data: Dataset,
  rows: Int32Array,
  {
    scaling,
    mostColumns,
    embed,
  }: { readonly scaling: Scaling; readonly mostColumns: number; readonly embed: boolean },
): Inputs {
  const columns: Float64Array[] = [];
  const embedded: { codes: Int32Array; size: number }[] = [];
  for (const feature of data.features) {
    if (feature.kind === 'number') columns.push(...numbers(feature.values, rows, scaling));
    else {
      const { codes, size } = known(feature, rows);
      if (embed && size - 1 > mostColumns) embedded.push({ codes, size });
      else columns.push(...indicators(codes, Math.min(size - 1, mostColumns)));
    }
  }
  const values = new Float32Array(data.rows * columns.length);
  columns.forEach((column, j) => {
    for (let row = 0; row < data.rows; row++) values[row * columns.length + j] = column[row]!;
  });
  return { width: columns.length, values, embedded };
}

function numbers(values: Float64Array, rows: Int32Array, scaling: Scaling): Float64Array[] {
  const sorted = Float64Array.from(rows, (row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return [];
  const scaled = scaling === 'quantile' ? quantiles(values, sorted) : standard(values, sorted);
  if (!values.some((value) => Number.isNaN(value))) return [scaled];
  return [scaled, values.map((value) => (Number.isNaN(value) ? 1 : 0))];
}

/** Mean 0 and variance 1, cut off at 8 so that no outlier rules. */
function standard(values: Float64Array, sorted: Float64Array): Float64Array {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const deviation =
    Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length) || 1;
  return values.map((value) =>
    Number.isNaN(value) ? 0 : Math.max(-8, Math.min(8, (value - mean) / deviation)),
  );
}

/** The rank among the training rows, from -√3 to √3 (variance 1), linear between neighbours. */
function quantiles(values: Float64Array, sorted: Float64Array): Float64Array {
  const last = Math.max(1, sorted.length - 1);
  const bound = (value: number, inclusive: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (inclusive && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.map((value) => {
    if (Number.isNaN(value)) return 0;
    const [low, high] = [bound(value, false), bound(value, true)];
    let rank = (low + high - 1) / 2;
    if (low === high && low > 0 && low < sorted.length)
      rank = low - 1 + (value - sorted[low - 1]!) / (sorted[low]! - sorted[low - 1]!);
    return Math.sqrt(12) * (Math.max(0, Math.min(last, rank)) / last - 0.5);
  });
}

/** Codes in the order of how often the training rows have them; 0 for none of theirs. */
function known({ codes, levels }: Extract<Feature, { kind: 'category' }>, rows: Int32Array) {
  const frequency = new Int32Array(levels.length);
  for (const row of rows) if (codes[row]! >= 0) frequency[codes[row]!]! += 1;
  const order = levels.map((_, code) => code).filter((code) => frequency[code]! > 0);
  order.sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const place = new Int32Array(levels.length);
  order.forEach((code, i) => {
    place[code] = i + 1;
  });
  return { codes: codes.map((code) => (code < 0 ? 0 : place[code]!)), size: order.length + 1 };
}

function indicators(codes: Int32Array, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from(codes, (code) => (code === i + 1 ? 1 : 0)),
  );
}
