import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  ensureStateFolder,
  findRepository,
  type GitRepo,
  headBesideSpec,
  headState,
  StateFolderError,
  stateFolderName,
} from '../../src/github/repository.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder, write } from './git-fixture.ts';

async function repositoryAt(folder: string): Promise<GitRepo> {
  const repo = await findRepository(folder);
  if (repo.kind !== 'git') throw new Error(repo.reason);
  return repo;
}

test('a repository is found from a folder within; its clone knows whether it is shallow', async () => {
  const folder = newRepository();
  commit(folder, { 'models/a/tune.yml': 'x' });
  commit(folder, { 'models/a/tune.yml': 'y' });
  expect(await findRepository(path.join(folder, 'models/a'))).toEqual({
    kind: 'git',
    root: folder,
    shallow: false,
  });
  const shallow = clone(folder, '--depth=1');
  expect(await findRepository(shallow)).toEqual({ kind: 'git', root: shallow, shallow: true });
});

test('no repository, a bare one, and no git are answers with a reason', async () => {
  expect(await findRepository(temporaryFolder())).toEqual({
    kind: 'none',
    reason: 'this folder is not in a git repository',
  });
  const bare = temporaryFolder();
  gitIn(bare, 'init', '--quiet', '--bare');
  expect(await findRepository(bare)).toEqual({ kind: 'none', reason: 'this is a bare git repository' });
  vi.stubEnv('PATH', '/nonexistent');
  expect(await findRepository(temporaryFolder())).toMatchObject({
    reason: 'git is not installed or not on the PATH',
  });
  vi.unstubAllEnvs();
});

test('git’s own variables, as a hook sets them, do not lead to another repository', async () => {
  const [folder, other] = [newRepository(), newRepository()];
  commit(folder, { a: '1' });
  vi.stubEnv('GIT_DIR', path.join(other, '.git'));
  expect(await findRepository(folder)).toMatchObject({ root: folder });
  vi.unstubAllEnvs();
});

test('the fingerprint follows the code: changes, staged or not, untracked files, links; not ignored files or ours', async () => {
  const folder = newRepository();
  const sha = commit(folder, { 'model.ts': 'one', '.gitignore': 'data/\n' });
  const repo = await repositoryAt(folder);
  const clean = await headState(repo);
  expect(clean).toMatchObject({ sha, dirty: false });

  write(folder, { 'data/train.csv': '1,2' });
  await ensureStateFolder(folder);
  write(folder, { '.tunegate/journal.jsonl': '{}' });
  // Also where somebody else's ignore file does not hide it.
  write(folder, { 'models/.tunegate/journal.jsonl': '{}' });
  expect(await headState(repo)).toEqual(clean);

  const seen = new Set([clean.fingerprint]);
  const changed = async () => {
    const state = await headState(repo);
    expect(state).toMatchObject({ sha, dirty: true });
    expect(seen).not.toContain(state.fingerprint);
    seen.add(state.fingerprint);
    return state;
  };
  write(folder, { 'model.ts': 'two' });
  const edited = await changed();
  gitIn(folder, 'add', 'model.ts');
  expect(await headState(repo)).toEqual(edited);
  write(folder, { 'new ü.ts': 'a' });
  await changed();
  write(folder, { 'new ü.ts': 'b' });
  await changed();
  symlinkSync('nowhere', path.join(folder, 'link'));
  await changed();
  rmSync(path.join(folder, 'link'));
  rmSync(path.join(folder, 'new ü.ts'));
  write(folder, { 'model.ts': 'one' });
  expect(await headState(repo)).toEqual(clean);
  chmodSync(path.join(folder, 'model.ts'), 0o755);
  await changed();
});

