import { convertIndexedToRgb, decode as decodePng, hasPngSignature } from 'fast-png';
import jpeg from 'jpeg-js';
import { turned, turnOf } from './orientation.ts';
import type { Picture } from './picture.ts';

/** A file that is no picture: the message says why, without the name of the file. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

/** A picture and what was done to it. */
export interface Decoded {
  readonly picture: Picture;
  /** It was transparent in places: they are white now. */
  readonly alpha: boolean;
  /** It had 16 bits a channel: it has 8 now. */
  readonly deep: boolean;
  /** Its EXIF data said that the camera was held another way: it is upright now. */
  readonly turned: boolean;
}

/** Larger ones would take a gigabyte to decode. */
const mostPixels = 50e6;

/**
 * Decodes PNG or JPEG, told apart by content, whatever the file is called. Grey pictures in colour (all channels alike) get one
 * channel.
 *
 * @throws {UnreadablePicture}
 */
export function decodePicture(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new UnreadablePicture('the file is empty');
  if (hasPngSignature(bytes.subarray(0, 8))) return fromPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return fromJpeg(bytes);
  throw new UnreadablePicture(`it is ${kindOf(bytes)}, neither PNG nor JPEG`);
}

/** Formats that pictures come in, too, by their first bytes. */
function kindOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (text.startsWith('GIF8')) return 'a GIF';
  if (text.startsWith('BM')) return 'a BMP';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'a WebP';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'a TIFF';
  if (text.slice(4, 8) === 'ftyp') return 'an AVIF, HEIC or video';
  if (/^\s*<(?:svg|\?xml)/.test(text)) return 'an SVG';
  if (text.startsWith('version https:/')) return 'a pointer of Git LFS (check out with `lfs: true`)';
  return 'something else';
}

function fromPng(bytes: Uint8Array): Decoded {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new UnreadablePicture('it ends too early');
  checkArea(head.getUint32(16), head.getUint32(20));
  const png = decoding(() => decodePng(bytes));
  const { width, height, depth } = png;
  if (png.palette) {
    const channels = png.palette[0]?.length ?? 3;
    const data = decoding(() => convertIndexedToRgb(png));
    return flattened({ width, height, channels, values: data, top: 255 });
  }
  const values = depth < 8 ? unpacked(png.data, width, height, depth) : png.data;
  return flattened({ width, height, channels: png.channels, values, top: 2 ** depth - 1 });
}

/** Several pixels a byte, each row in bytes of its own, as PNG has them below 8 bits. */
function unpacked(data: ArrayLike<number>, width: number, height: number, depth: number): Uint8Array {
  const bytesARow = Math.ceil((width * depth) / 8);
  if (data.length === width * height && bytesARow !== width) return Uint8Array.from(data);
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * bytesARow + (bit >> 3)]!;
    return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  });
}

function fromJpeg(bytes: Uint8Array): Decoded {
  const { width, height, data } = decoding(() =>
    jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: mostPixels / 1e6,
      maxMemoryUsageInMB: 2048,
    }),
  );
  const plain = flattened({ width, height, channels: 3, values: data, top: 255 });
  const turn = turnOf(bytes);
  return turn === 1 ? plain : { ...plain, picture: turned(plain.picture, turn), turned: true };
}

/** One channel or three, 8 bits each, on white. */
function flattened(of: {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: ArrayLike<number>;
  /** The brightest value. */
  readonly top: number;
}): Decoded {
  const { width, height, channels, values, top } = of;
  const scale = 255 / top;
  const colours = channels > 2 ? 3 : 1;
  const size = width * height;
  const pixels = new Uint8Array(size * colours);
  let alpha = false;
  let grey = true;
  for (let i = 0; i < size; i++) {
    const opacity = channels === colours ? 1 : values[i * channels + colours]! / top;
    if (opacity < 1) alpha = true;
    for (let c = 0; c < colours; c++) {
      const value = values[i * channels + c]! * scale * opacity + 255 * (1 - opacity);
      pixels[i * colours + c] = Math.round(value);
    }
    if (colours === 3 && (pixels[3 * i] !== pixels[3 * i + 1] || pixels[3 * i] !== pixels[3 * i + 2]))
      grey = false;
  }
  const kept = colours === 3 && grey ? pixels.filter((_, i) => i % 3 === 0) : pixels;
  const picture = { height, width, channels: kept.length / size, pixels: kept };
  return { picture, alpha, deep: top > 255, turned: false };
}

function checkArea(width: number, height: number): void {
  if (width * height > mostPixels)
    throw new UnreadablePicture(`it has ${width}×${height} pixels: more than ${mostPixels / 1e6} million`);
  if (width * height === 0) throw new UnreadablePicture('it has no pixels');
}

function decoding<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw new UnreadablePicture(`it cannot be decoded (${(error as Error).message})`, { cause: error });
  }
}
