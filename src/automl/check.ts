import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { closestWord } from '../spec/closest.ts';
import type { Path } from '../spec/finding.ts';
import type { TaskSpec } from '../spec/spec.ts';
import { readFooter } from './parquet-footer.ts';
import { DataError, listed } from './table.ts';
import { checkEnding, chunksOf, endings, textReader } from './table-file.ts';
import { checkTextFolder, isFolder, isTextTask } from './text/documents.ts';

/** What is read of a data file at once to see its columns. */
const headBytes = 2 ** 16;

/** Data of a task that cannot be used, and where its spec says what is wrong. */
export class TaskDataError extends DataError {
  readonly path: Path;
  /** What to do about it. */
  readonly suggestion: string | undefined;

  constructor(path: Path, message: string, options: ErrorOptions & { readonly suggestion?: string } = {}) {
    super(message, options);
    this.path = path;
    this.suggestion = options.suggestion;
  }
}

/**
 * Looks at a data file before anything is run: that there is one of a format that can be read, and that it has the columns
 * which the task names. Longer files of JSON lines show all their columns only when they are read whole.
 *
 * @param folder of the spec
 * @throws {TaskDataError}
 */
export function checkTaskData(task: TaskSpec, folder: string): void {
  look('data', task.data, task, folder);
  // A column to ignore may be missing there.
  if (typeof task.test === 'string')
    look('test', task.test, isOfPictures(task) ? task : { ...task, ignore: [] }, folder);
}

function isOfPictures({ type }: TaskSpec): boolean {
  return type.startsWith('image-');
}

function look(key: 'data' | 'test', data: string, task: TaskSpec, folder: string): void {
  try {
    if (isOfPictures(task)) checkPictures(data, `task.${key}`, task, folder);
    else checkFile(data, `task.${key}`, task, folder);
  } catch (error) {
    if (error instanceof TaskDataError) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    // What the file system refuses is the spec's or the data's, not ours.
    if (!(error instanceof DataError) && code === undefined) throw error;
    const words = error instanceof DataError ? message : `task.${key}: ${data} cannot be read: ${message}`;
    throw new TaskDataError(['task', key], words, {
      cause: error,
      ...(existsSync(path.resolve(folder, data))
        ? {}
        : { suggestion: 'a path is relative to the spec: correct it, or bring the data there first' }),
    });
  }
}

/** Folders and arrays show what is wrong with them when they are read; a table shows its columns. */
function checkPictures(data: string, key: string, task: TaskSpec, folder: string): void {
  const file = path.resolve(folder, data);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new DataError(`${key}: there is no file or folder ${data}`);
  if (stat.isDirectory()) {
    if (task.type === 'image-regression')
      throw new DataError(
        `${key}: ${data} is a folder, whose folders are classes: for numbers give a table with a column of paths (.csv, .tsv, .jsonl, .parquet), or .npz`,
      );
    const inside = readdirSync(file, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
    if (!inside.some((entry) => entry.isDirectory() || entry.isSymbolicLink()))
      throw new DataError(
        `${key}: ${data} has no folders: one folder for each class is expected, with the images of the class in it`,
      );
    return;
  }
  const ending = path.extname(data).toLowerCase();
  if (ending === '.npz') return;
  if (!endings.includes(ending))
    throw new DataError(
      `${key}: ${data} ends in ${ending || 'nothing'}: images come as a folder with one folder for each class, as .npz, or as a table (${endings.join(', ')})`,
    );
  checkFile(data, key, task, folder);
}

function checkFile(data: string, key: string, task: TaskSpec, folder: string): void {
  const { target, ignore, group, time, text, series, known } = task;
  const file = path.resolve(folder, data);
  if (isTextTask(task) && isFolder(file)) {
    checkTextFolder(file, data, task);
    return;
  }
  if (isTextTask(task) && path.extname(data) === '' && !existsSync(file))
    throw new DataError(`${key}: there is no folder ${data}`);
  let head: Head;
  try {
    head = headOf(file, data);
  } catch (error) {
    throw new DataError(`${key}: ${(error as Error).message}`, { cause: error });
  }
  const { names, whole } = head;
  if (!whole) return;
  const wanted = {
    target: [target],
    text: [text ?? []].flat(),
    ignore,
    group: [group ?? []].flat(),
    time: [time ?? []].flat(),
    series: [series ?? []].flat(),
    known: known ?? [],
  };
  for (const [what, columns] of Object.entries(wanted))
    for (const [i, column] of columns.entries())
      if (!names.includes(column)) {
        const near = closestWord(column, names);
        throw new TaskDataError(
          ['task', what, i],
          `${data}:1: there is no column ${JSON.stringify(column)}, which task.${what} names; the columns are ${listed(names)}${near === undefined ? '' : `: did you mean ${JSON.stringify(near)}?`}`,
        );
      }
}

interface Head {
  readonly names: readonly string[];
  /** Whether these are all columns. */
  readonly whole: boolean;
}

function headOf(file: string, shownAs: string): Head {
  const ending = checkEnding(file, shownAs);
  if (ending === '.parquet') {
    const { columns, rows } = readFooter(file, shownAs);
    if (rows === 0) throw new DataError(`${shownAs} has columns and no rows`);
    return { names: columns.map(({ name }) => name), whole: true };
  }
  const reader = textReader(ending, shownAs);
  const hasHeader = ending === '.csv' || ending === '.tsv';
  let ended = false;
  for (const { chunk, last } of chunksOf(file, shownAs, headBytes)) {
    reader.push(chunk, last);
    ended = last;
    if (reader.rows > 0) break;
  }
  const { names } = reader.table();
  if (reader.rows === 0) throw new DataError(`${shownAs} has a header and no rows`);
  return { names, whole: hasHeader || ended };
}
