import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type Effect, StudyFold } from './fold.ts';
import { asBegun, createHeader, headerChanges, StudyChangedError, type StudyIdentity } from './header.ts';
import { endLeftovers } from './leftovers.ts';
import { acquireLock } from './lock.ts';
import {
  decodeRecord,
  encodeRecord,
  type JournalRecord,
  NewerFormatError,
  type StudyRecord,
} from './record.ts';

/** A journal that cannot be read or written. */
export class JournalError extends Error {
  readonly file: string;
  /** Counted from 1; absent when the problem is not in one line. */
  readonly line: number | undefined;
  constructor(file: string, line: number | undefined, problem: string, options?: ErrorOptions) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${problem}`, options);
    this.name = 'JournalError';
    this.file = file;
    this.line = line;
  }
}

/** A journal that this process holds the lock of. */
export interface Journal {
  readonly path: string;
  readonly header: StudyRecord;
  /** Everything read and appended, in order. */
  readonly records: readonly JournalRecord[];
  /** The study that the records tell so far: `append` goes on with it, and nobody else. */
  readonly fold: StudyFold;
  /** Where the journal is kept that was here before; absent where it goes on, and where there was none. */
  readonly replaced?: string;
  /**
   * Appends whole or not at all. `sync`: also waits until the disk has it.
   * Throws JournalError (disk full …), after which nothing of the record is in the file.
   *
   * @returns what the record did to the study
   */
  append(record: JournalRecord, options?: { readonly sync?: boolean }): Effect | undefined;
  /** Syncs, closes and gives up the lock. Calling it again does nothing. */
  close(): void;
}

/** The records of a journal's bytes, and how many of the bytes are whole lines. */
export interface ParsedJournal {
  readonly records: JournalRecord[];
  /** The study that they tell. */
  readonly fold: StudyFold;
  /** Bytes after this are a torn last line. */
  readonly wholeBytes: number;
}

const lineFeed = 0x0a;
const headerStart = '{"type":"study"';
const isFolder = 'this is a folder: name a file for the journal';
/** Whether a text is the beginning of a journal, were it torn after any of its bytes. */
const beginsLikeHeader = (text: string) => text.startsWith(headerStart) || headerStart.startsWith(text);
const noJournal =
  'this is no journal: it does not begin with the record of a study. It is left as it is: ' +
  'name another file for the journal, or move this one away';

/**
 * Reads the bytes of a journal. A last line without its line feed was torn by a kill and is left out.
 * Throws JournalError for any other damage, for a record that contradicts those before it, for a newer format, for a
 * missing or foreign header, and for a file that never was a journal.
 */
export function parseJournal(file: string, bytes: Uint8Array): ParsedJournal {
  const wholeBytes = bytes.lastIndexOf(lineFeed) + 1;
  const text = new TextDecoder().decode(bytes.subarray(0, wholeBytes));
  const records: JournalRecord[] = [];
  const fold = new StudyFold();
  let header: StudyRecord | undefined;
  let lineNumber = 0;
  for (const line of text.split('\n')) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const record = parseLine(file, lineNumber, line, !header);
    if (record.type === 'study') {
      if (header && header.id !== record.id)
        throw new JournalError(
          file,
          lineNumber,
          `here begins the journal of another study (${record.name}); only journals of one study can be put together`,
        );
      header ??= record;
    } else if (!header) {
      throw new JournalError(file, lineNumber, 'the journal does not begin with the record of its study');
    }
    try {
      fold.apply(record);
    } catch (error) {
      throw damaged(file, lineNumber, line, error);
    }
    records.push(record);
  }
  const torn = new TextDecoder().decode(bytes.subarray(wholeBytes, wholeBytes + headerStart.length));
  if (!header && !beginsLikeHeader(torn)) throw new JournalError(file, undefined, noJournal);
  return { records, fold, wholeBytes };
}

function parseLine(file: string, lineNumber: number, line: string, first: boolean): JournalRecord {
  try {
    return decodeRecord(line);
  } catch (error) {
    if (error instanceof NewerFormatError) throw new JournalError(file, lineNumber, error.message);
    // Two journals put together with `cat`, the first of them torn: its torn line runs into the second one's header.
    const joint = line.lastIndexOf(headerStart);
    if (joint > 0) {
      try {
        return decodeRecord(line.slice(joint));
      } catch {
        // Damaged there too: say what is wrong with the whole line.
      }
    }
    throw first && !beginsLikeHeader(line)
      ? new JournalError(file, undefined, noJournal)
      : damaged(file, lineNumber, line, error);
  }
}

function damaged(file: string, lineNumber: number, line: string, error: unknown): JournalError {
  const excerpt = line.length > 100 ? `${line.slice(0, 100)}…` : line;
  return new JournalError(
    file,
    lineNumber,
    `the journal is damaged in this line (${(error as Error).message}): ${JSON.stringify(excerpt)}. ` +
      'Put back a good copy, delete the line if you can do without it, or start fresh with --fresh',
    { cause: error },
  );
}

/** Reads the study of a journal without the lock: for reports and replays. Throws JournalError. */
export function readStudy(file: string): StudyFold {
  return readWhole(file).fold;
}

/** The same for the records themselves. */
export function readJournal(file: string): JournalRecord[] {
  return readWhole(file).records;
}

function readWhole(file: string): ParsedJournal {
  const parsed = parseJournal(file, readBytes(file));
  if (parsed.records.length === 0) throw new JournalError(file, undefined, 'the journal is empty');
  return parsed;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'there is no journal here: run the study first' : message;
    throw new JournalError(file, undefined, code === 'EISDIR' ? isFolder : problem, { cause: error });
  }
}

export interface OpenOptions {
  /** Do not go on with what is there: the old journal is kept as `<file>.old`, and older ones with a number. */
  readonly fresh?: boolean;
  /** Look for trials that a killed process left running, and end them. Default true. */
  readonly endLeftovers?: boolean;
  /**
   * Asked where the code is not the very same: the files that have changed since the study that is there began. None: it goes on.
   * Undefined: that is not known, and it does not.
   */
  readonly changedFiles?: (begun: StudyRecord) => Promise<readonly string[] | undefined>;
}

/**
 * Takes the lock, reads and repairs the journal at `file` or begins a new one.
 *
 * Trials that a killed process left running are ended first. Throws LockedError when another process works on the
 * study, StudyChangedError when the journal is of another study, JournalError when it cannot be read.
 */
export async function openJournal(
  file: string,
  identity: StudyIdentity,
  options: OpenOptions = {},
): Promise<Journal> {
  const folder = path.dirname(file);
  makeFolder(file, folder);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new JournalError(file, undefined, isFolder);
  const release = await acquireLock(file).catch((error: unknown) => {
    throw unwritable(file, error);
  });
  let journal: OpenJournal | undefined;
  try {
    if (existsSync(file) && options.endLeftovers !== false) await endLeftovers(folder);
    const replaced = options.fresh && existsSync(file) ? putAside(file) : undefined;
    const known = existsSync(file) ? repair(file) : { records: [], fold: new StudyFold() };
    const found = known.records.length > 0 ? known.fold.header : undefined;
    const files = found && found.code !== identity.code ? await options.changedFiles?.(found) : undefined;
    const asked = createHeader(found ? asBegun(identity, found, files) : identity, new Date());
    const changes = found ? headerChanges(found, asked, files) : [];
    if (changes.length > 0) throw new StudyChangedError(file, changes);
    journal = new OpenJournal(file, found ?? asked, known, release, replaced);
    if (!found) journal.append(asked, { sync: true });
    return journal;
  } catch (error) {
    journal?.giveUp();
    release();
    throw unwritable(file, error);
  }
}

/** What the system refuses, a full disk or a folder that may not be written, in words with the journal's name; any other error as it is. */
function unwritable(file: string, error: unknown): unknown {
  return error instanceof Error && 'syscall' in error
    ? new JournalError(file, undefined, `cannot write the journal: ${error.message}`, { cause: error })
    : error;
}

/** A journal that is kept in memory only, for a search that nobody wants to go on with. */
export function memoryJournal(identity: StudyIdentity): Journal {
  const header = createHeader(identity, new Date());
  const records: JournalRecord[] = [];
  const fold = new StudyFold();
  const append = (record: JournalRecord) => {
    records.push(record);
    return fold.apply(record);
  };
  append(header);
  return { path: '', header, records, fold, append, close: () => {} };
}

function makeFolder(file: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new JournalError(file, undefined, `there is no place for a journal: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * The journal becomes `<file>.old`. What had that name gets the next number (`<file>.old-2` is the oldest of all), so that
 * nothing is lost, and the last one is where everybody looks for it.
 */
function putAside(file: string): string {
  const old = `${file}.old`;
  if (existsSync(old)) {
    let number = 2;
    while (existsSync(`${old}-${number}`)) number += 1;
    renameSync(old, `${old}-${number}`);
  }
  renameSync(file, old);
  return old;
}

/** Reads the journal and cuts off a torn last line, so that it never glues to the next record. */
function repair(file: string): ParsedJournal {
  const bytes = readBytes(file);
  const parsed = parseJournal(file, bytes);
  if (parsed.wholeBytes < bytes.length) truncateSync(file, parsed.wholeBytes);
  return parsed;
}

class OpenJournal implements Journal {
  readonly path: string;
  readonly header: StudyRecord;
  readonly records: JournalRecord[];
  readonly fold: StudyFold;
  readonly replaced?: string;
  readonly #release: () => void;
  #file: number | undefined;
  #size: number;

