import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

/** What the system refuses to a file or folder that Tunegate keeps: nothing of the command or the spec is wrong. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

const makeRoom = 'Make room there.';
const mayWrite = 'Let this user write there, or run as one who may.';
const makeWay = 'Move away the file that stands where a folder has to be.';
const elsewhere = 'Work in a folder that may be written.';

/** What a person can do about an answer of the system. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: makeRoom,
  EDQUOT: makeRoom,
  EFBIG: 'Allow larger files (ulimit -f).',
  EMFILE: 'Allow more open files (ulimit -n).',
  EROFS: elsewhere,
  EACCES: mayWrite,
  EPERM: mayWrite,
  ENOTDIR: makeWay,
  EEXIST: makeWay,
  EISDIR: 'Move away the folder that has its name.',
};

/** What can be done about an answer of the system; undefined for an error that does not come from outside of the program. */
export function remedyOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  const refusal = error as NodeJS.ErrnoException;
  const { code = '' } = refusal;
  return isUnmakeable(refusal) ? elsewhere : remedies[code];
}

/** What Node says of a folder on a file system that is read-only, although it would make all those above it. */
function isUnmakeable({ code, syscall }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' && (syscall === 'mkdir' || syscall === 'mkdtemp');
}

/**
 * Does something to a file or folder that Tunegate keeps.
 *
 * @throws {StorageError} with its path and what can be done, when the system refuses
 */
export function inStorage<T>(place: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const remedy = remedyOf(error);
    if (remedy === undefined) throw error;
    // Node names the path for some steps and not for others.
    const answer = isUnmakeable(error as Error)
      ? 'the folder cannot be made'
      : (error as Error).message.replace(/, \w+(?: '.*')?$/s, '');
    throw new StorageError(`${place} cannot be written: ${answer}. ${remedy}`, { cause: error });
  }
}

/**
 * Writes a file that Tunegate keeps. Where it does not fit, none is left: neither a half one nor an older one, which would
 * be taken for the new one.
 *
 * @throws {StorageError}
 */
export function keepFile(file: string, text: string): void {
  inStorage(file, () => {
    try {
      writeFileSync(file, text);
    } catch (error) {
      removeIfAllowed(file);
      throw error;
    }
  });
}

/**
 * Makes a folder that Tunegate keeps, with those above it.
 *
 * @throws {StorageError}
 */
export function keepFolder(folder: string): void {
  inStorage(folder, () => mkdirSync(folder, { recursive: true }));
}

function removeIfAllowed(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Why it cannot be written says more.
  }
}
