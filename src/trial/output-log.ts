import { closeSync, openSync, writeSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const tailBytes = 4096;

/**
 * What a trial prints, in a file of bounded size: the first half of the cap as it comes, and at the end the last half,
 * with a line between them that says how much is missing. Memory is bounded by the cap, too.
 */
export class OutputLog {
  readonly #file: number;
  readonly #half: number;
  #headSize = 0;
  #rest: Buffer[] = [];
  #restSize = 0;
  #cut = 0;
  #last: Buffer = Buffer.alloc(0);
  #open = true;

  /** @param cap most bytes kept */
  constructor(path: string, cap: number) {
    this.#file = openSync(path, 'w');
    this.#half = Math.max(1, Math.floor(cap / 2));
  }

  write(chunk: Buffer): void {
    if (!this.#open || chunk.length === 0) return;
    this.#last = Buffer.concat([this.#last, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
    const head = chunk.subarray(0, this.#half - this.#headSize);
    if (head.length > 0) this.#put(head);
    this.#headSize += head.length;
    const rest = chunk.subarray(head.length);
    if (rest.length === 0) return;
    this.#rest.push(Buffer.from(rest));
    this.#restSize += rest.length;
    while (this.#restSize > this.#half) {
      const first = this.#rest[0]!;
      const excess = this.#restSize - this.#half;
      const dropped = Math.min(first.length, excess);
      this.#cut += dropped;
      this.#restSize -= dropped;
      if (dropped === first.length) this.#rest.shift();
      else this.#rest[0] = first.subarray(dropped);
    }
  }

  /** The last lines, at most 4 KiB, without control sequences. */
  tail(): string {
    const text = stripVTControlCharacters(this.#last.toString('utf8')).replace(/\r(?!\n)/g, '\n');
    // A character that was cut in half at the beginning.
    return text.replace(/^\uFFFD+/, '').trim();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    if (this.#cut > 0) this.#put(Buffer.from(`\n[… ${this.#cut} bytes are left out …]\n`));
    for (const chunk of this.#rest) this.#put(chunk);
    this.#rest = [];
    closeSync(this.#file);
  }

  #put(bytes: Buffer): void {
    try {
      writeSync(this.#file, bytes);
    } catch {
      // A full disk must not end a trial for the sake of its log.
    }
  }
}