  constructor(
    file: string,
    header: StudyRecord,
    { records, fold }: Pick<ParsedJournal, 'records' | 'fold'>,
    release: () => void,
    replaced: string | undefined,
  ) {
    this.path = file;
    this.header = header;
    this.records = records;
    this.fold = fold;
    if (replaced !== undefined) this.replaced = replaced;
    this.#release = release;
    this.#file = openSync(file, 'a');
    this.#size = fstatSync(this.#file).size;
  }

  append(record: JournalRecord, options: { readonly sync?: boolean } = {}): Effect | undefined {
    if (this.#file === undefined) throw new JournalError(this.path, undefined, 'the journal is closed');
    const line = Buffer.from(encodeRecord(record));
    try {
      // A full disk takes a part of it first; what is left then says why.
      for (let from = 0; from < line.length; ) from += writeSync(this.#file, line, from);
      if (options.sync) fsyncSync(this.#file);
    } catch (error) {
      // Half a record must not stay: the next one would glue to it.
      ftruncateSync(this.#file, this.#size);
      throw new JournalError(this.path, undefined, `cannot write the journal: ${(error as Error).message}`, {
        cause: error,
      });
    }
    this.#size += line.length;
    this.records.push(record);
    return this.fold.apply(record);
  }

  /** Leaves no empty file behind where nothing could be written. */
  giveUp(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    if (this.#size === 0) rmSync(this.path, { force: true });
  }

  close(): void {
    if (this.#file === undefined) return;
    const file = this.#file;
    this.#file = undefined;
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
      this.#release();
    }
  }
}
