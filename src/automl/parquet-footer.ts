import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
// Of the whole library only what reads a footer: this is looked at before anything runs.
import { parquetMetadata, parquetSchema } from 'hyparquet/src/metadata.js';
import { checkNames, DataError } from './table.ts';
import { unreadable } from './table-file.ts';

export interface ParquetFooter {
  readonly metadata: ReturnType<typeof parquetMetadata>;
  readonly columns: readonly { readonly name: string; readonly isDate: boolean }[];
  readonly rows: number;
}

/**
 * Reads what a Parquet file says of itself at its end.
 *
 * @param shownAs how messages name the file
 * @throws {DataError} when the file is of another format, or cut off
 */
export function readFooter(file: string, shownAs: string): ParquetFooter {
  const bytes = footerBytes(file, shownAs);
  try {
    const metadata = parquetMetadata(bytes);
    const columns = parquetSchema(metadata).children.map(({ element }) => ({
      name: element.name,
      isDate: element.converted_type === 'DATE' || element.logical_type?.type === 'DATE',
    }));
    checkNames(
      columns.map(({ name }) => name),
      shownAs,
    );
    return { metadata, columns, rows: Number(metadata.num_rows) };
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw damaged(shownAs, error);
  }
}

export function damaged(shownAs: string, error: unknown): DataError {
  return new DataError(
    `${shownAs} cannot be read as Parquet: ${(error as Error).message}; write the file again`,
    { cause: error },
  );
}

/** The footer, its length, and the mark PAR1 at the end of the file. */
function footerBytes(file: string, shownAs: string): Uint8Array<ArrayBuffer> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    if (size === 0) throw new DataError(`${shownAs} is empty: a Parquet file is expected`);
    const ends = new Uint8Array(Math.min(8, size));
    readSync(handle, ends, 0, ends.length, size - ends.length);
    const mark = Buffer.from(ends).toString('latin1', 4);
    if (mark === 'PARE') throw new DataError(`${shownAs} is encrypted, which cannot be read`);
    if (mark !== 'PAR1')
      throw new DataError(
        `${shownAs} does not end as a Parquet file does: it is cut off, or of another format`,
      );
    const length = new DataView(ends.buffer).getUint32(0, true) + 8;
    if (length > size) throw new DataError(`${shownAs} is a damaged Parquet file: write it again`);
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const read = readSync(handle, bytes, at, length - at, size - length + at);
      if (read === 0) throw new DataError(`${shownAs} is a damaged Parquet file: write it again`);
      at += read;
    }
    return bytes;
  } catch (error) {
    throw error instanceof DataError ? error : unreadable(error, shownAs);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
