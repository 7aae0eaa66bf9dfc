import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, mkdir, open, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { argument } from '../report/safe.ts';
import { type Arguments, GitError, git, gitBytes, tryGit } from './git.ts';

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

/** That, and what is beside a spec. */
export interface HeadBesideSpec extends HeadState {
  /** Hash of all code but the spec, whatever the commit that has it. */
  readonly withoutSpec: string;
}

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

/** Everything but our own folder, wherever it is; paths are from the root. */
const everythingElse = ['--', ':/', `:(exclude,top,glob)**/${stateFolderName}/**`] as const;

/** What is checked out, changes included. */
export async function headState(repo: GitRepo): Promise<HeadState> {
  const { changes: _, tree: __, ...state } = await readHead(repo);
  return state;
}

/**
 * The same, and the code beside a spec: a commit of the spec alone, or of the same files again, leaves it what it is.
 *
 * @param spec path of the spec from the top of the repository
 */
export async function headBesideSpec(repo: GitRepo, spec: string): Promise<HeadBesideSpec> {
  const { changes, tree, ...state } = await readHead(repo);
  const committed = await gitBytes(repo.root, [
    'diff-tree',
    '-r',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    argument(await emptyTree(repo)),
    argument(tree),
    ...everythingElse,
    argument(`:(exclude,top,literal)${spec}`),
  ]);
  changes.delete(Buffer.from(spec).toString('latin1'));
  return { ...state, withoutSpec: fingerprint(committed.toString('latin1'), changes) };
}

function emptyTree(repo: GitRepo): Promise<string> {
  return git(repo.root, ['hash-object', '-t', 'tree', '/dev/null']);
}

function fingerprint(committed: string, changes: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(committed);
  for (const change of changes.values()) hash.update(change);
  return hash.digest('hex').slice(0, 32);
}

async function readHead(
  repo: GitRepo,
): Promise<HeadState & { readonly changes: Map<string, string>; readonly tree: string }> {
  const sha = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  // Without a commit everything tracked is a change against the empty tree.
  const tree = sha ?? (await emptyTree(repo));
  // Which files, not how: the text of a diff depends on a dozen settings, their content does not.
  const changed = await gitRecords(repo, [
    '-c',
    'diff.autoRefreshIndex=true',
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    '--ignore-submodules=none',
    argument(tree),
    ...everythingElse,
  ]);
  const untracked = await gitRecords(repo, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    ...everythingElse,
  ]);
  const changes = new Map<string, string>();
  for (let index = 0; index + 1 < changed.length; index += 2) {
    // :oldmode newmode oldhash newhash status. The hashes tell whether a change is staged, which makes no difference.
    const mode = changed[index]!.split(' ')[1]!;
    const name = changed[index + 1]!;
    changes.set(name, `\0${mode}\0${name}\0${await contentHash(repo, name)}`);
  }
  for (const name of untracked.sort()) changes.set(name, `\0new\0${name}\0${await contentHash(repo, name)}`);
  return {
    ...(sha === undefined ? {} : { sha }),
    dirty: changes.size > 0,
    fingerprint: fingerprint(sha ?? '', changes),
    changes,
    tree,
  };
}

/** NUL-separated output. As latin1, one character a byte: names of files need not be UTF-8. */
async function gitRecords<const Args extends readonly string[]>(
  repo: GitRepo,
  args: Arguments<Args>,
): Promise<string[]> {
  const output = await gitBytes<Args>(repo.root, args);
  return output
    .toString('latin1')
    .split('\0')
    .filter((record) => record !== '');
}

/** Above this, size and time of change must do: reading all of a data set would take longer than it is worth. */
const largestRead = 256 * 1024 * 1024;

async function contentHash(repo: GitRepo, name: string): Promise<string> {
  const file = Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from(name, 'latin1')]);
  const hash = createHash('sha256');
  try {
    const stat = await lstat(file);
    if (stat.isSymbolicLink()) hash.update('link').update(await readlink(file, 'buffer'));
    // A submodule, or a repository that lies about.
    else if (stat.isDirectory())
      hash.update((await tryGit(file.toString('utf8'), ['rev-parse', 'HEAD'])) ?? 'folder');
    else if (!stat.isFile()) hash.update('other');
    else if (stat.size > largestRead) hash.update(`large ${stat.size} ${stat.mtimeMs}`);
    else await pipeline(createReadStream(file), hash);
  } catch (error) {
    // Deleted, or not ours to read: that is a state of the tree, too.
    return `unreadable ${(error as NodeJS.ErrnoException).code}`;
  }
  return hash.digest('hex');
}
