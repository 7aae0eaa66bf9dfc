import { readFile } from 'node:fs/promises';
import { argument, type Safe } from '../report/safe.ts';
import type { GitHubApi } from './api.ts';
import type { RunContext } from './context.ts';
import { type Arguments, GitError, git, tryGit } from './git.ts';
import { headState } from './head.ts';
import { authorization, complaint, type RemoteCredentials } from './remote.ts';
import type { GitRepo, Repo } from './repository.ts';

/** The commit that head is compared with. It is in the local repository, or `found` is false. */
export type BaseCommit =
  | {
      readonly found: true;
      readonly sha: string;
      /** How it was chosen, for people: «merge base with main». */
      readonly how: string;
    }
  | {
      readonly found: false;
      /** Why there is nothing to compare with, and what to do: whole sentences. */
      readonly reason: string;
    };

export interface BaseOptions {
  /** Absent, or failing: git answers alone. */
  readonly api?: Pick<GitHubApi, 'mergeBase'> | undefined;
  /** For fetching from a private repository whose checkout keeps no credentials. */
  readonly credentials?: RemoteCredentials | undefined;
  /** The spec's `gate.base`: for events that name no base. Default: the default branch. */
  readonly ref?: string | undefined;
}

type Credentials = Pick<BaseOptions, 'credentials'>;

/**
 * The base of a run in GitHub Actions.
 *
 * It is the commit from which what is *checked out* departs from the base branch. A pull request is checked out by
 * default as an ephemeral merge commit, which holds the news of the base branch, too; measured against the merge base of
 * the branch alone, the pull request would answer for those. So for a merge commit the base is the side that the pull
 * request was merged into.
 */
export async function baseOfRun(
  repo: Repo,
  context: RunContext,
  options: BaseOptions = {},
): Promise<BaseCommit> {
  if (repo.kind === 'none') return nothing(`There is no base: ${repo.reason}.`);
  const fetch = { credentials: options.credentials };
  const head = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head === undefined) return nothing('There is no base: the repository has no commit.');
  switch (context.kind) {
    case 'pull-request': {
      const merged = await mergedInto(repo, head, context.headSha);
      if (merged)
        return await present(
          repo,
          merged,
          `${context.base.ref}, into which this pull request was merged for the run`,
          fetch,
        );
      const how = `merge base with ${context.base.ref}`;
      try {
        const sha = await options.api?.mergeBase(context.base.sha, head);
        if (sha !== undefined) return await present(repo, sha, how, fetch);
      } catch {
        // No permission, no answer, or a commit that only this machine has: git can tell, too.
      }
      const base = await present(repo, context.base.sha, how, fetch);
      return base.found ? await mergeBase(repo, context.base.sha, head, how, fetch) : base;
    }
    case 'merge-group':
      return await present(repo, context.base.sha, `${context.base.ref} before this merge group`, fetch);
    case 'push':
      if (context.ref === `refs/heads/${context.defaultBranch}` && options.ref === undefined) {
        const branch = context.defaultBranch;
        if (!context.before) return nothing(`There is no base: the push created ${branch}.`);
        return await present(repo, context.before, `${branch} before this push`, fetch);
      }
      return await baseOfBranch(repo, head, context, options);
    default:
      return await baseOfBranch(repo, head, context, options);
  }
}

/** The merge base with a branch that a checkout for a run may not have. */
async function baseOfBranch(
  repo: GitRepo,
  head: string,
  context: RunContext,
  options: BaseOptions,
): Promise<BaseCommit> {
  const branch = options.ref ?? context.defaultBranch;
  if (branch === undefined || (options.ref !== undefined && (await resolveRef(repo, options.ref))))
    return await baseOfWorkTree(repo, options.ref, options);
  if (/^[0-9a-f]{40}$/.test(branch)) return await present(repo, branch, branch.slice(0, 12), options);
  const how = `merge base with ${branch}`;
  let base: BaseCommit | undefined;
  if (options.ref === undefined) {
    try {
      const sha = await options.api?.mergeBase(branch, head);
      if (sha !== undefined) base = await present(repo, sha, how, options);
    } catch {
      // As above: git can tell, too.
    }
  }
  if (base === undefined) {
    const remote = await findRemoteRef(repo, branch, options);
    if (remote.sha === undefined)
      return nothing(
        `There is no base: the branch ${branch} was not found${remote.problem ? `: ${remote.problem}` : ''}.`,
      );
    base = await present(repo, remote.sha, remote.isBranch ? how : branch, options);
    if (base.found && remote.isBranch) base = await mergeBase(repo, remote.sha, head, how, options);
  }
  if (!base.found || base.sha !== head) return base;
  return nothing(`There is nothing to compare: what is checked out is part of ${branch} already.`);
}

