import { isUtf8 } from 'node:buffer';
import { DataError } from './table.ts';

/**
 * The text of bytes.
 *
 * @param shownAs how messages name the file
 * @throws {DataError} that names line and byte where they are not UTF-8
 */
export function decodeUtf8(bytes: Buffer, shownAs: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    throw new DataError(`${shownAs} is UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8)`);
  const at = firstWrong(bytes);
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line += 1;
  const byte = bytes[at]!.toString(16).padStart(2, '0');
  throw new DataError(
    `${shownAs}:${line}: byte 0x${byte} at offset ${at} is not UTF-8: save the file as UTF-8 (if it is Latin-1: iconv -f LATIN1 -t UTF-8)`,
  );
}

/**
 * How many bytes to skip at the beginning of a text file.
 *
 * @throws {DataError} when the mark says that it is not UTF-8
 */
export function skipByteOrderMark(bytes: Buffer, file: string): number {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new DataError(`${file} is UTF-16: save it as UTF-8`);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Names the first byte that no UTF-8 text has there. */
export function badByte(bytes: Buffer): string {
  return `the byte 0x${bytes[firstWrong(bytes)]!.toString(16).padStart(2, '0').toUpperCase()}`;
}

/** Offset of the first byte that no UTF-8 has there. */
function firstWrong(bytes: Buffer): number {
  let [good, end] = [0, bytes.length];
  while (good < end) {
    const middle = (good + end + 1) >> 1;
    if (startsWell(bytes, middle)) good = middle;
    else end = middle - 1;
  }
  // A character that begins well and is cut off by another byte is wrong from its beginning.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

/** Whether so many bytes are UTF-8, but for a character that may go on. */
function startsWell(bytes: Buffer, count: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, count), { stream: true });
    return true;
  } catch {
    return false;
  }
}
