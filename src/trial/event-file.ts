/** Reading the event files of TensorBoard: TFRecord framing around `tensorflow.Event` messages, of which scalars are taken. */

export interface Scalar {
  readonly step: number;
  readonly tag: string;
  readonly value: number;
}

/** Longest record that is read; events with images may be long, scalars never are. */
const longestRecord = 256 * 2 ** 20;

/** What a record is framed with: its length (8 bytes) and the checksum of that (4), then its checksum (4). */
const head = 12;
const foot = 4;

/** The file is damaged, or is no event file. */
export class EventFileError extends Error {
  override readonly name = 'EventFileError';
}

/**
 * The scalars of the whole records at the beginning of some bytes.
 *
 * @returns how many bytes these records take; a record that is not complete yet is left for the next time
 * @throws {EventFileError} where a checksum is wrong
 */
export function readEvents(bytes: Buffer): { readonly scalars: readonly Scalar[]; readonly length: number } {
  const scalars: Scalar[] = [];
  let at = 0;
  while (bytes.length - at >= head) {
    const length = Number(bytes.readBigUInt64LE(at));
    if (bytes.readUInt32LE(at + 8) !== maskedChecksum(bytes.subarray(at, at + 8)) || length > longestRecord)
      throw new EventFileError(`at byte ${at} there is no record of an event file`);
    const end = at + head + length + foot;
    if (end > bytes.length) break;
    const record = bytes.subarray(at + head, at + head + length);
    if (bytes.readUInt32LE(end - foot) !== maskedChecksum(record))
      throw new EventFileError(`the record at byte ${at} is damaged`);
    scalars.push(...scalarsOf(record));
    at = end;
  }
  return { scalars, length: at };
}

/** `Event`: 2 = step, 5 = summary. `Summary`: 1 = value. `Summary.Value`: 1 = tag, 2 = simple_value, 8 = tensor. */
function scalarsOf(event: Buffer): Scalar[] {
  const scalars: Scalar[] = [];
  let step = 0;
  const summaries: Buffer[] = [];
  for (const { number, value } of fields(event)) {
    if (number === 2 && typeof value === 'bigint') step = Number(BigInt.asIntN(64, value));
    if (number === 5 && Buffer.isBuffer(value)) summaries.push(value);
  }
  for (const summary of summaries)
    for (const item of fields(summary)) {
      if (item.number !== 1 || !Buffer.isBuffer(item.value)) continue;
      let tag: string | undefined;
      let scalar: number | undefined;
      for (const { number, value } of fields(item.value)) {
        if (!Buffer.isBuffer(value)) continue;
        if (number === 1) tag = value.toString();
        else if (number === 2 && value.length === 4) scalar = value.readFloatLE();
        else if (number === 8) scalar = tensorScalar(value);
      }
      if (tag !== undefined && scalar !== undefined) scalars.push({ step, tag, value: scalar });
    }
  return scalars;
}

/**
 * The number of a `TensorProto` without dimensions, as TensorFlow 2 writes scalars: 1 = dtype (1 float, 2 double), 2 = shape,
 * 4 = tensor_content, 5 = float_val, 6 = double_val.
 */
function tensorScalar(tensor: Buffer): number | undefined {
  let type = 0n;
  let content: Buffer | undefined;
  for (const { number, value } of fields(tensor)) {
    if (number === 1 && typeof value === 'bigint') type = value;
    // `TensorShapeProto` 2 = dim: there is at least one.
    if (number === 2 && Buffer.isBuffer(value) && value.length > 0) return undefined;
    if ((number === 4 || number === 5 || number === 6) && Buffer.isBuffer(value)) content = value;
  }
  if (type === 1n && content?.length === 4) return content.readFloatLE();
  if (type === 2n && content?.length === 8) return content.readDoubleLE();
  return undefined;
}

interface Field {
  readonly number: number;
  /** A varint; else the bytes, of fixed numbers as well. */
  readonly value: bigint | Buffer;
}

/** The fields of a protobuf message. */
function* fields(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new EventFileError('an event ends in the middle of a field');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new EventFileError('an event has a number of more than 64 bits');
  };
  const take = (length: number): Buffer => {
    if (length > message.length - at) throw new EventFileError('an event ends in the middle of a field');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const key = Number(varint());
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === 0) yield { number, value: varint() };
    else if (wire === 1) yield { number, value: take(8) };
    else if (wire === 2) yield { number, value: take(Number(varint())) };
    else if (wire === 5) yield { number, value: take(4) };
    else throw new EventFileError(`an event has a field of the unknown kind ${wire}`);
  }
}

/** CRC-32C (Castagnoli), reflected. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
  return rest >>> 0;
});

/** The checksum as TFRecord has it: rotated, and a constant added. */
export function maskedChecksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
