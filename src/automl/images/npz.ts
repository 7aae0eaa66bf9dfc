import { crc32, inflateRawSync } from 'node:zlib';
import { DataError } from '../table.ts';

/** An array of NumPy, in C order. */
export interface NumpyArray {
  readonly shape: readonly number[];
  /** As NumPy spells it, without the order of the bytes: `u1`, `f4`, `i8`, `U`. */
  readonly type: string;
  readonly values: Uint8Array | Float32Array | Float64Array | readonly string[];
}

const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;
/** Zip writes this where a size does not fit into 32 bits. */
const elsewhere = 0xffffffff;

/** A file in a zip archive. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly at: number;
  /** CRC-32 of the content. */
  readonly checksum: number;
}

/**
 * Names and contents of the arrays of a `.npz` file (a zip archive of `.npy` files, NEP 1), each read when it is asked for.
 *
 * @param file for messages
 * @throws {DataError}
 */
export function openNpz(
  bytes: Buffer,
  file: string,
): { readonly names: readonly string[]; readonly read: (name: string) => NumpyArray } {
  const entries = new Map(directory(bytes, file).map((of) => [of.name.replace(/\.npy$/, ''), of]));
  return {
    names: [...entries.keys()],
    read: (name) => {
      const place = `${file}: array ${JSON.stringify(name)}`;
      return parseNpy(content(bytes, entries.get(name)!, place), place);
    },
  };
}

function directory(bytes: Buffer, file: string): Entry[] {
  const broken = (why: string) =>
    new DataError(
      `${file} is not a whole .npz file (${why}): write it again with numpy.savez, or copy it again`,
    );
  if (bytes.length < 22 || bytes.readUInt16LE(0) !== 0x4b50)
    throw broken('it does not begin as a zip archive');
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw broken('the end is missing');
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entry) throw broken('its directory is damaged');
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset));
    const [size, compressed, place] = wide(sizes, extra);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      compressed: compressed!,
      size: size!,
      at: place!,
      checksum: bytes.readUInt32LE(at + 16),
    });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes of 64 bits stand in an extra field, in this order, those that need it (zip64, APPNOTE 4.5.3). */
function wide(sizes: readonly number[], extra: Buffer): number[] {
  let from = 0;
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2);
  from += 4;
  return sizes.map((size) => {
    if (size !== elsewhere || from + 8 > extra.length) return size;
    from += 8;
    return Number(extra.readBigUInt64LE(from - 8));
  });
}

function content(bytes: Buffer, { at, method, compressed, size, checksum }: Entry, place: string): Buffer {
  try {
    // The name and the extra field may have other lengths here than in the directory.
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const own = bytes.subarray(from, from + compressed);
    const whole = method === 0 ? own : inflateRawSync(own, { maxOutputLength: Math.max(1, size) });
    if (whole.length !== size) throw new Error(`${whole.length} of ${size} bytes are there`);
    if (crc32(whole) !== checksum) throw new Error('it is damaged');
    return whole;
  } catch (error) {
    throw new DataError(`${place} cannot be unpacked: ${(error as Error).message}; write the file again`);
  }
}

/**
 * An `.npy` file.
 *
 * @param place for messages
 * @throws {DataError}
 */
export function parseNpy(bytes: Buffer, place: string): NumpyArray {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 6) !== '\x93NUMPY')
    throw new DataError(`${place} does not begin as an array of NumPy`);
  const long = bytes[6]! > 1;
  const length = long ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8);
  const from = (long ? 12 : 10) + length;
  const header = bytes.toString('latin1', long ? 12 : 10, from);
  const descr = /'descr':\s*'([<>|=]?)(\w+)'/.exec(header);
  const shapeText = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  if (!descr || shapeText === undefined)
    throw new DataError(
      `${place} has a type that is not read (${header.slice(0, 80).trim()}): use numbers or texts`,
    );
  const shape = shapeText.split(',').flatMap((text) => (text.trim() === '' ? [] : [Number(text)]));
  const [, order, type] = descr;
  const count = shape.reduce((product, side) => product * side, 1);
  const width = type!.startsWith('U') ? 4 * Number(type!.slice(1)) : Number(type!.slice(1));
  if (from + count * width > bytes.length)
    throw new DataError(`${place} is cut off: ${bytes.length - from} of ${count * width} bytes are there`);
  const values = read(bytes.subarray(from, from + count * width), type!, width, count, order === '>', place);
  const fortran = /'fortran_order':\s*True/.test(header) && shape.length > 1;
  return {
    shape,
    type: type!.replace(/^([US])\d+$/, '$1'),
    values: fortran ? inCOrder(values, shape) : values,
  };
}

const readers: Readonly<Record<string, readonly [little: string, big: string]>> = {
  u2: ['readUInt16LE', 'readUInt16BE'],
  i2: ['readInt16LE', 'readInt16BE'],
  u4: ['readUInt32LE', 'readUInt32BE'],
  i4: ['readInt32LE', 'readInt32BE'],
  u8: ['readBigUInt64LE', 'readBigUInt64BE'],
  i8: ['readBigInt64LE', 'readBigInt64BE'],
  f4: ['readFloatLE', 'readFloatBE'],
  f8: ['readDoubleLE', 'readDoubleBE'],
};

function read(
  bytes: Buffer,
  type: string,
  width: number,
  count: number,
  big: boolean,
  place: string,
): NumpyArray['values'] {
  if (type === 'u1' || type === 'b1') return Uint8Array.from(bytes);
  if (type === 'i1') return Float32Array.from({ length: count }, (_, i) => bytes.readInt8(i));
  if (type.startsWith('U') || type.startsWith('S'))
    return Array.from({ length: count }, (_, i) => {
      const own = bytes.subarray(i * width, (i + 1) * width);
      return (type.startsWith('S') ? own.toString('utf8') : utf32(own, big)).replace(/\0+$/, '');
    });
  if (type === 'f2')
    return Float32Array.from({ length: count }, (_, i) =>
      half(big ? bytes.readUInt16BE(2 * i) : bytes.readUInt16LE(2 * i)),
    );
  const names = readers[type];
  if (!names)
    throw new DataError(
      `${place} has the type ${type}${type === 'O' ? ' (objects)' : ''}, which is not read: use numbers or texts, such as x.astype("uint8")`,
    );
  const reader = bytes[names[big ? 1 : 0] as 'readDoubleLE'].bind(bytes);
  // Whole numbers of 32 bits need the 53 of a double.
  const made = width > 2 && type !== 'f4' ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) made[i] = Number(reader(i * width));
  return made;
}

function utf32(bytes: Buffer, big: boolean): string {
  let text = '';
  for (let i = 0; i + 4 <= bytes.length; i += 4)
    text += String.fromCodePoint(big ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i));
  return text;
}

/** IEEE 754 binary16. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** The last index runs fastest instead of the first. */
function inCOrder(values: NumpyArray['values'], shape: readonly number[]): NumpyArray['values'] {
  const made = values.slice() as (number | string)[] | Uint8Array;
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, side) => product * side, 1));
  const index = shape.map(() => 0);
  for (let to = 0; to < made.length; to++) {
    made[to] = values[index.reduce((sum, at, axis) => sum + at * strides[axis]!, 0)] as never;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      if (index[axis]! < shape[axis]!) break;
      index[axis] = 0;
    }
  }
  return made as NumpyArray['values'];
}
