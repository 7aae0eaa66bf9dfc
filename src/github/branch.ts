import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argument } from '../report/safe.ts';
import { type Arguments, GitError, git, tryGit } from './git.ts';
import { authorization, complaint, type RemoteCredentials } from './remote.ts';
import type { GitRepo } from './repository.ts';

/** A branch on the server that is ours: one commit on top of another one, made anew whenever it changes. */
export interface OwnBranch {
  readonly repo: GitRepo;
  /** Address of the repository on the server. */
  readonly url: string;
  readonly credentials: RemoteCredentials;
  /** Short name. */
  readonly name: string;
  /** A line that our commits on this branch have in their message, by which they are known again. */
  readonly trailer: string;
}

export interface NewCommit {
  readonly parent: string;
  /** Path from the root → new text. Each must be a file of the parent. */
  readonly files: Readonly<Record<string, string>>;
  readonly message: string;
}

export type PushResult =
  | { readonly kind: 'pushed' | 'unchanged'; readonly sha: string }
  /** Somebody else has pushed to the branch: it is theirs now. */
  | { readonly kind: 'theirs'; readonly sha: string };

/** The server would not take it, or cannot be reached. The message is a sentence for people. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

const tries = 4;

/**
 * Brings the branch to exactly one commit, ours. What others have pushed there is never overwritten: the push names the
 * commit that it replaces (`--force-with-lease`), and only one of ours is replaced.
 *
 * @throws {PushError}
 */
export async function pushBranch(branch: OwnBranch, commit: NewCommit): Promise<PushResult> {
  const sha = await makeCommit(branch, commit);
  for (let attempt = 1; ; attempt++) {
    const tip = await remoteTip(branch);
    if (tip !== undefined) {
      const known = await readTip(branch, tip);
      if (!known.ours) return { kind: 'theirs', sha: tip };
      if (known.parent === commit.parent && known.tree === (await treeOf(branch.repo, sha)))
        return { kind: 'unchanged', sha: tip };
    }
    const problem = await push(branch, `${sha}:refs/heads/${branch.name}`, tip);
    if (problem === undefined) return { kind: 'pushed', sha };
    // Somebody was faster between our look and our push: look again.
    if (!problem.race || attempt === tries) throw new PushError(problem.text);
  }
}

/**
 * Deletes the branch if it is still ours.
 *
 * @returns whether it is gone
 * @throws {PushError}
 */
export async function deleteBranch(branch: OwnBranch): Promise<boolean> {
  const tip = await remoteTip(branch);
  if (tip === undefined) return true;
  if (!(await readTip(branch, tip)).ours) return false;
  const problem = await push(branch, `:refs/heads/${branch.name}`, tip);
  if (problem?.race) return false;
  if (problem) throw new PushError(problem.text);
  return true;
}

const identity = {
  // The account that GitHub shows for what workflows commit.
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** Makes a commit without touching the work tree or the index. */
async function makeCommit({ repo, trailer }: OwnBranch, commit: NewCommit): Promise<string> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tunegate-index-'));
  try {
    const env = { GIT_INDEX_FILE: path.join(scratch, 'index') };
    await git(repo.root, ['read-tree', argument(commit.parent)], { env });
    for (const [file, text] of Object.entries(commit.files)) {
      const [mode] = (await git(repo.root, ['ls-tree', argument(commit.parent), '--', argument(file)])).split(
        ' ',
      );
      if (!mode || !/^100/.test(mode))
        throw new PushError(`${file} is not a file of the commit ${commit.parent}.`);
      const blob = await git(repo.root, ['hash-object', '-w', '--no-filters', '--stdin'], { input: text });
      await git(repo.root, ['update-index', '--cacheinfo', `${mode},${blob},${file}`], { env });
    }
    const tree = await git(repo.root, ['write-tree'], { env });
    const message = `${commit.message}\n\n${trailer}\n`;
    return await git(repo.root, ['commit-tree', argument(tree), '-p', argument(commit.parent), '-F', '-'], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: identity.name,
        GIT_AUTHOR_EMAIL: identity.email,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email,
      },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function treeOf(repo: GitRepo, sha: string): Promise<string> {
  return await git(repo.root, ['rev-parse', `${sha}^{tree}`]);
}

async function remoteTip(branch: OwnBranch): Promise<string | undefined> {
  const text = await ask(branch, ['ls-remote', argument(branch.url), `refs/heads/${branch.name}`]);
  return /^[0-9a-f]{40,64}/.exec(text)?.[0];
}

interface Tip {
  readonly ours: boolean;
  readonly parent?: string;
  readonly tree?: string;
}

async function readTip(branch: OwnBranch, tip: string): Promise<Tip> {
  const { repo } = branch;
  const read = () =>
    tryGit(repo.root, ['cat-file', 'commit', argument(tip)], { env: { GIT_NO_LAZY_FETCH: '1' } });
  let text = await read();
  if (text === undefined) {
    const depth = repo.shallow ? (['--depth=1'] as const) : [];
    await ask(branch, [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      ...depth,
      argument(branch.url),
      argument(tip),
    ]);
    text = await read();
  }
  if (text === undefined) return { ours: false };
  const [headers = '', ...body] = text.split('\n\n');
  const parents = [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]!);
  const tree = /^tree ([0-9a-f]+)$/m.exec(headers)?.[1];
  const ours =
    parents.length === 1 &&
    headers.includes(`\ncommitter ${identity.name} <${identity.email}> `) &&
    body.join('\n\n').split('\n').includes(branch.trailer);
  return { ours, ...(parents[0] ? { parent: parents[0] } : {}), ...(tree ? { tree } : {}) };
}

/** Pushes where the branch still is at `tip`. Returns what went wrong. */
async function push(
  branch: OwnBranch,
  refspec: string,
  tip: string | undefined,
): Promise<{ readonly race: boolean; readonly text: string } | undefined> {
  const lease = `--force-with-lease=refs/heads/${branch.name}:${tip ?? ''}` as const;
  try {
    await git(
      branch.repo.root,
      ['push', '--quiet', '--porcelain', '--no-verify', lease, argument(branch.url), argument(refspec)],
      {
        env: authorization(branch.credentials),
      },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const race =
      /stale info|fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref/.test(
        `${error.stderr}\n${error.stdout}`,
      );
    return { race, text: explain(branch, error) };
  }
}

async function ask<const Args extends readonly string[]>(
  branch: OwnBranch,
  command: Arguments<Args>,
): Promise<string> {
  try {
    return await git<Args>(branch.repo.root, command, { env: authorization(branch.credentials) });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new PushError(explain(branch, error));
  }
}

function explain({ name }: OwnBranch, error: GitError): string {
  if (/\b403\b|Permission to .* denied|Write access to repository not granted/.test(error.stderr))
    return `The token may not push the branch ${name}. Add \`contents: write\` to the \`permissions:\` of the workflow’s job.`;
  return `The branch ${name} could not be pushed: ${complaint(error.stderr) || error.message}`;
}
