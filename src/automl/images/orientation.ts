import type { Picture } from './picture.ts';

/** How a JPEG is to be turned, 1 (as it is) to 8: tag 0x0112 of its EXIF data (CIPA DC-008, 4.6.4). */
export function turnOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < bytes.length; ) {
    if (bytes[at] !== 0xff) return 1;
    const [marker, length] = [bytes[at + 1]!, view.getUint16(at + 2)];
    if (marker === 0xda) return 1;
    const exif = Buffer.from(bytes.subarray(at + 4, at + 10)).toString('latin1') === 'Exif\0\0';
    if (marker === 0xe1 && exif) return turnIn(bytes.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  return 1;
}

/** Of a TIFF header and its first directory. */
function turnIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/** The picture as it is to be seen. */
export function turned(picture: Picture, turn: number): Picture {
  const { height, width, channels, pixels } = picture;
  const across = turn >= 5;
  const [newHeight, newWidth] = across ? [width, height] : [height, width];
  const made = pixels.slice();
  for (let y = 0; y < newHeight; y++)
    for (let x = 0; x < newWidth; x++) {
      // Where the pixel is in the file: mirrored by row or column, rows and columns swapped from 5 on.
      const [row, column] = across ? [x, y] : [y, x];
      const fromRow = [3, 4, 6, 7].includes(turn) ? height - 1 - row : row;
      const fromColumn = [2, 3, 7, 8].includes(turn) ? width - 1 - column : column;
      for (let c = 0; c < channels; c++)
        made[(y * newWidth + x) * channels + c] = pixels[(fromRow * width + fromColumn) * channels + c]!;
    }
  return { height: newHeight, width: newWidth, channels, pixels: made };
}
