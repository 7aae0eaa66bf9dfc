import path from 'node:path';
import type { TaskSpec } from '../spec/spec.ts';
import { type SearchAndTest, splitTest } from './split.ts';
import type { Table } from './table.ts';
import { readTable } from './table-file.ts';
import { isFolder, isTextTask, readTextFolder, withDocument } from './text/documents.ts';

/**
 * The rows of a task's data.
 *
 * @param shownAs how messages name the file
 * @param part what is meant of a file that has both
 * @throws {DataError}
 */
export async function readData(
  task: TaskSpec,
  file: string,
  shownAs: string,
  part: 'train' | 'test' = 'train',
): Promise<Table> {
  // Drawn rows would leave gaps in series.
  if (task.type === 'time-series-forecasting') return readTable(file, shownAs, Number.POSITIVE_INFINITY);
  if (task.type.startsWith('image-')) {
    // The decoders are loaded where there are pictures only.
    const { readPictures } = await import('./images/picture-sources.ts');
    return readPictures(file, shownAs, {
      ...pictureOptions(task),
      besides: [...task.ignore, ...[task.group ?? []].flat()],
      mayLackTarget: false,
      part,
    });
  }
  if (isTextTask(task) && isFolder(file)) return readTextFolder(file, shownAs, task);
  return withDocument(await readTable(file, shownAs), task);
}

/**
 * The rows that trials see, and the test part, which only what follows a search may look at.
 *
 * @param file the data file
 * @throws {DataError}
 */
export async function readSplit(task: TaskSpec, file: string): Promise<SearchAndTest> {
  const read = (name: string, of = task, part?: 'test') =>
    readData(of, name, path.relative(process.cwd(), name), part);
  const { test } = task;
  if (typeof test !== 'string') return splitTest(await read(file), task);
  // The spec's folder is the working directory of the trial host.
  const table = await read(file);
  const { text } = table;
  const own = await read(path.resolve(test), text === undefined ? task : { ...task, text }, 'test');
  return splitTest(table, task, own);
}

/** How the pictures of a task are read. */
function pictureOptions({ image = 'image', size = 32, shape, target }: TaskSpec) {
  return { column: image, target, size, ...(shape ? { shape } : {}) };
}
