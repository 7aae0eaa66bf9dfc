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

/** Offset of the first byte that no UTF-8 has there. */
function firstWrong(bytes: Buffer): number {
  // The longest head that is well-formed, but for a character that it cuts.
  let [low, high] = [0, bytes.length];
  const isGood = (end: number) => {
    let from = end;
    while (from > 0 && end - from < 3 && (bytes[from - 1]! & 0xc0) === 0x80) from -= 1;
    const begins = from > 0 && bytes[from - 1]! >= 0xc0 ? from - 1 : end;
    return isUtf8(bytes.subarray(0, end)) || isUtf8(bytes.subarray(0, begins));
  };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isGood(middle)) low = middle;
    else high = middle;
  }
  // A character that begins well and is cut off by another byte is wrong from its beginning.
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}
