import { createHash } from 'node:crypto';
import { createReadStream, fstatSync } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { argument } from '../report/safe.ts';
import { type Arguments, git, gitBytes, tryGit } from './git.ts';
import { type GitRepo, stateFolderName } from './repository.ts';

// Names of files are latin1 here, one character a byte: they need not be UTF-8.

/** Everything but our own folder, wherever it is; paths are from the root. */
export const everythingElse = ['--', ':/', `:(exclude,top,glob)**/${stateFolderName}/**`] as const;

/** What a file is that is not as the commit has it. */
export interface Change {
  /** Of git, or `new` for what it does not track. */
  readonly mode: string;
  readonly hash: string;
}

export function emptyTree(repo: GitRepo): Promise<string> {
  return git(repo.root, ['hash-object', '-t', 'tree', '/dev/null']);
}

/**
 * Tracked files that differ from a tree, staged or not, with the mode that they have now.
 *
 * @param submodules `untracked`: new files in a submodule do not make it another one
 */
export async function filesUnlike(
  repo: GitRepo,
  tree: string,
  submodules: 'none' | 'untracked' = 'none',
): Promise<ReadonlyMap<string, string>> {
  // Which files, not how: the text of a diff depends on a dozen settings, their content does not.
  const records = await gitRecords(repo, [
    '-c',
    'diff.autoRefreshIndex=true',
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    `--ignore-submodules=${submodules}`,
    argument(tree),
    ...everythingElse,
  ]);
  const files = new Map<string, string>();
  for (let index = 0; index + 1 < records.length; index += 2) {
    // :oldmode newmode oldhash newhash status. The hashes tell whether a change is staged, which makes no difference.
    files.set(records[index + 1]!, records[index]!.split(' ')[1]!);
  }
  return await withoutOwnOutput(repo, files);
}

/** Files that git neither tracks nor ignores, in order. */
export async function untrackedFiles(repo: GitRepo): Promise<readonly string[]> {
  const names = await gitRecords(repo, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    ...everythingElse,
  ]);
  const files = await withoutOwnOutput(repo, new Map(names.sort().map((name) => [name, ''])));
  return [...files.keys()];
}

/** NUL-separated output. */
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

/** A log that our own words go to changes with each of them, and trains nothing. */
async function withoutOwnOutput(
  repo: GitRepo,
  files: Map<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const own = new Set([1, 2].flatMap(fileBehind));
  if (own.size === 0) return files;
  for (const name of files.keys()) {
    const stat = await lstat(pathOf(repo, name), { bigint: true }).catch(() => undefined);
    if (stat && own.has(`${stat.dev} ${stat.ino}`)) files.delete(name);
  }
  return files;
}

/** Device and number of the file that is open there, if it is one. */
function fileBehind(descriptor: number): string[] {
  try {
    const stat = fstatSync(descriptor, { bigint: true });
    return stat.isFile() ? [`${stat.dev} ${stat.ino}`] : [];
  } catch {
    // Closed.
    return [];
  }
}

function pathOf(repo: GitRepo, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${repo.root}/`), Buffer.from(name, 'latin1')]);
}

/** Above this, size and time of change must do: reading all of a data set would take longer than it is worth. */
const largestRead = 256 * 1024 * 1024;

/** Hash of what a file holds, or a word for why it cannot be told. */
export async function contentHash(repo: GitRepo, name: string): Promise<string> {
  const file = pathOf(repo, name);
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
