import { upperMedian } from '../../math/median.ts';
import type { ColumnCoding } from '../columns.ts';
import type { Feature } from '../dataset.ts';
import { type PictureStore, resize, withChannels } from './picture.ts';

export type ImageCoding = Extract<ColumnCoding, { readonly kind: 'image' }>;
export type ImageFeature = Extract<Feature, { readonly kind: 'image' }>;

/**
 * The size and the channels that all pictures get: those of most of them, or the median of heights and of widths; three channels
 * if one of them has colours.
 *
 * @param cells of the column, row by row
 * @param notes what is done to some of them
 */
export function commonCoding(store: PictureStore, cells: readonly string[], notes: string[]): ImageCoding {
  const own = cells.map((cell) => store.pictures.get(cell)!);
  const sizes = new Map<string, number>();
  for (const { height, width } of own)
    sizes.set(`${height} ${width}`, (sizes.get(`${height} ${width}`) ?? 0) + 1);
  const [most] = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [height, width] =
    most![1] >= own.length / 2
      ? most![0].split(' ').map(Number)
      : [
          upperMedian(own.map((picture) => picture.height))!,
          upperMedian(own.map((picture) => picture.width))!,
        ];
  if (sizes.size > 1)
    notes.push(
      `The pictures have ${sizes.size} sizes or proportions: all are brought to ${width}×${height} pixels.`,
    );
  const coloured = own.filter(({ channels }) => channels === 3).length;
  if (coloured > 0 && coloured < own.length)
    notes.push(
      `${own.length - coloured} pictures are grey and ${coloured} in colour: all are taken as colour.`,
    );
  const tiny = own.filter((picture) => Math.min(picture.height, picture.width) < 2).length;
  if (tiny > 0) notes.push(`${tiny} pictures have a side of a single pixel.`);
  const { column, size, pixelRows } = store;
  return {
    column,
    kind: 'image',
    height: height!,
    width: width!,
    channels: coloured > 0 ? 3 : 1,
    size,
    ...(pixelRows ? { pixelRows } : {}),
  };
}

/**
 * The column of pictures of a dataset: how it is coded, and what people should know.
 *
 * @param rows of the table, one for each cell
 * @param target column of the table
 */
export function pictureColumn(
  store: PictureStore,
  cells: readonly string[],
  rows: Int32Array,
  target: readonly string[],
  notes: string[],
): { readonly coding: ImageCoding; readonly shown: string } {
  notes.push(...store.notes);
  const coding = commonCoding(store, cells, notes);
  const { height, width, channels } = coding;
  const labels = new Map<string, string>();
  const torn = new Set<string>();
  cells.forEach((cell, i) => {
    const { hash } = store.pictures.get(cell)!;
    const label = target[rows[i]!]!;
    if ((labels.get(hash) ?? label) !== label) torn.add(hash);
    labels.set(hash, label);
  });
  if (torn.size > 0) notes.push(`${torn.size} pictures are there more than once, with different targets.`);
  if (labels.size === 1) notes.push('All pictures are alike: nothing can be learned from them.');
  return {
    coding,
    shown: `${coding.column} (${width}×${height} pixels, ${channels === 1 ? 'grey' : 'colour'})`,
  };
}

/** The pictures of some cells, all of one size. */
export function encodePictures(
  { column, height, width, channels }: ImageCoding,
  cells: readonly string[],
  store: PictureStore,
): ImageFeature {
  const one = height * width * channels;
  const fitted = (cell: string) =>
    withChannels(resize(store.pictures.get(cell)!, height, width), channels).pixels;
  const bytes = cells.every((cell) => store.pictures.get(cell)!.pixels instanceof Uint8Array);
  const pixels = bytes ? new Uint8Array(cells.length * one) : new Float32Array(cells.length * one);
  cells.forEach((cell, row) => {
    pixels.set(fitted(cell), row * one);
  });
  return { kind: 'image', name: column, height, width, channels, pixels };
}

/** Height and width with which a picture has no more numbers than that. */
export function reducedSize(
  { height, width, channels }: Pick<ImageFeature, 'height' | 'width' | 'channels'>,
  most: number,
): { readonly height: number; readonly width: number } {
  const scale = Math.min(1, Math.sqrt(most / (height * width * channels)));
  const side = (length: number) => Math.max(1, Math.floor(length * scale + 1e-9));
  return { height: side(height), width: side(width) };
}

/** The same pictures in another size. */
export function resizeFeature(feature: ImageFeature, height: number, width: number): ImageFeature {
  if (feature.height === height && feature.width === width) return feature;
  const { channels, pixels } = feature;
  const [from, to] = [feature.height * feature.width * channels, height * width * channels];
  const rows = pixels.length / from;
  const made = new Float32Array(rows * to);
  for (let row = 0; row < rows; row++) {
    const own = Float32Array.from(pixels.subarray(row * from, (row + 1) * from));
    made.set(resize({ ...feature, pixels: own }, height, width).pixels, row * to);
  }
  return { ...feature, height, width, pixels: made };
}

/** Pictures as numbers, one feature for each pixel and channel; beyond `most` of them in a smaller size. */
export function flatPictures(features: readonly Feature[], most: number): Feature[] {
  return features.flatMap((feature) => {
    if (feature.kind !== 'image') return feature;
    const { height, width } = reducedSize(feature, most);
    const { pixels, channels, name } = resizeFeature(feature, height, width);
    const one = height * width * channels;
    const rows = pixels.length / one;
    return Array.from({ length: one }, (_, i): Feature => {
      const values = new Float64Array(rows);
      for (let row = 0; row < rows; row++) values[row] = pixels[row * one + i]!;
      return { kind: 'number', name: `${name} ${i}`, values };
    });
  });
}
