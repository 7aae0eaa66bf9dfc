import type { Feature } from './dataset.ts';
import { type ImageFeature, reducedSize, resizeFeature } from './images/encode-pictures.ts';

/** Numbers as linear models and networks take them, row by row, and categories too many for a column each. */
export interface Inputs {
  readonly width: number;
  readonly values: Float32Array;
  /** Category of each row from 1 on, 0 for one that the training rows have not. */
  readonly embedded: readonly { readonly codes: Int32Array; readonly size: number }[];
}

export type Scaling = 'standard' | 'quantile';

/** What becomes of a feature, as measured on the training rows. Plain data. */
export type InputCoding =
  /** The training rows have no value of it. */
  | { readonly kind: 'none' }
  /** `missing`: a second column says where a value is missing. */
  | {
      readonly kind: 'standard';
      readonly mean: number;
      readonly deviation: number;
      readonly missing: boolean;
    }
  | { readonly kind: 'quantile'; readonly sorted: readonly number[]; readonly missing: boolean }
  /** A column for each of the `count` most frequent levels; `place` counts from 1, 0 is unknown. */
  | { readonly kind: 'indicators'; readonly place: readonly number[]; readonly count: number }
  /** All pixels of a picture, in this size, on one scale. */
  | {
      readonly kind: 'pixels';
      readonly height: number;
      readonly width: number;
      readonly mean: number;
      readonly deviation: number;
    }
  | { readonly kind: 'embedded'; readonly place: readonly number[]; readonly size: number };

/** Categories beyond the most frequent ones have too few rows to learn a place of their own from. */
const mostEmbedded = 1000;

/** Quantiles are kept at so many points. */
const mostQuantiles = 1024;

/**
 * How numbers are scaled and categories written out.
 *
 * @param mostColumns categories with more levels are given as codes to embed; those beyond it count as missing where
 *   nothing is embedded
 * @param mostPixels larger pictures are made smaller
 */
export function fitInputs(
  features: readonly Feature[],
  rows: Int32Array,
  {
    scaling,
    mostColumns,
    embed,
    mostPixels = 1024,
  }: {
    readonly scaling: Scaling;
    readonly mostColumns: number;
    readonly embed: boolean;
    readonly mostPixels?: number;
  },
): InputCoding[] {
  return features.map((feature) => {
    if (feature.kind === 'number') return fitNumbers(feature.values, rows, scaling);
    if (feature.kind === 'text') return { kind: 'none' };
    if (feature.kind === 'image') return fitPixels(feature, rows, mostPixels);
    const { place, size } = placesOf(feature, rows);
    return embed && size - 1 > mostColumns
      ? { kind: 'embedded', place, size }
      : { kind: 'indicators', place, count: Math.min(size - 1, mostColumns) };
  });
}

/** The inputs of some rows. */
export function applyInputs(
  coding: readonly InputCoding[],
  features: readonly Feature[],
  rows: number,
): Inputs {
  const columns: (Float64Array | Float32Array)[] = [];
  const embedded: { codes: Int32Array; size: number }[] = [];
  features.forEach((feature, f) => {
    const of = coding[f]!;
    if (feature.kind === 'number') columns.push(...numbers(feature.values, of));
    else if (feature.kind === 'text') return;
    else if (feature.kind === 'image') columns.push(...pixels(feature, of));
    else if (of.kind === 'embedded') embedded.push({ codes: placed(feature.codes, of.place), size: of.size });
    else if (of.kind === 'indicators') columns.push(...indicators(placed(feature.codes, of.place), of.count));
  });
  const values = new Float32Array(rows * columns.length);
  columns.forEach((column, j) => {
    for (let row = 0; row < rows; row++) values[row * columns.length + j] = column[row]!;
  });
  return { width: columns.length, values, embedded };
}

function fitPixels(feature: ImageFeature, rows: Int32Array, most: number): InputCoding {
  const { height, width } = reducedSize(feature, most);
  const one = feature.height * feature.width * feature.channels;
  let [sum, squares] = [0, 0];
  for (const row of rows)
    for (let i = row * one; i < (row + 1) * one; i++) {
      sum += feature.pixels[i]!;
      squares += feature.pixels[i]! ** 2;
    }
  const mean = sum / (rows.length * one);
  return {
    kind: 'pixels',
    height,
    width,
    mean,
    deviation: Math.sqrt(squares / (rows.length * one) - mean ** 2) || 1,
  };
}

function pixels(feature: ImageFeature, coding: InputCoding): Float32Array[] {
  if (coding.kind !== 'pixels') return [];
  const sized = resizeFeature(feature, coding.height, coding.width);
  const one = coding.height * coding.width * sized.channels;
  const rows = sized.pixels.length / one;
  return Array.from({ length: one }, (_, i) => {
    const column = new Float32Array(rows);
    for (let row = 0; row < rows; row++)
      column[row] = (sized.pixels[row * one + i]! - coding.mean) / coding.deviation;
    return column;
  });
}

function fitNumbers(values: Float64Array, rows: Int32Array, scaling: Scaling): InputCoding {
  const sorted = Float64Array.from(rows, (row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return { kind: 'none' };
  const missing = sorted.length < rows.length;
  if (scaling === 'quantile') {
    const last = Math.min(sorted.length, mostQuantiles) - 1;
    const kept = Array.from(
      { length: last + 1 },
      (_, i) => sorted[last === 0 ? 0 : Math.round((i * (sorted.length - 1)) / last)]!,
    );
    return { kind: 'quantile', sorted: kept, missing };
  }
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const deviation =
    Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length) || 1;
  return { kind: 'standard', mean, deviation, missing };
}

function numbers(values: Float64Array, coding: InputCoding): Float64Array[] {
  if (coding.kind !== 'standard' && coding.kind !== 'quantile') return [];
  const scaled =
    coding.kind === 'quantile'
      ? quantiles(values, coding.sorted)
      : standard(values, coding.mean, coding.deviation);
  return coding.missing ? [scaled, values.map((value) => (Number.isNaN(value) ? 1 : 0))] : [scaled];
}

/** Mean 0 and variance 1, cut off at 8 so that no outlier rules. */
function standard(values: Float64Array, mean: number, deviation: number): Float64Array {
  return values.map((value) =>
    Number.isNaN(value) ? 0 : Math.max(-8, Math.min(8, (value - mean) / deviation)),
  );
}

/** The rank among the training rows, from -√3 to √3 (variance 1), linear between neighbours. */
function quantiles(values: Float64Array, sorted: readonly number[]): Float64Array {
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

/** Places in the order of how often the training rows have a level; 0 for none of theirs. */
function placesOf({ codes, levels }: Extract<Feature, { kind: 'category' }>, rows: Int32Array) {
  const frequency = new Int32Array(levels.length);
  for (const row of rows) if (codes[row]! >= 0) frequency[codes[row]!]! += 1;
  const order = levels.map((_, code) => code).filter((code) => frequency[code]! > 0);
  order.sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const place = new Array<number>(levels.length).fill(0);
  order.slice(0, mostEmbedded).forEach((code, i) => {
    place[code] = i + 1;
  });
  return { place, size: Math.min(order.length, mostEmbedded) + 1 };
}

function placed(codes: Int32Array, place: readonly number[]): Int32Array {
  return codes.map((code) => (code < 0 ? 0 : place[code]!));
}

function indicators(codes: Int32Array, count: number): Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(codes.length));
  codes.forEach((code, row) => {
    const column = columns[code - 1];
    if (column) column[row] = 1;
  });
  return columns;
}
