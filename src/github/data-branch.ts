import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { argument } from '../report/safe.ts';
import { GitError, git, gitBytes } from './git.ts';
import { authorization, complaint, type RemoteCredentials } from './remote.ts';

/** A branch on the server that holds small files of ours and no code. It is never checked out. */
export interface DataBranch {
  /** Address of the repository on the server. */
  readonly url: string;
  /** Absent: git's own (a credential helper, an SSH key). */
  readonly credentials?: RemoteCredentials;
  /** Short name. */
  readonly name: string;
}

/** Path from the root → text. */
export type DataFiles = ReadonlyMap<string, string>;

/** What to write; `undefined` deletes. */
export type DataChange = ReadonlyMap<string, string | undefined>;

/** The branch could not be read or written. The message is a sentence for people. */
export class DataBranchError extends Error {
  override readonly name = 'DataBranchError';
}

/** Above this a file is none of ours. */
const largestFile = 256 * 1024;

/**
 * Reads the files below a folder of the branch; none when there is no such branch. The user's clone is left alone: what is
 * fetched goes to a scratch repository, so that a full clone does not become shallow by it.
 *
 * @throws {DataBranchError}
 */
export async function readDataBranch(branch: DataBranch, folder: string): Promise<DataFiles> {
  return await inScratch(async (scratch) => {
    const tip = await fetchTip(branch, scratch);
    return tip === undefined ? new Map() : await filesOf(scratch, tip, folder);
  });
}

export interface DataEdit {
  /** What `change` is shown: the files below it. */
  readonly folder: string;
  /** What to write, given what is there now. May be asked again with newer files when somebody else was faster. */
  readonly change: (files: DataFiles) => DataChange;
  readonly message: string;
}

export interface DataBranchOptions {
  /** Most pushes that are tried when others are faster. Default 12. */
  readonly tries?: number;
  /** Longest wait after the first of them, milliseconds; it doubles up to 30 times this. Default 200. */
  readonly waitMs?: number;
}

/**
 * Changes files of the branch in one commit on top of what is there; makes the branch where there is none. What others
 * push meanwhile is never lost: the push is no forced one, and when the server refuses it since the branch has moved, the
 * change is made again on top of theirs.
 *
 * @returns whether there was anything to change
 * @throws {DataBranchError}
 */
export async function editDataBranch(
  branch: DataBranch,
  edit: DataEdit,
  { tries = 12, waitMs = 200 }: DataBranchOptions = {},
): Promise<boolean> {
  return await inScratch(async (scratch) => {
    for (let attempt = 1; ; attempt++) {
      const tip = await fetchTip(branch, scratch);
      const files: DataFiles = tip === undefined ? new Map() : await filesOf(scratch, tip, edit.folder);
      const wanted = [...edit.change(files)].filter(([file, text]) => files.get(file) !== text);
      if (wanted.length === 0) return false;
      const commit = await makeCommit(scratch, tip, wanted, edit.message);
      const problem = await push(branch, scratch, commit);
      if (problem === undefined) return true;
      if (!problem.race || attempt === tries) throw new DataBranchError(problem.text);
      await sleep(waitMs * Math.min(30, 2 ** (attempt - 1)) * Math.random());
    }
  });
}

async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tunegate-data-'));
  try {
    await git(folder, ['init', '--quiet', '--bare']);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function environment({ credentials }: DataBranch): Record<string, string> {
  return credentials ? authorization(credentials) : {};
}

/** The newest commit of the branch, fetched without those before it. */
async function fetchTip(branch: DataBranch, scratch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch.name}`;
  const env = environment(branch);
  try {
    const listed = await git(
      scratch,
      ['ls-remote', '--end-of-options', argument(branch.url), argument(ref)],
      { env },
    );
    if (listed === '') return undefined;
    const fetch = ['fetch', '--quiet', '--no-tags', '--depth=1', '--force', '--end-of-options'] as const;
    await git(scratch, [...fetch, argument(branch.url), `${ref}:refs/tunegate/tip`], { env });
    return await git(scratch, ['rev-parse', 'refs/tunegate/tip']);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new DataBranchError(
      `The branch ${branch.name} could not be read: ${complaint(error.stderr) || error.message}`,
    );
  }
}

async function filesOf(scratch: string, commit: string, folder: string): Promise<DataFiles> {
  const listed = await git(scratch, ['ls-tree', '-r', '-z', '--long', argument(commit), '--', `${folder}/`]);
  const entries = listed.split('\0').flatMap((line) => {
    const found = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line);
    return found && Number(found[2]) <= largestFile ? [{ hash: found[1]!, file: found[3]! }] : [];
  });
  const input = entries.map(({ hash }) => `${hash}\n`).join('');
  const output = await gitBytes(scratch, ['cat-file', '--batch'], { input });
  const files = new Map<string, string>();
  let at = 0;
  for (const { file } of entries) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2]);
    files.set(file, output.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return files;
}

const identity = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

async function makeCommit(
  scratch: string,
  parent: string | undefined,
  changes: readonly (readonly [string, string | undefined])[],
  message: string,
): Promise<string> {
  const env = { GIT_INDEX_FILE: path.join(scratch, 'edit.index') };
  await git(
    scratch,
    parent === undefined ? (['read-tree', '--empty'] as const) : (['read-tree', argument(parent)] as const),
    { env },
  );
  const none = '0'.repeat(40);
  const lines: string[] = [];
  for (const [file, text] of changes) {
    if (text === undefined) {
      lines.push(`0 ${none}\t${file}`);
      continue;
    }
    const blob = await git(scratch, ['hash-object', '-w', '--no-filters', '--stdin'], { input: text });
    lines.push(`100644 ${blob}\t${file}`);
  }
  await git(scratch, ['update-index', '-z', '--index-info'], { env, input: `${lines.join('\0')}\0` });
  const tree = await git(scratch, ['write-tree'], { env });
  const onTop = parent === undefined ? [] : (['-p', argument(parent)] as const);
  return await git(scratch, ['commit-tree', argument(tree), ...onTop, '-F', '-'], {
    input: `${message}\n`,
    env: {
      GIT_AUTHOR_NAME: identity.name,
      GIT_AUTHOR_EMAIL: identity.email,
      GIT_COMMITTER_NAME: identity.name,
      GIT_COMMITTER_EMAIL: identity.email,
    },
  });
}

async function push(
  branch: DataBranch,
  scratch: string,
  commit: string,
): Promise<{ readonly race: boolean; readonly text: string } | undefined> {
  const command = [
    'push',
    '--quiet',
    '--porcelain',
    '--no-verify',
    '--end-of-options',
    argument(branch.url),
  ] as const;
  try {
    await git(scratch, [...command, `${commit}:refs/heads/${branch.name}`], { env: environment(branch) });
    return undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const said = `${error.stderr}\n${error.stdout}`;
    const race =
      /fetch first|non-fast-forward|cannot lock ref|reference already exists|failed to update ref|stale info|unable to (?:create|lock)|incorrect old value/.test(
        said,
      );
    return { race, text: explain(branch, error) };
  }
}

function explain({ name }: DataBranch, error: GitError): string {
  if (/\b403\b|Permission to .* denied|Write access to repository not granted/.test(error.stderr))
    return `The token may not push the branch ${name}. Add \`contents: write\` to the \`permissions:\` of the job that runs on the default branch.`;
  return `The branch ${name} could not be pushed: ${complaint(error.stderr) || error.message}`;
}
