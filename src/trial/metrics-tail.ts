import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import {
  Lines,
  opensDocument,
  type Parsed,
  parseLenient,
  parseReportLine,
  toReport,
} from './report-lines.ts';

/** Most bytes that one look takes in, so that a flood of reports cannot keep everything else waiting. */
const bytesPerRead = 2 ** 20;
/** Longest file that is one JSON document, in characters. */
const longestDocument = 16 * 2 ** 20;
/** How much of what was read last is looked at again, to see whether the file is still the same. */
const fingerprintBytes = 64;

/**
 * Follows the metrics file of a trial.
 *
 * It is meant to grow by lines, each a report. Programs do other things, too: they write the whole file anew for each
 * report (then only the lines that differ count), write one JSON document at the end (an object, or a list of them), or
 * end in the middle of a line.
 */
export class MetricsTail {
  readonly #file: string;
  readonly #metric: string;
  #lines = new Lines();
  #offset = 0;
  #fingerprint = Buffer.alloc(0);
  #inode: number | undefined;
  /** Lines read since the beginning of the file. */
  #number = 0;
  /** Digests of the lines taken, to know them again in a file that was written anew. */
  #taken: string[] = [];
  /** Everything read, while the file may be one JSON document over several lines. */
  #document: string | undefined;

  /** @param metric the one that must be a number where it is given */
  constructor(file: string, metric: string) {
    this.#file = file;
    this.#metric = metric;
  }

  /** How many looks it takes to see all that is there now. */
  get looksLeft(): number {
    try {
      return Math.ceil((statSync(this.#file).size - this.#offset) / bytesPerRead);
    } catch {
      return 0;
    }
  }

  /**
   * What has come since the last time, in portions.
   *
   * @param count tells how many reports the trial has made
   */
  *read(count: () => number): Generator<Parsed> {
    yield* this.#read(count, bytesPerRead);
  }

  /**
   * What is left when nothing more will come.
   *
   * @param torn the program was cut off: what it was writing just then is no mistake of its own
   */
  *finish(count: () => number, torn: boolean): Generator<Parsed> {
    yield* this.#read(count, Number.POSITIVE_INFINITY);
    const rest = this.#lines.rest();
    if (this.#document === undefined) {
      if (rest.trim() === '') return;
      if (this.#number > 0 || !opensDocument(rest)) {
        const parsed = [...this.#take(rest, count, true)];
        yield* torn ? parsed.filter((item) => 'report' in item) : parsed;
        return;
      }
    }
    const document = (this.#document ?? '') + rest;
    let value: unknown;
    try {
      value = parseLenient(document);
    } catch {
      // Not a document after all: then its first line is what is wrong.
      const [first = '', ...more] = document.split('\n');
      if (!torn) yield this.#parseLine(first, 1, count(), more.length === 0);
      return;
    }
    for (const item of Array.isArray(value) ? value : [value]) {
      const parsed = toReport(item, count(), this.#metric);
      yield 'report' in parsed ? parsed : { problem: `the metrics file has a report ${parsed.problem}` };
    }
  }

  *#read(count: () => number, most: number): Generator<Parsed> {
    for (const line of this.#newLines(most)) yield* this.#take(line, count);
  }

  *#take(line: string, count: () => number, isLast = false): Generator<Parsed> {
    const number = ++this.#number;
    if (this.#document !== undefined) {
      this.#document += `${line}\n`;
      if (this.#document.length <= longestDocument) return;
      this.#document = '';
      yield { problem: 'the metrics file is one JSON document of more than 16 MiB' };
      return;
    }
    if (number === 1 && opensDocument(line)) {
      this.#document = `${line}\n`;
      return;
    }
    const digest = createHash('sha1').update(line).digest('base64');
    if (this.#taken[number - 1] === digest) return;
    this.#taken.length = number - 1;
    this.#taken.push(digest);
    if (line.trim() !== '') yield this.#parseLine(line, number, count(), isLast);
  }

  /** @param isLast the program ended without ending the line */
  #parseLine(line: string, number: number, count: number, isLast = false): Parsed {
    const parsed = parseReportLine(line, count, this.#metric);
    if ('report' in parsed) return parsed;
    const example = `{"step": 1, ${JSON.stringify(this.#metric)}: 0.5}`;
    const where = isLast
      ? `the last line of the metrics file (line ${number}, without a line end)`
      : `line ${number} of the metrics file`;
    const problem =
      isLast && /^\s*[[{]/.test(line)
        ? parsed.problem.replace(/^not JSON/, 'not complete JSON')
        : parsed.problem;
    return { problem: `${where} is ${problem}; each line is an object such as ${example}` };
  }

  *#newLines(most: number): Generator<string> {
    let file: number;
    try {
      // Whatever the trial has put there (a named pipe, a device), opening it does not wait.
      file = openSync(this.#file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    } catch {
      return;
    }
    try {
      const { size, ino } = fstatSync(file);
      if (!fstatSync(file).isFile()) return;
      if (size < this.#offset || ino !== this.#inode || !this.#isSame(file)) this.#restart();
      this.#inode = ino;
      const end = Math.min(size, this.#offset + most);
      const chunk = Buffer.alloc(Math.min(64 * 1024, Math.max(0, end - this.#offset)));
      while (this.#offset < end) {
        const length = readSync(file, chunk, 0, Math.min(chunk.length, end - this.#offset), this.#offset);
        if (length === 0) return;
        const bytes = chunk.subarray(0, length);
        this.#offset += length;
        this.#fingerprint = Buffer.concat([this.#fingerprint, bytes]).subarray(-fingerprintBytes);
        yield* this.#lines.push(bytes);
      }
    } catch {
      // A disk that fails now and then: the next look tries again.
    } finally {
      closeSync(file);
    }
  }

  #isSame(file: number): boolean {
    const bytes = Buffer.alloc(this.#fingerprint.length);
    readSync(file, bytes, 0, bytes.length, this.#offset - bytes.length);
    return bytes.equals(this.#fingerprint);
  }

  #restart(): void {
    this.#offset = 0;
    this.#fingerprint = Buffer.alloc(0);
    this.#lines = new Lines();
    this.#number = 0;
    this.#document = undefined;
  }
}
