import { createHash } from 'node:crypto';

/** Pixels row by row, the channels of a pixel side by side. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  /** 1 (brightness) or 3 (red, green, blue). */
  readonly channels: number;
  /** 0 to 255, or numbers on a scale of their own. */
  readonly pixels: Uint8Array | Float32Array;
}

/** A picture of a table, made smaller where it was large. */
export interface KnownPicture extends Picture {
  /** Of what was decoded, before it was made smaller: copies have the same. */
  readonly hash: string;
}

/** Columns whose numbers are the pixels of a picture, in their order, and what it has: height, width, channels. */
export interface PixelRows {
  readonly columns: readonly string[];
  readonly shape: readonly number[];
}

/** The pictures of a table: what its cells stand for. */
export interface PictureStore {
  /** The column whose cells name pictures. */
  readonly column: string;
  /** By the text of the cell. */
  readonly pictures: ReadonlyMap<string, KnownPicture>;
  /** Longest side of a picture here: larger ones were made smaller. */
  readonly size: number;
  /** The pictures were rows of a table. */
  readonly pixelRows?: PixelRows;
  /** What people should know, in words. */
  readonly notes: readonly string[];
}

/** The hash of what a picture shows, whatever file it is in. */
export function hashPicture({ height, width, channels, pixels }: Picture): string {
  return createHash('sha256')
    .update(`${height} ${width} ${channels} `)
    .update(Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength))
    .digest('hex')
    .slice(0, 20);
}

/** The picture, no side longer than `size`, in its own proportions. */
export function limitSize(picture: Picture, size: number): Picture {
  const { height, width } = picture;
  const scale = size / Math.max(height, width);
  if (scale >= 1) return picture;
  return resize(picture, Math.max(1, Math.round(height * scale)), Math.max(1, Math.round(width * scale)));
}

/** A picture of another size: means of areas where it becomes smaller, linear between pixels where it becomes larger. */
export function resize(picture: Picture, height: number, width: number): Picture {
  if (picture.height === height && picture.width === width) return picture;
  const { channels, pixels } = picture;
  const across = shares(picture.width, width);
  const down = shares(picture.height, height);
  const between = new Float32Array(picture.height * width * channels);
  for (let y = 0; y < picture.height; y++)
    across.forEach(({ from, weights }, x) => {
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let i = 0; i < weights.length; i++)
          sum += weights[i]! * pixels[(y * picture.width + from + i) * channels + c]!;
        between[(y * width + x) * channels + c] = sum;
      }
    });
  const row = width * channels;
  const made = new Float32Array(height * row);
  down.forEach(({ from, weights }, y) => {
    for (let x = 0; x < row; x++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * between[(from + i) * row + x]!;
      made[y * row + x] = sum;
    }
  });
  return {
    height,
    width,
    channels,
    pixels: pixels instanceof Uint8Array ? Uint8Array.from(made, Math.round) : made,
  };
}

interface Share {
  /** The first pixel that has a part in it. */
  readonly from: number;
  /** Parts of it and the next ones; they add up to 1. */
  readonly weights: readonly number[];
}

/** What each of `to` pixels in a row is made of. */
function shares(of: number, to: number): Share[] {
  const scale = of / to;
  return Array.from({ length: to }, (_, i) => {
    if (scale >= 1) {
      const [begin, end] = [i * scale, Math.min((i + 1) * scale, of)];
      const from = Math.floor(begin + 1e-9);
      const last = Math.max(from, Math.ceil(end - 1e-9) - 1);
      const weights = Array.from(
        { length: last - from + 1 },
        (__, k) => (Math.min(end, from + k + 1) - Math.max(begin, from + k)) / (end - begin),
      );
      return { from, weights };
    }
    const centre = Math.max(0, Math.min(of - 1, (i + 0.5) * scale - 0.5));
    const from = Math.min(Math.floor(centre), Math.max(0, of - 2));
    return of === 1 ? { from: 0, weights: [1] } : { from, weights: [1 - (centre - from), centre - from] };
  });
}

/** A picture with one channel or three of one. */
export function withChannels(picture: Picture, channels: number): Picture {
  const { height, width, pixels } = picture;
  if (picture.channels === channels) return picture;
  const size = height * width;
  const made =
    pixels instanceof Uint8Array ? new Uint8Array(size * channels) : new Float32Array(size * channels);
  for (let i = 0; i < size; i++)
    if (channels === 3) made.fill(pixels[i]!, 3 * i, 3 * i + 3);
    // Luma of Rec. 601.
    else made[i] = 0.299 * pixels[3 * i]! + 0.587 * pixels[3 * i + 1]! + 0.114 * pixels[3 * i + 2]! + 0.5;
  return { height, width, channels, pixels: made };
}

/** A picture as tables keep it. */
export function knownPicture(picture: Picture, size: number): KnownPicture {
  return { ...limitSize(picture, size), hash: hashPicture(picture) };
}

/**
 * Height, width and channels of so many numbers in a row.
 *
 * @param shape `[28, 28]` or `[32, 32, 3]`; absent: a square, grey or in colour
 * @returns undefined when they do not fit
 */
export function shapeOf(
  count: number,
  shape: readonly number[] | undefined,
): [number, number, number] | undefined {
  if (shape) {
    const [height, width, channels = 1] = shape;
    return height! * width! * channels === count ? [height!, width!, channels] : undefined;
  }
  for (const channels of [1, 3]) {
    const side = Math.round(Math.sqrt(count / channels));
    if (side > 0 && side * side * channels === count) return [side, side, channels];
  }
  return undefined;
}
