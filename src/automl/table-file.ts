import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { DelimitedReader } from './delimited.ts';
import { JsonLinesReader } from './json-lines.ts';
import { mostCells } from './row-sample.ts';
import { DataError, type Table } from './table.ts';

/** What data files may end in. */
export const endings = ['.csv', '.tsv', '.jsonl', '.ndjson', '.parquet'];
const chunkBytes = 2 ** 22;

/** Reads a file piece by piece. */
export interface TextReader {
  /** Rows so far, since the last `take`. */
  readonly rows: number;
  /** About so many rows will come; said before the first bytes. */
  expect(rows: number): void;
  push(chunk: Buffer, last: boolean): void;
  /** @throws {DataError} when there is no row */
  table(): Table;
  /** The rows since the last time as a table; they are forgotten. */
  take(): Table;
}

/**
 * Reads CSV, TSV, JSON Lines or Parquet, told apart by the ending. Of a file with very many values some rows are drawn
 * (see `RowSample`).
 *
 * @param shownAs how messages name the file
 * @param most values to keep
 * @throws {DataError}
 */
export async function readTable(file: string, shownAs = file, most = mostCells): Promise<Table> {
  const ending = checkEnding(file, shownAs);
  // Only who has such a file needs what reads it.
  if (ending === '.parquet') return (await import('./parquet.ts')).readParquet(file, shownAs, most);
  const reader = textReader(ending, shownAs, most);
  let first = true;
  for (const { chunk, last } of chunksOf(file, shownAs)) {
    if (first && !last) reader.expect((statSync(file).size / chunk.length) * countLines(chunk));
    first = false;
    reader.push(chunk, last);
  }
  return reader.table();
}

/** How large the pieces are that a file is read in. */
export interface PieceSize {
  /** Of the file, at once. */
  readonly bytes?: number;
  /** Of a piece, at most. */
  readonly rows?: number;
}

/** Rows that are encoded and predicted at once. */
export const pieceRows = 4096;

/**
 * The whole of such a file in pieces with the same columns, for files larger than memory. A file with columns and no rows
 * gives one piece without rows (Parquet: an error, as `readTable` has it).
 *
 * @throws {DataError} as `readTable` does, when it comes to the place
 */
export async function* readPieces(
  file: string,
  shownAs: string,
  { bytes = chunkBytes, rows = pieceRows }: PieceSize = {},
): AsyncGenerator<Table> {
  const ending = checkEnding(file, shownAs);
  if (ending === '.parquet') {
    yield* (await import('./parquet.ts')).parquetPieces(file, shownAs, rows);
    return;
  }
  // Any line may bring a column, so that these are read twice; a pipe can be read once only, and is taken whole.
  if (isJsonLines(ending) && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    yield* slices(await readTable(file, shownAs, Number.POSITIVE_INFINITY), rows);
    return;
  }
  const piecesOf = (names: readonly string[]) =>
    textPieces(textReader(ending, shownAs, Number.POSITIVE_INFINITY, names), file, shownAs, bytes);
  let names: readonly string[] = [];
  if (isJsonLines(ending)) for (const piece of piecesOf([])) names = piece.names;
  for (const piece of piecesOf(names)) yield* slices(piece, rows);
}

function* textPieces(reader: TextReader, file: string, shownAs: string, bytes: number): Generator<Table> {
  let given = false;
  for (const { chunk, last } of chunksOf(file, shownAs, bytes)) {
    reader.push(chunk, last);
    if (reader.rows === 0 && (given || !last)) continue;
    given = true;
    yield reader.take();
  }
}

/** A table in pieces of so many rows; of one without rows it is the table. */
export function* slices(table: Table, rows: number): Generator<Table> {
  if (table.lines.length <= rows) yield table;
  else
    for (let from = 0; from < table.lines.length; from += rows)
      yield {
        ...table,
        columns: table.columns.map((column) => column.slice(from, from + rows)),
        lines: table.lines.slice(from, from + rows),
      };
}

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** @throws {DataError} when a file cannot hold a table */
export function checkEnding(file: string, shownAs: string): string {
  const ending = path.extname(file).toLowerCase();
  if (endings.includes(ending)) return ending;
  throw new DataError(`${shownAs}: a data file ends in ${endings.join(', ')}, not in ${ending || 'nothing'}`);
}

function isJsonLines(ending: string): boolean {
  return ending === '.jsonl' || ending === '.ndjson';
}

/**
 * @param ending of a file of text
 * @param names of columns of JSON lines, where they are known before
 */
export function textReader(
  ending: string,
  shownAs: string,
  most = mostCells,
  names: readonly string[] = [],
): TextReader {
  if (isJsonLines(ending)) return new JsonLinesReader(shownAs, most, names);
  return new DelimitedReader(shownAs, ending === '.tsv' ? '\t' : undefined, most);
}

/**
 * A file in pieces, the last of which may be empty.
 *
 * @throws {DataError} when it cannot be read
 */
export function* chunksOf(
  file: string,
  shownAs: string,
  bytes = chunkBytes,
): Generator<{ readonly chunk: Buffer; readonly last: boolean }> {
  const failing = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw unreadable(error, shownAs);
    }
  };
  const handle = failing(() => openSync(file, 'r'));
  try {
    for (let last = false; !last; ) {
      const chunk = Buffer.allocUnsafe(bytes);
      let length = 0;
      while (length < bytes) {
        const read = failing(() => readSync(handle, chunk, length, bytes - length, null));
        if (read === 0) break;
        length += read;
      }
      last = length < bytes;
      yield { chunk: chunk.subarray(0, length), last };
    }
  } finally {
    closeSync(handle);
  }
}

/** In words of people who see a file that cannot be read. */
export function unreadable(error: unknown, shownAs: string): DataError {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: `${shownAs}: there is no such data file`,
    EISDIR: `${shownAs} is a folder; name a data file in it`,
    EACCES: `${shownAs} cannot be read: permission denied`,
  };
  return new DataError(words[code ?? ''] ?? `${shownAs} cannot be read: ${message}`, { cause: error });
}
