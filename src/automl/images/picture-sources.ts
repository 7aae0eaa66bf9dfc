import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DataError, type Table } from '../table.ts';
import { readTable } from '../table-file.ts';
import { decodePicture, UnreadablePicture } from './decode.ts';
import { picturesOfNpz } from './npz-pictures.ts';
import { type KnownPicture, knownPicture, type PictureStore, type PixelRows } from './picture.ts';
import { picturesOfRows } from './pixel-table.ts';

/** How pictures are read. */
export interface PictureOptions {
  /** The column of pictures. */
  readonly column: string;
  /** The column to predict. */
  readonly target: string;
  /** Longest side: larger pictures are made smaller. */
  readonly size: number;
  /** Of pixels in a row: height, width, and channels if there is more than one. */
  readonly shape?: readonly number[];
  /** Columns that are no pixels. */
  readonly besides?: readonly string[];
  /** Columns that are pixels; absent: all others. */
  readonly pixelRows?: PixelRows;
  /** Whether rows without a target are of use. */
  readonly mayLackTarget: boolean;
  /** Values of a table to keep; a larger one is drawn from (see `readTable`). */
  readonly mostCells?: number;
  /** Which arrays of an .npz file are meant, where it has both. */
  readonly part: 'train' | 'test';
}

export const pictureEndings = ['.png', '.jpg', '.jpeg'];
/** Pictures too, but there is no decoder for them: they count as unreadable. */
const otherPictures = ['.gif', '.webp', '.bmp', '.tif', '.tiff', '.avif', '.heic'];
/** Share of pictures that may be unreadable. */
const mostUnreadable = 0.05;
/** Folders that are parts of data rather than classes. */
const splitNames = /^(?:train|training|test|testing|val|valid|validation|dev)$/i;

/**
 * Reads pictures: a folder with one folder a class, an `.npz` file, a table with a column of paths, or a table of pixels.
 *
 * @param shownAs how messages name the file
 * @throws {DataError}
 */
export async function readPictures(file: string, shownAs: string, options: PictureOptions): Promise<Table> {
  if (isFolder(file, shownAs)) return readFolder(file, shownAs, options);
  const ending = path.extname(file).toLowerCase();
  if (ending === '.npz') return picturesOfNpz(readFileSync(file), shownAs, options);
  if (pictureEndings.includes(ending)) {
    const names = [path.basename(file)];
    return withPictures(
      { file: shownAs, names: [options.column], columns: [names], lines: Int32Array.of(1) },
      path.dirname(file),
      options,
      [],
    );
  }
  const table = await readTable(file, shownAs, options.mostCells);
  if (!table.names.includes(options.column)) return picturesOfRows(table, options);
  return withPictures(table, path.dirname(file), options, []);
}

function isFolder(file: string, shownAs: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    throw new DataError(`${shownAs}: there is no such file or folder`);
  }
}

function readFolder(folder: string, shownAs: string, options: PictureOptions): Table {
  const notes: string[] = [];
  const { classes, loose } = classFolders(folder);
  const files: string[] = [];
  const labels: string[] = [];
  const others = new Map<string, number>();
  for (const name of classes) {
    const found = filesBelow(folder, name).filter((file) => {
      const ending = path.extname(file).toLowerCase();
      const fits = pictureEndings.includes(ending) || otherPictures.includes(ending);
      if (!fits) others.set(ending || 'no ending', (others.get(ending || 'no ending') ?? 0) + 1);
      return fits;
    });
    if (found.length === 0) notes.push(`The folder ${name} has no pictures: there is no such class.`);
    files.push(...found);
    for (const _ of found) labels.push(name);
  }
  if (others.size > 0)
    notes.push(
      `Files that are no pictures are left out: ${[...others].map(([ending, count]) => `${count} of ${ending}`).join(', ')}.`,
    );
  const labelled = files.length > 0;
  if (labelled && loose.length > 0)
    notes.push(`${loose.length} pictures beside the folders of the classes are left out.`);
  checkFolder({ shownAs, classes, loose, labelled, mayLackTarget: options.mayLackTarget });
  const own = labelled ? files : loose;
  const table: Table = {
    file: shownAs,
    names: labelled ? [options.column, options.target] : [options.column],
    columns: labelled ? [own, labels] : [own],
    lines: Int32Array.from(own, (_, i) => i + 1),
  };
  return withPictures(table, folder, options, notes);
}

