import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readlink, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GitError, git, gitBytes, tryGit } from './git.ts';

/** The git repository around a folder, or why there is none. */
export type Repo =
  | {
      readonly kind: 'git' /** Top of the work tree, real path. */;
      readonly root: string;
      readonly shallow: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

export type GitRepo = Extract<Repo, { kind: 'git' }>;

/** What is checked out. */
export interface HeadState {
  /** Absent in a repository without commits. */
  readonly sha?: string;
  /** Whether tracked files differ from the commit, or untracked ones (not ignored) lie about. */
  readonly dirty: boolean;
  /** Hash of all code that git knows of or could: commit, changes, untracked files. Equal code, equal fingerprint. */
  readonly fingerprint: string;
}

/** Our folder at the top of a repository. */
export const stateFolderName = '.tunegate';

/** Finds the repository that a folder is in. Never fails for want of one. */
export async function findRepository(folder: string): Promise<Repo> {
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

/**
 * Makes our folder below `root`, with a `.gitignore` that hides it from git.
 *
 * @returns its path
 */
export async function ensureStateFolder(root: string): Promise<string> {
  const folder = path.join(root, stateFolderName);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return folder;
}

/** Everything but our own folder, wherever it is; paths are from the root. */
const everythingElse = ['--', ':/', `:(exclude,top,glob)**/${stateFolderName}/**`];

/** Reads what is checked out, changes included. */
export async function headState(repo: GitRepo): Promise<HeadState> {
  const sha = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  // Without a commit everything tracked is a change against the empty tree.
  const against = sha ?? (await git(repo.root, ['hash-object', '-t', 'tree', '/dev/null']));
  const diff = await gitBytes(repo.root, [
    'diff',
    '--binary',
    '--full-index',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    against,
    ...everythingElse,
  ]);
  const untracked = (
    await gitBytes(repo.root, ['ls-files', '--others', '--exclude-standard', '-z', ...everythingElse])
  )
    .toString('latin1')
    .split('\0')
    .filter((name) => name !== '')
    .sort();
  const hash = createHash('sha256');
  hash.update(`${sha ?? ''}\0${diff.length}\0`).update(diff);
  for (const name of untracked) {
    hash.update(`\0${name}\0`);
    hash.update(
      await contentHash(Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from(name, 'latin1')])),
    );
  }
  return {
    ...(sha === undefined ? {} : { sha }),
    dirty: diff.length > 0 || untracked.length > 0,
    fingerprint: hash.digest('hex').slice(0, 32),
  };
}

/** Above this, size and time of change must do: reading all of a data set would take longer than it is worth. */
const largestRead = 256 * 1024 * 1024;

async function contentHash(file: Buffer): Promise<string> {
  const hash = createHash('sha256');
  try {
    const stat = await lstat(file);
    if (stat.isSymbolicLink()) hash.update('link').update(await readlink(file, 'buffer'));
    else if (!stat.isFile()) hash.update('other');
    else if (stat.size > largestRead) hash.update(`large ${stat.size} ${stat.mtimeMs}`);
    else await pipeline(createReadStream(file), hash);
  } catch (error) {
    // Gone since it was listed, or not ours to read: that is a state of the tree, too.
    return `unreadable ${(error as NodeJS.ErrnoException).code}`;
  }
  return hash.digest('hex');
}