/** What a branch or tag is at the remote. */
async function findRemoteRef(
  repo: GitRepo,
  name: string,
  options: Credentials,
): Promise<{ readonly sha?: string; readonly isBranch: boolean; readonly problem?: string | undefined }> {
  // An annotated tag is an object of its own; with ^{} stands the commit that it names.
  const refs = [`refs/heads/${name}`, `refs/tags/${name}^{}`, `refs/tags/${name}`] as const;
  const { text = '', problem } = await askRemote(
    repo,
    ['ls-remote', await remoteName(repo), ...refs],
    options,
  );
  const known = new Map(text.split('\n').map((line) => line.split('\t').reverse() as [string, string]));
  for (const ref of refs) {
    const sha = known.get(ref);
    if (sha) return { sha, isBranch: ref.startsWith('refs/heads/') };
  }
  return { isBranch: false, problem };
}

/**
 * The base on the command line, and of events that name none.
 *
 * @param ref a branch stands for its merge base with HEAD, a tag or commit for itself; `undefined`: the default branch
 */
export async function baseOfWorkTree(
  repo: Repo,
  ref: string | undefined,
  options: Credentials = {},
): Promise<BaseCommit> {
  if (repo.kind === 'none') return nothing(`There is no base: ${repo.reason}.`);
  const state = await headState(repo);
  if (state.sha === undefined) return nothing('There is no base: the repository has no commit.');

  let candidate: BaseCommit;
  if (ref !== undefined) {
    const named = await resolveRef(repo, ref);
    if (named === undefined)
      return nothing(
        `There is no base: git knows no ${JSON.stringify(ref)} here. Name a branch, tag or commit, or fetch it first.`,
      );
    candidate = named.branch
      ? await mergeBase(repo, named.sha, state.sha, `merge base with ${named.branch}`, options)
      : { found: true, sha: named.sha, how: ref };
  } else {
    const branch = await defaultBranch(repo);
    if (branch === undefined)
      return state.dirty
        ? uncommitted(state.sha)
        : nothing(
            'There is no base: this repository has no branch origin/HEAD, main or master. Name one with --base.',
          );
    candidate = await mergeBase(repo, branch.sha, state.sha, `merge base with ${branch.branch}`, options);
  }
  if (!candidate.found || candidate.sha !== state.sha) return candidate;
  if (state.dirty) return uncommitted(state.sha);
  // On the default branch itself, after a merge: what did the last commit do?
  const before =
    ref === undefined
      ? await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{tree}'])
      : undefined;
  if (before !== undefined)
    return { found: true, sha: await git(repo.root, ['rev-parse', 'HEAD^1']), how: 'the commit before HEAD' };
  return nothing(
    `There is nothing to compare: HEAD is the base itself (${candidate.how}) and no file is changed. Name an earlier commit with --base, such as --base HEAD~1.`,
  );
}

function uncommitted(sha: string): BaseCommit {
  return { found: true, sha, how: 'HEAD, without the changes that are not committed' };
}

function nothing(reason: string): BaseCommit {
  return { found: false, reason };
}

interface NamedCommit {
  readonly sha: string;
  /** Short name when the ref is a branch. */
  readonly branch?: string;
}

async function resolveRef(repo: GitRepo, ref: string): Promise<NamedCommit | undefined> {
  // A ref such as `--all` would be an option.
  if (ref === '' || ref.startsWith('-')) return undefined;
  const full = await tryGit(repo.root, [
    'rev-parse',
    '--symbolic-full-name',
    '--end-of-options',
    argument(ref),
  ]);
  for (const name of [ref, `origin/${ref}`]) {
    const sha = await tryGit(repo.root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ]);
    if (sha === undefined) continue;
    const isBranch = name !== ref || /^refs\/(heads|remotes)\//.test(full?.split('\n').at(-1) ?? '');
    return isBranch && ref !== 'HEAD' ? { sha, branch: name } : { sha };
  }
  return undefined;
}

async function defaultBranch(repo: GitRepo): Promise<Required<NamedCommit> | undefined> {
  const remoteHead = await tryGit(repo.root, [
    'symbolic-ref',
    '--quiet',
    '--short',
    'refs/remotes/origin/HEAD',
  ]);
  const names = [remoteHead, 'origin/main', 'origin/master', 'main', 'master'];
  for (const branch of names) {
    if (branch === undefined) continue;
    const full = branch.startsWith('origin/') ? `refs/remotes/${branch}` : `refs/heads/${branch}`;
    const sha = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', `${full}^{commit}`]);
    if (sha !== undefined) return { sha, branch };
  }
  return undefined;
}

/** When HEAD is the merge of `head` into something: that something. Reads the commit itself, so a shallow clone will do. */
async function mergedInto(repo: GitRepo, commit: string, head: string): Promise<string | undefined> {
  if (commit === head) return undefined;
  const text = (await tryGit(repo.root, ['cat-file', 'commit', argument(commit)])) ?? '';
  const headers = text.split('\n\n')[0]!;
  const parents = [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]!);
  return parents.length === 2 && parents[1] === head ? parents[0] : undefined;
}

