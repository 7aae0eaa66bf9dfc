import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DataError, type Table, tableOfRows } from '../table.ts';
import { decodePicture } from './decode.ts';
import type { ImageCoding } from './encode-pictures.ts';
import { type KnownPicture, knownPicture } from './picture.ts';
import type { PictureOptions } from './picture-sources.ts';
import { picturesOfRows } from './pixel-table.ts';

/** How the pictures that a model was trained on were read. */
export function readingOf(
  { column, size, pixelRows }: ImageCoding,
  target: string,
): Pick<PictureOptions, 'column' | 'target' | 'size' | 'pixelRows'> {
  return { column, target, size, ...(pixelRows ? { pixelRows } : {}) };
}

/**
 * Rows in memory, each with the path of a picture (from the working directory), the bytes of its file, or its pixels by column.
 *
 * @throws {DataError} when a picture cannot be read
 */
export function tableOfPictureRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  coding: ImageCoding,
  target: string,
): Table {
  const { column, size } = coding;
  if (coding.pixelRows && rows.every((row) => row[column] === undefined))
    return picturesOfRows(tableOfRows(rows, 'rows'), {
      ...readingOf(coding, target),
      mayLackTarget: true,
      part: 'test',
    });
  const pictures = new Map<string, KnownPicture>();
  const cells = rows.map((row, i) => {
    const given = row[column];
    const cell = typeof given === 'string' ? given : `row ${i + 1}`;
    if (!pictures.has(cell)) pictures.set(cell, knownPicture(decodedPicture(given, column, i), size));
    return cell;
  });
  return {
    file: 'rows',
    names: [column],
    columns: [cells],
    lines: Int32Array.from(rows, (_, i) => i + 1),
    pictures: { column, pictures, size, notes: [] },
  };
}

function decodedPicture(given: unknown, column: string, row: number) {
  if (typeof given !== 'string' && !(given instanceof Uint8Array))
    throw new DataError(
      `rows:${row + 1}: ${column} must be the path of a PNG or JPEG file or its bytes, not ${given === undefined ? 'missing' : typeof given}`,
    );
  try {
    return decodePicture(typeof given === 'string' ? readFileSync(path.resolve(given)) : given).picture;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : message;
    throw new DataError(
      `rows:${row + 1}: ${typeof given === 'string' ? given : column} cannot be read: ${why}`,
      {
        cause: error,
      },
    );
  }
}
