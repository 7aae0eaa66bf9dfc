import {
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A file that was asked for cannot be written. */
export class OutputFileError extends Error {
  override readonly name = 'OutputFileError';
}

/**
 * Writes a file piece by piece. It has its name only when it is whole: until then it stands beside it as `NAME.part`, and is
 * removed when something fails. Who may read a file that is there may read the new one. What is no file (a pipe, a device) is written to as it is.
 *
 * @param shownAs how messages name the file
 * @returns what `make` does, which is given how to write
 * @throws {OutputFileError} when it cannot be written, and whatever `make` throws
 */
export async function writeInPieces<T>(
  file: string,
  shownAs: string,
  make: (write: (text: string) => void) => Promise<T>,
): Promise<T> {
  const act = <R>(step: () => R): R => writing(shownAs, step);
  const existing = act(() => statSync(file, { throwIfNoEntry: false }));
  const target = existing ? act(() => realpathSync(file)) : file;
  const draft = !existing || existing.isFile() ? `${target}.part` : target;
  const handle = act(() => openSync(draft, 'w', existing?.mode));
  let made: T;
  try {
    made = await make((text) => act(() => writeFileSync(handle, text)));
  } catch (error) {
    closeSync(handle);
    if (draft !== target) rmSync(draft, { force: true });
    throw error;
  }
  closeSync(handle);
  if (draft !== target) act(() => renameSync(draft, target));
  return made;
}

/**
 * Makes the folder of a file that is to be written.
 *
 * @throws {OutputFileError}
 */
export function makeFolderOf(file: string, shownAs: string): void {
  writing(shownAs, () => mkdirSync(path.dirname(file), { recursive: true }));
}

function writing<R>(shownAs: string, step: () => R): R {
  try {
    return step();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such folder' : message;
    throw new OutputFileError(`${shownAs} cannot be written: ${why}`, { cause: error });
  }
}
