import { closeSync, openSync, readdirSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { EventFileError, readEvents } from './event-file.ts';
import { type MetricFormat, type Row, readRows } from './metric-rows.ts';
import { isStep, type Parsed } from './report-lines.ts';

/** A file, or a folder of TensorBoard, that a command writes metrics to by itself. */
export interface MetricFile {
  /** Relative to the folder of the spec; placeholders stand for what they do in `run`. */
  readonly file: string;
  readonly format?: MetricFormat | 'tensorboard';
  /** Where a row says its step; else rows are counted. */
  readonly step?: string;
  /** What it calls the first step. Without it: 0 where the first row says so, else 1. */
  readonly firstStep?: number;
  /** Metric → path in the file. Without it: all numbers, under their own paths. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Follows one of them. What was there before counts only when it is written again. */
export interface MetricFollower {
  /** What has come since the last time. */
  read(count: () => number): Generator<Parsed>;
  /** What is left when nothing more will come. `torn`: the program was cut off. */
  finish(count: () => number, torn: boolean): Generator<Parsed>;
}

const longestFile = 64 * 2 ** 20;

/** Steps as we count them, from 1. */
class Steps {
  #first: number | undefined;

  constructor(first: number | undefined) {
    this.#first = first;
  }

  fromOne(step: number): number {
    this.#first ??= step === 0 ? 0 : 1;
    return step + 1 - this.#first;
  }
}

/** @param file its absolute path */
export function followMetricFile(source: MetricFile, file: string): MetricFollower {
  const format = source.format ?? formatOf(file);
  return format === 'tensorboard' ? new EventFolder(source, file) : new RowFile(source, file, format);
}

const formats: Readonly<Record<string, MetricFormat>> = {
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.toml': 'toml',
};

/** By its ending; what has none of these is of TensorBoard. */
export function formatOf(file: string): MetricFormat | 'tensorboard' {
  return formats[path.extname(file).toLowerCase()] ?? 'tensorboard';
}

class RowFile implements MetricFollower {
  readonly #source: MetricFile;
  readonly #file: string;
  readonly #format: MetricFormat;
  /** As it was when the trial began. */
  readonly #before: Stats | undefined;
  readonly #old: readonly string[];
  readonly #steps: Steps;
  /** The rows that are known, as text. */
  #known: readonly string[];
  #seen: Stats | undefined;
  #took = false;

  constructor(source: MetricFile, file: string, format: MetricFormat) {
    this.#source = source;
    this.#file = file;
    this.#format = format;
    this.#steps = new Steps(source.firstStep);
    this.#before = this.#seen = look(file);
    this.#old = this.#known = this.#rows(true)?.rows.map((row) => JSON.stringify(row)) ?? [];
  }

  *read(count: () => number): Generator<Parsed> {
    const now = look(this.#file);
    if (now === undefined || same(now, this.#seen)) return;
    this.#seen = now;
    const found = this.#rows(false);
    if (found) yield* this.#take(found, count);
  }

  *finish(count: () => number, torn: boolean): Generator<Parsed> {
    const now = look(this.#file);
    if (now === undefined || same(now, this.#before)) return;
    try {
      const found = readRows(this.#text(), this.#format, true);
      // Written again, just as it was.
      if (!this.#took && found.rows.every((row, i) => this.#old[i] === JSON.stringify(row))) this.#known = [];
      yield* this.#take(found, count);
    } catch (error) {
      if (torn) return;
      yield {
        problem: `${this.#source.file} cannot be read as ${this.#format}: ${(error as Error).message}`,
      };
    }
  }

  *#take({ rows, state }: { rows: readonly Row[]; state: boolean }, count: () => number): Generator<Parsed> {
    const texts = rows.map((row) => JSON.stringify(row));
    const goesOn = !state && this.#known.every((text, i) => texts[i] === text);
    const from = goesOn ? this.#known.length : 0;
    const before = this.#known;
    this.#known = texts;
    for (const [i, row] of rows.entries()) {
      if (i < from || (state && before[i] === texts[i])) continue;
      const metrics = pick(row, this.#source);
      const step = row[this.#source.step ?? 'step'];
      if (Object.keys(metrics).length === 0) continue;
      this.#took = true;
      const known = step !== undefined && isStep(step);
      yield { report: { step: known ? this.#steps.fromOne(step) : count() + 1, metrics } };
    }
  }

  #text(): string {
    if ((look(this.#file)?.size ?? 0) > longestFile) throw new Error('it has more than 64 MiB');
    return readFileSync(this.#file, 'utf8');
  }

  #rows(whole: boolean) {
    try {
      return readRows(this.#text(), this.#format, whole);
    } catch {
      // It may be half written just now: the end shows.
      return undefined;
    }
  }
}

function pick(row: Row, { values, step = 'step' }: MetricFile): Record<string, number> {
  if (values === undefined) return Object.fromEntries(Object.entries(row).filter(([name]) => name !== step));
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, at]) => (row[at] === undefined ? [] : [[name, row[at]]])),
  );
}

/** The event files in a folder, or one of them. Tags in a folder within are `folder/tag`, as TensorBoard calls its runs. */
class EventFolder implements MetricFollower {
  readonly #source: MetricFile;
  readonly #root: string;
  readonly #offsets = new Map<string, number>();
  readonly #steps: Steps;

  constructor(source: MetricFile, root: string) {
    this.#source = source;
    this.#root = root;
    this.#steps = new Steps(source.firstStep);
    for (const file of eventFiles(root)) this.#offsets.set(file, look(file)?.size ?? 0);
  }

  *read(): Generator<Parsed> {
    yield* this.#read(false);
  }

  *finish(_: () => number, torn: boolean): Generator<Parsed> {
    yield* this.#read(!torn);
  }

  *#read(strict: boolean): Generator<Parsed> {
    for (const file of eventFiles(this.#root)) {
      const run = path.relative(this.#root, path.dirname(file)).split(path.sep).join('/');
      const prefix = run === '' || run.startsWith('..') ? '' : `${run}/`;
      const steps = new Map<number, Record<string, number>>();
      try {
        for (const { step, tag, value } of this.#newScalars(file)) {
          const row = steps.get(step) ?? {};
          row[prefix + tag] = value;
          steps.set(step, row);
        }
      } catch (error) {
        if (!(error instanceof EventFileError) || !strict) continue;
        yield {
          problem: `${path.join(this.#source.file, path.relative(this.#root, file))}: ${error.message}`,
        };
        return;
      }
      for (const [step, row] of steps) {
        const metrics = pick(row, this.#source);
        if (Object.keys(metrics).length > 0) yield { report: { step: this.#steps.fromOne(step), metrics } };
      }
    }
  }

  #newScalars(file: string) {
    const from = this.#offsets.get(file) ?? 0;
    const size = look(file)?.size ?? 0;
    if (size <= from) return [];
    const bytes = Buffer.alloc(Math.min(size - from, longestFile));
    const handle = openSync(file, 'r');
    let length: number;
    try {
      length = readSync(handle, bytes, 0, bytes.length, from);
    } finally {
      closeSync(handle);
    }
    const events = readEvents(bytes.subarray(0, length));
    this.#offsets.set(file, from + events.length);
    return events.scalars;
  }
}

function eventFiles(root: string): string[] {
  const stats = look(root);
  if (stats?.isFile()) return [root];
  if (!stats) return [];
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.includes('tfevents'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

function look(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function same(a: Stats, b: Stats | undefined): boolean {
  return b !== undefined && a.mtimeMs === b.mtimeMs && a.size === b.size && a.ino === b.ino;
}