test('a changed spec, new or not, committed or not, is no change of the code beside it', async () => {
  const folder = newRepository();
  commit(folder, { 'model.ts': 'one', 'ü/tune.yml': 'trials: 5' });
  const repo = await repositoryAt(folder);
  const state = async (spec: string) => await headBesideSpec(repo, spec);
  const clean = await state('ü/tune.yml');
  write(folder, { 'ü/tune.yml': 'trials: 9', 'other.yml': 'trials: 9' });
  const [edited, other] = [await state('ü/tune.yml'), await state('other.yml')];
  expect(edited.fingerprint).not.toBe(clean.fingerprint);
  expect(edited.withoutSpec).not.toBe(clean.withoutSpec);
  expect(other.withoutSpec).not.toBe(edited.withoutSpec);
  rmSync(path.join(folder, 'other.yml'));
  expect((await state('ü/tune.yml')).withoutSpec).toBe(clean.withoutSpec);
  commit(folder, { 'ü/tune.yml': 'trials: 14' });
  const committed = await state('ü/tune.yml');
  expect(committed.fingerprint).not.toBe(clean.fingerprint);
  expect(committed.withoutSpec).toBe(clean.withoutSpec);
  expect((await state('other.yml')).withoutSpec).not.toBe(clean.withoutSpec);
  write(folder, { 'model.ts': 'two' });
  expect((await state('ü/tune.yml')).withoutSpec).not.toBe(clean.withoutSpec);
  commit(folder, { 'model.ts': 'three' });
  expect((await state('ü/tune.yml')).withoutSpec).not.toBe(clean.withoutSpec);
});

test('the fingerprint does not depend on the user’s settings of diff', async () => {
  const folder = newRepository();
  commit(folder, { 'model.ts': 'one\ntwo\n' });
  write(folder, { 'model.ts': 'one\n2\n' });
  const repo = await repositoryAt(folder);
  const before = await headState(repo);
  for (const [key, value] of [
    ['diff.noprefix', 'true'],
    ['diff.external', '/bin/true'],
    ['color.ui', 'always'],
    ['diff.context', '0'],
    ['diff.algorithm', 'patience'],
  ])
    gitIn(folder, 'config', key!, value!);
  expect(await headState(repo)).toEqual(before);
});

test('a repository without a commit has a state, too', async () => {
  const folder = newRepository();
  const repo = await repositoryAt(folder);
  const empty = await headState(repo);
  expect(empty).toMatchObject({ dirty: false });
  expect(empty).not.toHaveProperty('sha');
  write(folder, { a: '1' });
  gitIn(folder, 'add', '.');
  const staged = await headState(repo);
  expect(staged.dirty).toBe(true);
  expect(staged.fingerprint).not.toBe(empty.fingerprint);
});

test('the state folder hides itself and keeps an ignore file that is there', async () => {
  const folder = newRepository();
  const state = await ensureStateFolder(folder);
  expect(readFileSync(path.join(state, '.gitignore'), 'utf8')).toBe('*\n');
  expect(gitIn(folder, 'status', '--porcelain')).toBe('');
  write(state, { '.gitignore': '*\n# mine\n' });
  await ensureStateFolder(folder);
  expect(readFileSync(path.join(state, '.gitignore'), 'utf8')).toBe('*\n# mine\n');
});

test('a state folder that cannot be made is said with its path', async () => {
  const folder = temporaryFolder();
  write(folder, { [stateFolderName]: 'a file' });
  const error = await ensureStateFolder(folder).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StateFolderError);
  expect((error as Error).message).toMatch(
    /^.*\.tunegate: there is no place for studies: ENOTDIR: not a directory/,
  );
});

test('looking leaves no trace, runs no hook and no helper', async () => {
  const folder = newRepository();
  commit(folder, { a: '1' });
  const hooks = path.join(folder, 'hooks');
  mkdirSync(hooks);
  write(hooks, { fsmonitor: '#!/bin/sh\ntouch ran\n' });
  chmodSync(path.join(hooks, 'fsmonitor'), 0o755);
  gitIn(folder, 'config', 'core.fsmonitor', 'hooks/fsmonitor');
  const index = readFileSync(path.join(folder, '.git/index'));
  await headState(await repositoryAt(folder));
  expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  expect(readFileSync(path.join(folder, '.git/index')).equals(index)).toBe(true);
});
