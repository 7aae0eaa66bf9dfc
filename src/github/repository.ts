import { existsSync } from 'node:fs';
import { mkdir, open, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { GitError, git } from './git.ts';

/** The git repository around a folder, or why there is none. */
export type Repo =
  | {
      readonly kind: 'git' /** Top of the work tree, real path. */;
      readonly root: string;
      readonly shallow: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

export type GitRepo = Extract<Repo, { kind: 'git' }>;

/** Our folder at the top of a repository. */
export const stateFolderName = '.tunegate';

/** Finds the repository that a folder is in. Never fails for want of one. */
export async function findRepository(folder: string): Promise<Repo> {
  if (!existsSync(folder)) return { kind: 'none', reason: `the folder ${folder} does not exist` };
  try {
    const root = await git(folder, ['rev-parse', '--show-toplevel']);
    if (root === '') return { kind: 'none', reason: 'this is a bare git repository' };
    const shallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
    return { kind: 'git', root: await realpath(root), shallow };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { kind: 'none', reason: absenceReason(error) };
  }
}

function absenceReason(error: GitError): string {
  if (error.missing) return 'git is not installed or not on the PATH';
  if (/dubious ownership/.test(error.stderr))
    return 'git does not trust this folder, since it belongs to another user; if you do: git config --global --add safe.directory <folder>';
  if (/must be run in a work tree/.test(error.stderr)) return 'this is a bare git repository';
  if (/not a git repository/.test(error.stderr)) return 'this folder is not in a git repository';
  return error.message;
}

/** Our folder cannot be made, or nothing can be written into it. */
export class StateFolderError extends Error {
  override readonly name = 'StateFolderError';

  constructor(folder: string, cause: unknown) {
    super(`${folder}: there is no place for studies: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Makes our folder below `root`, with a `.gitignore` that hides it from git.
 *
 * @returns its path
 * @throws {StateFolderError} for a full disk, or a folder that may not be written
 */
export async function ensureStateFolder(root: string): Promise<string> {
  const folder = path.join(root, stateFolderName);
  const ignore = path.join(folder, '.gitignore');
  let begun = false;
  try {
    // Not recursively, which would say of a read-only disk that there is no such folder.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const file = await open(ignore, 'wx');
    begun = true;
    try {
      await file.writeFile('*\n');
    } finally {
      await file.close();
    }
  } catch (error) {
    // Empty it would stay so, and hide nothing.
    if (begun) await rm(ignore, { force: true });
    else if ((error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(ignore)) return folder;
    throw new StateFolderError(folder, error);
  }
  return folder;
}
