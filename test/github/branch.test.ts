import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { deleteBranch, type OwnBranch, PushError, pushBranch } from '../../src/github/branch.ts';
import { findRepository } from '../../src/github/repository.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder } from './git-fixture.ts';
import { type GitServer, type GitServerOptions, startGitServer } from './git-server.ts';

const trailer = 'Tunegate-Proposal: 123abc';
let server: GitServer | undefined;
afterEach(() => server?.close());

/** A bare repository behind a server, and a checkout of it that kept no credentials. */
async function setUp(options: GitServerOptions = {}, ...cloneArgs: string[]) {
  const source = newRepository();
  commit(source, { 'README.md': 'one\n' }, 'first');
  commit(source, { 'ml/tune.yml': 'lr: 0.1\n', 'run.sh': 'x\n' }, 'second');
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  server = await startGitServer(bare, 'secret', options);
  const work = clone(bare, ...cloneArgs);
  const repo = await findRepository(work);
  if (repo.kind === 'none') throw new Error(repo.reason);
  const branch: OwnBranch = {
    repo,
    url: server.url,
    credentials: { serverUrl: server.serverUrl, token: 'secret' },
    name: 'tunegate/digits-123abc',
    trailer,
  };
  const parent = gitIn(work, 'rev-parse', 'HEAD');
  const change = (text: string) => ({ parent, files: { 'ml/tune.yml': text }, message: 'Tune digits' });
  const tip = () => gitIn(bare, 'rev-parse', `refs/heads/${branch.name}`);
  return { bare, work, branch, parent, change, tip };
}

/** What a person does to the branch. */
function pushByHand(bare: string, branch: string, text: string): string {
  const theirs = clone(bare);
  gitIn(theirs, 'switch', '--quiet', branch);
  const sha = commit(theirs, { 'ml/tune.yml': text }, 'by hand');
  gitIn(theirs, 'push', '--quiet', 'origin', branch);
  return sha;
}

test.each([[[]], [['--depth=1']]] as const)(
  'one commit on top of what was measured (clone %j)',
  async (args) => {
    const { bare, work, branch, parent, change, tip } = await setUp({}, ...args);
    const status = () => gitIn(work, 'status', '--porcelain', '--branch');
    const before = status();
    const pushed = await pushBranch(branch, change('lr: 0.2\n'));
    expect(pushed).toEqual({ kind: 'pushed', sha: tip() });
    expect(gitIn(bare, 'rev-parse', `${tip()}^`)).toBe(parent);
    expect(gitIn(bare, 'show', `${tip()}:ml/tune.yml`)).toBe('lr: 0.2');
    expect(gitIn(bare, 'diff', '--name-only', parent, tip())).toBe('ml/tune.yml');
    expect(gitIn(bare, 'show', '--no-patch', '--format=%cn|%B', tip())).toBe(
      `github-actions[bot]|Tune digits\n\n${trailer}`,
    );
    // The work tree, the index and the branches of the checkout are as before.
    expect(status()).toBe(before);
    expect(readFileSync(path.join(work, 'ml/tune.yml'), 'utf8')).toBe('lr: 0.1\n');
    expect(readFileSync(path.join(work, '.git', 'config'), 'utf8')).not.toContain('secret');
  },
);

test('again: nothing new is nothing pushed; something new replaces our own commit', async () => {
  const { branch, change, tip } = await setUp();
  await pushBranch(branch, change('lr: 0.2\n'));
  const first = tip();
  expect(await pushBranch(branch, change('lr: 0.2\n'))).toEqual({ kind: 'unchanged', sha: first });
  expect(await pushBranch(branch, change('lr: 0.3\n'))).toMatchObject({ kind: 'pushed' });
  expect(tip()).not.toBe(first);
});

test('a commit of ours that this clone has never seen', async () => {
  const { bare, branch, change, tip } = await setUp();
  await pushBranch(branch, change('lr: 0.2\n'));
  const other = await findRepository(clone(bare, '--depth=1', '--branch=main'));
  if (other.kind === 'none') throw new Error(other.reason);
  expect(await pushBranch({ ...branch, repo: other }, change('lr: 0.3\n'))).toEqual({
    kind: 'pushed',
    sha: tip(),
  });
});

test('what a person pushed to the branch is never overwritten, and not deleted', async () => {
  const { bare, branch, change, tip } = await setUp();
  await pushBranch(branch, change('lr: 0.2\n'));
  const theirs = pushByHand(bare, branch.name, 'lr: 0.25\n');
  expect(await pushBranch(branch, change('lr: 0.3\n'))).toEqual({ kind: 'theirs', sha: theirs });
  expect(await deleteBranch(branch)).toBe(false);
  expect(tip()).toBe(theirs);
});

test('a person who is faster by a hair is not overwritten either', async () => {
  let race: (() => void) | undefined;
  const { bare, branch, change, tip } = await setUp({ onPush: () => race?.() });
  await pushBranch(branch, change('lr: 0.2\n'));
  let theirs = '';
  race = () => {
    race = undefined;
    theirs = pushByHand(bare, branch.name, 'lr: 0.25\n');
  };
  expect(await pushBranch(branch, change('lr: 0.3\n'))).toEqual({ kind: 'theirs', sha: theirs });
  expect(tip()).toBe(theirs);
});

test('two runs of ours at once: one commit remains, whoever wins', async () => {
  let race: (() => Promise<unknown>) | undefined;
  let other: Promise<unknown> | undefined;
  const { bare, branch, change, tip } = await setUp({
    onPush: () => {
      const now = race;
      race = undefined;
      other = now?.();
    },
  });
  race = () => pushBranch(branch, change('lr: 0.4\n'));
  const [mine] = await Promise.all([pushBranch(branch, change('lr: 0.3\n'))]);
  await other;
  expect(mine.kind).toBe('pushed');
  expect(gitIn(bare, 'rev-list', '--count', `main..${tip()}`)).toBe('1');
  expect(gitIn(bare, 'show', `${tip()}:ml/tune.yml`)).toMatch(/lr: 0\.[34]/);
});

test('our own branch can be deleted, and one that is gone is gone', async () => {
  const { bare, branch, change } = await setUp();
  await pushBranch(branch, change('lr: 0.2\n'));
  expect(await deleteBranch(branch)).toBe(true);
  expect(gitIn(bare, 'branch', '--list')).not.toContain('tunegate');
  expect(await deleteBranch(branch)).toBe(true);
});

test('a token that may only read: the line to add is named, the token is not', async () => {
  const { branch, change } = await setUp({ readOnly: true });
  const failed = pushBranch(branch, change('lr: 0.2\n'));
  await expect(failed).rejects.toThrow(PushError);
  await expect(failed).rejects.toThrow('Add `contents: write`');
  await expect(failed).rejects.not.toThrow('secret');
});

test('a server that is not there, and a file that is not', async () => {
  const { branch, change, parent } = await setUp();
  await expect(pushBranch(branch, { parent, files: { 'no.yml': 'x' }, message: 'm' })).rejects.toThrow(
    'no.yml is not a file',
  );
  const gone = { ...branch, url: 'http://127.0.0.1:9/owner/name.git' };
  await expect(pushBranch(gone, change('x\n'))).rejects.toThrow(/could not be pushed/);
});
