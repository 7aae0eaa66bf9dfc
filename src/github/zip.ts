import { crc32, inflateRawSync } from 'node:zlib';

/** A zip file that is damaged, hostile, or of a kind that artifacts are not. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

export interface ZipEntry {
  /** As it stands in the file: it may say `../..`, so it must not become a path. */
  readonly name: string;
  /** Unpacked bytes, as announced; `read` does not go beyond. */
  readonly size: number;
  /** @throws {ZipError} */
  read(): Buffer;
}

export interface ZipLimits {
  /** Most entries. */
  readonly entries: number;
  /** Most unpacked bytes of one entry. */
  readonly entrySize: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The entries of a zip file that nobody has vouched for. Reads in memory and writes nowhere; nothing is unpacked before
 * it is asked for, and never more than was announced. Folders are left out.
 *
 * Format: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (end). Neither ZIP64
 * nor encryption: an artifact within our limits needs neither.
 *
 * @throws {ZipError}
 */
export function readZip(zip: Buffer, limits: ZipLimits): readonly ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const offset = zip.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) throw new ZipError('it is in the ZIP64 format');
  if (count > limits.entries) throw new ZipError(`it has ${count} files, more than ${limits.entries}`);
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== centralSignature)
      throw new ZipError('its directory is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    );
    const next = at + 46 + nameLength! + extraLength! + commentLength!;
    if (next > end) throw new ZipError('its directory is damaged');
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength!),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    };
    at = next;
    if (entry.name.endsWith('/')) continue;
    entries.push({
      name: entry.name,
      size: entry.size,
      read: () => {
        if (entry.size > limits.entrySize)
          throw new ZipError(`${shown(entry.name)} is longer than ${limits.entrySize} bytes`);
        return unpack(zip, entry);
      },
    });
  }
  return entries;
}

interface CentralEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** The end record stands last, before a comment of at most 64 KiB. */
function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === endSignature && at + 22 + zip.readUInt16LE(at + 20) === zip.length)
      return at;
  }
  throw new ZipError('it is not a zip file');
}

function unpack(zip: Buffer, { name, flags, method, crc, packed, size, header }: CentralEntry): Buffer {
  const fail = (why: string) => new ZipError(`${shown(name)} ${why}`);
  if (flags & 1) throw fail('is encrypted');
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== localSignature) throw fail('is damaged');
  // Name and extra field have lengths of their own here; sizes may stand behind the data instead.
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  if (start + packed > zip.length) throw fail('is damaged');
  const data = zip.subarray(start, start + packed);
  let content: Buffer;
  if (method === 0) content = data;
  else if (method === 8) {
    try {
      content = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      throw fail(`cannot be unpacked: ${(error as Error).message}`);
    }
  } else throw fail(`is packed by a method that artifacts do not use (${method})`);
  if (content.length !== size) throw fail('is not as long as announced');
  if (crc32(content) !== crc) throw fail('does not match its checksum');
  return content;
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
