import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openNpz } from '../../../src/automl/images/npz.ts';
import { picturesOfNpz } from '../../../src/automl/images/npz-pictures.ts';
import { DataError } from '../../../src/automl/table.ts';

// What __fixtures__/make.py writes with NumPy: 0, 1, 2, … in the shape (3, 2, 2), and what is made of it.
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '__fixtures__', name));
const options = { column: 'image', target: 'label', size: 32, mayLackTarget: false, part: 'train' } as const;
const counted = Array.from({ length: 12 }, (_, i) => i);

test('arrays are read whatever their type and order', () => {
  const { names, read } = openNpz(fixture('types.npz'), 'types.npz');
  expect(names).toContain('fortran');
  const values = (name: string) => Array.from<string | number>(read(name).values as ArrayLike<number>);
  expect(read('f8').shape).toEqual([3, 2, 2]);
  for (const name of ['f8', 'f4', 'f2']) expect(values(name)).toEqual(counted.map((i) => i / 2));
  for (const name of ['i8', 'big', 'fortran']) expect(values(name)).toEqual(counted);
  expect(values('i2')).toEqual(counted.map((i) => (i === 0 ? 0 : -i)));
  expect(values('bool')).toEqual(counted.map((i) => (i % 2 === 0 ? 1 : 0)));
  expect(values('bytes')).toEqual(['a', 'bc']);
  expect(read('scalar')).toMatchObject({ shape: [], type: 'f8' });
});

test('pictures and labels are found by the names that people give them', () => {
  const table = picturesOfNpz(fixture('plain.npz'), 'plain.npz', options);
  expect(table.names).toEqual(['image', 'label']);
  expect(table.columns).toEqual([
    ['x[0]', 'x[1]', 'x[2]'],
    ['a', 'b', 'é'],
  ]);
  expect(table.pictures!.pictures.get('x[1]')).toMatchObject({
    height: 2,
    width: 2,
    channels: 1,
    pixels: Uint8Array.of(4, 5, 6, 7),
  });
});

test('a file may have parts for training and testing, channels first, and labels as rows of indicators', () => {
  const train = picturesOfNpz(fixture('split.npz'), 'split.npz', options);
  expect(train.columns[1]).toEqual(['0', '1', '2', '3']);
  expect(train.pictures!.pictures.get('x_train[0]')).toMatchObject({ height: 5, width: 5, channels: 3 });
  expect(train.pictures!.notes).toEqual(['The pictures have their channels first: (4, 3, 5, 5).']);
  const test = picturesOfNpz(fixture('split.npz'), 'split.npz', { ...options, part: 'test' });
  expect(test.columns[0]).toEqual(['x_test[0]', 'x_test[1]']);
});

test('broken files say what is wrong', () => {
  const plain = fixture('plain.npz');
  const why = (bytes: Buffer, name: string, more: object = {}) => {
    try {
      picturesOfNpz(bytes, name, { ...options, ...more });
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
      return (error as Error).message;
    }
    throw new Error('was read');
  };
  const damaged = Buffer.from(plain);
  damaged.fill(0, 80, 100);
  expect([
    why(plain.subarray(0, 300), 'cut.npz'),
    why(Buffer.from('x,y\n1,2\n'), 'text.npz'),
    why(fixture('objects.npz'), 'objects.npz'),
    why(fixture('types.npz'), 'types.npz'),
    why(plain, 'plain.npz', { shape: [3, 3] }),
    why(damaged, 'damaged.npz'),
  ]).toMatchInlineSnapshot(`
    [
      "cut.npz is not a whole .npz file (the end is missing): write it again with numpy.savez, or copy it again",
      "text.npz is not a whole .npz file (it does not begin as a zip archive): write it again with numpy.savez, or copy it again",
      "objects.npz: array "x" has the type O (objects), which is not read: use numbers or texts, such as x.astype("uint8")",
      "types.npz has the arrays f8, f4, f2, i8, i2, big, fortran, bool, bytes, scalar: none of x_train, X_train, train_images, x, X, images, data, arr_0 is there for the pictures",
      "plain.npz: array "x" has the shape (3, 2, 2), which task.shape [3, 3] does not fit: [count, height, width], with 1, 3 or 4 channels as the last axis, is expected, or pixels in a row with task.shape",
      "damaged.npz: array "x" cannot be unpacked: it is damaged; write the file again",
    ]
  `);
});
