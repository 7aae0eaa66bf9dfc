import type { RandomStream } from '../../math/random.ts';

/** How far pictures are changed at most, each time they are seen. */
export interface Augmentation {
  /** Of height and of width. */
  readonly shift: number;
  /** Degrees. */
  readonly rotation: number;
  /** Share by which they grow or shrink. */
  readonly zoom: number;
  /** Side of a square that is blanked, of the shorter side (DeVries and Taylor 2017). */
  readonly cutout: number;
  /** Whether half of them are mirrored left to right. */
  readonly flip: boolean;
}

/** Height, width and channels. */
type Shape = readonly [height: number, width: number, channels: number];

/**
 * Writes a picture, changed at random, into `to` at `place`. What comes from beyond the border repeats the border; what is cut
 * out becomes 0.
 *
 * @param from pixels of many pictures
 * @param at where the picture begins
 */
export function augment(
  { from, at }: { readonly from: Float32Array; readonly at: number },
  [height, width, channels]: Shape,
  { shift, rotation, zoom, cutout, flip }: Augmentation,
  random: RandomStream,
  to: Float32Array,
  place: number,
): void {
  const draw = (most: number) => (most === 0 ? 0 : most * (2 * random.uniform() - 1));
  const angle = (draw(rotation) * Math.PI) / 180;
  const scale = 1 / (1 + draw(zoom));
  const [moveX, moveY] = [draw(shift) * width, draw(shift) * height];
  const mirror = flip && random.uniform() < 0.5 ? -1 : 1;
  const [sin, cos] = [Math.sin(angle) * scale, Math.cos(angle) * scale];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const inside = (value: number, size: number) => (value < 0 ? 0 : value > size - 1 ? size - 1 : value);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [mirror * (x - middleX), y - middleY];
      const sourceX = inside(middleX + cos * dx - sin * dy - moveX, width);
      const sourceY = inside(middleY + sin * dx + cos * dy - moveY, height);
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
      const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
      const [u, v] = [sourceX - left, sourceY - top];
      for (let c = 0; c < channels; c++) {
        const pixel = (row: number, column: number) => from[at + (row * width + column) * channels + c]!;
        to[place + (y * width + x) * channels + c] =
          (1 - v) * ((1 - u) * pixel(top, left) + u * pixel(top, right)) +
          v * ((1 - u) * pixel(bottom, left) + u * pixel(bottom, right));
      }
    }
  const side = Math.round(cutout * Math.min(height, width));
  if (side === 0) return;
  const [cutY, cutX] = [random.integer(height), random.integer(width)];
  for (let y = Math.max(0, cutY - (side >> 1)); y < Math.min(height, cutY - (side >> 1) + side); y++) {
    const begin = Math.max(0, cutX - (side >> 1));
    const end = Math.min(width, cutX - (side >> 1) + side);
    to.fill(0, place + (y * width + begin) * channels, place + (y * width + end) * channels);
  }
}
