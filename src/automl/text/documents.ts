import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TaskSpec } from '../../spec/spec.ts';
import { DataError, type Table } from '../table.ts';
import { decodeUtf8 } from '../utf8.ts';
import { wordsOf } from './tokens.ts';

/** A column is free text where its values have so many words on average. */
const wordsOfText = 4;
/** … and are different in so great a share of the rows. */
const differentShare = 0.5;

export function isTextTask({ type }: Pick<TaskSpec, 'type'>): boolean {
  return type.startsWith('text-');
}

/**
 * The table of a text task, with the column that is read: the one that `task.text` names, or the only one of free text.
 * Tables of other tasks are left as they are.
 *
 * @throws {DataError} that names the candidates
 */
export function withDocument(table: Table, task: TaskSpec): Table {
  if (!isTextTask(task) || table.text !== undefined) return table;
  return { ...table, text: documentColumn(table, task) };
}

function documentColumn({ file, names, columns }: Table, task: TaskSpec): string {
  if (task.text !== undefined) {
    if (!names.includes(task.text))
      throw new DataError(
        `${file}:1: there is no text column ${JSON.stringify(task.text)}; the columns are ${names.join(', ')}`,
      );
    if (task.text === task.target)
      throw new DataError(`${file}: task.text and task.target are the same column, ${task.text}`);
    return task.text;
  }
  const apart = [task.target, task.group, task.time, ...task.ignore];
  const open = names.filter((name) => !apart.includes(name));
  const found = open.filter((name) => isFreeText(columns[names.indexOf(name)]!));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new DataError(
    found.length === 0
      ? `${file}: no column has free text; name the one to read with task.text: ${open.join(', ')}`
      : `${file}: ${found.join(' and ')} have free text; name the one to read with task.text`,
  );
}

function isFreeText(column: readonly string[]): boolean {
  const known = column.filter((text) => text !== '').slice(0, 1000);
  if (known.length === 0) return false;
  const words = known.reduce((sum, text) => sum + wordsOf(text).length, 0) / known.length;
  return words >= wordsOfText && new Set(known).size > differentShare * known.length;
}

/** Whether the data are a folder with a folder of texts for each class, as far as the disk says. */
export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Names of the folders of a folder: the classes. Hidden ones are none. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/**
 * Looks at a folder before anything is run: that it has classes, and texts in them.
 *
 * @throws {DataError}
 */
export function checkTextFolder(folder: string, shownAs: string, { type }: TaskSpec): void {
  if (type !== 'text-classification')
    throw new DataError(
      `${shownAs} is a folder: a task of type ${type} takes a table, with a column of texts and a column of numbers`,
    );
  const classes = foldersIn(folder);
  if (classes.length === 0)
    throw new DataError(
      `${shownAs} has no folders: a folder of texts has one folder a class, such as ${shownAs}/positive/1.txt`,
    );
  if (!classes.some((name) => textFiles(path.join(folder, name)).length > 0))
    throw new DataError(`${shownAs}: there is no .txt file in ${classes.join(', ')}`);
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.txt'))
    .sort();
}

/**
 * A folder with a folder of .txt files for each class as a table: the text, and the name of its folder.
 *
 * @throws {DataError}
 */
export function readTextFolder(folder: string, shownAs: string, task: TaskSpec): Table {
  checkTextFolder(folder, shownAs, task);
  const texts: string[] = [];
  const labels: string[] = [];
  for (const label of foldersIn(folder))
    for (const name of textFiles(path.join(folder, label))) {
      const shown = path.join(shownAs, label, name);
      texts.push(decodeUtf8(readBytes(path.join(folder, label, name), shown), shown).trim());
      labels.push(label);
    }
  const text = task.text ?? 'text';
  return {
    file: shownAs,
    names: [text, task.target],
    columns: [texts, labels],
    lines: Int32Array.from(texts, (_, i) => i + 1),
    text,
  };
}

function readBytes(file: string, shownAs: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new DataError(`${shownAs} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
