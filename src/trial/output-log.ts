import { closeSync, openSync, writeSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { inStorage } from '../storage.ts';
import { Mask } from './mask.ts';

const tailBytes = 4096;
/** All control characters but tab and line feed, and those that change the direction of writing. */
const controls = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What a trial prints, in a file of bounded size: the first half of the cap as it comes, and at the end the last half,
 * with a line between them that says how much is missing. Memory is bounded by half of the cap.
 */
export class OutputLog {
  readonly #file: number;
  readonly #half: number;
  readonly #rest: LastBytes;
  readonly #last = new LastBytes(tailBytes);
  readonly #mask: Mask;
  #headSize = 0;
  #open = true;

  /**
   * @param cap most bytes kept
   * @param secrets that are not to be kept, the longest first
   */
  constructor(path: string, cap: number, secrets: readonly string[] = []) {
    this.#mask = new Mask(secrets);
    this.#file = inStorage(path, () => openSync(path, 'w'));
    this.#half = Math.max(1, Math.floor(cap / 2));
    this.#rest = new LastBytes(this.#half);
  }

  write(chunk: Buffer): void {
    if (this.#open) this.#keep(this.#mask.push(chunk));
  }

  #keep(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#last.push(chunk);
    const head = chunk.subarray(0, this.#half - this.#headSize);
    if (head.length > 0) this.#put(head);
    this.#headSize += head.length;
    this.#rest.push(chunk.subarray(head.length));
  }

  /** The last lines, at most 4 KiB, without control sequences. */
  tail(): string {
    if (this.#open) this.#keep(this.#mask.rest());
    const text = stripVTControlCharacters(this.#last.read().toString('utf8')).replace(/\r\n?/g, '\n');
    return (
      text
        // What moves a cursor, rings a bell or turns the direction of writing would act on whoever reads it.
        .replace(controls, '')
        // A character that was cut in half at the beginning.
        .replace(/^\uFFFD+/, '')
        .trim()
    );
  }

  close(): void {
    if (!this.#open) return;
    this.#keep(this.#mask.rest());
    this.#open = false;
    const rest = this.#rest.read();
    const cut = this.#rest.total - rest.length;
    if (cut > 0) this.#put(Buffer.from(`\n[… ${cut} bytes are left out …]\n`));
    this.#put(rest);
    closeSync(this.#file);
  }

  #put(bytes: Buffer): void {
    try {
      for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from);
    } catch {
      // A full disk must not end a trial for the sake of its log.
    }
  }
}

/** A ring that remembers the last bytes of a stream; it grows up to its capacity as it is used. */
class LastBytes {
  readonly #capacity: number;
  #ring = Buffer.alloc(0);
  /** How many bytes were pushed in all. */
  total = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  push(chunk: Buffer): void {
    const kept = chunk.subarray(-this.#capacity);
    this.total += chunk.length - kept.length;
    this.#grow(Math.min(this.#capacity, this.total + kept.length));
    for (let from = 0; from < kept.length; ) {
      const at = this.total % this.#ring.length;
      const length = kept.copy(this.#ring, at, from);
      this.total += length;
      from += length;
    }
  }

  read(): Buffer {
    if (this.total <= this.#ring.length) return this.#ring.subarray(0, this.total);
    const at = this.total % this.#ring.length;
    return Buffer.concat([this.#ring.subarray(at), this.#ring.subarray(0, at)]);
  }

  /** Only before the ring has gone round for the first time does it grow, so that nothing has to be put in order. */
  #grow(needed: number): void {
    if (needed <= this.#ring.length) return;
    const grown = Buffer.alloc(Math.min(this.#capacity, Math.max(needed, 2 * this.#ring.length, 1024)));
    this.#ring.copy(grown);
    this.#ring = grown;
  }
}
