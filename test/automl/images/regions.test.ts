import { expect, test } from 'vitest';
import { regionImportance } from '../../../src/automl/images/regions.ts';

test('the region that a model looks at is the one that counts', async () => {
  const rows = 60;
  const pixels = Uint8Array.from({ length: rows * 36 }, (_, i) => (i * 97 + Math.floor(i / 36) * 13) % 256);
  const feature = { kind: 'image', name: 'photo', height: 6, width: 6, channels: 1, pixels } as const;
  // It looks at the pixel in row 3, column 5: the right third of the middle.
  const look = (of: ArrayLike<number>, row: number) => of[row * 36 + 3 * 6 + 5]!;
  const found = await regionImportance(
    feature,
    rows,
    async ({ pixels: changed }, some) =>
      some.reduce((sum, row, i) => sum + Math.abs(look(changed, i) - look(pixels, row)), 0) / some.length,
    1,
  );
  expect(found.length).toBe(9);
  expect(found[0]).toMatchObject({ column: 'photo: right' });
  expect(found[0]!.mean).toBeGreaterThan(20);
  expect(found.slice(1).every(({ mean, deviation }) => mean === 0 && deviation === 0)).toBe(true);
});

test('a picture of two columns has no middle', async () => {
  const feature = {
    kind: 'image',
    name: 'p',
    height: 1,
    width: 2,
    channels: 1,
    pixels: Uint8Array.of(1, 2, 3, 4),
  } as const;
  const found = await regionImportance(feature, 2, async () => 0, 1);
  expect(found.map(({ column }) => column).sort()).toEqual(['p: left', 'p: right']);
});
