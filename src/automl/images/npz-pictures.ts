import { DataError, type Table } from '../table.ts';
import { type NumpyArray, openNpz } from './npz.ts';
import { type KnownPicture, knownPicture, shapeOf } from './picture.ts';
import type { PictureOptions } from './picture-sources.ts';
import { bytesOf } from './pixel-table.ts';

/** Names that are looked for, in this order. */
export const arrayNames = {
  train: {
    pictures: ['x_train', 'X_train', 'train_images', 'x', 'X', 'images', 'data', 'arr_0'],
    targets: ['y_train', 'train_labels', 'y', 'Y', 'labels', 'label', 'targets', 'target', 'arr_1'],
  },
  test: {
    pictures: ['x_test', 'X_test', 'test_images', 'x', 'X', 'images', 'data', 'arr_0'],
    targets: ['y_test', 'test_labels', 'y', 'Y', 'labels', 'label', 'targets', 'target', 'arr_1'],
  },
} as const;

/** The pictures of an `.npz` file: [count, height, width], with channels last or first, or pixels in a row. */
export function picturesOfNpz(bytes: Buffer, file: string, options: PictureOptions): Table {
  const { column, target, size, shape, part, mayLackTarget } = options;
  const { names, read } = openNpz(bytes, file);
  const wanted = arrayNames[part];
  const pick = (of: readonly string[]) => of.find((name) => names.includes(name));
  const x = pick(wanted.pictures);
  if (x === undefined)
    throw new DataError(
      `${file} has the arrays ${names.join(', ') || '(none)'}: none of ${wanted.pictures.join(', ')} is there for the pictures`,
    );
  const y = pick([target, ...wanted.targets].filter((name) => name !== x));
  if (y === undefined && !mayLackTarget)
    throw new DataError(
      `${file} has the arrays ${names.join(', ')}: none of ${wanted.targets.join(', ')} is there for what is to be predicted`,
    );
  const notes: string[] = [];
  const array = read(x);
  const { count, pictureAt } = picturesIn(array, `${file}: array ${JSON.stringify(x)}`, shape, notes);
  const pictures = new Map<string, KnownPicture>();
  const cells = Array.from({ length: count }, (_, i) => {
    const cell = `${x}[${i}]`;
    pictures.set(cell, knownPicture(pictureAt(i), size));
    return cell;
  });
  const labels = y === undefined ? undefined : labelsOf(read(y), `${file}: array ${JSON.stringify(y)}`);
  if (labels && labels.length !== count)
    throw new DataError(`${file}: ${x} has ${count} pictures, but ${y} has ${labels.length} values`);
  return {
    file,
    names: labels ? [column, target] : [column],
    columns: labels ? [cells, labels] : [cells],
    lines: Int32Array.from(cells, (_, i) => i + 1),
    pictures: { column, pictures, size, notes },
  };
}

function picturesIn(
  { shape, values, type }: NumpyArray,
  place: string,
  wanted: readonly number[] | undefined,
  notes: string[],
) {
  if (typeof values[0] === 'string') throw new DataError(`${place} holds texts: pictures are numbers`);
  const numbers = values as Uint8Array | Float32Array | Float64Array;
  const [count = 0, ...rest] = shape;
  if (count === 0) throw new DataError(`${place} is empty`);
  let sides =
    rest.length === 1 || wanted
      ? shapeOf(
          rest.reduce((a, b) => a * b, 1),
          wanted,
        )
      : undefined;
  let channelsFirst = false;
  if (!sides && !wanted && rest.length === 2) sides = [rest[0]!, rest[1]!, 1];
  if (!sides && !wanted && rest.length === 3) {
    channelsFirst = ![1, 3, 4].includes(rest[2]!) && [1, 3, 4].includes(rest[0]!);
    sides = channelsFirst ? [rest[1]!, rest[2]!, rest[0]!] : [rest[0]!, rest[1]!, rest[2]!];
  }
  if (!sides || ![1, 3, 4].includes(sides[2]))
    throw new DataError(
      `${place} has the shape (${shape.join(', ')})${wanted ? `, which task.shape [${wanted.join(', ')}] does not fit` : ''}: [count, height, width], with 1, 3 or 4 channels as the last axis, is expected, or pixels in a row with task.shape`,
    );
  const [height, width, channels] = sides;
  if (height * width === 0) throw new DataError(`${place} has pictures without pixels`);
  if (channelsFirst) notes.push(`The pictures have their channels first: (${shape.join(', ')}).`);
  if (channels === 4) notes.push('The fourth channel is left out.');
  const kept = channels === 4 ? 3 : channels;
  const area = height * width;
  const pictureAt = (i: number) => {
    const pixels = new Float32Array(area * kept);
    for (let at = 0; at < area; at++)
      for (let c = 0; c < kept; c++) {
        const value = numbers[i * area * channels + (channelsFirst ? c * area + at : at * channels + c)]!;
        if (!Number.isFinite(value))
          throw new DataError(`${place}: picture ${i} has a pixel that is ${value}`);
        pixels[at * kept + c] = value;
      }
    return {
      height,
      width,
      channels: kept,
      pixels: type === 'u1' ? Uint8Array.from(pixels) : bytesOf(pixels),
    };
  };
  return { count, pictureAt };
}

/** What is to be predicted, as texts; of one row of indicators for each picture the place of the highest. */
function labelsOf({ shape, values }: NumpyArray, place: string): readonly string[] {
  const [count = 0, width = 1, ...more] = shape;
  if (more.length > 0)
    throw new DataError(
      `${place} has the shape (${shape.join(', ')}): one value for each picture is expected`,
    );
  if (width > 1) {
    const numbers = values as Float64Array;
    const rows = Array.from({ length: count }, (_, i) => [...numbers.slice(i * width, (i + 1) * width)]);
    if (
      rows.every(
        (row) =>
          row.filter((value) => value === 1).length === 1 && row.every((value) => value === 0 || value === 1),
      )
    )
      return rows.map((row) => String(row.indexOf(1)));
    throw new DataError(
      `${place} has ${width} values for each picture: one is expected, or a row of 0 with a single 1`,
    );
  }
  return Array.from<number | string, string>(values as ArrayLike<number | string>, (value) =>
    typeof value === 'number' && Number.isNaN(value) ? '' : String(value),
  );
}
