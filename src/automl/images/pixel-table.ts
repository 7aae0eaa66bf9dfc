import { DataError, type Table } from '../table.ts';
import { type KnownPicture, knownPicture, shapeOf } from './picture.ts';
import type { PictureOptions } from './picture-sources.ts';

/** A table whose rows are pictures: each column but a few is a pixel, row by row from the top left. */
export function picturesOfRows(table: Table, options: PictureOptions): Table {
  const { column, target, size, besides = [], mayLackTarget } = options;
  const shape = options.pixelRows?.shape ?? options.shape;
  const { file, names, lines } = table;
  const others = new Set([target, ...besides]);
  const pixelColumns = options.pixelRows?.columns ?? names.filter((name) => !others.has(name));
  if (!mayLackTarget && !names.includes(target))
    throw new DataError(
      `${file}:1: there is no column of pictures ${JSON.stringify(column)} and no target column ${JSON.stringify(target)}; the columns are ${listed(names)}`,
    );
  const lacking = pixelColumns.filter((name) => !names.includes(name));
  if (lacking.length > 0)
    throw new DataError(
      `${file}:1: there is no column of pictures ${JSON.stringify(column)}, and no pixels ${listed(lacking)}, which the model was trained on; the columns are ${listed(names)}`,
    );
  const found = shapeOf(pixelColumns.length, shape);
  if (!found)
    throw new DataError(
      shape
        ? `${file}:1: task.shape [${shape.join(', ')}] stands for ${shape.reduce((a, b) => a * b, 1)} pixels, but there are ${pixelColumns.length} columns beside ${[...others].join(', ')}`
        : `${file}:1: there is no column of pictures ${JSON.stringify(column)}; as pixels, the ${pixelColumns.length} columns beside ${[...others].join(', ')} make no square: name the column of paths (task.image), or the shape, such as shape: [28, 28]`,
    );
  const [height, width, channels] = found;
  const indexes = pixelColumns.map((name) => names.indexOf(name));
  const pictures = new Map<string, KnownPicture>();
  const cells = Array.from(lines, (line, row) => {
    const pixels = Float32Array.from(indexes, (index) => {
      const text = table.columns[index]![row]!;
      const value = text === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(value))
        throw new DataError(
          `${file}:${line}: ${names[index]} is ${text === '' ? 'empty' : JSON.stringify(text.slice(0, 60))}, not the number of a pixel; columns that are no pixels go into task.ignore`,
        );
      return value;
    });
    const cell = `row ${line}`;
    pictures.set(cell, knownPicture({ height, width, channels, pixels: bytesOf(pixels) }, size));
    return cell;
  });
  const kept = names.filter((name) => !pixelColumns.includes(name));
  return {
    file,
    names: [column, ...kept],
    columns: [cells, ...kept.map((name) => table.columns[names.indexOf(name)]!)],
    lines,
    pictures: { column, pictures, size, pixelRows: { columns: pixelColumns, shape: found }, notes: [] },
  };
}

/** As bytes, where they are whole numbers from 0 to 255. */
export function bytesOf(pixels: Float32Array): Uint8Array | Float32Array {
  return pixels.every((value) => value >= 0 && value <= 255 && Number.isInteger(value))
    ? Uint8Array.from(pixels)
    : pixels;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
}
