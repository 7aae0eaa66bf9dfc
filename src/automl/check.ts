import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { TaskSpec } from '../spec/spec.ts';
import { DataError, parseDelimited } from './table.ts';

/** What is read of a data file to see its columns. */
const headBytes = 2 ** 16;

/**
 * Looks at the head of a data file before anything is run: that there is one, and that it has the columns which the task
 * names. Files of JSON lines show their columns only when they are read whole.
 *
 * @param folder of the spec
 * @throws {DataError}
 */
export function checkTaskData(task: TaskSpec, folder: string): void {
  checkFile(task.data, 'task.data', task, folder);
  // A column to ignore may be missing there.
  if (typeof task.test === 'string') checkFile(task.test, 'task.test', { ...task, ignore: [] }, folder);
}

function checkFile(
  data: string,
  key: string,
  { target, ignore, group, time }: TaskSpec,
  folder: string,
): void {
  const ending = path.extname(data).toLowerCase();
  const text = head(path.resolve(folder, data), data, key);
  if (text.trim() === '') throw new DataError(`${data} is empty: the first row must name the columns`);
  if (ending !== '.csv' && ending !== '.tsv') return;
  const end = text.search(/\r?\n/);
  if (end < 0) throw new DataError(`${data} has a header and no rows`);
  const { names } = parseDelimited(text.slice(0, end), ending === '.tsv' ? '\t' : undefined, data);
  const wanted = { target: [target], ignore, group: [group ?? []].flat(), time: [time ?? []].flat() };
  for (const [what, columns] of Object.entries(wanted))
    for (const column of columns)
      if (!names.includes(column))
        throw new DataError(
          `${data}:1: there is no column ${JSON.stringify(column)}, which task.${what} names; the columns are ${names.join(', ')}`,
        );
}

function head(file: string, shownAs: string, key: string): string {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw new DataError(`${key}: ${shownAs} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, headBytes, 0)).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new DataError(`${key}: ${shownAs} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    closeSync(handle);
  }
}
