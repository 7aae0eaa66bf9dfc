import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { argument, type Safe } from '../report/safe.ts';
import { identifyProcess, type ProcessIdentity, processState } from '../study/process-identity.ts';
import { GitError, git, gitBytes, tryGit } from './git.ts';
import { ensureStateFolder, type GitRepo } from './repository.ts';

/** Another commit of the repository, checked out beside what the user works on. */
export interface Worktree {
  readonly sha: string;
  /** Top of the checkout. */
  readonly root: string;
  /** The folder in it that stands for `folder` of the repository. It may be missing in that commit. */
  readonly folder: string;
  /** What a reader should know about this checkout, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * Checks out a commit in `.tunegate/worktrees/` for as long as `work` runs, and removes it then.
 *
 * What is installed but not committed (`node_modules`, `.venv`) is linked in, so that programs and modules are found as
 * they are at head. Submodules are not checked out; Git LFS does what it is set up to do.
 *
 * Each call has a checkout of its own, under a name that is never used again, so that several processes can work at
 * once. Those that dead processes left are removed by the next one.
 *
 * @param folder a folder of the repository, absolute
 * @param options `links: false`: what is installed is not linked in, since it will be installed there
 * @throws {GitError} when git cannot check the commit out
 */
export async function withWorktree<T>(
  repo: GitRepo,
  sha: string,
  folder: string,
  work: (worktree: Worktree) => Promise<T>,
  { links: linked = true }: { readonly links?: boolean } = {},
): Promise<T> {
  const worktrees = path.join(await ensureStateFolder(repo.root), 'worktrees');
  await mkdir(worktrees, { recursive: true });
  await removeAbandoned(repo, worktrees);

  const name = `${sha.slice(0, 12)}-${randomBytes(3).toString('hex')}`;
  const root = path.join(worktrees, name);
  let links: readonly string[] = [];
  try {
    // Before the checkout: should we die, the next one finds whose it was.
    await writeFile(path.join(worktrees, name + ownerSuffix), JSON.stringify(identifyProcess(process.pid)));
    await changeWorktrees(repo, ['add', '--detach', '--quiet', argument(root), argument(sha)]);
    if (linked) links = await linkInstalled(repo, root);
    const inside = path.relative(repo.root, await realpath(folder));
    return await work({
      sha,
      root,
      folder: path.join(root, inside),
      notices: await noticesFor(root, sha, linked),
    });
  } finally {
    // One by one and first, so that nothing that deletes recursively can walk through them.
    for (const link of links) await unlink(link).catch(() => {});
    await removeWorktree(repo, worktrees, name);
  }
}

const ownerSuffix = '.owner.json';

/** Of an owner that nobody here can ask (another machine or container on the same disk), this much must have passed. */
const abandonedAfterMs = 3 * 24 * 3600 * 1000;

async function removeAbandoned(repo: GitRepo, worktrees: string): Promise<void> {
  for (const entry of await readdir(worktrees)) {
    if (entry.endsWith(ownerSuffix) && (await isAbandoned(path.join(worktrees, entry))))
      await removeWorktree(repo, worktrees, entry.slice(0, -ownerSuffix.length));
  }
}

async function isAbandoned(ownerFile: string): Promise<boolean> {
  let text: string;
  let age: number;
  try {
    text = await readFile(ownerFile, 'utf8');
    age = Date.now() - (await stat(ownerFile)).mtimeMs;
  } catch {
    // Its owner is done with it.
    return false;
  }
  try {
    const state = processState(JSON.parse(text) as ProcessIdentity);
    if (state !== 'elsewhere') return state === 'dead';
  } catch {
    // Half written.
  }
  return age > abandonedAfterMs;
}

/** Removes a checkout and git's record of it, whatever is left of either. */
async function removeWorktree(repo: GitRepo, worktrees: string, name: string): Promise<void> {
  const root = path.join(worktrees, name);
  try {
    // Twice --force: also when its creation was interrupted, which leaves it locked. Not `prune`, which would forget the
    // user's own worktrees on a disk that is not mounted now.
    await changeWorktrees(repo, ['remove', '--force', '--force', argument(root)]);
  } catch (error) {
    // Git does not know it, since it came to nothing.
    if (!(error instanceof GitError)) throw error;
  }
  await rm(root, { recursive: true, force: true, maxRetries: 3 });
  await rm(path.join(worktrees, name + ownerSuffix), { force: true });
}

type WorktreeArguments =
  | readonly ['add', '--detach', '--quiet', Safe<'argument'>, Safe<'argument'>]
  | readonly ['remove', '--force', '--force', Safe<'argument'>];

/** A complaint about git's own record of a worktree, which is beside no folder of ours. */
const gitRecord = /(?<!\.tunegate)\/worktrees\//;

/**
 * Runs `git worktree`, again where another one was in its way: git reads the records of all worktrees before it does
 * anything, and fails on one that is just being written or removed.
 */
async function changeWorktrees(repo: GitRepo, args: WorktreeArguments): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await git(repo.root, ['worktree', ...args]);
      return;
    } catch (error) {
      const inTheWay = error instanceof GitError && gitRecord.test(error.stderr);
      if (!inTheWay || attempt === 6) throw error;
      await sleep(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** Folders that installers make and nobody commits. */
const installed = new Set(['node_modules', '.venv', 'venv']);

/** Links what is installed in the repository into the checkout. Returns the links. */
async function linkInstalled(repo: GitRepo, root: string): Promise<readonly string[]> {
  const untracked = await gitBytes(repo.root, ['ls-files', '--others', '--directory', '-z']);
  const links: string[] = [];
  for (const entry of untracked.toString('utf8').split('\0')) {
    const inside = entry.replace(/\/$/, '');
    if (!installed.has(path.posix.basename(inside))) continue;
    const [target, link] = [path.join(repo.root, inside), path.join(root, inside)];
    // Where the commit has no such folder, or a file of its own in that place, there is nothing to link.
    if (!existsSync(path.dirname(link)) || existsSync(link)) continue;
    if (!(await stat(target).catch(() => undefined))?.isDirectory()) continue;
    await symlink(target, link, 'junction');
    links.push(link);
  }
  return links;
}

async function noticesFor(root: string, sha: string, linked: boolean): Promise<readonly string[]> {
  const notices: string[] = [];
  const short = sha.slice(0, 12);
  if (existsSync(path.join(root, '.gitmodules')))
    notices.push(`The base ${short} was checked out without its submodules.`);
  const workspaces =
    existsSync(path.join(root, 'pnpm-workspace.yaml')) || hasWorkspaces(path.join(root, 'package.json'));
  if (linked && workspaces)
    notices.push(
      `The base ${short} was trained with the installed packages of head; packages of this workspace are among them.`,
    );
  if (
    mentionsLfs(path.join(root, '.gitattributes')) &&
    !(await tryGit(root, ['config', 'filter.lfs.process']))
  )
    notices.push(
      `The base ${short} was checked out without its Git LFS files, since Git LFS is not set up here.`,
    );
  return notices;
}

function mentionsLfs(attributes: string): boolean {
  return existsSync(attributes) && /\bfilter=lfs\b/.test(readFileSync(attributes, 'utf8'));
}

function hasWorkspaces(manifest: string): boolean {
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { workspaces?: unknown }).workspaces !== undefined;
  } catch {
    return false;
  }
}
