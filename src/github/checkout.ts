import { createHash } from 'node:crypto';
import path from 'node:path';
import { argument } from '../report/safe.ts';
import { type Change, contentHash, filesUnlike } from './code-files.ts';
import { git, tryGit } from './git.ts';
import type { GitRepo } from './repository.ts';

/** The code beside a spec as it was at some time, so that it can be told which files are not as they were. */
export interface Checkout {
  /** Tree of the commit. */
  readonly tree: string;
  /** Hashes of the files that differed from it, and of those that git did not track. */
  readonly changes: Readonly<Record<string, string>>;
}

/** More than that are data, too many to list in a journal. */
const mostChanges = 1000;
const emptyFile = createHash('sha256').digest('hex');

/** @param tree a tree, or the commit that has it */
export async function checkoutOf(
  repo: GitRepo,
  tree: string,
  changes: ReadonlyMap<string, Change>,
): Promise<Checkout | undefined> {
  const counting = [...changes].filter(
    // An empty file is where something is about to be written: `tunegate run | tee log` makes one.
    ([name, { mode, hash }]) => !isIgnoreFile(name) && !(mode === 'new' && hash === emptyFile),
  );
  if (counting.length > mostChanges) return undefined;
  return {
    tree: await git(repo.root, ['rev-parse', '--verify', argument(`${tree}^{tree}`)]),
    changes: Object.fromEntries(counting.map(([name, { hash }]) => [name, hash])),
  };
}

/** What git ignores trains nothing, and to add to it is what we ask for. */
function isIgnoreFile(name: string): boolean {
  return path.posix.basename(name) === '.gitignore';
}

/**
 * Files that are no longer as they were. Untracked ones that have come since do not count, for trainings write files; nor does what
 * git ignores by now.
 *
 * @param spec path of the spec from the top of the repository
 * @returns their names, for people; undefined where the commit of then is not here to compare with
 */
export async function changedSince(
  repo: GitRepo,
  then: Checkout,
  spec: string,
): Promise<readonly string[] | undefined> {
  // It may come from a journal of somebody else.
  const tree = /^[0-9a-f]+$/.test(then.tree)
    ? await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', argument(`${then.tree}^{tree}`)])
    : undefined;
  if (tree === undefined) return undefined;
  const unlike = await filesUnlike(repo, tree, 'untracked');
  const changed: string[] = [];
  for (const name of new Set([...unlike.keys(), ...Object.keys(then.changes)])) {
    if (isIgnoreFile(name) || name === Buffer.from(spec).toString('latin1')) continue;
    // What differed then and has been committed since is what it was.
    const was = Object.hasOwn(then.changes, name) ? then.changes[name] : undefined;
    if (was === undefined || was !== (await contentHash(repo, name)))
      changed.push(Buffer.from(name, 'latin1').toString('utf8'));
  }
  return await withoutIgnored(repo, changed);
}

async function withoutIgnored(repo: GitRepo, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return names;
  // It fails where it ignores none.
  const input = names.map((name) => `${name}\0`).join('');
  const ignored = await tryGit(repo.root, ['check-ignore', '-z', '--stdin'], { input });
  const known = new Set(ignored?.split('\0'));
  return names.filter((name) => !known.has(name));
}