/** Names of the folders in a folder, and of the pictures that are in none. Hidden ones are nobody's. */
export function classFolders(folder: string): {
  readonly classes: readonly string[];
  readonly loose: readonly string[];
} {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !/^(?:\.|__MACOSX$)/.test(name),
  );
  const isDirectory = (name: string) =>
    statSync(path.join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
  const classes = entries.filter(
    (entry) => entry.isDirectory() || (entry.isSymbolicLink() && isDirectory(entry.name)),
  );
  return {
    classes: classes.map(({ name }) => name).sort(),
    loose: entries
      .filter(
        (entry) =>
          !classes.includes(entry) && pictureEndings.includes(path.extname(entry.name).toLowerCase()),
      )
      .map(({ name }) => name)
      .sort(),
  };
}

/** @throws {DataError} when these cannot be classes with pictures */
function checkFolder(of: {
  readonly shownAs: string;
  readonly classes: readonly string[];
  readonly loose: readonly string[];
  readonly labelled: boolean;
  readonly mayLackTarget: boolean;
}): void {
  const { shownAs, classes, loose, labelled, mayLackTarget } = of;
  if (!labelled && loose.length === 0)
    throw new DataError(
      `${shownAs} has no pictures: one folder for each class is expected, with ${pictureEndings.join(', ')} in it`,
    );
  if (mayLackTarget) return;
  if (!labelled)
    throw new DataError(
      `${shownAs} has ${loose.length} pictures and no folders: put them into one folder for each class, or name a table with a column of their paths`,
    );
  if (classes.every((name) => splitNames.test(name)))
    throw new DataError(
      `${shownAs} has the folders ${classes.join(', ')}, which are parts and not classes: give data: ${path.posix.join(shownAs, classes.find((name) => /^train/i.test(name)) ?? classes[0]!)}${classes.some((name) => /^test/i.test(name)) ? `, and test: ${path.posix.join(shownAs, classes.find((name) => /^test/i.test(name))!)}` : ''}`,
    );
}

/** Relative to `folder`, with slashes, sorted. */
function filesBelow(folder: string, name: string): string[] {
  return readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'Thumbs.db')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The table with the pictures that its column names; rows without one are left out. */
export function withPictures(
  table: Table,
  folder: string,
  { column, size }: Pick<PictureOptions, 'column' | 'size'>,
  notes: string[],
): Table {
  const cells = table.columns[table.names.indexOf(column)]!;
  const pictures = new Map<string, KnownPicture>();
  const unreadable = new Map<string, string>();
  const met = { alpha: 0, deep: 0, turned: 0 };
  for (const cell of new Set(cells)) {
    if (cell === '') continue;
    try {
      const decoded = decodePicture(readBytes(path.resolve(folder, cell)));
      for (const what of ['alpha', 'deep', 'turned'] as const) if (decoded[what]) met[what] += 1;
      pictures.set(cell, knownPicture(decoded.picture, size));
    } catch (error) {
      if (!(error instanceof UnreadablePicture)) throw error;
      unreadable.set(cell, error.message);
    }
  }
  const count = pictures.size + unreadable.size;
  if (unreadable.size > 0) {
    const named = [...unreadable].slice(0, 3).map(([cell, why]) => `${cell}: ${why}`);
    const words = `${named.join('; ')}${unreadable.size > 3 ? `; and ${unreadable.size - 3} more` : ''}`;
    if (unreadable.size === count || unreadable.size > Math.max(1, mostUnreadable * count))
      throw new DataError(
        `${table.file}: ${unreadable.size} of ${count} pictures cannot be read (${words}): mend or remove them`,
      );
    notes.push(`${unreadable.size} of ${count} pictures cannot be read and are left out: ${words}.`);
  }
  const lacking = cells.filter((cell) => cell === '').length;
  if (lacking > 0) notes.push(`${lacking} rows without a picture are left out.`);
  if (pictures.size === 0) throw new DataError(`${table.file}: no row of ${column} names a picture`);
  if (met.alpha > 0)
    notes.push(`${met.alpha} pictures are transparent in places: what is behind is taken for white.`);
  if (met.deep > 0) notes.push(`${met.deep} pictures have 16 bits a channel: 8 of them are used.`);
  if (met.turned > 0) notes.push(`${met.turned} pictures are turned upright, as their EXIF data say.`);
  const kept = [...cells.keys()].filter((row) => pictures.has(cells[row]!));
  const store: PictureStore = { column, pictures, size, notes };
  return {
    ...table,
    columns: table.columns.map((of) => kept.map((row) => of[row]!)),
    lines: Int32Array.from(kept, (row) => table.lines[row]!),
    pictures: store,
  };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnreadablePicture(code === 'ENOENT' ? 'there is no such file' : message);
  }
}
