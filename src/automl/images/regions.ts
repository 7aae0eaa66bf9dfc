import { randomStream } from '../../math/random.ts';
import { importanceRepeats, rankImportance } from '../evaluation.ts';
import type { ModelOutcome } from '../outcome.ts';
import type { ImageFeature } from './encode-pictures.ts';

const names = [
  ['top left', 'top', 'top right'],
  ['left', 'centre', 'right'],
  ['bottom left', 'bottom', 'bottom right'],
];
/** Each region costs as many predictions as there are repeats. */
const mostRows = 400;

/**
 * By how much a score gets worse when a ninth of the pictures changes places with that of other pictures (permutation importance,
 * Breiman 2001, region by region): mean and standard deviation over five shuffles, the most important first. Up to 400 pictures
 * are asked, evenly from all.
 *
 * @param loss of some rows, with their pictures; lower is better
 */
export async function regionImportance(
  feature: ImageFeature,
  rows: number,
  loss: (pictures: ImageFeature, rows: Int32Array) => Promise<number>,
  seed: number,
): Promise<NonNullable<ModelOutcome['test']>['importance']> {
  const { height, width, channels, pixels, name } = feature;
  const one = height * width * channels;
  const count = Math.min(rows, mostRows);
  const some = Int32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
  const chosen = pixels.slice(0, count * one);
  some.forEach((row, i) => {
    chosen.set(pixels.subarray(row * one, (row + 1) * one), i * one);
  });
  const whole = await loss({ ...feature, pixels: chosen }, some);
  const shuffled = [];
  for (const [index, column] of names.flat().entries()) {
    const [top, bottom] = third(Math.floor(index / 3), height);
    const [left, right] = third(index % 3, width);
    if (top === bottom || left === right) continue;
    const random = randomStream(seed, 'importance', index);
    const losses: number[] = [];
    for (let i = 0; i < importanceRepeats; i++) {
      const order = random.shuffle(Array.from(some.keys()));
      const mixed = chosen.slice();
      order.forEach((other, row) => {
        for (let y = top; y < bottom; y++) {
          const [from, to] = [(y * width + left) * channels, (y * width + right) * channels];
          mixed.set(chosen.subarray(other * one + from, other * one + to), row * one + from);
        }
      });
      losses.push(await loss({ ...feature, pixels: mixed }, some));
    }
    shuffled.push({ column: `${name}: ${column}`, losses });
  }
  return rankImportance(shuffled, whole);
}

/** Begin and end of a third of a side. */
function third(index: number, side: number): readonly [number, number] {
  return [Math.round((index * side) / 3), Math.round(((index + 1) * side) / 3)];
}