/** Makes sure that a commit is here, fetching it alone if need be. */
async function present(repo: GitRepo, sha: string, how: string, options: Credentials): Promise<BaseCommit> {
  if (await hasCommit(repo, sha)) return { found: true, sha, how };
  // With a depth, the clone's history gains a boundary at this commit; only a shallow clone may be given one.
  const depth = repo.shallow ? (['--depth=1'] as const) : [];
  const problem = await fetchFrom(repo, [...depth, await remoteName(repo), argument(sha)], options);
  if (problem === undefined && (await hasCommit(repo, sha))) return { found: true, sha, how };
  return nothing(
    `The base commit ${sha.slice(0, 12)} (${how}) is not in this clone and could not be fetched: ${problem ?? 'it did not arrive'}. Give actions/checkout \`fetch-depth: 0\`, or let it keep its credentials.`,
  );
}

async function hasCommit(repo: GitRepo, sha: string): Promise<boolean> {
  // Without this a partial clone would answer by fetching.
  const env = { GIT_NO_LAZY_FETCH: '1' };
  return (await tryGit(repo.root, ['cat-file', '-e', `${sha}^{tree}`], { env })) !== undefined;
}

/** How far to deepen a shallow clone, step by step; after these, all of it. */
const deepenings = [50, 500, 5000];

async function mergeBase(
  repo: GitRepo,
  base: string,
  head: string,
  how: string,
  options: Credentials,
): Promise<BaseCommit> {
  const steps = repo.shallow
    ? ([...deepenings.map((depth) => `--deepen=${depth}` as const), '--unshallow'] as const)
    : [];
  for (let step = 0; ; step++) {
    const found = await tryGit(repo.root, ['merge-base', argument(base), argument(head)]);
    if (found !== undefined && (await isCertain(repo, found, base, head)))
      return { found: true, sha: found, how };
    const deepen = steps[step];
    if (deepen === undefined) {
      return nothing(`There is no base: HEAD and ${base.slice(0, 12)} (${how}) have no common history.`);
    }
    const problem = await fetchFrom(
      repo,
      [deepen, await remoteName(repo), argument(base), argument(head)],
      options,
    );
    // A clone that has become complete says so here: nothing more to fetch, and the next look is the last.
    if (problem !== undefined && !/--unshallow on a complete repository/.test(problem)) {
      return nothing(
        `The merge base is beyond this shallow clone, and it could not be deepened: ${problem}. Give actions/checkout \`fetch-depth: 0\`.`,
      );
    }
  }
}

/**
 * Whether a merge base found in a shallow clone is the real one. It is when no commit between it and either side has
 * parents that were cut off: along those a better one might be hidden.
 */
async function isCertain(repo: GitRepo, found: string, base: string, head: string): Promise<boolean> {
  if (!repo.shallow) return true;
  const between = await git(repo.root, [
    'rev-list',
    '--boundary',
    argument(base),
    argument(head),
    `^${found}`,
  ]);
  const cut = new Set(await cutCommits(repo));
  return !between.split('\n').some((commit) => !commit.startsWith('-') && cut.has(commit));
}

async function cutCommits(repo: GitRepo): Promise<readonly string[]> {
  const file = await git(repo.root, ['rev-parse', '--path-format=absolute', '--git-path', 'shallow']);
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}

export async function remoteName(repo: GitRepo): Promise<Safe<'argument'>> {
  const remotes = (await git(repo.root, ['remote'])).split('\n').filter((name) => name !== '');
  return argument(remotes.includes('origin') ? 'origin' : (remotes[0] ?? 'origin'));
}

/** Fetches objects, no refs. Returns what went wrong. */
export async function fetchFrom<const Args extends readonly string[]>(
  repo: GitRepo,
  args: Arguments<Args>,
  options: Credentials,
): Promise<string | undefined> {
  const command = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    ...(args as readonly Safe<'argument'>[]),
  ] as const;
  return (await askRemote(repo, command, options)).problem;
}

/** Runs a command that talks to the remote: as the checkout is set up, then with our own credentials. */
async function askRemote<const Args extends readonly string[]>(
  repo: GitRepo,
  command: Arguments<Args>,
  options: Credentials,
): Promise<{ readonly text?: string; readonly problem?: string }> {
  // Ours second, since two authorization headers are refused where the checkout has left one.
  const environments = [{}, ...(options.credentials ? [authorization(options.credentials)] : [])];
  let problem = '';
  for (const env of environments) {
    try {
      return { text: await git<Args>(repo.root, command, { env }) };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      problem = complaint(error.stderr) || error.message;
    }
  }
  return { problem };
}
