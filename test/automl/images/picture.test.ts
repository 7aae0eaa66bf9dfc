import { expect, test } from 'vitest';
import { augment } from '../../../src/automl/images/augment.ts';
import { flatPictures } from '../../../src/automl/images/encode-pictures.ts';
import { hashPicture, limitSize, resize, shapeOf, withChannels } from '../../../src/automl/images/picture.ts';
import { randomStream } from '../../../src/math/random.ts';

const ramp = { height: 2, width: 4, channels: 1, pixels: Uint8Array.of(0, 10, 20, 30, 40, 50, 60, 70) };

test('a smaller picture is of means of areas, a larger one of lines between pixels', () => {
  expect(resize(ramp, 1, 2).pixels).toEqual(Uint8Array.of(25, 45));
  // A pixel and a half each: (0 + 10 / 2) / 1.5 …
  const third = resize({ ...ramp, height: 1, width: 3, pixels: Float32Array.of(0, 10, 20) }, 1, 2);
  expect([...third.pixels].map((value) => Number(value.toFixed(4)))).toEqual([3.3333, 16.6667]);
  expect(resize({ ...ramp, height: 1, width: 2, pixels: Uint8Array.of(0, 100) }, 1, 4).pixels).toEqual(
    Uint8Array.of(0, 25, 75, 100),
  );
  expect(resize({ height: 1, width: 1, channels: 3, pixels: Uint8Array.of(1, 2, 3) }, 2, 1).pixels).toEqual(
    Uint8Array.of(1, 2, 3, 1, 2, 3),
  );
});

test('a large picture keeps its proportions, and what it shows is what its hash says', () => {
  const wide = { height: 100, width: 400, channels: 1, pixels: new Uint8Array(40_000).fill(7) };
  expect(limitSize(wide, 32)).toMatchObject({ height: 8, width: 32 });
  expect(limitSize(ramp, 32)).toBe(ramp);
  expect(hashPicture(ramp)).toBe(hashPicture({ ...ramp, pixels: ramp.pixels.slice() }));
  expect(hashPicture(ramp)).not.toBe(hashPicture({ ...ramp, height: 4, width: 2 }));
});

test('channels are added as copies and taken away as brightness', () => {
  const one = { height: 1, width: 1, channels: 1, pixels: Uint8Array.of(9) };
  expect(withChannels(one, 3).pixels).toEqual(Uint8Array.of(9, 9, 9));
  const green = { height: 1, width: 1, channels: 3, pixels: Uint8Array.of(0, 100, 0) };
  expect(withChannels(green, 1).pixels).toEqual(Uint8Array.of(59));
});

test('numbers in a row are a square, in colour too, or what the shape says', () => {
  expect(shapeOf(64, undefined)).toEqual([8, 8, 1]);
  expect(shapeOf(75, undefined)).toEqual([5, 5, 3]);
  expect(shapeOf(60, undefined)).toBeUndefined();
  expect(shapeOf(60, [5, 4, 3])).toEqual([5, 4, 3]);
  expect(shapeOf(60, [5, 4])).toBeUndefined();
});

test('pictures as numbers are made smaller where there would be too many', () => {
  const pixels = Uint8Array.from({ length: 2 * 16 }, (_, i) => i);
  const [first, ...others] = flatPictures(
    [{ kind: 'image', name: 'p', height: 4, width: 4, channels: 1, pixels }],
    4,
  );
  expect(others.length).toBe(3);
  expect(first).toMatchObject({ kind: 'number', values: Float64Array.of(2.5, 18.5) });
});

test('nothing to change leaves a picture as it is; a mirror swaps its sides; a cut blanks a square', () => {
  const from = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
  const none = { shift: 0, rotation: 0, zoom: 0, cutout: 0, flip: false };
  const changed = (how: object, seed: number) => {
    const to = new Float32Array(9);
    augment({ from, at: 0 }, [3, 3, 1], { ...none, ...how }, randomStream(seed, 'augment'), to, 0);
    return [...to];
  };
  expect(changed({}, 1)).toEqual([...from]);
  const flips = Array.from({ length: 20 }, (_, seed) => changed({ flip: true }, seed).join(' '));
  expect(new Set(flips)).toEqual(new Set(['1 2 3 4 5 6 7 8 9', '3 2 1 6 5 4 9 8 7']));
  expect(changed({ cutout: 0.34 }, 1).filter((value) => value === 0).length).toBe(1);
  const turned = changed({ rotation: 20 }, 3);
  expect(turned[4]).toBeCloseTo(5, 5);
  expect(turned).not.toEqual([...from]);
  expect(Math.min(...turned)).toBeGreaterThanOrEqual(1);
});
