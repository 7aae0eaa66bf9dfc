import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TaskSpec } from '../../spec/spec.ts';
import { DataError, type Table } from '../table.ts';
import { unreadable } from '../table-file.ts';
import { decodeUtf8 } from '../utf8.ts';
import { wordsOf } from './tokens.ts';

/** A column is free text where its values have so many words on average. */
const wordsOfText = 4;
/** … and are different in so great a share of the rows. */
const differentShare = 0.5;
/** What the files of a folder of texts end in. */
export const textEnding = '.txt';
/** A model is asked of no more texts at once when they have so many characters. */
const charactersAtOnce = 2 ** 22;

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

/** Relative to the folder, sorted. */
function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith(textEnding))
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
      texts.push(readText(path.join(folder, label, name), path.join(shownAs, label, name)));
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

/** How a model is asked of texts. */
export interface TextFileOptions {
  /** The column that the model reads. */
  readonly text: string;
  readonly target: string;
  /** That the model tells apart; none for numbers. */
  readonly classes: readonly string[];
  /** Of a piece, at most. */
  readonly rows: number;
}

/**
 * The .txt files of a folder, at any depth, or a single one, in pieces: the file of each row, the text, and the target where
 * folders in the folder are named as classes (of texts beside those it is missing).
 *
 * @throws {DataError}
 */
export function* readTextFiles(
  file: string,
  shownAs: string,
  { text, target, classes, rows }: TextFileOptions,
): Generator<Table> {
  const [folder, names] = isFolder(file)
    ? [file, textFiles(file).filter((name) => !/(?:^|[\\/])\./.test(name))]
    : [path.dirname(file), [path.basename(file)]];
  if (names.length === 0) throw new DataError(`${shownAs}: there is no ${textEnding} file in this folder`);
  const labelOf = (name: string) => (name.includes(path.sep) ? name.split(path.sep, 1)[0]! : '');
  const labelled = names.some((name) => classes.includes(labelOf(name)));
  const files = ['file', 'path', 'name'].find((name) => name !== text && name !== target)!;
  let texts: string[] = [];
  let characters = 0;
  for (const [i, name] of names.entries()) {
    const next = readText(path.join(folder, name), folder === file ? path.join(shownAs, name) : shownAs);
    texts.push(next);
    characters += next.length;
    if (texts.length < rows && characters < charactersAtOnce && i < names.length - 1) continue;
    const from = i + 1 - texts.length;
    const own = names.slice(from, i + 1);
    const shown = own.map((of) => of.split(path.sep).join('/'));
    yield {
      file: shownAs,
      names: [files, text, ...(labelled ? [target] : [])],
      columns: [shown, texts, ...(labelled ? [own.map(labelOf)] : [])],
      lines: Int32Array.from(own, (_, row) => from + row + 1),
      files,
    };
    texts = [];
    characters = 0;
  }
}

/** @throws {DataError} when it cannot be read, or is no UTF-8 */
function readText(file: string, shownAs: string): string {
  return decodeUtf8(readBytes(file, shownAs), shownAs).trim();
}

function readBytes(file: string, shownAs: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(error, shownAs);
  }
}
