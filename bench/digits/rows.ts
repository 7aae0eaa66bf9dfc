import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Pixels of an image, each from 0 to 16. */
export const pixels = 64;
export const classes = 10;

/** The digits example's images: their pixels, then the digit. */
export function digitRows(): number[][] {
  return gunzipSync(readFileSync('examples/digits/data/digits.csv.gz'))
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
}
