import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  ensureStateFolder,
  findRepository,
  StateFolderError,
  stateFolderName,
} from '../../src/github/repository.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder, write } from './git-fixture.ts';

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
