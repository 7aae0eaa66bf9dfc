import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decodePicture, UnreadablePicture } from '../../../src/automl/images/decode.ts';
import type { Picture } from '../../../src/automl/images/picture.ts';

// What __fixtures__/make.py writes with Pillow: 9×6 pixels, red grows to the right, green downwards, blue along both.
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '__fixtures__', name));
const red = (x: number) => x * 28;
const colour = (x: number, y: number) => [red(x), y * 50, (x + y) * 18];

function pixelOf({ width, channels, pixels }: Picture, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * channels, (y * width + x + 1) * channels)];
}

function expectAll(picture: Picture, expected: (x: number, y: number) => number[]): void {
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) expect(pixelOf(picture, x, y)).toEqual(expected(x, y));
}

test('grey and coloured PNG files are read as they are, grey ones in colour get one channel', () => {
  const { picture, alpha, deep } = decodePicture(fixture('grey.png'));
  expect([picture.height, picture.width, picture.channels, alpha, deep]).toEqual([6, 9, 1, false, false]);
  expectAll(picture, (x) => [red(x)]);
  expectAll(decodePicture(fixture('colour.png')).picture, colour);
  expect(decodePicture(fixture('grey-as-colour.png')).picture).toEqual(picture);
});

test('what is transparent lies on white', () => {
  const { picture, alpha } = decodePicture(fixture('alpha.png'));
  expect(alpha).toBe(true);
  expectAll(picture, (x, y) =>
    x < 4 ? colour(x, y) : colour(x, y).map((value) => Math.round(0.2 * value + 0.8 * 255)),
  );
  const grey = decodePicture(fixture('grey-alpha.png'));
  expectAll(grey.picture, (x) => [x < 4 ? red(x) : 255]);
});

test('16 bits become 8, single bits 0 and 255, palettes their colours', () => {
  const deep = decodePicture(fixture('deep.png'));
  expect(deep.deep).toBe(true);
  expectAll(deep.picture, (x) => [red(x)]);
  expectAll(decodePicture(fixture('bits.png')).picture, (x, y) => [((x + y) % 2) * 255]);
  expect(decodePicture(fixture('palette.png')).picture).toEqual(
    decodePicture(fixture('palette-as-colour.png')).picture,
  );
});

test('JPEG files, progressive ones and grey ones too, are read to within their loss', () => {
  for (const name of ['blocks.jpg', 'progressive.jpg']) {
    const { picture } = decodePicture(fixture(name));
    expect([picture.height, picture.width, picture.channels]).toEqual([96, 144, 3]);
    for (let y = 0; y < 6; y++)
      for (let x = 0; x < 9; x++)
        pixelOf(picture, 16 * x + 8, 16 * y + 8).forEach((value, c) => {
          expect(Math.abs(value - colour(x, y)[c]!)).toBeLessThanOrEqual(6);
        });
  }
  expect(decodePicture(fixture('grey.jpg')).picture.channels).toBe(1);
});

test.each([2, 3, 4, 5, 6, 7, 8])('a JPEG that EXIF says to turn (%i) is upright', (turn) => {
  const upright = decodePicture(fixture('blocks.jpg')).picture;
  const { picture, turned } = decodePicture(fixture(`turned-${turn}.jpg`));
  expect(turned).toBe(true);
  expect([picture.height, picture.width]).toEqual([96, 144]);
  const far = Math.max(...Array.from(picture.pixels, (value, i) => Math.abs(value - upright.pixels[i]!)));
  // Blocks are coded one after the other: mirrored ones may be rounded another way.
  expect(far).toBeLessThanOrEqual(3);
});

test('what is no picture says what it is', () => {
  const why = (bytes: Uint8Array) => {
    try {
      decodePicture(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadablePicture);
      return (error as Error).message;
    }
    throw new Error('was read');
  };
  const huge = Buffer.from(fixture('grey.png'));
  huge.writeUInt32BE(20_000, 16);
  huge.writeUInt32BE(20_000, 20);
  expect([
    why(new Uint8Array(0)),
    why(Buffer.from('GIF89a..........')),
    why(Buffer.from('RIFF....WEBPVP8 ')),
    why(Buffer.from('version https://git-lfs.github.com/spec/v1')),
    why(Buffer.from('hello, this is a text')),
    why(huge),
  ]).toEqual([
    'the file is empty',
    'it is a GIF, neither PNG nor JPEG',
    'it is a WebP, neither PNG nor JPEG',
    'it is a pointer of Git LFS (check out with `lfs: true`), neither PNG nor JPEG',
    'it is something else, neither PNG nor JPEG',
    'it has 20000×20000 pixels: more than 50 million',
  ]);
  expect(why(fixture('cut-off.png'))).toMatch(/^it cannot be decoded \(/);
  expect(why(fixture('blocks.jpg').subarray(0, 400))).toMatch(/^it cannot be decoded \(/);
});
